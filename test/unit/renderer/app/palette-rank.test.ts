import { describe, expect, it } from 'vitest'
import { rankOf } from '../../../../src/renderer/app/palette-rank.ts'
import { ACTIONS, type ActionId } from '../../../../src/renderer/lib/actions/action-table.ts'

// The keys of an object are strings to the compiler; these are the table's own.
const IDS = Object.keys(ACTIONS) as ActionId[]

/** The ids that fit, the best first. */
function found(typed: string, recent: readonly ActionId[] = []): readonly ActionId[] {
  const ranked = IDS.map((id) => {
    const { title, group, words } = ACTIONS[id]
    const place = recent.indexOf(id)
    return { id, rank: rankOf({ title, words: `${group} ${words}` }, typed, place === -1 ? 0 : 1 / (place + 1)) }
  })
  return ranked
    .filter(({ rank }) => rank > 0)
    .toSorted((a, b) => b.rank - a.rank)
    .map(({ id }) => id)
}

describe('the palette', () => {
  it.each([
    ['curl', 'postback.copyCurl'],
    ['dark', 'theme.dark'],
    ['night', 'theme.dark'],
    ['bookmark', 'postback.pin'],
    ['backup', 'export.archive'],
    ['resend', 'postback.replay'],
    ['hotkeys', 'keys.show'],
    ['ctdu', 'dashboard-url.copy'],
    ['export csv', 'export.csv'],
    ['settings', 'view.settings'],
  ] satisfies [string, ActionId][])('finds by “%s” first of all %s', (typed, id) => {
    expect(found(typed)[0]).toBe(id)
  })

  it('wants every word that was typed', () => {
    expect(found('copy moon')).toEqual([])
    expect(found('  COPY   har ')[0]).toBe('postback.copyHar')
  })

  it('puts what was done last first among what fits as well', () => {
    expect(found('copy as')[0]).toBe('postback.copyCurl')
    expect(found('copy as', ['test.send', 'postback.copyHar'])[0]).toBe('postback.copyHar')
  })

  it('has everything in its order while nothing is typed', () => {
    expect(found('')).toEqual(IDS)
  })
})
