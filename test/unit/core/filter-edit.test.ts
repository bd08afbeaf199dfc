import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { hasFilterToken, toggleFilterToken } from '../../../src/core/filter-edit.ts'
import { parseFilterQuery } from '../../../src/core/filter-query.ts'

const context = { now: 0, endpoints: [{ id: 'e1', name: 'My, "Game"' }] }

describe('a chip beside the filter box', () => {
  it.each<[string, string | null, string, string]>([
    ['', 'verdict', 'fail', 'verdict:fail'],
    ['hello ', 'verdict', 'fail', 'hello verdict:fail'],
    ['verdict:warn x', 'verdict', 'fail', 'verdict:warn,fail x'],
    ['verdict:warn, x', 'verdict', 'fail', 'verdict:warn,fail x'],
    ['verdict: x', 'verdict', 'fail', 'verdict:fail x'],
    ['verdict:warn,fail x', 'verdict', 'warn', 'verdict:fail x'],
    ['a verdict:FAIL  b', 'verdict', 'fail', 'a b'],
    ['verdict:fail', 'verdict', 'fail', ''],
    ['kind:noise', '-kind', 'noise', 'kind:noise -kind:noise'],
    ['-kind:noise a', '-kind', 'noise', 'a'],
    ['user:a', 'user', 'b', 'user:b'],
    ['user_id:a', 'user', 'a', ''],
    ['', 'user', 'john doe', 'user:"john doe"'],
    ['', 'user', 'u_*', 'user:"u_*"'],
    ['user:u_*', 'user', 'u_*', 'user:"u_*"'],
    ['user:"u_*"', 'user', 'u_*', ''],
    ['', 'endpoint', 'My, "Game"', 'endpoint:"My, \\"Game\\""'],
    ['since:1h', 'since', '24h', 'since:24h'],
    ['amount:>=5', 'amount', '<=9', 'amount:>=5 amount:<=9'],
    ['foo', null, 'a b', 'foo "a b"'],
    ['foo bar', null, 'foo', 'bar'],
    ['', null, '-x', '"-x"'],
    ['', null, 'verdict:fail', '"verdict:fail"'],
    ['verdict:"warn', 'verdict', 'fail', 'verdict:"warn",fail'],
    ['"not closed', 'verdict', 'fail', '"not closed" verdict:fail'],
  ])('%j with %s %j becomes %j', (text, key, value, expected) => {
    expect(toggleFilterToken(text, key, value)).toBe(expected)
  })

  it('is lit while its token is there', () => {
    expect(hasFilterToken('verdict:warn,FAIL', 'verdict', 'fail')).toBe(true)
    expect(hasFilterToken('-verdict:fail', 'verdict', 'fail')).toBe(false)
    expect(hasFilterToken('-verdict:fail', '-verdict', 'fail')).toBe(true)
    expect(hasFilterToken('user:U_1', 'user', 'u_1')).toBe(false)
    expect(hasFilterToken('text:foo', null, 'foo')).toBe(true)
    expect(hasFilterToken('', 'verdict', 'fail')).toBe(false)
  })

  it('filters for exactly the value it stands for, and a second click takes it away again', () => {
    const value = fc.oneof(
      fc.string({ unit: 'binary', minLength: 1, maxLength: 20 }),
      fc.string({
        unit: fc.constantFrom('"', '\\', ' ', ',', '*', '~', '-', ':', 'a', '\n'),
        minLength: 1,
        maxLength: 8,
      }),
    )
    const property = fc.property(value, (id) => {
      const on = toggleFilterToken('verdict:fail', 'user', id)
      expect(parseFilterQuery(on, context)).toMatchObject({ filter: { userId: id, verdicts: ['fail'] }, problems: [] })
      expect(hasFilterToken(on, 'user', id)).toBe(true)
      expect(toggleFilterToken(on, 'user', id)).toBe('verdict:fail')
      const text = toggleFilterToken('', null, id)
      expect(parseFilterQuery(text, context).filter.texts).toEqual([id])
    })
    fc.assert(property, { numRuns: 2000 })
  })

  it('turns on over any text', () => {
    const typed = fc.string({
      unit: fc.constantFrom('a', '"', '\\', ' ', ',', '-', ':', 'verdict:', 'warn', 'user:'),
      maxLength: 10,
    })
    const property = fc.property(typed, (text) => {
      fc.pre(!hasFilterToken(text, 'verdict', 'fail'))
      const on = toggleFilterToken(text, 'verdict', 'fail')
      expect(hasFilterToken(on, 'verdict', 'fail')).toBe(true)
      expect(hasFilterToken(toggleFilterToken(on, 'verdict', 'fail'), 'verdict', 'fail')).toBe(false)
    })
    fc.assert(property, { numRuns: 5000 })
  })
})
