import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { ROLE_MENU_KEYS, VIEW_MENU_KEYS } from '../../../../src/contract/menu-keys.ts'
import { OWN_KEYS } from '../../../../src/core/key-settings.ts'
import { ACTIONS, type ActionId } from '../../../../src/renderer/lib/actions/action-table.ts'
import { conflictsOf, type KeyedAction } from '../../../../src/renderer/lib/key-conflicts.ts'
import { keyRefusal } from '../../../../src/renderer/lib/key-rules.ts'
import { chosenKeys, presentKeys } from '../../../../src/renderer/lib/present-keys.ts'
import { ROOT } from '../../../support/serve-process.ts'

// The keys of an object are strings to the compiler; these are the table's own.
const IDS = Object.keys(ACTIONS) as ActionId[]

/** An action of the table as it comes, or with other keys. */
function keyed(id: ActionId, chosen: readonly string[] = ACTIONS[id].keys): KeyedAction {
  const { title, places, keys } = ACTIONS[id]
  return { id, title, places, own: keys, chosen }
}

const ALL = IDS.map((id) => keyed(id))
const taken = (combo: string, id: ActionId, all = ALL): readonly (readonly [string, string])[] =>
  conflictsOf(combo, keyed(id), all).map(({ action, how }) => [action.id, how])

describe('a new key', () => {
  it.each([
    ['tab', /trap/],
    ['shift+tab', /trap/],
    ['escape', /innermost/],
    ['enter', /focus/],
    ['space', /focus/],
    ['arrowdown', /moves in lists/],
    ['pageup', /moves in lists/],
    ['mod+c', /system/],
    ['mod+w', /system/],
    ['mod+shift+z', /system/],
    ['mod+3', /menu “Go”/],
    ['f1', /menu “Go”/],
    ['f5', /browsers/],
    ['mod+t', /browsers/],
    ['alt+f', /menu or writes/],
    ['mod+alt+e', /menu or writes/],
    ['audiovolumeup', /no key/],
    ['g enter', /focus/],
    ['mod+j g', /sequence/],
    ['a b c', /one press, or two/],
  ])('%s is refused with a sentence that says why', (combo, why) => {
    expect(keyRefusal(combo)).toMatch(why)
  })

  it.each(['q', 'shift+q', '?', '+', 'mod+j', 'f2', 'shift+f9', 'mod+enter', 'delete', 'g q', 'ж', '. .'])(
    '%s is allowed',
    (combo) => {
      expect(keyRefusal(combo)).toBeNull()
    },
  )

  it('is never one of the app’s own menu', () => {
    for (const combo of [...Object.values(VIEW_MENU_KEYS), ...ROLE_MENU_KEYS]) {
      expect(keyRefusal(combo), combo).not.toBeNull()
    }
  })
})

describe('a key that another action has', () => {
  it('is named where both can be possible at one time', () => {
    expect(taken('t', 'postback.pin')).toEqual([['test.send', 'same']])
    expect(taken('p', 'test.send')).toEqual([['list.pause', 'same']])
    expect(taken('j', 'postback.pin'), 'the list stands beside the open postback').toEqual([['list.next', 'same']])
    expect(taken('mod+k', 'detail.find')).toEqual([['palette.open', 'same']])
  })

  it('is free where the other one is of another view', () => {
    // `n` is a new expectation in Verify and a new endpoint in Endpoints.
    expect(taken('n', 'list.pause')).toEqual([])
    expect(taken('n', 'test.send').map(([id]) => id)).toEqual(['expectation.new', 'endpoint.add'])
  })

  it('conflicts where it begins a sequence, or is the beginning of one', () => {
    const begun = taken('g', 'list.pause')
    expect(begun).toContainEqual(['view.postbacks', 'begins'])
    expect(begun.every(([, how]) => how === 'begins')).toBe(true)
    expect(taken('p p', 'test.send')).toEqual([['list.pause', 'begun']])
    expect(taken('g z', 'test.send')).toEqual([])
  })

  it('is told by the keys that the user has chosen, not by those it comes with', () => {
    const moved = ALL.map((action) => (action.id === 'test.send' ? keyed('test.send', ['z']) : action))
    expect(taken('t', 'postback.pin', moved)).toEqual([])
    expect(taken('z', 'postback.pin', moved)).toEqual([['test.send', 'same']])
  })

  it('is no conflict between two that share it from the start', () => {
    expect(taken('h x', 'history.keep')).toEqual([])
    expect(taken('h x', 'test.send').map(([id]) => id)).toEqual(['history.keep', 'history.stopClearing'])
  })
})

