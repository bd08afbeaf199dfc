import { z } from 'zod'
import { type Place, VIEWS } from './place.ts'

/** The scheme that the installed desktop app answers to. */
export const LINK_SCHEME = 'adjump-inspector'
/** Every link that means something is far shorter. */
const LONGEST_LINK = 200

const SHAPE = /^adjump-inspector:\/\/([a-z\d-]+(?:\/[a-z\d-]+)?)\/?$/

/** What may stand behind the scheme, part by part: there is nothing else, no query and no fragment. */
const partsSchema = z.union([
  z
    .tuple([z.literal('postback'), z.string().regex(/^[1-9]\d{0,14}$/)])
    .transform(([, id]): Place => ({ view: 'postbacks', id })),
  z.tuple([z.literal('expectation'), z.uuid()]).transform(([, id]): Place => ({ view: 'verify', id })),
  z.tuple([z.enum(VIEWS)]).transform(([view]): Place => ({ view, id: null })),
])

/**
 * Where a link leads: `adjump-inspector://postback/123`, `…://expectation/<id>`, or a view's name (`…://tunnel`). Null
 * for everything else: whoever wrote the link is a stranger, and it can name a place and nothing more.
 */
export function readLink(link: string): Place | null {
  if (link.length > LONGEST_LINK) return null
  const [, path] = SHAPE.exec(link) ?? []
  const parsed = partsSchema.safeParse(path?.split('/'))
  return parsed.success ? parsed.data : null
}

/** The link to a postback of this history. */
export function linkToPostback(id: number): string {
  return `${LINK_SCHEME}://postback/${String(id)}`
}

/** The first link among a program's arguments, whatever it is worth; null where there is none. */
export function linkAmong(args: readonly string[]): string | null {
  return args.find((arg) => arg.slice(0, LINK_SCHEME.length + 1).toLowerCase() === `${LINK_SCHEME}:`) ?? null
}
