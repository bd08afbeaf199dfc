import { describe, expect, it } from 'vitest'
import { readTargetUrl, type TargetUrl } from '../../../../src/core/target-url.ts'
import { readReplay, untouched } from '../../../../src/renderer/features/replay/replay-draft.ts'
import { composeRequest, composition, wireBytes } from '../../../../src/renderer/features/simulator/composition.ts'
import { PLAN_ONCE, readPlan } from '../../../../src/renderer/ui/sending/plan-fields.tsx'
import { aDetail, anEndpoint } from '../../../support/detail-builders.ts'

function at(text: string): TargetUrl {
  const read = readTargetUrl(text)
  if (!read.ok) throw new Error(read.sentence)
  return read.url
}

const base64 = (bytes: number[]): string => Buffer.from(bytes).toString('base64')

describe('the form of a replay', () => {
  const stored = aDetail({ bodyBase64: base64([0x7b, 0xff, 0x0d, 0x0a]), bodyLength: 4 })

  it('edits nothing while nothing is touched, and shows what will go out', () => {
    const read = readReplay(untouched(stored), stored, at('http://127.0.0.1:3000/credit'), true)
    expect(read.edits).toEqual({})
    expect(read.target).toBe('/credit?user_id=u_1&reward_amount=5')
    expect(read.headers).toContain('Host: 127.0.0.1:3000')
  })

  it('edits only what is touched', () => {
    const draft = { ...untouched(stored), target: '/x?ü', bodyForm: 'hex' as const }
    const { edits, errors } = readReplay(draft, stored, at('http://127.0.0.1:3000'), true)
    expect(errors).toEqual({})
    expect(edits).toEqual({ target: '/x?\u00c3\u00bc', bodyBase64: stored.bodyBase64 })
  })

  it('says beside each field what is wrong', () => {
    const draft = { ...untouched(stored), method: 'g', target: 'x', headers: 'x', bodyForm: 'hex' as const, hex: '7' }
    expect(Object.keys(readReplay(draft, stored, null, false).errors).toSorted((a, b) => a.localeCompare(b))).toEqual([
      ...['body', 'headers', 'method', 'target'],
    ])
  })
})

describe('the simulator’s form', () => {
  const form = composition.get()
  const endpoint = anEndpoint({ extraFields: [{ field: 'txn', param: 'transaction' }] })

  it('composes for the endpoint’s path at our own receiver and for the typed path at a backend', () => {
    const typed = { ...form, destination: { kind: 'url', url: '', confirmedHost: null } } as const
    const query = 'user_id=u_1001&reward_amount=12.50'
    expect(composeRequest(form, endpoint, at('http://127.0.0.1:4070')).target).toBe(`/hitpoint?${query}`)
    expect(composeRequest(typed, endpoint, at('http://127.0.0.1:3000')).target).toBe(`/hitpoint?${query}`)
    expect(composeRequest(typed, endpoint, at('http://127.0.0.1:3000?k=1')).target).toBe(`/hitpoint?k=1&${query}`)
    expect(composeRequest(typed, endpoint, at('http://127.0.0.1:3000/c?k=1')).target).toBe(`/c?k=1&${query}`)
  })

  it('sends extra fields that are filled in, under their mapped names', () => {
    const { target } = composeRequest({ ...form, extras: { txn: 't 1' } }, endpoint, null)
    expect(target).toBe('/hitpoint?user_id=u_1001&reward_amount=12.50&transaction=t%201')
  })

  it('shows the bytes that will stand on the wire', () => {
    const post = { ...form, method: 'POST', userAgent: 'Adjump', headers: 'A: 1', body: 'ü' }
    expect(wireBytes('POST', '127.0.0.1:1', composeRequest(post, endpoint, null))).toBe(
      'POST /hitpoint?user_id=u_1001&reward_amount=12.50 HTTP/1.1\r\nHost: 127.0.0.1:1\r\nUser-Agent: Adjump\r\n' +
        'Accept: */*\r\nA: 1\r\nContent-Length: 2\r\n\r\n\u00c3\u00bc',
    )
  })
})

it('a plan that is half typed is no other plan', () => {
  expect(readPlan(PLAN_ONCE).plan).toEqual({ times: 1, atOnce: 1, pauseMs: 0, timeoutMs: 15_000 })
  expect(readPlan({ ...PLAN_ONCE, times: '' }).errors).toHaveProperty('times')
  expect(readPlan({ ...PLAN_ONCE, times: '1e3', atOnce: '11' }).errors).toMatchObject({
    times: expect.any(String) as string,
    atOnce: expect.stringContaining('10') as string,
  })
})
