import type { EndpointConfig } from '../../core/endpoint.ts'

type Forward = EndpointConfig['forward']

/** Forwarding as it is typed: numbers are text. */
export interface ForwardForm {
  readonly mode: Forward['mode']
  readonly url: string
  readonly timeoutMs: string
  readonly retries: string
}

export function forwardFormOf({ mode, url, timeoutMs, retries }: Forward): ForwardForm {
  return { mode, url, timeoutMs: String(timeoutMs), retries: String(retries) }
}

/** What the schema is to check; `wholeNumber` answers NaN for a text that is none. */
export function readForwardForm(form: ForwardForm, wholeNumber: (text: string) => number): Forward {
  return {
    mode: form.mode,
    url: form.url.trim(),
    timeoutMs: wholeNumber(form.timeoutMs),
    retries: wholeNumber(form.retries),
  }
}
