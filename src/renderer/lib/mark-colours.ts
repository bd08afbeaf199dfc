import type { MarkColour } from '../../core/mark.ts'

/** Each as a background. */
export const COLOUR_LOOKS: Readonly<Record<MarkColour, string>> = {
  red: 'bg-mark-red',
  amber: 'bg-mark-amber',
  green: 'bg-mark-green',
  blue: 'bg-mark-blue',
  violet: 'bg-mark-violet',
}
