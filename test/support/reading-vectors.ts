import { readdirSync, readFileSync } from 'node:fs'
import { z } from 'zod'
import { kindSchema, verdictSchema } from '../../src/core/postback.ts'

const FOLDER = new URL('../fixtures/reading/', import.meta.url)

const vectorSchema = z.object({
  target: z.string(),
  kind: kindSchema,
  user_id: z.string().nullable(),
  reward_amount: z.string().nullable(),
  verdict: verdictSchema.nullable(),
  /** Every error and warning, as `code` or `code:field`. */
  findings: z.array(z.string()),
  /** Codes that are no false alarm here. */
  may_also: z.array(z.string()),
  /** Every info, as `code` or `code:field`; where absent, infos do not matter to the vector. */
  infos: z.array(z.string()).optional(),
})

/** A request-target and what the default mapping reads from it. */
export type ReadingVector = z.infer<typeof vectorSchema>

/** Every vector file by name: `given`, `clean`, `broken`, `infos`. */
export function readingVectors(): readonly { file: string; vectors: readonly ReadingVector[] }[] {
  return readdirSync(FOLDER)
    .filter((name) => name.endsWith('.json'))
    .map((name) => ({
      file: name.replace('.json', ''),
      vectors: z
        .object({ vectors: z.array(vectorSchema) })
        .parse(JSON.parse(readFileSync(new URL(name, FOLDER), 'utf8'))).vectors,
    }))
}
