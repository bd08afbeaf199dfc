import { z } from 'zod'
import { duplicateGroupSchema } from '../core/duplicate-group.ts'
import { userDetailSchema, userFilterSchema, userSchema, userSortSchema, userTotalsSchema } from '../core/users.ts'

/** Bounds what one call may ask for. */
const PAGE_LIMIT = 200

/** Postbacks added up, and what repeats among them. */
export const userProcedures = {
  'user.page': {
    input: z.object({
      filter: userFilterSchema,
      sort: userSortSchema,
      offset: z.int().min(0),
      limit: z.int().min(1).max(PAGE_LIMIT),
    }),
    output: z.object({ users: z.array(userSchema).readonly() }),
  },
  'user.totals': { input: z.object({ filter: userFilterSchema }), output: userTotalsSchema },
  'user.detail': {
    input: z.object({ userId: z.string(), filter: userFilterSchema }),
    output: userDetailSchema.nullable(),
  },
  /** The postbacks that may be the same delivery as this one; null where it cannot be repeated. */
  'duplicate.group': { input: z.object({ id: z.int().min(1) }), output: duplicateGroupSchema.nullable() },
} as const satisfies Record<string, { input: z.ZodType; output: z.ZodType }>
