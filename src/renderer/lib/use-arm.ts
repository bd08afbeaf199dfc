import { type KeyboardEvent, useRef, useState } from 'react'
import { CallError } from '../../contract/errors.ts'
import type { Expectation } from '../../core/expectation.ts'
import { DEFAULT_MINUTES, type ExpectationForm, hintFor, readExpectation } from './expectation-form.ts'
import { useClient, useConnection } from './inspector.tsx'
import { errorsOfCall, type FieldErrors } from './issues.ts'
import { sentenceOf } from './messages.ts'

/** A form that arms an expectation; wherever it stands, its fields and messages are the same. */
export interface ArmForm {
  readonly form: ExpectationForm
  readonly busy: boolean
  readonly connected: boolean
  /** What stands beside no field. */
  readonly failure: string | null
  set(change: Partial<ExpectationForm>): void
  /** Value, error and hint of a text field. */
  text(field: 'userId' | 'amount' | 'minutes'): {
    value: string
    error: string | undefined
    hint: string | null
    onChange: (value: string) => void
    onKeyDown: (event: KeyboardEvent) => void
  }
  readonly endpointError: string | undefined
  /** Null where it was refused; the form then says why. */
  arm(): Promise<Expectation | null>
}

/** `endpointId` is the endpoint it starts with; `onArmed` hears of each success. */
export function useArm(endpointId: string, onArmed: (expectation: Expectation) => void = () => {}): ArmForm {
  const client = useClient()
  const connected = useConnection() === 'connected'
  const [form, setForm] = useState<ExpectationForm>({ endpointId, userId: '', amount: '', minutes: DEFAULT_MINUTES })
  const [errors, setErrors] = useState<FieldErrors>({})
  const [busy, setBusy] = useState(false)
  /** Two keys at once mean one expectation. */
  const underWay = useRef(false)

  const set = (change: Partial<ExpectationForm>): void => {
    setForm((now) => ({ ...now, ...change }))
    const touched = Object.keys(change)
    setErrors((now) => Object.fromEntries(Object.entries(now).filter(([key]) => key !== '' && !touched.includes(key))))
  }

  const arm = async (): Promise<Expectation | null> => {
    const read = readExpectation(form)
    setErrors(read.ok ? {} : read.errors)
    if (!read.ok || underWay.current) return null
    underWay.current = true
    setBusy(true)
    try {
      const armed = await client.call('expectation.arm', read.arming)
      onArmed(armed)
      return armed
    } catch (error) {
      setErrors(error instanceof CallError ? errorsOfCall(error) : { '': sentenceOf(error) })
      return null
    } finally {
      underWay.current = false
      setBusy(false)
    }
  }

  return {
    form,
    busy,
    connected,
    failure: errors[''] ?? errors['waitMs'] ?? null,
    set,
    text: (field) => ({
      value: form[field],
      error: errors[field],
      hint: field === 'minutes' ? null : hintFor(field, form[field]),
      onChange: (value) => set({ [field]: value }),
      onKeyDown: (event) => {
        // With Ctrl it is the action's key, which works from everywhere.
        if (event.key === 'Enter' && !event.ctrlKey && !event.metaKey && !event.nativeEvent.isComposing) void arm()
      },
    }),
    endpointError: errors['endpointId'],
    arm,
  }
}
