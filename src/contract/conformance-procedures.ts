import { z } from 'zod'
import { conformanceOptionsSchema } from '../core/conformance/options.ts'
import { conformanceRunHeadSchema, conformanceRunSchema, scenarioResultSchema } from '../core/conformance/run.ts'

const runId = z.string().min(1).max(100)

/** The conformance check: run scenarios against the user's backend, answer what only they can see, take the report. */
export const conformanceProcedures = {
  /** Refuses while another run lasts, and a target that is not local without `confirmed`. Events tell the rest. */
  'conformance.start': { input: z.object({ options: conformanceOptionsSchema }), output: conformanceRunSchema },
  /** Nothing happens where the run is over. */
  'conformance.cancel': { input: z.object({ runId }), output: z.object({}) },
  /** Newest first, one under way included. */
  'conformance.latest': { input: z.object({}), output: z.array(conformanceRunHeadSchema).readonly() },
  'conformance.run': { input: z.object({ runId }), output: conformanceRunSchema.nullable() },
  /** A `value` of null takes the answer back. */
  'conformance.answer': {
    input: z.object({
      runId,
      scenarioId: z.string().max(100),
      questionId: z.string().max(100),
      value: z.string().max(100).nullable(),
    }),
    output: conformanceRunSchema,
  },
  'conformance.report': {
    input: z.object({ runId, format: z.enum(['html', 'json']) }),
    output: z.object({ fileName: z.string(), mediaType: z.string(), text: z.string() }),
  },
} as const satisfies Record<string, { input: z.ZodType; output: z.ZodType }>

/** How a run gets on. */
export const conformanceEvents = {
  'conformance.progressed': z.object({
    runId: z.string(),
    state: conformanceRunSchema.shape.state,
    why: z.string().nullable(),
    endedAt: z.int().nullable(),
    done: z.int(),
    total: z.int(),
    /** The scenario that is run now. */
    current: z.string().nullable(),
    /** One that has just ended. */
    result: scenarioResultSchema.nullable(),
  }),
} as const satisfies Record<string, z.ZodType>
