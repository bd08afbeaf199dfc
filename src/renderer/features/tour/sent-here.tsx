import type { PostbackDetail } from '../../../core/postback.ts'
import { words } from '../../../words/words.ts'

/** What the inspector's own test postback and its tour call themselves; see app/test-postback.ts and use-tour.ts. */
const OWN_AGENT = /^adjump-inspector\/[\w.-]{1,40}( \(tour\))?$/

/** Says of a postback that it came from an inspector and not from Adjump, as far as its User-Agent tells. */
export function SentHere({ detail: { kind, rawHeaders } }: { detail: PostbackDetail }) {
  const own = kind === 'postback' ? ownAgent(rawHeaders) : null
  if (own === null) return null
  return <p className="border-t border-line px-4 py-2 text-s text-muted">{words().tour.sentHere[own]}</p>
}

/** Name, value, name, value …: what the User-Agent says, null where it is somebody else's. */
export function ownAgent(rawHeaders: readonly string[]): 'tour' | 'test' | null {
  const at = rawHeaders.findIndex((text, index) => index % 2 === 0 && text.toLowerCase() === 'user-agent')
  const match = OWN_AGENT.exec(at < 0 ? '' : (rawHeaders[at + 1] ?? ''))
  if (match === null) return null
  return match[1] === undefined ? 'test' : 'tour'
}
