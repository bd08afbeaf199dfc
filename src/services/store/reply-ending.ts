/** How a stored reply ended. Planned replies are kept once each and never change, so each is looked at once. */
import type { Database } from 'better-sqlite3'
import { type ReplyEnding, replyEndingSchema } from '../../core/postback.ts'

const known = new WeakMap<Database, Map<number, ReplyEnding>>()
/** More planned replies than any history has; beyond them they are simply looked at again. */
const REMEMBERED = 10_000

/** The ending of the planned reply with that id. */
export function endingOfReply(database: Database, id: number): ReplyEnding {
  const endings = known.get(database) ?? new Map<number, ReplyEnding>()
  if (endings.size === 0) known.set(database, endings)
  const found = endings.get(id)
  if (found !== undefined) return found
  const ending = readEnding(database, id)
  if (endings.size >= REMEMBERED) endings.clear()
  endings.set(id, ending)
  return ending
}

function readEnding(database: Database, id: number): ReplyEnding {
  const stored = database
    .prepare<[number]>("SELECT json_extract(content, '$[3]') FROM planned_reply WHERE id = ?")
    .pluck()
    .get(id)
  const parsed = replyEndingSchema.safeParse(stored)
  return parsed.success ? parsed.data : 'complete'
}

/** The ending as summaries carry it: only where it is another than `complete`. */
export function endingOf(ending: ReplyEnding | undefined): { readonly ending?: ReplyEnding } {
  return ending === undefined || ending === 'complete' ? {} : { ending }
}
