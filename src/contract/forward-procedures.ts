import { z } from 'zod'
import { forwardAttemptSchema } from '../core/forward-records.ts'

const input = z.object({ postbackId: z.int().min(1) })

/** What became of a postback at the user's own backend. */
export const forwardProcedures = {
  'forward.attempts': { input, output: z.array(forwardAttemptSchema).readonly() },
  /** Once more by hand; answers when it is over. */
  'forward.again': { input, output: forwardAttemptSchema },
} as const satisfies Record<string, { input: z.ZodType; output: z.ZodType }>
