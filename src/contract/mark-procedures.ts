import { z } from 'zod'
import { markedSchema, markPatchSchema } from '../core/mark.ts'

/** So many requests are marked with one call at most. */
const MOST_MARKED = 100

/** Notes, pins and colours. */
export const markProcedures = {
  /** Answers what the requests are marked with now; every screen hears of it. */
  'mark.set': {
    input: z.object({ ids: z.array(z.int().min(1)).min(1).max(MOST_MARKED).readonly(), patch: markPatchSchema }),
    output: z.object({ marks: z.array(markedSchema).readonly() }),
  },
} as const satisfies Record<string, { input: z.ZodType; output: z.ZodType }>
