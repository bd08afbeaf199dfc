import type { PostbackDetail } from './postback.ts'

/** A stored request's headers. `template` is one object for all requests that share it. */
export interface StoredHeaders {
  /** Name, value, name, value …; null for a value that each request has of its own. Null: nothing of the list is shared. */
  readonly template: readonly (string | null)[] | null
  /** The values for the template's nulls, in order; without a template the whole list, name, value, name, value … */
  readonly own: readonly string[]
}

/** What a request was answered: one object for all that were planned the same reply. */
export interface StoredReply {
  readonly headers: readonly [string, string][]
  readonly body: string
}

/** All of a `PostbackDetail` but for headers and reply. */
export type DetailStem = Omit<PostbackDetail, 'rawHeaders' | 'replyHeaders' | 'replyBody'>

/**
 * A stored request as an export takes it: what many requests have in common is one object for all of them, so that whoever
 * writes a million of them writes it out once.
 */
export interface StoredRecord extends DetailStem {
  readonly headers: StoredHeaders
  readonly sent: StoredReply
}

/** The same without anything shared. */
export function detailOf({ headers, sent, ...stem }: StoredRecord): PostbackDetail {
  return { ...stem, rawHeaders: wholeList(headers), replyHeaders: sent.headers, replyBody: sent.body }
}

/** Name, value, name, value … */
export function wholeList({ template, own }: StoredHeaders): readonly string[] {
  if (template === null) return own
  let next = 0
  return template.map((part) => part ?? own[next++] ?? '')
}

/** No text of bytes has it, and no format has another form for it. */
const HOLE = '\ue000'

const heldOpen = new WeakMap<object, WeakMap<readonly (string | null)[], readonly string[]>>()

/**
 * A template written out by `write`, cut where the requests' own values go. Each writer does that once for a template:
 * `write` is known by its identity. It must leave a private-use character as it is.
 */
export function templatePieces(
  template: readonly (string | null)[],
  write: (rawHeaders: readonly string[]) => string,
): readonly string[] {
  let pieces = heldOpen.get(write)
  if (pieces === undefined) heldOpen.set(write, (pieces = new WeakMap()))
  const known = pieces.get(template)
  if (known !== undefined) return known
  const cut = write(template.map((part) => part ?? HOLE)).split(HOLE)
  pieces.set(template, cut)
  return cut
}
