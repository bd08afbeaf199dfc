import { describe, expect, it } from 'vitest'
import { markedLines, markedSegments } from '../../../src/core/marked-text.ts'

const span = (start: number, end: number) => ({ start, end })

describe('markedLines', () => {
  it.each([
    ['u_Abc', [span(2, 3)], 'u_Abc', '  ^'],
    ['u_1', [span(2, 2)], 'u__1', '  ^'],
    ['5.0', [span(1, 3)], '5.0', ' ^^'],
    ['a ', [span(1, 2)], 'a\\x20', ' ^^^^'],
    ['\u202eab', [span(0, 1)], '\\u202eab', '^^^^^^'],
    ['ab', [span(2, 2)], 'ab_', '  ^'],
    ['', [span(0, 0)], '_', '^'],
  ])('%j with %j', (text, marks, line, under) => {
    expect(markedLines(text, marks)).toEqual([line, under])
  })

  it('lets no escape sequence through to a terminal', () => {
    expect(markedLines('\u001b[31mred', [])[0]).toBe('\\u001b[31mred')
  })
})

describe('markedSegments', () => {
  it('cuts where marks begin and end, and keeps everything else', () => {
    const segments = markedSegments('ab\tcd', [span(1, 4), span(5, 5)])
    expect(segments.map(({ text, marked, gap }) => [text, marked, gap])).toEqual([
      ['a', false, false],
      ['b', true, false],
      ['\\t', true, false],
      ['c', true, false],
      ['d', false, false],
      ['', true, true],
    ])
  })
})
