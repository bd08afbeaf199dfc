import type { z } from 'zod'
import type { CallError } from '../../contract/errors.ts'

/** Messages by the last part of their path, the first of each: for forms whose fields have names of their own. */
export type FieldErrors = Readonly<Record<string, string>>

export function errorsOfZod(error: z.ZodError): FieldErrors {
  return byField(error.issues.map(({ path, message }) => ({ path: path.map(String), message })))
}

/** Of a refused call; under the empty name where it says no field. */
export function errorsOfCall(error: CallError): FieldErrors {
  if (error.issues.length === 0) return { '': error.message }
  return byField(error.issues.map(({ path, message }) => ({ path: path.map(String), message })))
}

function byField(issues: readonly { path: readonly string[]; message: string }[]): FieldErrors {
  const errors: Record<string, string> = {}
  for (const { path, message } of issues) errors[path.at(-1) ?? ''] ??= message
  return errors
}
