import { z } from 'zod'

/** What can go wrong with a call, as it crosses to the caller: never a stack. */
export const callErrorSchema = z.object({
  code: z.enum(['invalid-input', 'not-found', 'conflict', 'refused', 'unavailable', 'internal', 'disconnected']),
  /** One sentence for a person: what happened and what to do. */
  message: z.string(),
  /** Where a form is at fault: the path of each field and what is wrong with it. */
  issues: z.array(z.object({ path: z.array(z.union([z.string(), z.number()])), message: z.string() })),
})
export type CallErrorShape = z.infer<typeof callErrorSchema>
export type CallErrorCode = CallErrorShape['code']
export type CallIssue = CallErrorShape['issues'][number]

/** Thrown by a handler for an expected failure, and by the client where a call did not succeed. */
export class CallError extends Error {
  override readonly name = 'CallError'
  readonly code: CallErrorCode
  readonly issues: readonly CallIssue[]

  constructor(code: CallErrorCode, message: string, issues: readonly CallIssue[] = []) {
    super(message)
    this.code = code
    this.issues = issues
  }

  toShape(): CallErrorShape {
    return { code: this.code, message: this.message, issues: [...this.issues] }
  }
}
