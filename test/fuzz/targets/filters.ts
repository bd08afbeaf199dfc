import { EVERYTHING, postbackFilterSchema } from '../../../src/core/filter.ts'
import { hasFilterToken, toggleFilterToken } from '../../../src/core/filter-edit.ts'
import { describeFilter, parseFilterQuery, suggestTokens } from '../../../src/core/filter-query.ts'
import { editDistance, nearestWord } from '../../../src/core/nearest.ts'
import { type FuzzTarget, must, mustBeHarmless, mustEqual, mustLieIn } from '../engine/target.ts'

const CONTEXT = {
  now: Date.UTC(2026, 0, 2, 3, 4, 5),
  timeZoneOffsetMinutes: 60,
  endpoints: [{ id: 'e1', name: 'My App' }],
}
const CARETS = 20

/** The filter box: any text is read, described and completed; a value that is toggled is there, or is not any more. */
export const filterBox: FuzzTarget = {
  name: 'filter-box',
  seeds: [
    'user:u_1 amount:>=1.50 verdict:fail,warn',
    '-code:html-ampersand is:pinned has:note note:"a few words" colour:red,amber',
    'since:1h30m before:"2026-01-02 03:04" method:GET status:200,404 endpoint:"My App" kind:postback',
    'text:"a \\" b" user:~abc user:"a*" "free text',
    'user:u_1\x1fuser\x1fu_2',
    'verdict:pass\x1fverdict\x1ffail',
    'x\x1f\x1fy z',
    'a\x1f-text\x1fb"\\',
  ],
  run({ text, parts: [typed = '', key = '', value = ''] }) {
    const { filter, problems, tokens } = parseFilterQuery(text, CONTEXT)
    postbackFilterSchema.parse(filter)
    mustLieIn(
      problems.map(({ span }) => span),
      text.length,
    )
    mustLieIn(
      tokens.map(({ span }) => span),
      text.length,
    )
    for (const { message } of problems) mustBeHarmless(message, 'a problem’s sentence')
    mustBeHarmless(describeFilter(filter, CONTEXT), 'the description')
    mustEqual(parseFilterQuery(text, CONTEXT).filter, filter, 'read twice')
    const step = Math.max(1, Math.floor(text.length / CARETS))
    for (let caret = 0; caret <= text.length; caret += step) {
      mustLieIn(
        suggestTokens(text, caret, CONTEXT).map(({ span }) => span),
        text.length,
      )
    }
    const name = key === '' ? null : key
    const was = hasFilterToken(typed, name, value)
    const toggled = toggleFilterToken(typed, name, value)
    if (KNOWN.has(key) && value !== '' && !was) must(hasFilterToken(toggled, name, value), `${toggled} lacks ${value}`)
    describeFilter({ ...EVERYTHING, userId: value, texts: [typed] }, CONTEXT)
  },
}

/** Keys whose values are any text; others take only what they know. */
const KNOWN = new Set(['user', 'text', 'note', '', '-text'])

/** How far two words lie apart: the same both ways, and nothing for the same word. */
export const nearest: FuzzTarget = {
  name: 'nearest',
  seeds: ['verdict\x1fverdcit', 'user\x1fusr\x1ftext'],
  run({ parts: [left = '', right = '', ...more] }) {
    const [one, other] = [left.slice(0, 200), right.slice(0, 200)]
    must(editDistance(one, one, 3) === 0, 'a word apart from itself')
    must(editDistance(one, other, 3) === editDistance(other, one, 3), 'a distance both ways')
    const found = nearestWord(left, [right, ...more])
    must(found === null || [right, ...more].includes(found), 'a word that was not given')
  },
}
