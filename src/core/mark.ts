import { z } from 'zod'
import { checksWords } from '../words/of/checks.ts'

/** The colours that a stored request can be marked with, by their names. */
export const MARK_COLOURS = ['red', 'amber', 'green', 'blue', 'violet'] as const
export const markColourSchema = z.enum(MARK_COLOURS)
export type MarkColour = z.infer<typeof markColourSchema>

/** The most UTF-16 units of a note. */
export const LONGEST_NOTE = 4000

/** What a user has put to a stored request. It is no part of the request, and re-reading leaves it alone. */
export const markSchema = z.object({
  pinned: z.boolean(),
  colour: markColourSchema.nullable(),
  /** Empty where there is none. */
  note: z.string().max(LONGEST_NOTE, { error: () => checksWords().note.tooLong(LONGEST_NOTE) }),
})
export type Mark = z.infer<typeof markSchema>

/** The same as rows of a list show it. */
export const markSummarySchema = markSchema.omit({ note: true }).extend({ hasNote: z.boolean() })
export type MarkSummary = z.infer<typeof markSummarySchema>

/** What is to change; what is left out stays as it is. */
export const markPatchSchema = markSchema.partial()
export type MarkPatch = z.infer<typeof markPatchSchema>

/** A stored request's id with its mark. */
export const markedSchema = markSchema.extend({ id: z.int().min(1) })
export type Marked = z.infer<typeof markedSchema>

/** Of a request that nobody has marked. */
export const NO_MARK: Mark = { pinned: false, colour: null, note: '' }
export const NO_MARK_SUMMARY: MarkSummary = { pinned: false, colour: null, hasNote: false }

export function summaryOfMark({ pinned, colour, note }: Mark): MarkSummary {
  return { pinned, colour, hasNote: note !== '' }
}

/** True where nothing is marked, so that nothing needs to be kept. */
export function isUnmarked({ pinned, colour, note }: Mark): boolean {
  return !pinned && colour === null && note === ''
}

/** The mark after the change. A note of nothing but white space is none. */
export function withMarkPatch(mark: Mark, patch: MarkPatch): Mark {
  const note = patch.note ?? mark.note
  return {
    pinned: patch.pinned ?? mark.pinned,
    colour: patch.colour === undefined ? mark.colour : patch.colour,
    note: note.trim() === '' ? '' : note,
  }
}
