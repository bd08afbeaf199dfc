import type { MarksWords } from '../en/marks.ts'
import { number } from '../numbers.ts'
import { status } from './status.ts'

export const marks: MarksWords = {
  title: 'Ihre Markierungen',
  pin: 'Anheften',
  unpin: 'Lösen',
  pinTitle: 'Postback anheften',
  unpinTitle: 'Anheftung des Postbacks lösen',
  colour: 'Farbe',
  noColour: 'keine',
  pinned: (id) => `Anfrage ${String(id)} ist angeheftet.`,
  unpinned: (id) => `Anfrage ${String(id)} ist nicht mehr angeheftet.`,
  coloured: (id, colour) => `Anfrage ${String(id)} ist ${status.colours[colour]} markiert.`,
  uncoloured: (id) => `Anfrage ${String(id)} hat jetzt keine Farbe.`,
  asBefore: (id) => `Anfrage ${String(id)} ist wieder markiert wie zuvor.`,
  notMarked: (why) => `Nicht markiert: ${why}`,
  notUndone: (why) => `Nicht rückgängig gemacht: ${why}`,
  note: {
    label: 'Notiz',
    placeholder: 'Nur für Sie; wird beim Schreiben gespeichert',
    saved: 'Die Notiz ist gespeichert.',
    removed: 'Die Notiz ist entfernt.',
    notSaved:
      'Noch nicht gespeichert. Was Sie geschrieben haben, bleibt hier und wird gespeichert, sobald der Inspector es annimmt.',
    tooLong: (most, length) =>
      `Eine Notiz hat höchstens ${number(most)} Zeichen, diese hat ${number(length)}: Sie wird gespeichert, sobald sie kürzer ist.`,
    leftTooLong: (id) =>
      `Die Notiz zu Anfrage ${String(id)} ist zu lang und nicht gespeichert; öffnen Sie die Anfrage erneut, um die Notiz zu kürzen.`,
  },
}
