import { useRef, useState } from 'react'
import type { Endpoint } from '../../core/endpoint.ts'
import { type EndpointForm, errorsOf, type FormErrors, formOf, readForm } from './endpoint-form.ts'
import { configOf, useSaveEndpoint } from './endpoints.ts'
import { type Draft, useDraft } from './use-draft.ts'

type TextKey = {
  [K in keyof EndpointForm]: EndpointForm[K] extends string ? K : never
}[keyof EndpointForm]

/** What a `TextField` needs to edit one of an endpoint's texts. */
export interface TextProps {
  readonly value: string
  readonly onChange: (value: string) => void
  readonly onCommit: () => void
  readonly error: string | null
}

export interface EndpointFormState {
  readonly form: EndpointForm
  readonly dirty: boolean
  /** What decides the dashboard URL: as it is typed while that is valid, else as it is in force. */
  readonly urlParts: Pick<Endpoint, 'path' | 'userIdParam' | 'rewardAmountParam'>
  /** Errors as they are shown: only once a field was left, then until it is right. */
  readonly errors: FormErrors
  /** What went wrong that belongs to no field. */
  readonly failure: string | null
  text(key: TextKey): TextProps
  change(change: (form: EndpointForm) => EndpointForm): void
  /** Saves where everything is valid and something changed; else shows what is wrong. The old one stays in force. */
  readonly commit: () => void
  /** Changes and saves in one step, for buttons. */
  apply(change: (form: EndpointForm) => EndpointForm): void
  reset(): void
}

const URL_PARTS = ['path', 'userIdParam', 'rewardAmountParam'] as const

/** An endpoint's form: checked as the host checks it, in force as soon as a valid change is meant. */
export function useEndpointForm(endpoint: Endpoint): EndpointFormState {
  const draft: Draft<EndpointForm> = useDraft(formOf(endpoint))
  const saveEndpoint = useSaveEndpoint()
  const [shown, setShown] = useState<ReadonlySet<string>>(new Set())
  const [refused, setRefused] = useState<{ errors: FormErrors; failure: string | null } | null>(null)

  /** The form that is being saved: Enter and then leaving the field mean the same once. */
  const underWay = useRef<EndpointForm | null>(null)

  const read = readForm(draft.value)
  const live = read.ok ? {} : read.errors
  const errors = {
    ...Object.fromEntries(Object.entries(live).filter(([key]) => shown.has(key))),
    ...refused?.errors,
  }

  function change(by: (form: EndpointForm) => EndpointForm): void {
    setRefused(null)
    draft.set(by)
  }

  async function save(form: EndpointForm): Promise<void> {
    const meant = readForm(form)
    setShown(new Set(meant.ok ? [] : Object.keys(meant.errors)))
    if (!meant.ok || JSON.stringify(meant.config) === JSON.stringify(configOf(endpoint))) return
    if (underWay.current === form) return
    underWay.current = form
    const result = await saveEndpoint(endpoint.id, meant.config)
    underWay.current = null
    if (result.ok) {
      setRefused(null)
      // The host may have tidied what was typed; follow it unless more was typed meanwhile.
      draft.set((now) => (now === form ? formOf(result.endpoint) : now))
    } else {
      const byField = errorsOf(result.error.issues)
      setRefused({ errors: byField, failure: Object.keys(byField).length > 0 ? null : result.error.message })
    }
  }

  const commit = (): void => void save(draft.value)

  return {
    form: draft.value,
    dirty: draft.dirty,
    urlParts: URL_PARTS.some((part) => part in live || part in errors) ? endpoint : draft.value,
    errors,
    failure: refused?.failure ?? null,
    text: (key) => ({
      value: draft.value[key],
      onChange: (value) => change((form) => ({ ...form, [key]: value })),
      onCommit: commit,
      error: errors[key] ?? null,
    }),
    change,
    commit,
    apply(by) {
      const next = by(draft.value)
      change(() => next)
      void save(next)
    },
    reset() {
      setRefused(null)
      setShown(new Set())
      draft.reset()
    },
  }
}
