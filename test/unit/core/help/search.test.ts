import { describe, expect, it } from 'vitest'
import { FINDING_CODES } from '../../../../src/core/findings/codes.ts'
import { guide } from '../../../../src/core/help/guide/guide.ts'
import { nearestCodes } from '../../../../src/core/help/nearest-codes.ts'
import { searchHelp } from '../../../../src/core/help/search.ts'

const codesOf = (typed: string): readonly string[] => searchHelp(typed).groups.flatMap(({ codes }) => codes)

describe('searching the help', () => {
  it('finds everything where nothing is typed', () => {
    expect(codesOf('  ')).toHaveLength(FINDING_CODES.length)
    expect(searchHelp('').guide).toEqual(guide())
  })

  it('finds a code by its name, by words of its page and by what stands in its example', () => {
    expect(codesOf('macro-not')).toContain('macro-not-replaced')
    expect(codesOf('zero-width')).toContain('invisible-character')
    expect(codesOf('%c2%a4')).toEqual(['html-entity-in-value'])
  })

  it('wants all words, in any order and case, and shows no empty group', () => {
    expect(codesOf('COMMA decimal parseFloat')).toEqual(['amount-decimal-comma'])
    expect(searchHelp('comma decimal parsefloat').groups).toHaveLength(1)
  })

  it('finds sections of the guide too', () => {
    expect(searchHelp('balance scenarios').guide.map(({ id }) => id)).toEqual(['conformance'])
  })

  it('finds nothing for words that are nowhere', () => {
    expect(searchHelp('xyzzy')).toEqual({ guide: [], groups: [] })
  })
})

describe('the codes nearest to a wrong one', () => {
  it.each([
    ['macro-not-replacd', 'macro-not-replaced'],
    ['parm-missing', 'param-missing'],
    ['Plus_As_Space ', 'plus-as-space'],
    ['comma', 'amount-decimal-comma'],
    ['missing-param', 'param-missing'],
    ['ampersand', 'html-ampersand'],
    ['duplicate', 'possible-duplicate'],
  ])('%s is near %s', (typed, code) => {
    expect(nearestCodes(typed)[0]).toBe(code)
  })

  it('are three at most, and none where nothing comes near', () => {
    expect(nearestCodes('amount').length).toBe(3)
    for (const typed of ['', 'xyzzy', 'apple', 'q'.repeat(10_000)]) expect(nearestCodes(typed)).toEqual([])
  })
})
