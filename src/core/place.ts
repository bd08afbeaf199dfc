import { z } from 'zod'

/** The screen's views, in the order of its navigation. */
export const VIEWS = [
  'postbacks',
  'insights',
  'verify',
  'users',
  'simulator',
  'endpoints',
  'tunnel',
  'settings',
  'help',
] as const
export type View = (typeof VIEWS)[number]

/** Where the screen is: a view, and what is looked at there (a postback's number, an endpoint's id, a help page …). */
export const placeSchema = z.object({ view: z.enum(VIEWS), id: z.string().min(1).max(200).nullable() })
export type Place = z.infer<typeof placeSchema>

/** What stands behind the screen's address for a place: `#/postbacks`, `#/postbacks/123`, `#/endpoints/<id>`. */
export function hashOf({ view, id }: Place): string {
  return id === null ? `#/${view}` : `#/${view}/${encodeURIComponent(id)}`
}

/** What stands there in the window that one postback has for itself. */
export function ownWindowHash(id: number): string {
  return `#/window/postback/${String(id)}`
}

/** The postback whose own window this is; null for every other place. */
export function ownWindowId(hash: string): number | null {
  const [, id] = /^#\/window\/postback\/(\d+)$/.exec(hash) ?? []
  return id === undefined ? null : postbackNumber(id)
}

/** The postback that a place shows; null where it shows none. */
export function shownPostbackId({ view, id }: Place): number | null {
  return view === 'postbacks' && id !== null ? postbackNumber(id) : null
}

/** The postback that is shown behind such an address, beside the list or in its own window; null where none is. */
export function postbackAt(hash: string): number | null {
  const [, id] = /^#\/postbacks\/(\d+)$/.exec(hash) ?? []
  return id === undefined ? ownWindowId(hash) : postbackNumber(id)
}

function postbackNumber(id: string): number | null {
  return /^[1-9]\d{0,14}$/.test(id) ? Number(id) : null
}
