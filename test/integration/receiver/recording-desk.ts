import type { CaptureDesk } from '../../../src/core/ports.ts'
import type { CapturedRequest, PlannedReply, RelayedReply, ReplyOutcome } from '../../../src/core/postback.ts'

export const OK_REPLY: PlannedReply = {
  status: 200,
  headers: [['Content-Type', 'text/plain']],
  body: 'OK',
  delayMs: 0,
}

export interface Kept {
  readonly id: number
  readonly request: CapturedRequest
  readonly reply: PlannedReply
}

/** A desk that keeps everything in memory and can be awaited. */
export interface RecordingDesk extends CaptureDesk {
  readonly kept: readonly Kept[]
  /** What the next requests are answered with. */
  reply: PlannedReply
  /** Resolves with the nth capture (from 1) as soon as the receiver asks for it. */
  captured(nth?: number): Promise<Kept>
  /** Resolves with what became of the reply to the nth capture (from 1). */
  outcome(nth?: number): Promise<ReplyOutcome>
  readonly outcomes: ReadonlyMap<number, ReplyOutcome>
}

/** `store` decides when, and whether, a capture is on disk; at once unless given. */
export function recordingDesk(
  options: {
    store?: (id: number) => Promise<void>
    probe?: (target: string) => string | null
    relay?: (id: number) => RelayedReply | null
  } = {},
): RecordingDesk {
  const kept: Kept[] = []
  const outcomes = new Map<number, ReplyOutcome>()
  const waiting = new Set<() => void>()
  const changed = (): void => {
    for (const look of waiting) look()
  }
  const until = <T>(find: () => T | undefined): Promise<T> =>
    new Promise((resolve) => {
      const look = (): void => {
        const found = find()
        if (found === undefined) return
        waiting.delete(look)
        resolve(found)
      }
      waiting.add(look)
      look()
    })

  const desk: RecordingDesk = {
    kept,
    outcomes,
    reply: OK_REPLY,
    planReply: () => desk.reply,
    async capture(request, reply) {
      const id = kept.length + 1
      kept.push({ id, request, reply })
      changed()
      await options.store?.(id)
      return id
    },
    replied(id, outcome) {
      outcomes.set(id, outcome)
      changed()
    },
    relay: (id) => Promise.resolve(options.relay?.(id) ?? null),
    answerProbe: (target) => options.probe?.(target) ?? null,
    captured: (nth = 1) => until(() => kept[nth - 1]),
    outcome: (nth = 1) => until(() => outcomes.get(nth)),
  }
  return desk
}

/** A desk whose first capture is on disk only when `commit` is called; all others at once. */
export function firstHeldBack(): { readonly desk: RecordingDesk; readonly commit: () => void } {
  let commit: () => void = () => undefined
  const held = new Promise<void>((resolve) => {
    commit = resolve
  })
  return { desk: recordingDesk({ store: (id) => (id === 1 ? held : Promise.resolve()) }), commit: () => commit() }
}
