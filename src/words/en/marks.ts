import { number } from '../numbers.ts'
import { status } from './status.ts'

/** What the user puts to a request: a pin, a colour and a note. */
export const marks = {
  title: 'Your marks',
  pin: 'Pin',
  unpin: 'Unpin',
  pinTitle: 'Pin the postback',
  unpinTitle: 'Take the pin off the postback',
  colour: 'Colour',
  noColour: 'none',
  pinned: (id: number) => `Request ${String(id)} is pinned.`,
  unpinned: (id: number) => `Request ${String(id)} is no longer pinned.`,
  coloured: (id: number, colour: keyof typeof status.colours) =>
    `Request ${String(id)} is marked ${status.colours[colour]}.`,
  uncoloured: (id: number) => `Request ${String(id)} is without a colour now.`,
  asBefore: (id: number) => `Request ${String(id)} is marked as it was before.`,
  notMarked: (why: string) => `Not marked: ${why}`,
  notUndone: (why: string) => `Not undone: ${why}`,
  note: {
    label: 'Note',
    placeholder: 'For you alone; saved as you write',
    saved: 'The note is saved.',
    removed: 'The note is removed.',
    notSaved: 'Not saved yet. What you wrote is kept here, and saved once the inspector takes it.',
    tooLong: (most: number, length: number) =>
      `A note has at most ${number(most)} characters, and this one ${number(length)}: it is saved once it is shorter.`,
    leftTooLong: (id: number) =>
      `The note to request ${String(id)} is too long and not saved; open it again to shorten it.`,
  },
}

export type MarksWords = typeof marks