describe('the keys that an action comes with', () => {
  it('do not get in each other’s way, Esc aside', () => {
    const clashes = ALL.flatMap((action) =>
      action.own
        .filter((combo) => combo !== 'escape')
        .flatMap((combo) =>
          conflictsOf(combo, action, ALL).map((other) => `${combo}: ${action.id}, ${other.action.id}`),
        ),
    )
    expect(clashes).toEqual([])
  })

  it('could be given by the user as well, but for undo and Esc', () => {
    const refused = ALL.flatMap(({ own }) => own.filter((combo) => keyRefusal(combo) !== null))
    expect(new Set(refused)).toEqual(new Set(['mod+z', 'escape']))
  })
})

describe('the keys that an action has', () => {
  const settings = (changed: Record<string, string[]>, single = true) => ({ changed, single })

  it('are its own, or those that the user gave it in their place, or none', () => {
    expect(presentKeys('test.send', ['t'], OWN_KEYS)).toEqual(['t'])
    expect(presentKeys('test.send', ['t'], settings({ 'test.send': ['y', 'mod+j'] }))).toEqual(['y', 'mod+j'])
    expect(presentKeys('test.send', ['t'], settings({ 'test.send': [] }))).toEqual([])
    expect(presentKeys('constructor', ['t'], OWN_KEYS)).toEqual(['t'])
  })

  it('keep Esc, whatever is stored', () => {
    expect(presentKeys('postback.close', ['escape'], settings({ 'postback.close': [] }))).toEqual(['escape'])
    expect(presentKeys('postback.close', ['escape'], settings({ 'postback.close': ['q'] }))).toEqual(['q', 'escape'])
    expect(presentKeys('test.send', ['t'], settings({ 'test.send': ['escape'] }))).toEqual([])
  })

  it('are never one that is refused, though it was stored', () => {
    expect(presentKeys('test.send', ['t'], settings({ 'test.send': ['mod+c', 'tab', '', 'y'] }))).toEqual(['y'])
    expect(presentKeys('change.undo', ['mod+z'], settings({ 'change.undo': ['mod+z', 'y'] }))).toEqual(['mod+z', 'y'])
  })

  it('are without letters and signs alone where the user has switched them off', () => {
    const off = settings({ 'test.send': ['y', 'g y', '?', 'shift+y', 'mod+j', 'f2'] }, false)
    expect(presentKeys('test.send', ['t'], off)).toEqual(['mod+j', 'f2'])
    expect(chosenKeys('test.send', ['t'], off)).toHaveLength(6)
    expect(presentKeys('postback.remove', ['delete'], off)).toEqual(['delete'])
  })
})

describe('the table of actions', () => {
  const FOLDER = join(ROOT, 'src/renderer')
  const sources = readdirSync(FOLDER, { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.tsx?$/.test(path) && !path.startsWith('lib/actions/'))
    .map((path) => ({ path, text: readFileSync(join(FOLDER, path), 'utf8') }))

  it('has nothing that no part of the screen does', () => {
    const text = sources.map((source) => source.text).join('\n')
    // Ids that are put together of a name that the table has too.
    const made = ['view.', 'export.', 'postback.colour.', 'insights.span.', 'folder.'].filter((start) =>
      text.includes(`id: \`${start}\${`),
    )
    const undone = IDS.filter((id) => !text.includes(`id: '${id}'`) && !made.some((start) => id.startsWith(start)))
    expect(undone).toEqual([])
  })

  it('is where all keys come from: what the screen shows is asked by the action’s id', () => {
    const written = sources.flatMap(({ path, text }) =>
      [...text.matchAll(/(?:shortcut|combo)="[^"]+"|\bshortcut: '/g)].map(([found]) => `${path}: ${found}`),
    )
    expect(written).toEqual([])
    // What a field has of itself: the way through what was found.
    const fixed = sources.filter(({ text }) => /fixedKey="/.test(text)).map(({ path }) => path)
    expect(fixed).toEqual(['features/postbacks/detail/find/find-bar.tsx'])
  })
})
