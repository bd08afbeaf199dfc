import type { Place } from '../../core/sending.ts'
import { readTargetUrl, type TargetUrl } from '../../core/target-url.ts'
import { words } from '../../words/words.ts'

/** Where to send, as the form has it. `confirmedHost`: the host for which the user has said yes. */
export interface DestinationDraft {
  readonly kind: Place['kind']
  readonly url: string
  readonly confirmedHost: string | null
}

export const TO_RECEIVER: DestinationDraft = { kind: 'receiver', url: '', confirmedHost: null }

/** Where the inspector itself can be reached; null where it cannot. */
export interface OwnUrls {
  readonly receiver: string | null
  readonly public: string | null
}

/** What a draft means now. */
export interface Destination {
  readonly place: Place
  /** Null where nothing can be sent; `problem` says why. */
  readonly url: TargetUrl | null
  readonly problem: string | null
  /** The host that needs the user's yes; null where none is needed. */
  readonly foreignHost: string | null
  /** The yes was given, or none is needed. */
  readonly confirmed: boolean
}

export function readDestination(draft: DestinationDraft, own: OwnUrls): Destination {
  const place: Place = draft.kind === 'url' ? { kind: 'url', url: draft.url } : { kind: draft.kind }
  const text = draft.kind === 'url' ? draft.url : draft.kind === 'public' ? own.public : own.receiver
  if (text === null) {
    const w = words().ui.sending
    const problem = draft.kind === 'public' ? w.noPublicUrl : w.notListening
    return { place, url: null, problem, foreignHost: null, confirmed: false }
  }
  const read = readTargetUrl(text)
  if (!read.ok) return { place, url: null, problem: read.sentence, foreignHost: null, confirmed: false }
  const foreign = draft.kind === 'url' && !read.url.local && !isOwn(read.url, own)
  const foreignHost = foreign ? read.url.host : null
  return {
    place,
    url: read.url,
    problem: null,
    foreignHost,
    confirmed: !foreign || draft.confirmedHost === read.url.host,
  }
}

/** As the host decides: our own public URL, typed by hand, needs no yes either. */
function isOwn(url: TargetUrl, own: OwnUrls): boolean {
  const read = own.public === null ? null : readTargetUrl(own.public)
  return read !== null && read.ok && read.url.origin === url.origin
}

/** Scheme, host and, for a public URL that has one, its path: what stands before the target in the whole URL. */
export function baseOf(draft: DestinationDraft, url: TargetUrl): string {
  return draft.kind === 'public' ? url.origin + url.path.replace(/\/+$/, '') : url.origin
}
