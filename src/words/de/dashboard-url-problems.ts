import type { DashboardUrlProblemWords } from '../en/dashboard-url-problems.ts'
import { listed } from '../numbers.ts'

const COPY_FROM_HERE = 'Kopieren Sie die Dashboard-URL von hier.'

export const dashboardUrlProblems: DashboardUrlProblemWords = {
  tooLong: { message: 'Das ist zu lang für eine Dashboard-URL.', fix: 'Fügen Sie nur die URL ein.' },
  empty: { message: 'Es gibt keine URL.', fix: COPY_FROM_HERE },
  notUrl: { message: 'Das ist keine URL.', fix: COPY_FROM_HERE },
  onlyParameters: (publicUrl, path) => ({
    message: 'Das sind nur die Parameter, ohne eine Adresse.',
    fix: `Setzen Sie ${publicUrl ?? 'die öffentliche URL'} und ${path} davor.`,
  }),

  invisible: (what) => ({
    message: `Es gibt ein Zeichen, das man nicht sieht: ${what}.`,
    fix: 'Leeren Sie das Feld und fügen Sie die URL noch einmal als reinen Text ein.',
  }),
  spaceAtStart: {
    message: 'Die URL beginnt mit einem Leerzeichen oder Zeilenumbruch.',
    fix: 'Löschen Sie das im Dashboard.',
  },
  spaceAtEnd: {
    message: 'Die URL endet mit einem Leerzeichen oder Zeilenumbruch.',
    fix: 'Löschen Sie das im Dashboard.',
  },
  quotesAround: {
    message: 'Die URL steht in Anführungszeichen oder Klammern.',
    fix: 'Entfernen Sie sie; in das Feld gehört nur die URL.',
  },
  textInFront: { message: 'Vor der URL steht anderer Text.', fix: 'Lassen Sie nur die URL im Feld.' },
  severalUrls: {
    message: 'Im Feld steht mehr als eine URL; nur die erste wurde geprüft.',
    fix: 'Lassen Sie eine URL im Feld.',
  },
  lineBreak: {
    message: 'In der URL steht ein Zeilenumbruch oder Tabulator.',
    fix: 'Machen Sie eine Zeile daraus, mit nichts dazwischen.',
  },
  space: {
    message: 'In der URL steht ein Leerzeichen.',
    fix: 'Löschen Sie es; ein Leerzeichen, das zu einem Namen gehört, wird %20 geschrieben.',
  },
  curlyQuote: {
    message: 'In der URL steht ein typografisches Anführungszeichen.',
    fix: 'Löschen Sie es; Anführungszeichen gehören nicht hinein.',
  },
  wholeEncoded: {
    message: 'Die ganze URL ist prozentkodiert, daher sind weder Host noch Makros zu erkennen.',
    fix: 'Fügen Sie sie ein, wie sie hier gezeigt wird, mit unkodierten „:“, „/“, „?“ und geschweiften Klammern.',
  },
  backslash: {
    message: 'Ein Backslash steht, wo ein Schrägstrich hingehört.',
    fix: 'Schreiben Sie „/“ statt „\\“.',
  },
  htmlAmpersand: {
    message: 'Die URL wurde über HTML eingefügt, daher wurde aus „&“ ein „&amp;“.',
    fix: 'Schreiben Sie ein einfaches „&“ zwischen die Parameter.',
  },
  htmlEntity: (entity, sign) => ({
    message: `Die URL wurde über HTML eingefügt, daher wurde aus „&${entity}“ ein „${sign}“.`,
    fix: 'Kopieren Sie die URL noch einmal als reinen Text.',
  }),

  noSchemeAndHost: (origin) => ({
    message: 'Die URL beginnt ohne Schema und Host.',
    fix: `Setzen Sie ${origin ?? 'die öffentliche URL'} davor.`,
  }),
  schemeTwice: (wanted) => ({
    message: 'Die URL beginnt mit zwei Schemata.',
    fix: `Lassen Sie ein ${wanted}:// am Anfang.`,
  }),
  httpNotHttps: {
    message:
      'Die URL beginnt mit http://, die öffentliche URL aber mit https://; eine Umleitung dazwischen kann den Postback verlieren.',
    fix: 'Schreiben Sie https:// an den Anfang.',
  },
  schemeWrong: (start, wanted) => ({
    message: `Die URL beginnt mit ${start}.`,
    fix: `Schreiben Sie ${wanted}:// an den Anfang.`,
  }),
  schemeMissing: (wanted) => ({
    message: 'Die URL beginnt ohne Schema.',
    fix: `Schreiben Sie ${wanted}:// an den Anfang.`,
  }),
  credentials: {
    message: 'Vor dem Host steht ein Benutzername.',
    fix: 'Entfernen Sie alles bis zum „@“.',
  },
  hostFix: (wanted) =>
    wanted === null
      ? 'Schreiben Sie stattdessen den Host der öffentlichen URL.'
      : `Schreiben Sie stattdessen ${wanted}.`,
  portDiffers: (port, publicUrl) =>
    `Die URL hat ${port === null ? 'keinen Port' : `den Port ${port}`}, die öffentliche URL ist aber ${publicUrl}.`,
  hostMissing: 'In der URL steht kein Host.',
  hostPlaceholder: (host) => `${host} ist der Platzhalter der Dokumentation für Ihre eigene Adresse.`,
  hostLocal: (host) =>
    `${host} ist eine Adresse dieses Computers oder Netzwerks; die Server von Adjump erreichen sie nicht.`,
  hostStale: (host, tunnel) => `Das Dashboard sendet noch an ${host}, der Tunnel ist aber jetzt ${tunnel}.`,
  hostDiffers: (host, publicHost) => `Das Dashboard sendet an ${host}, die öffentliche URL ist aber ${publicHost}.`,

  endsAfterHost: (path) => ({
    message: 'Die URL endet nach dem Host.',
    fix: `Ergänzen Sie ${path} und die beiden Parameter.`,
  }),
  endsAfterPath: {
    message: 'Die URL endet nach dem Pfad.',
    fix: 'Ergänzen Sie „?“ und die beiden Parameter mit ihren Makros.',
  },
  fragment: {
    message: 'In der URL steht ein „#“; von dort an wird nichts mehr gesendet.',
    fix: 'Entfernen Sie es, oder schreiben Sie %23, wo es zu einem Namen gehört.',
  },
  questionMarkEncoded: {
    message: 'Das „?“ nach dem Pfad ist prozentkodiert, daher wurden die Parameter ein Teil des Pfads.',
    fix: 'Schreiben Sie ein einfaches „?“ nach dem Pfad.',
  },
  questionMarkMissing: {
    message: 'Zwischen Pfad und Parametern fehlt das „?“.',
    fix: 'Schreiben Sie „?“ nach dem Pfad und „&“ nur zwischen die Parameter.',
  },
  pathFix: (path) => `Schreiben Sie ${path} als Pfad.`,
  pathMissing: (path) => `Der Pfad ${path} fehlt.`,
  pathSlashAtEnd: 'Der Pfad endet mit einem Schrägstrich, anders als der des Endpunkts.',
  pathSlashLost: 'Dem Pfad fehlt der letzte Schrägstrich, anders als dem des Endpunkts.',
  pathSlashTwice: 'Der Pfad hat zwei Schrägstriche hintereinander.',
  pathCase: (received, path) => `Der Pfad ${received} unterscheidet sich von ${path} in der Groß- und Kleinschreibung.`,
  pathDiffers: (received, path) => `Der Pfad ist ${received}, der des Endpunkts aber ${path}.`,

  questionMarkTwice: {
    message: 'Zwischen den Parametern steht ein weiteres „?“; es wird Teil eines Namens oder Werts.',
    fix: 'Lassen Sie das eine „?“ nach dem Pfad und schreiben Sie „&“ zwischen die Parameter.',
  },
  separatorsEncoded: {
    message: 'Ein „&“ oder „=“ zwischen den Parametern ist prozentkodiert, daher werden mehrere Parameter zu einem.',
    fix: 'Schreiben Sie sie unkodiert; nur die Namen selbst werden kodiert.',
  },
  semicolons: {
    message: 'Die Parameter sind durch „;“ getrennt, das die meisten Server nicht als Trennzeichen nehmen.',
    fix: 'Schreiben Sie stattdessen „&“.',
  },
  separatorMissing: {
    message: 'Zwischen zwei Parametern fehlt das „&“.',
    fix: 'Schreiben Sie „&“ dazwischen.',
  },
  equalsMissing: (name) => ({
    message: `Hinter dem Namen „${name}“ fehlt das „=“.`,
    fix: 'Schreiben Sie „=“ vor das Makro.',
  }),

  macrosSwapped: (pieces) => ({
    message: 'Die beiden Makros sind vertauscht: Jedes steht hinter dem Namen des anderen.',
    fix: `Schreiben Sie ${listed(pieces)}.`,
  }),
  nameFix: (name) => `Schreiben Sie ${name} als Namen, oder ordnen Sie hier den anderen Namen zu.`,
  nameNotEncoded: (name, encoded) => ({
    message: `Der Name ${name} enthält Zeichen, die in einer URL prozentkodiert sein müssen.`,
    fix: `Schreiben Sie ${encoded}.`,
  }),
  nameMissing: (macro) => `Vor ${macro} steht kein Name.`,
  templateLeft: (name, encoded) => ({
    message: `${name} ist noch die Vorlage der Dokumentation, samt Klammern.`,
    fix: `Schreiben Sie ${encoded} ohne Klammern.`,
  }),
  nameDiffers: (received, name) => `Der Name ist ${received}, dieser Endpunkt liest aber ${name}.`,
  nameTwice: (name) => ({
    message: `${name} steht mehr als einmal in der URL.`,
    fix: 'Lassen Sie es einmal stehen, mit dem zugehörigen Makro.',
  }),
  paramsMissing: (names, pieces) => ({
    message: `${listed(names)} ${names.length === 1 ? 'fehlt' : 'fehlen'}.`,
    fix: `Ergänzen Sie ${pieces}.`,
  }),

  macroFix: (macro) => `Schreiben Sie dort ${macro}, in einfachen geschweiften Klammern und nicht kodiert.`,
  macroOther: (value, macro) => `${value} steht, wo ${macro} hingehört.`,
  macroEncoded: (value) => `Das Makro ist als ${value} prozentkodiert, daher wird Adjump es nicht ersetzen.`,
  macroAround: (value) => `Hinter dem „=“ steht mehr als das Makro: ${value}.`,
  macroMisspelt: (value) => `${value} ist nicht Adjumps Schreibweise des Makros.`,
  macroUnknown: (value) => `${value} ist kein Makro, das Adjump dokumentiert.`,
  macroFixed: (value) => `${value} ist ein fester Text und wäre in jedem Postback gleich.`,
  macroMissing: (name) => `Hinter ${name} steht kein Makro.`,
}
