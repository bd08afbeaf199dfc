import type { CallIssue } from '../../contract/errors.ts'
import { type Endpoint, type EndpointConfig, endpointConfigSchema } from '../../core/endpoint.ts'
import { configOf } from './endpoints.ts'
import { type ForwardForm, forwardFormOf, readForwardForm } from './forward-form.ts'
import { type ReplyScriptForm, readScriptForm, scriptFormOf } from './reply-script-form.ts'

/** An endpoint as it is typed: numbers are text, and rows may still be empty. */
export interface EndpointForm {
  readonly name: string
  readonly path: string
  readonly userIdParam: string
  readonly rewardAmountParam: string
  readonly duplicateWindowMinutes: string
  readonly status: string
  readonly delayMs: string
  readonly body: string
  readonly headers: readonly (readonly [string, string])[]
  readonly extraFields: readonly { readonly field: string; readonly param: string }[]
  readonly replyScript: ReplyScriptForm
  readonly forward: ForwardForm
  readonly pathToken: EndpointConfig['pathToken']
  readonly formerPathTokens: EndpointConfig['formerPathTokens']
}

/** What is wrong, by the dotted path of the form's field: `path`, `status`, `headers.0.1`, `extraFields.2.param`. */
export type FormErrors = Readonly<Record<string, string>>

export function formOf(endpoint: Endpoint): EndpointForm {
  const { reply, duplicateWindowMinutes, extraFields, ...rest } = configOf(endpoint)
  return {
    ...rest,
    replyScript: scriptFormOf(rest.replyScript),
    forward: forwardFormOf(rest.forward),
    duplicateWindowMinutes: String(duplicateWindowMinutes),
    status: String(reply.status),
    delayMs: String(reply.delayMs),
    body: reply.body,
    headers: reply.headers,
    extraFields,
  }
}

export type ReadForm =
  | { readonly ok: true; readonly config: EndpointConfig }
  | { readonly ok: false; readonly errors: FormErrors }

/** Reads a form with the very schema that the host checks it with. Rows that are wholly empty count as not there. */
export function readForm(form: EndpointForm): ReadForm {
  const headers = filled(form.headers, ([name, value]) => name === '' && value === '')
  const extraFields = filled(form.extraFields, ({ field, param }) => field === '' && param === '')
  const parsed = endpointConfigSchema.safeParse({
    name: form.name,
    path: form.path,
    userIdParam: form.userIdParam,
    rewardAmountParam: form.rewardAmountParam,
    extraFields: extraFields.rows,
    reply: {
      status: wholeNumber(form.status),
      headers: headers.rows,
      body: form.body,
      delayMs: wholeNumber(form.delayMs),
    },
    duplicateWindowMinutes: wholeNumber(form.duplicateWindowMinutes),
    replyScript: readScriptForm(form.replyScript, wholeNumber),
    forward: readForwardForm(form.forward, wholeNumber),
    pathToken: form.pathToken,
    formerPathTokens: form.formerPathTokens,
  })
  if (parsed.success) return { ok: true, config: parsed.data }
  const issues = parsed.error.issues.map(({ path, message }) => ({
    path: path.map((part) => (typeof part === 'symbol' ? String(part) : part)),
    message,
  }))
  return { ok: false, errors: errorsOf(issues, { headers: headers.places, extraFields: extraFields.places }) }
}

/** Issues by form field; the first of each field. `places` tells which row of the form a row of the config was. */
export function errorsOf(
  issues: readonly CallIssue[],
  places: { headers?: readonly number[]; extraFields?: readonly number[] } = {},
): FormErrors {
  const errors: Record<string, string> = {}
  for (const { path, message } of issues) {
    // The host reports on `config.…`, the schema itself does not; the form keeps the reply's fields flat.
    const [head, ...rest] = path.filter((part, index) => !(index === 0 && part === 'config') && part !== 'reply')
    const [row, ...cell] = rest
    const rows = head === 'headers' || head === 'extraFields' ? places[head] : undefined
    const place = typeof row === 'number' ? (rows?.[row] ?? row) : row
    const key = [head, place, ...cell].filter((part) => part !== undefined).join('.')
    errors[key] ??= message
  }
  return errors
}

function filled<R>(rows: readonly R[], isEmpty: (row: R) => boolean): { rows: R[]; places: number[] } {
  const places = rows.flatMap((row, index) => (isEmpty(row) ? [] : [index]))
  return { rows: rows.filter((row) => !isEmpty(row)), places }
}

/** NaN where the text is no whole number: the schema then says so. */
export function wholeNumber(text: string): number {
  return /^-?\d{1,15}$/.test(text.trim()) ? Number(text.trim()) : Number.NaN
}
