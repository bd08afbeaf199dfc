import type { z } from 'zod'
import { errorsWords } from '../words/of/errors.ts'
import { CallError } from './errors.ts'
import type { JsonText } from './json-text.ts'
import { isProcedureName, type Output, type ParsedInput, type ProcedureName, procedures } from './procedures.ts'

/** One handler for each procedure. An expected failure is a thrown `CallError`; anything else is a bug. */
export type Handlers = {
  readonly [P in ProcedureName]: (input: ParsedInput<P>) => Promise<Output<P> | JsonText> | Output<P>
}

export interface Router {
  /** Parses the input, runs the handler: answers its output, or that as a `JsonText`. Rejects with a `CallError` and nothing else. */
  call(procedure: string, input: unknown): Promise<unknown>
}

/**
 * `expected` turns failures that the handlers' own parts throw on purpose into a `CallError`, and returns all else
 * as it is. `onBug` hears of what is left; the caller only learns that something went wrong.
 */
export function createRouter(
  handlers: Handlers,
  failures: { readonly expected: (error: unknown) => unknown; readonly onBug: (error: unknown) => void },
): Router {
  return {
    async call(procedure, input) {
      if (!isProcedureName(procedure)) {
        throw new CallError('not-found', errorsWords().call.noProcedure(procedure))
      }
      const parsed = procedures[procedure].input.safeParse(input)
      if (!parsed.success) throw invalidInput(parsed.error)
      // The table above pairs each schema with its handler's input; the compiler cannot follow that through a union.
      const handler = handlers[procedure] as (input: unknown) => unknown
      try {
        return await handler(parsed.data)
      } catch (error) {
        const known = failures.expected(error)
        if (known instanceof CallError) throw known
        failures.onBug(error)
        throw new CallError('internal', errorsWords().call.fault)
      }
    },
  }
}

function invalidInput(error: z.ZodError): CallError {
  const issues = error.issues.map((issue) => ({
    path: issue.path.map((part) => (typeof part === 'symbol' ? String(part) : part)),
    message: issue.message,
  }))
  return new CallError('invalid-input', issues[0]?.message ?? errorsWords().call.inputNotUnderstood, issues)
}
