import { bodyProblem, methodProblem, targetProblem, typedTarget } from '../../../core/compose.ts'
import type { PostbackDetail } from '../../../core/postback.ts'
import { headersAsText, headersForResending, headersFromText, targetAt } from '../../../core/resend.ts'
import type { TargetUrl } from '../../../core/target-url.ts'
import { words } from '../../../words/words.ts'
import { base64ToHex, base64ToText, hexToBase64, textToBase64 } from '../../lib/bytes.ts'

export type BodyForm = 'stored' | 'text' | 'hex'

/** What the user changed; null is what was stored, fitted to where it goes. */
export interface ReplayDraft {
  readonly method: string | null
  readonly target: string | null
  readonly headers: string | null
  readonly bodyForm: BodyForm
  readonly text: string
  readonly hex: string
}

/** A body larger than this is sent as it was stored or not at all: nobody edits it in a form. */
export const MOST_EDITABLE_BASE64 = 88 * 1024

export function untouched(detail: PostbackDetail): ReplayDraft {
  const editable = detail.bodyBase64.length <= MOST_EDITABLE_BASE64
  return {
    method: null,
    target: null,
    headers: null,
    bodyForm: 'stored',
    text: (editable ? base64ToText(detail.bodyBase64) : null) ?? '',
    hex: editable ? base64ToHex(detail.bodyBase64) : '',
  }
}

export interface ReplayErrors {
  readonly method?: string
  readonly target?: string
  readonly headers?: string
  readonly body?: string
}

/** What is shown in the form and what is sent. `url` is null while no place is known. */
export interface ReadReplay {
  readonly method: string
  readonly target: string
  readonly headers: string
  readonly edits: { method?: string; target?: string; rawHeaders?: string[]; bodyBase64?: string }
  readonly errors: ReplayErrors
}

/** A draft as it goes to this place. `typedPlace`: the URL was typed, so its path takes the place of the stored one. */
export function readReplay(
  draft: ReplayDraft,
  detail: PostbackDetail,
  url: TargetUrl | null,
  typedPlace: boolean,
): ReadReplay {
  const stored = detail.target ?? ''
  const method = draft.method ?? detail.method ?? ''
  const target = draft.target ?? (url && typedPlace ? targetAt(url, stored) : stored)
  const headers = draft.headers ?? headersAsText(headersForResending(detail.rawHeaders, url?.origin ?? 'http://'))
  const errors: { -readonly [Key in keyof ReplayErrors]: string } = {}
  const edits: ReadReplay['edits'] = {}

  if (draft.method !== null) {
    const problem = methodProblem(method)
    if (problem !== null) errors.method = problem
    edits.method = method
  }
  if (draft.target !== null) {
    const bytes = typedTarget(target)
    const problem = targetProblem(bytes)
    if (problem !== null) errors.target = problem
    edits.target = bytes
  }
  if (draft.headers !== null) {
    const read = headersFromText(headers)
    if (read.ok) edits.rawHeaders = read.rawHeaders
    else errors.headers = read.sentence
  }
  if (draft.bodyForm === 'text') edits.bodyBase64 = textToBase64(draft.text)
  if (draft.bodyForm === 'hex') {
    const bytes = hexToBase64(draft.hex)
    if (bytes === null) errors.body = words().replay.fields.wrongHex
    else edits.bodyBase64 = bytes
  }
  const tooLong = edits.bodyBase64 === undefined ? null : bodyProblem(edits.bodyBase64)
  if (tooLong !== null) errors.body = tooLong
  return { method, target, headers, edits, errors }
}
