import { describe, expect, it } from 'vitest'
import { formOf, readForm } from '../../../../src/renderer/lib/endpoint-form.ts'
import { configOf } from '../../../../src/renderer/lib/endpoints.ts'
import { NEW_STEP, type ReplyStepForm, SCRIPT_PRESETS } from '../../../../src/renderer/lib/reply-script-form.ts'
import { words } from '../../../../src/words/words.ts'
import { anEndpoint } from '../../../support/detail-builders.ts'

const formWith = (...steps: readonly ReplyStepForm[]) => ({
  ...formOf(anEndpoint()),
  replyScript: { steps, afterLast: 'repeat-last' as const },
})
const errorsOf = (...steps: readonly ReplyStepForm[]): Readonly<Record<string, string>> => {
  const read = readForm(formWith(...steps))
  return read.ok ? {} : read.errors
}

describe('a reply script’s form', () => {
  it('reads back as the very script it was filled from', () => {
    const endpoint = anEndpoint({
      replyScript: {
        steps: [
          {
            status: 503,
            headers: [
              ['Retry-After', '5'],
              ['X-A', 'b: c'],
            ],
            body: 'no',
            delayMs: 25,
            ending: 'complete',
          },
          { status: 200, headers: [], body: 'half', delayMs: 0, ending: 'cut' },
        ],
        afterLast: 'start-over',
      },
    })
    expect(readForm(formOf(endpoint))).toEqual({ ok: true, config: configOf(endpoint) })
  })

  it('says what is wrong at the field of its step', () => {
    expect(errorsOf(NEW_STEP, { ...NEW_STEP, status: '99' })).toEqual({
      'replyScript.steps.1.status': expect.stringContaining('200 to 599'),
    })
    expect(errorsOf({ ...NEW_STEP, delayMs: '1.5' })).toEqual({
      'replyScript.steps.0.delayMs': expect.stringContaining('whole number'),
    })
    expect(Object.keys(errorsOf({ ...NEW_STEP, headers: 'no colon' }))).toEqual(['replyScript.steps.0.headers.0.0'])
    expect(Object.keys(errorsOf({ ...NEW_STEP, ending: 'cut', body: '' }))).toEqual(['replyScript.steps.0.body'])
  })

  it.each(SCRIPT_PRESETS.map(({ name, script }) => [words().ui.scriptPresets[name], script] as const))(
    'has “%s” ready, and it is valid',
    (_label, script) => {
      expect(readForm({ ...formOf(anEndpoint()), replyScript: script }).ok).toBe(true)
    },
  )
})
