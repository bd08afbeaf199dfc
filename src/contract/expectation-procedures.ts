import { z } from 'zod'
import { armingSchema, expectationSchema } from '../core/expectation.ts'

const expectationId = z.string().min(1).max(100)
const PAGE_LIMIT = 200

/** Expectations: armed, watched, and kept with their outcome. */
export const expectationProcedures = {
  'expectation.arm': { input: armingSchema, output: expectationSchema },
  /** Newest first. */
  'expectation.list': {
    input: z.object({
      which: z.enum(['running', 'ended', 'all']),
      cursor: z.string().max(100).nullable(),
      limit: z.int().min(1).max(PAGE_LIMIT),
    }),
    output: z.object({ items: z.array(expectationSchema).readonly(), next: z.string().nullable() }),
  },
  'expectation.cancel': { input: z.object({ id: expectationId }), output: expectationSchema },
  /** The same once more: a new expectation that waits as long as this one did. */
  'expectation.armAgain': { input: z.object({ id: expectationId }), output: expectationSchema },
  'expectation.clearEnded': { input: z.object({}), output: z.object({ ids: z.array(z.string()).readonly() }) },
  /** Undoes a clearing. */
  'expectation.restore': {
    input: z.object({ ids: z.array(expectationId).max(100_000).readonly() }),
    output: z.object({ expectations: z.array(expectationSchema).readonly() }),
  },
} as const satisfies Record<string, { input: z.ZodType; output: z.ZodType }>

/** `changed` hold whole values, new ones among them; `removed` are the ids of those that were cleared. */
export const expectationChangedSchema = z.object({
  changed: z.array(expectationSchema).readonly(),
  removed: z.array(z.string()).readonly(),
})
