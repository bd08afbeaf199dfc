import type { MarkColour } from '../../core/mark.ts'

/** The colours in words: never told by the colour alone. */
export const COLOUR_WORDS: Readonly<Record<MarkColour, string>> = {
  red: 'red',
  amber: 'amber',
  green: 'green',
  blue: 'blue',
  violet: 'violet',
}

/** Each as a background. */
export const COLOUR_LOOKS: Readonly<Record<MarkColour, string>> = {
  red: 'bg-mark-red',
  amber: 'bg-mark-amber',
  green: 'bg-mark-green',
  blue: 'bg-mark-blue',
  violet: 'bg-mark-violet',
}
