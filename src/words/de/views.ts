import type { ViewsWords } from '../en/views.ts'
import { number } from '../numbers.ts'

export const views: ViewsWords = {
  savedViews: 'Gespeicherte Ansichten',
  menu: 'Ansichten',
  menuOf: (view, changed) => `Ansichten: ${view}${changed ? ', geändert' : ''}`,
  changedMark: '· geändert',
  action: (view) => `Ansicht: ${view}`,
  saveChangesToView: (view) => `Änderungen in der Ansicht „${view}“ speichern`,
  saveChangesTo: (view) => ['Änderungen in „', view, '“ speichern'],
  allPostbacks: 'Alle Postbacks',
  noneYet: 'Noch keine Ansicht gespeichert. Eine Ansicht behält Filter, Sortierung und Spalten.',
  saveAsNew: 'Angezeigtes als neue Ansicht speichern',
  itsName: 'Name',
  everyPostback: 'Jeder Postback',
  putInto: (view) => `Angezeigtes in „${view}“ übernehmen`,
  renameView: (view) => `„${view}“ umbenennen`,
  deleteView: (view) => `„${view}“ löschen`,
  name: 'Name der Ansicht',
  rename: 'Umbenennen',
  leaveName: 'Namen beibehalten',
  nameProblem: {
    missing: 'Die Ansicht braucht einen Namen.',
    tooLong: (most) => `Ein Name hat höchstens ${number(most)} Zeichen.`,
    taken: 'Eine andere Ansicht hat diesen Namen.',
  },
  savingProblem: {
    filterTooLong: (most) => `Der Filter ist zu lang zum Speichern: höchstens ${number(most)} Zeichen.`,
    tooMany: (most) => `${number(most)} Ansichten sind gespeichert; löschen Sie zuerst eine.`,
  },
  notSaved: (why) => `Nicht gespeichert: ${why}`,
  notUndone: (why) => `Nicht rückgängig gemacht: ${why}`,
  asBefore: 'Die Ansichten sind wie zuvor.',
  replaced: (view) => `„${view}“ behält jetzt, was angezeigt wird.`,
  saved: (view) => `Die Ansicht „${view}“ ist gespeichert.`,
  renamed: (view) => `Die Ansicht heißt jetzt „${view}“.`,
  deleted: (view) => `Die Ansicht „${view}“ ist gelöscht.`,
}
