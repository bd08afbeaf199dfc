import { describe, expect, it } from 'vitest'
import { markSpans } from '../../../../src/renderer/features/dashboard-url/mark-spans.ts'

describe('marking the places at fault', () => {
  it('leaves the text whole, whatever the spans', () => {
    const text = 'http://old.example/hit?a={a}'
    const spans = [
      { start: 0, end: 4 },
      { start: 2, end: 12 },
      { start: 30, end: 99 },
      { start: 5, end: 5 },
    ]
    expect(
      markSpans(text, spans)
        .map((part) => part.text)
        .join(''),
    ).toBe(text)
  })

  it('marks what a span covers, and nothing else', () => {
    expect(markSpans('abcdef', [{ start: 1, end: 3 }])).toEqual([
      { start: 0, text: 'a', marked: false },
      { start: 1, text: 'bc', marked: true },
      { start: 3, text: 'def', marked: false },
    ])
  })
})
