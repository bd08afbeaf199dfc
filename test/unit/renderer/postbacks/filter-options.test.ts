import { describe, expect, it } from 'vitest'
import { suggestTokens } from '../../../../src/core/filter-suggest.ts'
import {
  changesText,
  recentOptions,
  withOption,
} from '../../../../src/renderer/features/postbacks/filter/filter-options.ts'

/** The text and the caret after the first suggestion was taken; `|` stands for the caret. */
function taken(marked: string): string {
  const caret = marked.indexOf('|')
  const text = marked.replace('|', '')
  const [first] = suggestTokens(text, caret, { endpoints: [] })
  if (!first) return marked
  const next = withOption(text, { ...first, isRecent: false })
  return `${next.text.slice(0, next.caret)}|${next.text.slice(next.caret)}`
}

describe('An option of the filter box', () => {
  it.each([
    ['verd|', 'verdict:|'],
    ['verdict:f|', 'verdict:fail |'],
    ['verdict:f| x', 'verdict:fail| x'],
    ['amount:>|', 'amount:>=|'],
    ['a since:1| b', 'a since:15m| b'],
  ])('makes of %s %s', (typed, expected) => {
    expect(taken(typed)).toBe(expected)
  })

  it('that is a filter used before takes the place of an empty box, and stands in no other', () => {
    const [first, ...others] = recentOptions(' ', ['verdict:fail user:a', 'x'])
    expect(first && withOption(' ', first)).toEqual({ text: 'verdict:fail user:a', caret: 19 })
    expect(others).toHaveLength(1)
    expect(recentOptions('v', ['verdict:fail'])).toEqual([])
  })

  it('changes nothing where it is typed already', () => {
    const option = { insert: 'fail', label: '', span: { start: 8, end: 12 }, unfinished: false, isRecent: false }
    expect(changesText('verdict:fail', option)).toBe(false)
    expect(changesText('verdict:fai', { ...option, span: { start: 8, end: 11 } })).toBe(true)
  })
})
