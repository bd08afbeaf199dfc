import { describe, expect, it } from 'vitest'
import { EVERYTHING } from '../../../../src/core/filter.ts'
import { parseFilterQuery } from '../../../../src/core/filter-query.ts'
import {
  asksFor,
  markSpans,
  withEverything,
  withKinds,
  withoutKeys,
  withoutPart,
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
    const hidden = (text: string) => hiddenSentence(parse(text).filter, counts)
    expect(hidden('')).toBe('1 probe and 1,200 noise requests are hidden')
    expect(hidden('kind:postback,rejected,noise')).toBe('1 probe is hidden')
    expect(hidden('-kind:rejected')).toBeNull()
  })

  it('is all that has no verdict where a verdict is asked for', () => {
    const counts = { postback: 5, rejected: 2, probe: 0, noise: 1 }
    const why = 'for only postbacks have a verdict'
    expect(hiddenSentence(parse('verdict:fail').filter, counts)).toBe(
      `2 rejected requests and 1 noise request are hidden, ${why}`,
    )
    expect(hiddenSentence(parse('verdict:fail kind:postback,noise').filter, { ...counts, rejected: 0 })).toBe(
      `1 noise request is hidden, ${why}`,
    )
  })

  it('is shown by a press: every kind, and whatever the verdict', () => {
    const text = 'u_1 verdict:fail -kind:rejected'
    const made = withEverything(text, tokens(text))
    expect(made).toBe('u_1 kind:postback,rejected,probe,noise')
    expect(hiddenSentence(parse(made).filter, { postback: 5, rejected: 2, probe: 3, noise: 1 })).toBeNull()
  })
})

describe('a part of the sentence that is taken away', () => {
  it.each([
    ['user:a verdict:fail foo', ['user'], 'verdict:fail foo'],
    ['user_id:a foo user:*b', ['user'], 'foo'],
    ['kind:noise -verdict:pass foo', ['kind', '-kind', 'verdict', '-verdict'], 'foo'],
    ['since:1h foo before:5m', ['since', 'until'], 'foo'],
    ['foo text:bar -baz user:a', ['text'], '-baz user:a'],
    ['foo -text:bar -baz', ['-text'], 'foo'],
    ['code:non-ascii -code:amount-zero', ['-code'], 'code:non-ascii'],
    ['has:note -has:note is:pinned', ['has', '-has'], 'is:pinned'],
  ])('%j without %j is %j', (text, keys, left) => {
    expect(asksFor(tokens(text), keys)).toBe(true)
    expect(withoutPart(text, tokens(text), keys)).toBe(left)
    expect(asksFor(tokens(left), keys)).toBe(false)
  })

  it('leaves what was not understood, which is no text to search for', () => {
    expect(withoutPart('foo usr:x', tokens('foo usr:x'), ['text'])).toBe('usr:x')
    expect(asksFor(tokens('usr:x'), ['text'])).toBe(false)
  })

  it('is not there where nothing that was typed asks for it', () => {
    expect(asksFor(tokens('user:a'), ['kind', '-kind', 'verdict', '-verdict'])).toBe(false)
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
