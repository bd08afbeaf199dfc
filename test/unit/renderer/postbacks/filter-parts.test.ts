import { describe, expect, it } from 'vitest'
import { EVERYTHING } from '../../../../src/core/filter.ts'
import { parseFilterQuery } from '../../../../src/core/filter-query.ts'
import {
  markSpans,
  withKinds,
  withoutKeys,
  withSince,
  withSpan,
  withVerdicts,
} from '../../../../src/renderer/features/postbacks/filter/filter-text.ts'
import {
  hiddenSentence,
  KINDS,
  shownKinds,
  toggled,
} from '../../../../src/renderer/features/postbacks/filter/shown-kinds.ts'

const NOW = Date.UTC(2026, 0, 15, 12)
const parse = (text: string) => parseFilterQuery(text, { now: NOW, endpoints: [] })
const tokens = (text: string) => parse(text).tokens

describe('a press on a chip', () => {
  it('names the kinds to show, and names none where they are the usual ones', () => {
    expect(withKinds('u_1', tokens('u_1'), ['postback', 'rejected', 'noise'])).toBe('u_1 kind:postback,rejected,noise')
    const text = 'kind:noise u_1 -kind:probe'
    expect(withKinds(text, tokens(text), ['rejected', 'postback'])).toBe('u_1')
  })

  it('replaces the verdicts and leaves all else as it was typed', () => {
    const text = 'amount:>=5 verdict:fail "two words"'
    expect(withVerdicts(text, tokens(text), ['warn'])).toBe('amount:>=5 "two words" verdict:warn')
    expect(withVerdicts(text, tokens(text), [])).toBe('amount:>=5 "two words"')
  })

  it('means what it says even behind a quote that was never closed', () => {
    const made = withVerdicts('"open quote', tokens('"open quote'), ['fail'])
    expect(parse(made).filter).toMatchObject({ verdicts: ['fail'], texts: ['open quote'] })
  })

  it('cannot leave the list without any kind', () => {
    expect(toggled(KINDS, ['noise'], 'noise')).toEqual(['noise'])
    expect(toggled(KINDS, ['postback'], 'probe')).toEqual(['postback', 'probe'])
  })
})

describe('a span from the activity strip', () => {
  it('takes the place of the one before', () => {
    const text = 'since:2h u_1 until:1h'
    expect(withSince(text, tokens(text), '15m')).toBe('u_1 since:15m')
    const made = withSpan(text, tokens(text), { from: NOW, to: NOW + 500 })
    expect(made).toBe('u_1 since:2026-01-15T12:00:00Z until:2026-01-15T12:00:00.500Z')
    expect(parse(made).filter).toMatchObject({ from: NOW, to: NOW + 500 })
    expect(parse(made).problems).toEqual([])
    expect(withoutKeys(text, tokens(text), ['since', 'until'])).toBe('u_1')
  })
})

describe('what is shown without being asked for', () => {
  it('are postbacks and rejected requests', () => {
    expect(shownKinds(EVERYTHING)).toEqual(['postback', 'rejected'])
    expect(shownKinds({ ...EVERYTHING, kinds: ['noise'] })).toEqual(['noise'])
  })

  it('is told together with what stays out', () => {
    const counts = { postback: 5, rejected: 0, probe: 1, noise: 1200 }
    expect(hiddenSentence(['postback', 'rejected'], counts)).toBe('1 probe and 1,200 noise requests are hidden')
    expect(hiddenSentence(['postback', 'rejected', 'noise'], counts)).toBe('1 probe is hidden')
    expect(hiddenSentence(['postback', 'probe', 'noise'], counts)).toBeNull()
  })
})

describe('what was not understood', () => {
  it('is marked where it stands', () => {
    const text = 'verdict:bad u_1'
    const spans = parse(text).problems.map((problem) => problem.span)
    expect(markSpans(text, spans).filter((part) => part.marked)).toEqual([{ at: 8, text: 'bad', marked: true }])
    expect(
      markSpans('abcdef', [
        { start: 3, end: 99 },
        { start: 1, end: 4 },
      ]),
    ).toEqual([
      { at: 0, text: 'a', marked: false },
      { at: 1, text: 'bcd', marked: true },
      { at: 4, text: 'ef', marked: true },
    ])
  })
})
