import { z } from 'zod'
import {
  clearingSchema,
  historySettingsSchema,
  removalPreviewSchema,
  removalSchema,
  removalSelectionSchema,
} from '../core/clearing.ts'

const nothing = z.object({})

/** Removing requests from the history. */
export const removalProcedures = {
  /** What a removal would come to, counted now. */
  'history.preview': { input: z.object({ selection: removalSelectionSchema }), output: removalPreviewSchema },
  /**
   * Begins after ten seconds, or `atOnce`, behind the captures. `total` is how many there are, where that was counted before.
   * Chosen requests are added to those that wait already; else refused while another removal waits or is under way.
   */
  'history.clear': {
    input: z.object({
      selection: removalSelectionSchema,
      total: z.int().min(0).optional(),
      atOnce: z.boolean().default(false),
    }),
    output: clearingSchema,
  },
  /** What waits begins now. */
  'history.clearNow': { input: nothing, output: nothing },
  /** What waits never begins. Of what has begun, what is gone stays gone. */
  'history.stopClearing': { input: nothing, output: nothing },
  /** What was removed, the newest first. */
  'history.removals': {
    input: z.object({ limit: z.int().min(1).max(100) }),
    output: z.array(removalSchema).readonly(),
  },
  /** What this rule would remove now. */
  'history.retention': {
    input: z.object({ rule: historySettingsSchema }),
    output: z.object({ requests: z.int(), marked: z.int() }),
  },
} as const satisfies Record<string, { input: z.ZodType; output: z.ZodType }>

/** How far a removal is: ten times a second at most. */
export const removalEvents = {
  'clearing.progressed': clearingSchema,
} as const satisfies Record<string, z.ZodType>
