import { z } from 'zod'
import { replyEndingSchema } from './postback.ts'

/** One of several postbacks that may be the same delivery. Times in ms since the epoch. */
export const duplicateMemberSchema = z.object({
  id: z.int(),
  receivedAt: z.int(),
  /** The mapped transaction id; null where there is none. */
  transactionId: z.string().nullable(),
  /** The earlier postback that its finding names; null where it has none. */
  related: z.int().nullable(),
  reply: z.object({
    status: z.int(),
    sentAt: z.int().nullable(),
    senderGone: z.boolean(),
    ending: replyEndingSchema.optional(),
  }),
})
export type DuplicateMember = z.infer<typeof duplicateMemberSchema>

/**
 * The postbacks to one endpoint with one user id and amount text, no two neighbours of which lie further apart than the
 * window, oldest first; transaction ids do not contradict the one that was asked about, which is among them.
 */
export const duplicateGroupSchema = z.object({
  windowMinutes: z.number(),
  members: z.array(duplicateMemberSchema).readonly(),
  /** True where the group goes on beyond the first or the last of `members`. */
  moreEarlier: z.boolean(),
  moreLater: z.boolean(),
})
export type DuplicateGroup = z.infer<typeof duplicateGroupSchema>
