import { afterEach, describe, expect, it } from 'vitest'
import { spokenFindings } from '../../../src/app/spoken-findings.ts'
import { withPossibleDuplicate } from '../../../src/core/duplicate.ts'
import type { Reading } from '../../../src/core/postback.ts'
import { readRequest } from '../../../src/core/reading.ts'
import { learn } from '../../../src/words/learn.ts'
import { ENGLISH, setSpoken } from '../../../src/words/locale.ts'
import { aCapturedRequest, aMapping, aPostbackSummary, SOME_TIME } from '../../support/builders.ts'
import { aDetail } from '../../support/detail-builders.ts'

await learn('de')

const GERMAN = { language: 'de', locale: 'de-DE' } as const
const EARLIER = { ...aPostbackSummary(), id: 3, receivedAt: SOME_TIME - 12_000 }
const request = aCapturedRequest({ target: '/hitpoint?user_id=&reward_amount=1%2C5' })
const store = { byIds: (ids: readonly number[]) => Promise.resolve([EARLIER].filter(({ id }) => ids.includes(id))) }

/** The request as it is stored, with this reading of it. */
function stored(reading: Reading) {
  const { target, rawHeaders, receivedAt } = request
  return aDetail({ ...reading, target, rawHeaders: [...rawHeaders], receivedAt })
}

describe('The findings of a stored postback', () => {
  afterEach(() => setSpoken(ENGLISH))
  const english = withPossibleDuplicate(readRequest(request, [aMapping()]), EARLIER, SOME_TIME)

  it('are told as they are stored where English is spoken', async () => {
    expect(await spokenFindings(stored(english), [], store)).toEqual(english.findings)
  })

  it('are told in the language that is spoken, with the same codes, places and values', async () => {
    setSpoken(GERMAN)
    const told = await spokenFindings(stored(english), [aMapping()], store)
    const withoutSentence = ({ findings }: Pick<Reading, 'findings'>) =>
      findings.map(({ detail: _sentence, ...rest }) => rest)
    expect(withoutSentence({ findings: told })).toEqual(withoutSentence(english))
    expect(told.map(({ code }) => code)).toEqual(expect.arrayContaining(['param-empty', 'possible-duplicate']))
    for (const [at, { detail }] of told.entries()) expect(detail).not.toBe(english.findings[at]?.detail)
    expect(told.find(({ code }) => code === 'amount-decimal-comma')?.detail).toContain('„1,5“')
  })

  it('keep the stored sentence where the endpoint would read another finding today', async () => {
    setSpoken(GERMAN)
    const told = await spokenFindings(stored(english), [aMapping({ userIdParam: 'uid' })], store)
    const empty = told.find(({ code }) => code === 'param-empty')
    expect(empty).toEqual(english.findings.find(({ code }) => code === 'param-empty'))
  })
})
