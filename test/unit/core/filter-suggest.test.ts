import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseFilterQuery, suggestTokens } from '../../../src/core/filter-query.ts'

const NOW = Date.UTC(2025, 0, 31, 12)
const context = {
  endpoints: [
    { id: 'e1', name: 'Adjump' },
    { id: 'e2', name: 'My Game' },
  ],
}

/** The box's text after the suggestion was taken; `|` stands for the caret. */
function taken(marked: string, limit = 99): string[] {
  const caret = marked.indexOf('|')
  const text = marked.replace('|', '')
  return suggestTokens(text, caret, context)
    .slice(0, limit)
    .map(({ insert, span }) => text.slice(0, span.start) + insert + text.slice(span.end))
}

describe('suggestions in the filter box', () => {
  it('are all keys in an empty box and between tokens', () => {
    expect(taken('|')).toEqual([
      'user:',
      'amount:',
      'verdict:',
      'kind:',
      'code:',
      'endpoint:',
      'method:',
      'status:',
      'since:',
      'until:',
      'text:',
      'is:',
      'has:',
      'note:',
      'colour:',
    ])
    expect(taken('verdict:fail |', 1)).toEqual(['verdict:fail user:'])
  })

  it('complete a key that was begun', () => {
    expect(taken('u|')).toEqual(['user:', 'until:'])
    expect(taken('a VER| b')).toEqual(['a verdict: b'])
    expect(taken('-k|')).toEqual(['-kind:'])
  })

  it('are the values of a key that has a known set', () => {
    expect(taken('verdict:|')).toEqual(['verdict:pass', 'verdict:warn', 'verdict:fail'])
    expect(taken('kind:po|')).toEqual(['kind:postback'])
    expect(taken('code:macro|')).toEqual(['code:macro-not-replaced'])
    expect(taken('-code:near|')).toEqual(['-code:name-near-miss'])
    expect(taken('endpoint:my|')).toEqual(['endpoint:"My Game"'])
    expect(taken('endpoint:"my g|')).toEqual(['endpoint:"My Game"'])
    expect(taken('method:po|')).toEqual(['method:POST'])
    expect(taken('since:1|', 1)).toEqual(['since:15m'])
  })

  it('complete one value of a list and leave out those already in it', () => {
    expect(taken('verdict:warn,|')).toEqual(['verdict:warn,pass', 'verdict:warn,fail'])
    expect(taken('verdict:p|,fail x')).toEqual(['verdict:pass,fail x'])
  })

  it('find the key for a value that was typed without one', () => {
    expect(taken('macro|')).toEqual(['code:macro-not-replaced'])
    expect(taken('fail|')).toEqual(['verdict:fail'])
    expect(taken('-noi|')).toEqual(['-kind:noise'])
    expect(taken('game|')).toEqual(['endpoint:"My Game"'])
  })

  it('are none for quoted text, ids and words of notes', () => {
    expect(taken('"verd|')).toEqual([])
    expect(taken('user:u|')).toEqual([])
    expect(taken('note:u|')).toEqual([])
    expect(taken('text:u|')).toEqual([])
    expect(taken('http://f|')).toEqual([])
    expect(taken('shape:v|')).toEqual([])
  })

  it('say in a few words what they mean', () => {
    for (const { label } of suggestTokens('code:', 5, context)) expect(label).toMatch(/\.$/)
    expect(suggestTokens('verdict:w', 9, context)).toEqual([
      { insert: 'warn', label: 'needs a look', span: { start: 8, end: 9 }, unfinished: false },
    ])
  })

  it('say how amounts are compared, and what a number that is typed could mean', () => {
    expect(taken('amount:|')).toEqual(['amount:>=', 'amount:<=', 'amount:>', 'amount:<', 'amount:0'])
    expect(taken('amount:>|')).toEqual(['amount:>=', 'amount:>'])
    expect(taken('amount:2.50|')).toEqual([
      'amount:2.50',
      'amount:2.50..',
      'amount:>=2.50',
      'amount:<=2.50',
      'amount:>2.50',
      'amount:<2.50',
    ])
    expect(taken('amount:>=2|')).toEqual(['amount:>=2'])
    expect(taken('amount:1,5|')).not.toContain('amount:1,5')
    expect(suggestTokens('amount:>=2', 10, context)[0]?.label).toBe('2 or more')
  })

  it('name times and statuses in words, and what a number could become', () => {
    const labels = (text: string): string[] =>
      suggestTokens(text, text.length, context).map(({ insert, label }) => `${insert}: ${label}`)
    expect(labels('since:')).toEqual([
      '5m: 5 minutes ago',
      '15m: 15 minutes ago',
      '1h: 1 hour ago',
      '24h: 24 hours ago',
      '7d: 7 days ago',
      'today: from 00:00 today on',
      'yesterday: from 00:00 yesterday on',
    ])
    expect(labels('since:3')).toEqual(['3m: 3 minutes ago', '3h: 3 hours ago', '3d: 3 days ago', '3w: 3 weeks ago'])
    expect(labels('until:yes')).toEqual(['yesterday: up to the end of yesterday'])
    expect(labels('status:50')).toEqual([
      '500: Internal Server Error',
      '502: Bad Gateway',
      '503: Service Unavailable',
      '504: Gateway Timeout',
    ])
  })

  it('wait for more where more is needed', () => {
    const unfinished = (text: string): boolean[] =>
      suggestTokens(text, text.length, context).map((suggestion) => suggestion.unfinished)
    expect(unfinished('verd')).toEqual([true])
    expect(unfinished('verdict:f')).toEqual([false])
    expect(unfinished('amount:>')).toEqual([true, true])
  })

  it('are understood when they are taken', () => {
    for (const text of ['since:3', 'until:t', 'amount:5', 'status:4', 'kind:', 'verdict:', 'code:', 'method:', 'is:']) {
      for (const { insert, span, unfinished } of suggestTokens(text, text.length, context)) {
        if (unfinished) continue
        const made = text.slice(0, span.start) + insert
        expect(parseFilterQuery(made, { now: NOW, endpoints: context.endpoints }).problems, made).toEqual([])
      }
    }
  })

  it('never throw and stay within the text, whatever it is', () => {
    const text = fc.string({
      unit: fc.constantFrom('a', 'code:', 'kind:', ':', '-', '"', '\\', ',', ' ', '\ud800', 'm'),
      maxLength: 12,
    })
    const property = fc.property(text, fc.integer({ min: -2, max: 60 }), (typed, caret) => {
      for (const { span } of suggestTokens(typed, caret, context)) {
        if (caret >= 0 && caret <= typed.length) expect(span.end).toBeLessThanOrEqual(typed.length)
        expect(span.start).toBeLessThanOrEqual(span.end)
      }
    })
    fc.assert(property, { numRuns: 1000 })
  })
})
