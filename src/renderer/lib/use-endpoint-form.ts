import { useRef, useState } from 'react'
import type { DashboardUrlEndpoint } from '../../core/dashboard-url.ts'
import type { Endpoint } from '../../core/endpoint.ts'
import { fieldsOf, type ValidChanges, validChanges } from './endpoint-changes.ts'
import { type EndpointForm, errorsOf, type FormErrors, formOf, readForm } from './endpoint-form.ts'
import { endpointSubject, useSaveEndpoint } from './endpoints.ts'
import { unsayAbout } from './messages.ts'
import { rebase, withKeysOf } from './rebase.ts'
import { type Draft, useDraft } from './use-draft.ts'
import { useOnLeave } from './use-on-leave.ts'

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
  readonly urlParts: DashboardUrlEndpoint
  /** Errors as they are shown: only once a field was left, then until it is right. */
  readonly errors: FormErrors
  /** What went wrong that belongs to no field. */
  readonly failure: string | null
  text(key: TextKey): TextProps
  change(change: (form: EndpointForm) => EndpointForm): void
  /** Saves what is valid and was changed; shows what is wrong with the rest, of which the old stays in force. */
  readonly commit: () => void
  /** Changes and saves in one step, for buttons. */
  apply(change: (form: EndpointForm) => EndpointForm): void
  reset(): void
}

interface Refusal {
  readonly errors: FormErrors
  readonly failure: string | null
}

const URL_PARTS = ['path', 'userIdParam', 'rewardAmountParam'] as const

/** An endpoint's form: checked as the host checks it, in force as soon as a valid change is meant. */
export function useEndpointForm(endpoint: Endpoint): EndpointFormState {
  const draft: Draft<EndpointForm> = useDraft(formOf(endpoint))
  const saveEndpoint = useSaveEndpoint()
  const [shown, setShown] = useState<ReadonlySet<string>>(new Set())
  const [refused, setRefused] = useState<Refusal | null>(null)

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

  /** Only what was changed here goes on top of what is stored now: another page may have changed the rest. */
  async function save(form: EndpointForm): Promise<void> {
    const stored = formOf(endpoint)
    const meant = validChanges(stored, form)
    setShown(new Set(Object.keys(meant.errors)))
    if (Object.keys(meant.errors).length > 0) unsayAbout(endpointSubject(endpoint.id))
    if (meant.config === null || underWay.current === form) return
    underWay.current = form
    await send(form, stored, meant)
    underWay.current = null
  }

  async function send(form: EndpointForm, stored: EndpointForm, meant: ValidChanges, byHost?: Refusal): Promise<void> {
    if (meant.config === null) return
    const partly = byHost !== undefined || Object.keys(meant.errors).length > 0
    const result = await saveEndpoint(endpoint.id, meant.config, partly)
    if (result.ok) {
      setRefused(byHost ?? null)
      // The host may have tidied what was typed; follow it unless more was typed meanwhile.
      const saved = formOf(result.endpoint)
      const tidied = withKeysOf(form, saved, meant.keys)
      draft.set((now) => (now === form ? tidied : rebase(now, form, tidied)))
      return
    }
    const errors = errorsOf(result.error.issues)
    const refusal = { errors, failure: Object.keys(errors).length > 0 ? null : result.error.message }
    setRefused(refusal)
    unsayAbout(endpointSubject(endpoint.id))
    // What the host alone can refuse, such as a path that another endpoint has, does not hold back the rest either.
    const wrong = fieldsOf(errors)
    const refusedKeys = meant.keys.filter((key) => wrong.has(key))
    if (byHost === undefined && refusedKeys.length > 0) {
      await send(form, stored, validChanges(stored, form, refusedKeys), refusal)
    }
  }

  const commit = (): void => void save(draft.value)
  useOnLeave(commit)

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
