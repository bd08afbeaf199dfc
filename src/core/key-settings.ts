import { z } from 'zod'

/**
 * The keys that the user chose. Texts are kept as they are: what another version or another system wrote is not lost
 * here, and the screen passes over what it cannot read.
 */
export const keySettingsSchema = z.object({
  /** By an action's id: its keys in place of its own, such as `mod+k`, `?`, `g p`; an empty list for none. */
  changed: z.record(z.string().max(200), z.array(z.string().max(60)).max(8)),
  /** False: what is of letters, digits and signs alone does nothing (WCAG 2.2, 2.1.4 Character Key Shortcuts). */
  single: z.boolean(),
})
export type KeySettings = z.infer<typeof keySettingsSchema>

export const OWN_KEYS: KeySettings = { changed: {}, single: true }
