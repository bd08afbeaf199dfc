import type * as en from '../en/errors-files.ts'
import { counted, number } from '../numbers.ts'

const requests = (count: number): string => counted(count, 'Anfrage', 'Anfragen')

export const transfer: typeof en.transfer = {
  nothingNew: (file) => `Nichts Neues: ${file === 'HAR' ? 'Das HAR' : 'Das Archiv'} enthält keine Anfragen.`,
  allKnown: (known, file) =>
    known === 1
      ? `Nichts Neues: Die einzige Anfrage ${file === 'HAR' ? 'des HAR' : 'des Archivs'} ist schon vorhanden.`
      : `Nichts Neues: Alle ${requests(known)} ${file === 'HAR' ? 'des HAR' : 'des Archivs'} sind schon vorhanden.`,
  imported: (added) => `${requests(added)} importiert.`,
  importedBeside: (added, known) =>
    `${requests(added)} importiert, ${counted(known, 'Anfrage war', 'Anfragen waren')} schon vorhanden.`,
  outagesAdded: (outages) => `${counted(outages, 'Ausfall', 'Ausfälle')} hinzugefügt.`,
  leftOut: (entries) =>
    `${counted(entries, 'Eintrag wurde', 'Einträge wurden')} ausgelassen: keine HTTP-Anfrage, die ein Server hätte empfangen können, oder jenseits der Grenzen.`,
  written: (file) => `Nach ${file} geschrieben.`,
  handedOver: (fileName) => `${fileName} wurde an den Browser übergeben.`,
  notRead: (why) => `Die Datei ließ sich nicht lesen: ${why}.`,
  unexpected: 'Etwas ist schiefgegangen, und nichts wurde geändert: Versuchen Sie es erneut.',
  uploadBroke: 'Das Hochladen ist abgebrochen, und nichts wurde importiert: Starten Sie es erneut.',
  importEnded: 'Dieser Import ist beendet: Es wird nichts mehr angenommen.',
  importUnderWay: 'Eine Datei wird gerade importiert: Warten Sie auf das Ende oder brechen Sie ab.',
  chooseInBrowser: 'Wählen Sie die Datei im Browser: Von dort wird sie hochgeladen.',
  tooManyRequests: (most, these) =>
    `Ein Bericht fasst höchstens ${number(most)} Anfragen, und dies sind ${number(these)}: Schränken Sie den Filter ein oder exportieren Sie als NDJSON.`,
  tooLargeRequests:
    'Diese Anfragen haben zusammen mehr als 64 MiB, was kein Bericht fasst: Schränken Sie den Filter ein oder exportieren Sie als NDJSON.',
}

export const file: typeof en.file = {
  isFolder: (name) => `${name} ist ein Ordner: Nennen Sie eine Datei darin.`,
  diskFull: (name) =>
    `Der Datenträger ist voll, ${name} wurde also nicht geschrieben, und nichts davon blieb zurück: Schaffen Sie Platz oder wählen Sie einen anderen Ort.`,
  notWritten: (name, why) => `${name} wurde nicht geschrieben, und nichts davon blieb zurück: ${why}.`,
}

export const archive: typeof en.archive = {
  none: 'Das ist kein Archiv des Adjump Inspectors, und nichts wurde importiert: Wählen Sie eine Datei, die ein Archivieren erzeugt hat.',
  cutOff:
    'Dieses Archiv ist abgeschnitten: Sein Ende fehlt. Nichts wurde importiert; kopieren Sie die Datei erneut oder erstellen Sie ein neues Archiv.',
  damaged:
    'Dieses Archiv ist beschädigt: Sein Inhalt passt nicht zu seiner Prüfsumme oder seinem Format. Nichts wurde importiert; kopieren Sie die Datei erneut oder erstellen Sie ein neues Archiv.',
  tooMuch:
    'Dieses Archiv hat mehr Endpunkte oder Ausfälle als irgendein Verlauf, und nichts wurde importiert: Erstellen Sie ein neues.',
  newer: (version, known) =>
    `Dieses Archiv hat Version ${String(version)} des Formats, und dieser Inspector liest bis ${String(known)}: Aktualisieren Sie den Inspector. Nichts wurde importiert.`,
  notWhole:
    'Während des Archivierens wurden Anfragen aus dem Verlauf entfernt, das Archiv wäre also nicht vollständig: Erstellen Sie es erneut.',
  cutOffHar:
    'Dieses HAR ist abgeschnitten: Sein Ende fehlt. Nichts wurde importiert; kopieren Sie die Datei erneut oder exportieren Sie sie neu.',
  damagedHar:
    'Dieses HAR ist beschädigt: Es ist kein gültiges JSON oder enthält, was keine Anfrage ist. Nichts wurde importiert; exportieren Sie es neu.',
  noHar:
    'Das ist kein Archiv des Adjump Inspectors, und nichts wurde importiert: Ein HAR mit Einträgen ist es auch nicht. Wählen Sie eine Datei, die ein Archivieren oder ein HAR-Export erzeugt hat.',
  longHar: (most) =>
    `Dieses HAR hat mehr als ${String(most)} Einträge, und nichts wurde importiert: Exportieren Sie weniger oder verwenden Sie ein Archiv.`,
}
