import { useEffectEvent, useLayoutEffect } from 'react'
import { createExternalStore } from './external-store.ts'
import { isPress, type Press, parseCombo } from './key-combo.ts'

/** Something the user can do from anywhere: by its key, and by its name in the palette. */
export interface Action {
  /** `noun.verb`, unique among what is on the screen. */
  readonly id: string
  /** A plain command: “Copy the dashboard URL”. */
  readonly title: string
  /** `mod+k`, `?`, `g p`; see `parseCombo`. Other keys for the same may stand behind it. */
  readonly key?: string | readonly string[]
  /** Where the list of keys files it; “General” where it is left out. */
  readonly group?: string
  /** Holding the key down does it again and again: for moving through a list. */
  readonly repeats?: boolean
  readonly run: () => void
}

/** Every action of the components that are mounted now, in the order in which they came. */
export const actions = createExternalStore<readonly Action[]>([])

/** A sequence's second key is waited for this long. */
const SEQUENCE_MS = 2000

/** Registers an action while the component is mounted; its newest `run` is called. Pass null to leave it out. */
export function useAction(action: Action | null): void {
  const run = useEffectEvent(() => action?.run())
  const id = action?.id ?? null
  const title = action?.title ?? ''
  const group = action?.group ?? 'General'
  const repeats = action?.repeats ?? false
  const keys = keysOf(action).join('\n')
  // Before the paint: a key pressed at what can be seen must find its action.
  useLayoutEffect(() => {
    if (id === null) return
    const key = keys === '' ? [] : keys.split('\n')
    const registered: Action = { id, title, group, repeats, key, run: () => run() }
    actions.update((all) => [...all, registered])
    return () => actions.update((all) => all.filter((other) => other !== registered))
  }, [id, title, group, repeats, keys])
}

/** Registers a key alone. It is listed under `?` and found in the palette like every action. */
export function useKey(combo: string, description: string, handler: () => void): void {
  useAction({ id: `key:${combo}`, title: description, key: combo, run: handler })
}

export function keysOf(action: Action | null): readonly string[] {
  const key = action?.key
  if (key === undefined) return []
  return typeof key === 'string' ? [key] : key
}

/** Listens for the keys of all registered actions. Stands once, in the shell. */
export function useKeyListener(): void {
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
