import { bodyProblem, type ComposedParam, composeTarget, targetProblem, typedTarget } from '../../../core/compose.ts'
import type { Endpoint } from '../../../core/endpoint.ts'
import { headersFromText } from '../../../core/resend.ts'
import type { TargetUrl } from '../../../core/target-url.ts'
import { words } from '../../../words/words.ts'
import { textToBase64 } from '../../lib/bytes.ts'
import { type DestinationDraft, TO_RECEIVER } from '../../lib/destination.ts'
import { createExternalStore } from '../../lib/external-store.ts'
import { PLAN_ONCE, type PlanDraft } from '../../ui/sending/plan-fields.tsx'

/** The simulator's form as it is typed. */
export interface Composition {
  readonly destination: DestinationDraft
  /** Null: the first endpoint. */
  readonly endpointId: string | null
  readonly userId: string
  readonly rewardAmount: string
  /** Parameters that are not sent at all. */
  readonly leftOut: readonly ('userId' | 'rewardAmount')[]
  /** By field: the mapped extra fields; what is empty is left out. */
  readonly extras: Readonly<Record<string, string>>
  readonly more: readonly { readonly id: number; readonly name: string; readonly value: string }[]
  readonly method: string
  readonly userAgent: string
  readonly headers: string
  readonly body: string
  /** Typed by hand, in place of the composed target; null: composed. */
  readonly rawTarget: string | null
  readonly plan: PlanDraft
}

/** Kept while the screen is open, so that looking at another view loses nothing. */
export const composition = createExternalStore<Composition>({
  destination: TO_RECEIVER,
  endpointId: null,
  userId: 'u_1001',
  rewardAmount: '12.50',
  leftOut: [],
  extras: {},
  more: [],
  method: 'GET',
  userAgent: '',
  headers: '',
  body: '',
  rawTarget: null,
  plan: PLAN_ONCE,
})

export const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'OPTIONS'] as const

export interface ComposedRequest {
  readonly target: string
  /** Without `Host`, which is the place's. */
  readonly rawHeaders: readonly string[]
  readonly bodyBase64: string
  readonly errors: { readonly target?: string; readonly headers?: string; readonly body?: string }
}

/** The request that a form stands for, at the place it goes to. */
export function composeRequest(form: Composition, endpoint: Endpoint, url: TargetUrl | null): ComposedRequest {
  const target = form.rawTarget === null ? composedTarget(form, endpoint, url) : typedTarget(form.rawTarget)
  const read = headersFromText(form.headers)
  const errors: { target?: string; headers?: string; body?: string } = {}
  const wrongTarget = targetProblem(target)
  if (wrongTarget !== null) errors.target = wrongTarget
  const bodyBase64 = takesBody(form.method) ? textToBase64(form.body) : ''
  const wrongBody = bodyProblem(bodyBase64)
  if (wrongBody !== null) errors.body = wrongBody
  if (!read.ok) errors.headers = read.sentence
  const userAgent = form.userAgent.trim()
  if (/[^\x20-\x7e\x80-\xff]/.test(userAgent)) errors.headers ??= words().simulator.compose.wrongUserAgent
  return {
    target,
    rawHeaders: [
      ...(userAgent === '' ? [] : ['User-Agent', userAgent]),
      'Accept',
      '*/*',
      ...(read.ok ? read.rawHeaders : []),
    ],
    bodyBase64,
    errors,
  }
}

export function takesBody(method: string): boolean {
  return method === 'POST' || method === 'PUT'
}

function composedTarget(form: Composition, endpoint: Endpoint, url: TargetUrl | null): string {
  const value = (field: 'userId' | 'rewardAmount'): string | null => (form.leftOut.includes(field) ? null : form[field])
  const extras: ComposedParam[] = endpoint.extraFields.map(({ field, param }) => ({
    name: param,
    value: form.extras[field] || null,
  }))
  const more = form.more.filter(({ name }) => name !== '')
  // A backend's own path, where one was typed; its query goes along.
  const typed = form.destination.kind === 'url' && url !== null && (url.path !== '/' || url.query !== null)
  const ownPath = composeTarget(endpoint, { userId: null, rewardAmount: null })
  const at = typed ? { path: url.path === '/' ? ownPath : url.path, query: url.query } : null
  return composeTarget(
    endpoint,
    { userId: value('userId'), rewardAmount: value('rewardAmount') },
    [...extras, ...more.map(({ name, value: text }) => ({ name, value: text }))],
    at,
  )
}

/** The head and body as they go over the wire, one character a byte. `prefix`: the public URL’s own path. */
export function wireBytes(method: string, host: string, request: ComposedRequest, prefix = ''): string {
  const lines = [`${method} ${prefix}${request.target} HTTP/1.1`, `Host: ${host}`]
  for (let at = 0; at + 1 < request.rawHeaders.length; at += 2) {
    lines.push(`${request.rawHeaders[at] ?? ''}: ${request.rawHeaders[at + 1] ?? ''}`)
  }
  const body = atob(request.bodyBase64)
  if (body !== '') lines.push(`Content-Length: ${String(body.length)}`)
  return `${lines.join('\r\n')}\r\n\r\n${body}`
}
