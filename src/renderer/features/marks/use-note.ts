import { useEffect, useEffectEvent, useRef, useState } from 'react'
import type { Client } from '../../../contract/client.ts'
import { LONGEST_NOTE, type Mark } from '../../../core/mark.ts'
import { words } from '../../../words/words.ts'
import { useClient, useConnection } from '../../lib/inspector.tsx'
import { say } from '../../lib/messages.ts'
import { useDraft } from '../../lib/use-draft.ts'
import { useOnLeave } from '../../lib/use-on-leave.ts'
import { changeMark, subject } from './change-mark.ts'

/** A note is saved when nothing was typed for this long. */
const PAUSE_MS = 800

/** Notes that could not be saved, by the request's id: kept for when it is opened again. */
const unsaved = new Map<number, string>()

export interface NoteDraft {
  readonly text: string
  /** Why it is not saved; null where it is, or will be by itself. */
  readonly error: string | null
  readonly type: (text: string) => void
  /** Saves at once what is not saved yet. */
  readonly save: () => void
}

/**
 * A note as it is typed: saved after a pause, when the field is left, when the request is closed and when the window
 * is. What cannot be saved is kept and tried again.
 */
export function useNote(id: number, mark: Mark): NoteDraft {
  const client = useClient()
  const connected = useConnection() === 'connected'
  const draft = useDraft({ note: mark.note })
  const [error, setError] = useState<string | null>(null)
  /** What stood there when the typing began: one undo takes all of it back. */
  const before = useRef(mark)
  const under = useRef<string | null>(null)
  const text = draft.value.note
  const tooLong = text.length > LONGEST_NOTE
  const due = draft.dirty && !tooLong && !(isEmpty(text) && isEmpty(mark.note))

  const save = async (typed: string): Promise<void> => {
    if (!due || under.current === typed) return
    under.current = typed
    const failure = await saveNote(client, id, before.current, typed)
    under.current = null
    setError(failure)
  }
  const saveTyped = useEffectEvent((typed: string) => void save(typed))
  const saveNewest = useEffectEvent(() => void save(text))

  useEffect(() => {
    if (!due) return
    const timer = window.setTimeout(() => saveTyped(text), PAUSE_MS)
    return () => window.clearTimeout(timer)
  }, [text, due])
  useEffect(() => {
    if (connected) saveNewest()
  }, [connected])
  useEffect(() => {
    const leave = (): void => saveNewest()
    window.addEventListener('pagehide', leave)
    return () => window.removeEventListener('pagehide', leave)
  }, [])
  const restore = useEffectEvent(() => {
    const kept = unsaved.get(id)
    if (kept !== undefined) draft.set(() => ({ note: kept }))
  })
  useEffect(() => restore(), [])
  useOnLeave(() => {
    if (tooLong) {
      unsaved.set(id, text)
      say(words().marks.note.leftTooLong(id), { severity: 'error', subject })
    } else void save(text)
  })

  return {
    text,
    error: tooLong ? words().marks.note.tooLong(LONGEST_NOTE, text.length) : error,
    type: (next) => {
      if (!draft.dirty) before.current = mark
      setError(null)
      unsaved.delete(id)
      draft.set(() => ({ note: next }))
    },
    save: () => void save(text),
  }
}

/** Answers what went wrong, in words; null where it is saved. */
async function saveNote(client: Client, id: number, before: Mark, note: string): Promise<string | null> {
  unsaved.set(id, note)
  const w = words().marks.note
  const done = isEmpty(note) ? w.removed : w.saved
  if (!(await changeMark(client, id, before, { note }, done))) return w.notSaved
  unsaved.delete(id)
  return null
}

/** A note of nothing but white space is none. */
function isEmpty(note: string): boolean {
  return note.trim() === ''
}
