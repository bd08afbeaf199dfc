import { describe, expect, it } from 'vitest'
import { readTarget } from '../../../src/core/query.ts'

const pairs = (target: string): (string | null)[][] =>
  readTarget(target).pieces.map(({ name, value }) => [name.text, value?.text ?? null])

describe('reading a request-target', () => {
  it('cuts at the first ?, at each &, and at the first = of each piece', () => {
    expect(pairs('/hitpoint?a=1=2&b=x?y=z&c')).toEqual([
      ['a', '1=2'],
      ['b', 'x?y=z'],
      ['c', null],
    ])
  })

  it('tells absent from empty, and keeps order and repeats', () => {
    expect(pairs('/x?b=&a&b=2&=3')).toEqual([
      ['b', ''],
      ['a', null],
      ['b', '2'],
      ['', '3'],
    ])
  })

  it('leaves out empty pieces only', () => {
    expect(pairs('/x?&&a=1&&&b=2&')).toEqual([
      ['a', '1'],
      ['b', '2'],
    ])
    expect(readTarget('/x?')).toMatchObject({ query: { text: '' }, pieces: [] })
    expect(readTarget('/x')).toMatchObject({ query: null, pieces: [] })
  })

  it('keeps raw and decoded side by side, and trims nothing', () => {
    expect(readTarget('/x?a%20=+%31').pieces[0]).toEqual({
      raw: { text: 'a%20=+%31', span: { start: 3, end: 12 } },
      name: { raw: 'a%20', text: 'a ', span: { start: 3, end: 7 } },
      value: { raw: '+%31', text: ' 1', span: { start: 8, end: 12 } },
    })
  })

  it('keeps a leading ?, which the standard classes drop', () => {
    expect(pairs('/x??a=1')).toEqual([['?a', '1']])
  })

  it('keeps a fragment apart, wherever it begins', () => {
    expect(readTarget('/x?a=1#b?c')).toMatchObject({ query: { text: 'a=1' }, fragment: { text: 'b?c' } })
    expect(readTarget('/x#b?a=1')).toMatchObject({ path: { text: '/x' }, query: null, fragment: { text: 'b?a=1' } })
  })

  it('takes a # that begins a macro, or stands in front of another parameter, for what it is', () => {
    expect(readTarget('/x?a=#{b}&c=#{d}')).toMatchObject({ query: { text: 'a=#{b}&c=#{d}' }, fragment: null })
    expect(readTarget('/x?a=#1&c=2')).toMatchObject({ query: { text: 'a=#1&c=2' }, fragment: null })
    expect(readTarget('/x?a=#1&c=2#d&e')).toMatchObject({ query: { text: 'a=#1&c=2' }, fragment: { text: 'd&e' } })
    expect(readTarget('/x?a=1#&=2')).toMatchObject({ query: { text: 'a=1' }, fragment: { text: '&=2' } })
    expect(readTarget('/x#b?a=1&c=2')).toMatchObject({ path: { text: '/x' }, query: null })
  })

  it.each(['#&', '&#', '&', '#{', '#&a'])('finds the fragment behind very many %s in linear time', (unit) => {
    const started = performance.now()
    readTarget(`/x?${unit.repeat(300_000)}#`)
    expect(performance.now() - started).toBeLessThan(2000)
  })

  it.each([
    ['/x', 'origin', '/x'],
    ['//host/x', 'origin', '//host/x'],
    ['http://other.test/x?a=1', 'absolute', '/x'],
    ['HTTPS://u:p@other.test:8080/x', 'absolute', '/x'],
    ['http://other.test?a=1', 'absolute', ''],
    ['other.test:443', 'authority', 'other.test:443'],
    ['*', 'asterisk', '*'],
    ['hitpoint?a=1', 'other', 'hitpoint'],
    ['', 'other', ''],
  ])('knows the form and path of %s', (target, form, path) => {
    expect(readTarget(target)).toMatchObject({ form, path: { text: path } })
  })
})
