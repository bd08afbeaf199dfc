import { words } from '../../words/words.ts'
import { createExternalStore } from './external-store.ts'

/** A short-lived message: what was done or what went wrong, and where it can be undone, the way back. */
export interface Message {
  readonly id: number
  readonly severity: 'info' | 'error'
  /** What it is about: a newer message about the same takes its place. */
  readonly subject: string | null
  readonly text: string
  readonly action: { readonly label: string; readonly run: () => void } | null
}

/** How many messages stand at once; older ones give way. */
const MOST_MESSAGES = 3

export const messages = createExternalStore<readonly Message[]>([])
let lastId = 0

/** Shows a message in the corner and has screen readers speak it. Answers with its id, for `unsay`. */
export function say(text: string, options: Partial<Pick<Message, 'severity' | 'subject' | 'action'>> = {}): number {
  lastId += 1
  const message: Message = {
    id: lastId,
    severity: options.severity ?? 'info',
    subject: options.subject ?? null,
    text,
    action: options.action ?? null,
  }
  messages.update((all) => {
    const others = all.filter(({ subject }) => subject === null || subject !== message.subject)
    return [...others.slice(1 - MOST_MESSAGES), message]
  })
  return message.id
}

/** Takes a message away; nothing happens where it is gone already. */
export function unsay(id: number): void {
  messages.update((all) => (all.some((message) => message.id === id) ? all.filter((m) => m.id !== id) : all))
}

/** Takes away what is said about a subject, where it holds no more. */
export function unsayAbout(subject: string): void {
  messages.update((all) => (all.some((m) => m.subject === subject) ? all.filter((m) => m.subject !== subject) : all))
}

/** Runs the newest message's way back. False where there is none. */
export function undoNewest(): boolean {
  const newest = messages.get().findLast((message) => message.action)
  if (!newest?.action) return false
  unsay(newest.id)
  newest.action.run()
  return true
}

/** The sentence in whatever was thrown. */
export function sentenceOf(error: unknown): string {
  return error instanceof Error && error.message ? error.message : words().ui.host.wentWrong
}
