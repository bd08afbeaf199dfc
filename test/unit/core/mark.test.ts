import { describe, expect, it } from 'vitest'
import { EVERYTHING } from '../../../src/core/filter.ts'
import { toggleFilterToken } from '../../../src/core/filter-edit.ts'
import { describeFilter, parseFilterQuery } from '../../../src/core/filter-query.ts'
import { suggestTokens } from '../../../src/core/filter-suggest.ts'
import { LONGEST_NOTE, markPatchSchema, NO_MARK, withMarkPatch } from '../../../src/core/mark.ts'

const CONTEXT = { now: 0, endpoints: [], timeZoneOffsetMinutes: () => 0 }

describe('A mark', () => {
  it('changes in what is named and in nothing else', () => {
    const marked = withMarkPatch({ ...NO_MARK, colour: 'red', note: 'why' }, { pinned: true })
    expect(marked).toEqual({ pinned: true, colour: 'red', note: 'why' })
    expect(withMarkPatch(marked, { colour: null })).toEqual({ pinned: true, colour: null, note: 'why' })
  })

  it('has no note where only white space was written', () => {
    expect(withMarkPatch(NO_MARK, { note: ' \n ' }).note).toBe('')
    expect(withMarkPatch(NO_MARK, { note: ' kept as typed ' }).note).toBe(' kept as typed ')
  })

  it('takes a note of 4,000 characters and no longer one', () => {
    expect(markPatchSchema.safeParse({ note: 'x'.repeat(LONGEST_NOTE) }).success).toBe(true)
    const refused = markPatchSchema.safeParse({ note: 'x'.repeat(LONGEST_NOTE + 1) })
    expect(refused.error?.issues[0]?.message).toContain('at most 4,000 characters')
  })
})

describe('The filter box, about marks,', () => {
  const read = (text: string) => parseFilterQuery(text, CONTEXT)

  it.each([
    ['is:pinned', { pinned: true }, 'All requests that are pinned'],
    ['-is:pinned', { pinned: false }, 'All requests that are not pinned'],
    ['has:note', { hasNote: true }, 'All requests with a note'],
    ['-has:note', { hasNote: false }, 'All requests without a note'],
    ['note:"ask Ann"', { noteTexts: ['ask Ann'] }, 'All requests with a note containing “ask Ann”'],
    ['-note:done', { excludeNoteTexts: ['done'] }, 'All requests without “done” in a note'],
    ['colour:red,blue', { colours: ['red', 'blue'] }, 'All requests coloured red or blue'],
    ['-color:GREEN', { excludeColours: ['green'] }, 'All requests not coloured green'],
  ])('reads %s, and says it in words', (text, expected, words) => {
    const { filter, problems } = read(text)
    expect(problems).toEqual([])
    expect(filter).toEqual({ ...EVERYTHING, ...expected })
    expect(describeFilter(filter, CONTEXT)).toBe(words)
  })

  it.each([
    ['is:pined', /There is no state “pined”; did you mean pinned\?/],
    ['has:notes', /did you mean note\?/],
    ['colour:pink', /There is no colour “pink”/],
    ['is:pinned -is:pinned', /nothing could match/],
    ['note:', /needs a value/],
  ])('says what is wrong with %s', (text, message) => {
    expect(read(text).problems[0]?.message).toMatch(message)
  })

  it('suggests the values, and a press adds to a list or takes out of it', () => {
    const inserts = (text: string): readonly string[] =>
      suggestTokens(text, text.length, CONTEXT).map(({ insert }) => insert)
    expect(inserts('colour:')).toEqual(['red', 'amber', 'green', 'blue', 'violet'])
    expect(inserts('is:')).toEqual(['pinned'])
    expect(inserts('-has:')).toEqual(['note'])
    expect(inserts('pinn')).toEqual(['is:pinned'])
    expect(toggleFilterToken('colour:red', 'colour', 'blue')).toBe('colour:red,blue')
    expect(toggleFilterToken('color:red,blue verdict:fail', 'colour', 'red')).toBe('color:blue verdict:fail')
  })
})
