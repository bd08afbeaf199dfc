import { useEffectEvent, useLayoutEffect, useSyncExternalStore } from 'react'
import type { KeySettings } from '../../core/key-settings.ts'
import { words } from '../../words/words.ts'
import { ACTIONS, type ActionId, entryOf } from './actions/action-table.ts'
import { createExternalStore } from './external-store.ts'
import { isPress, type Press, parseCombo } from './key-combo.ts'
import { keySettings, presentKeys } from './present-keys.ts'

/** Something the user can do now: by its key, and by its name in the palette. */
export interface Action {
  /** `noun.verb`, unique among what is on the screen. */
  readonly id: string
  /** A plain command: “Copy the dashboard URL”. */
  readonly title: string
  /** The keys that it comes with; what it has now says `keysOf`. */
  readonly key?: string | readonly string[]
  /** Where the list of keys files it, as it is called there; “General” where it is left out. */
  readonly group?: string
  /** Other words that find it in the palette. */
  readonly words?: string
  /** Holding the key down does it again and again: for moving through a list. */
  readonly repeats?: boolean
  readonly run: () => void
}

/** An action of the table; what is given here stands in the place of what the table says. */
type TableAction = Pick<Action, 'run'> & { readonly id: ActionId } & Partial<Pick<Action, 'title' | 'key'>>
/** An action that is made of data, such as a saved view: it has no key, and its id is `noun:name`. */
type DataAction = Pick<Action, 'run' | 'title' | 'group' | 'words'> & { readonly id: `${string}:${string}` }

/** Every action of the components that are mounted now, in the order in which they came. */
export const actions = createExternalStore<readonly Action[]>([])

/** A sequence's second key is waited for this long. */
const SEQUENCE_MS = 2000

/** Registers an action while the component is mounted; its newest `run` is called. Pass null to leave it out. */
export function useAction(action: TableAction | DataAction | null): void {
  const run = useEffectEvent(() => action?.run())
  const given: Partial<Action> = action ?? {}
  const id = given.id ?? null
  const entry = id === null ? undefined : entryOf(id)
  const title = given.title ?? entry?.title ?? ''
  const group = given.group ?? entry?.group ?? words().actions.groups.general
  const others = given.words ?? entry?.words ?? ''
  const repeats = entry?.repeats ?? false
  const keys = listOf(given.key ?? entry?.keys).join('\n')
  // Before the paint: a key pressed at what can be seen must find its action.
  useLayoutEffect(() => {
    if (id === null) return
    const key = keys === '' ? [] : keys.split('\n')
    const registered: Action = { id, title, group, words: others, repeats, key, run: () => run() }
    actions.update((all) => [...all, registered])
    return () => actions.update((all) => all.filter((other) => other !== registered))
  }, [id, title, group, others, repeats, keys])
}

/** The keys that do an action now, as the user has chosen them. */
export function keysOf(action: Pick<Action, 'id' | 'key'>): readonly string[] {
  return presentKeys(action.id, listOf(action.key), keySettings.get())
}

/** The first key that an action has, or will have where it is possible; null where it has none. */
export function keyOf(id: ActionId): string | null {
  return presentKeys(id, ACTIONS[id].keys, keySettings.get())[0] ?? null
}

/** The present keys of an action by its id; none where it is not possible now. */
export function useKeysOf(id: ActionId | undefined): readonly string[] {
  const read = (): string => {
    const found = id === undefined ? undefined : actions.get().findLast((action) => action.id === id)
    // A text, so that only another one draws anew.
    return found ? keysOf(found).join('\n') : ''
  }
  const keys = useSyncExternalStore(subscribe, read)
  return keys === '' ? [] : keys.split('\n')
}

function subscribe(listener: () => void): () => void {
  const ends = [actions.subscribe(listener), keySettings.subscribe(listener)]
  return () => {
    for (const end of ends) end()
  }
}

function listOf(key: string | readonly string[] | undefined): readonly string[] {
  if (key === undefined) return []
  return typeof key === 'string' ? [key] : key
}

/** Listens for the keys of all registered actions, as `settings` has them. Stands once, in the frame of each window. */
export function useKeyListener(settings: KeySettings): void {
  useLayoutEffect(() => keySettings.set(settings), [settings])
  useLayoutEffect(() => {
    let earlier: { event: KeyboardEvent; at: number } | null = null
    const listen = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.isComposing || isModifier(event.key)) return
      if (document.querySelector('dialog[open]')) return
      const before = earlier && event.timeStamp - earlier.at < SEQUENCE_MS ? earlier.event : null
      earlier = null
      const found = findAction(event, before)
      if (found) {
        event.preventDefault()
        if (!event.repeat || found.repeats) found.run()
      } else if (!isTyping(event)) {
        earlier = { event, at: event.timeStamp }
      }
    }
    window.addEventListener('keydown', listen)
    return () => window.removeEventListener('keydown', listen)
  }, [])
}

/** The newest registered action that this press, or this press after the one before it, stands for. */
function findAction(event: KeyboardEvent, before: KeyboardEvent | null): Action | undefined {
  const matches = (presses: readonly Press[]): boolean => {
    const [first, second] = presses
    if (!first || !mayAct(event, second ?? first)) return false
    return second ? before !== null && isPress(before, first) && isPress(event, second) : isPress(event, first)
  }
  const all = actions.get()
  const sequence = (length: number) => (action: Action) =>
    keysOf(action).some((combo) => {
      const presses = parseCombo(combo)
      return presses.length === length && matches(presses)
    })
  const ended = all.findLast(sequence(2))
  if (ended || (before !== null && beginsSequence(before, all))) return ended
  return all.findLast(sequence(1))
}

/** What ends no sequence after such a press is a slip: `c t` where nothing is to copy must not do what `t` does. */
function beginsSequence(press: KeyboardEvent, all: readonly Action[]): boolean {
  return all.some((action) =>
    keysOf(action).some((combo) => {
      const [first, second] = parseCombo(combo)
      return first !== undefined && second !== undefined && isPress(press, first)
    }),
  )
}

/** Keys without Ctrl belong to what has the focus where that takes text, and Enter and Space to buttons. */
function mayAct(event: KeyboardEvent, press: Press): boolean {
  if (press.mod && press.key !== 'z') return true
  if (/^f\d+$/.test(press.key)) return true
  if (isTyping(event)) return false
  const onControl = event.target instanceof Element && event.target.closest('button, a[href], summary, [role="menu"]')
  return !(onControl && (press.key === 'enter' || press.key === ' '))
}

function isTyping(event: KeyboardEvent): boolean {
  const { target } = event
  if (!(target instanceof HTMLElement)) return false
  if (target.isContentEditable || target.closest('[role="menu"]')) return true
  if (target instanceof HTMLInputElement) return !['checkbox', 'radio', 'button', 'range'].includes(target.type)
  return target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement
}

function isModifier(key: string): boolean {
  return key === 'Control' || key === 'Shift' || key === 'Alt' || key === 'Meta'
}
