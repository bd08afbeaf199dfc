import { z } from 'zod'
import { errorsWords } from '../words/of/errors.ts'

const nothing = z.object({})

/** What may be known of a token: never a part of it. */
export const tunnelTokenStatusSchema = z.object({
  /** Where the one in force comes from. */
  source: z.enum(['none', 'stored', 'environment']),
  /** Something is stored, whether or not it can be read. */
  stored: z.boolean(),
  /** Why none can be stored here, and what to do; null where one can. */
  refusal: z.string().nullable(),
  /** What is wrong with the stored one; null where nothing is. */
  problem: z.string().nullable(),
})
export type TunnelTokenStatus = z.infer<typeof tunnelTokenStatusSchema>

/** A token as it is pasted. The messages name no part of it. */
const tokenSchema = z
  .string()
  .trim()
  .min(1, { error: () => errorsWords().token.missing })
  .max(500, { error: () => errorsWords().token.tooLong })
  .regex(/^[\x21-\x7e]+$/, { error: () => errorsWords().token.wrongCharacters })

/** The ngrok token: the screen can set it, remove it, and ask where it stands. It never comes back. */
export const secretProcedures = {
  'tunnelToken.status': { input: nothing, output: tunnelTokenStatusSchema },
  'tunnelToken.save': { input: z.object({ token: tokenSchema }), output: tunnelTokenStatusSchema },
  'tunnelToken.remove': { input: nothing, output: tunnelTokenStatusSchema },
} as const satisfies Record<string, { input: z.ZodType; output: z.ZodType }>

export const secretEvents = {
  'tunnelToken.changed': z.object({ token: tunnelTokenStatusSchema }),
} as const satisfies Record<string, z.ZodType>
