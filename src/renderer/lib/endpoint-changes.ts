import type { EndpointConfig } from '../../core/endpoint.ts'
import { type EndpointForm, type FormErrors, readForm } from './endpoint-form.ts'
import { changedKeys, withKeysOf } from './rebase.ts'

type Key = keyof EndpointForm

export interface ValidChanges {
  /** The stored endpoint with every change that can be saved; null where there is none. */
  readonly config: EndpointConfig | null
  /** The fields that are in it. */
  readonly keys: readonly Key[]
  /** What is wrong with the others. */
  readonly errors: FormErrors
}

/** What of a form can be saved. One wrong field does not hold the others back; `without` are left out. */
export function validChanges(stored: EndpointForm, form: EndpointForm, without: readonly Key[] = []): ValidChanges {
  const whole = readForm(form)
  const errors = whole.ok ? {} : whole.errors
  const wrong = fieldsOf(errors)
  const wanted = changedKeys(stored, form).filter((key) => !wrong.has(key) && !without.includes(key))
  const together = readForm(withKeysOf(stored, form, wanted))
  const keys = together.ok ? wanted : oneByOne(stored, form, wanted)
  const read = together.ok ? together : readForm(withKeysOf(stored, form, keys))
  const before = readForm(stored)
  // Rows that are still empty change the form and not what is stored.
  const changes = read.ok && !(before.ok && JSON.stringify(before.config) === JSON.stringify(read.config))
  return { config: changes ? read.config : null, keys, errors }
}

/** The form's fields that errors belong to: `headers` for `headers.0.1`. */
export function fieldsOf(errors: FormErrors): ReadonlySet<string> {
  return new Set(Object.keys(errors).map((key) => key.split('.')[0] ?? key))
}

/** For changes that are right only without each other: the first of them. */
function oneByOne(stored: EndpointForm, form: EndpointForm, wanted: readonly Key[]): readonly Key[] {
  const taken: Key[] = []
  for (const key of wanted) {
    if (readForm(withKeysOf(stored, form, [...taken, key])).ok) taken.push(key)
  }
  return taken
}
