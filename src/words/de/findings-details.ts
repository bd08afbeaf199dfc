import type { FindingsWords } from '../en/findings.ts'
import { listed, number, plural } from '../numbers.ts'

export const details: FindingsWords['details'] = {
  parameterMissing: (param) => `Kein Parameter namens ${param} ist eingetroffen.`,
  parameterEmpty: (param) => `${param} ist ohne Wert eingetroffen.`,
  parameterBare: (param) => `${param} ist ohne „=“ und ohne Wert eingetroffen.`,
  macroNotReplaced: (param, macro) => `${param} ist als ${macro} eingetroffen, ein Makro, das niemand ersetzt hat.`,
  amountWithoutValue: {
    'amount-not-a-number': (amount) => `Der Betrag ${amount} ist keine Zahl.`,
    'amount-decimal-comma': (amount) => `Der Betrag ${amount} hat ein Dezimalkomma.`,
    'amount-separator-ambiguous': (amount) => `Der Betrag ${amount} kann Tausender oder Dezimalstellen meinen.`,
    'amount-thousands-separator': (amount) => `Der Betrag ${amount} hat Tausendertrennzeichen.`,
    'amount-has-unit': (amount) => `Der Betrag ${amount} hat ein Währungszeichen oder Wort neben der Zahl.`,
  },
  valuesSwapped: (userId, amount) =>
    `Die Nutzer-ID ${userId} ist eine Zahl, und der Betrag ${amount} sieht wie eine ID aus.`,
  methodWithoutBody: (method) => `${method} ist statt GET eingetroffen, ohne Body.`,
  methodWithBody: (method, bytes) => `${method} ist statt GET eingetroffen, mit einem Body von ${number(bytes)} Byte.`,
  methodWithFields: (method, fields, left) =>
    `${method} ist statt GET eingetroffen; der Body enthält ${fields.join(', ')}${left > 0 ? ` und ${number(left)} weitere` : ''}.`,
  pathUnknown: (path, endpointPath) => `Kein Endpunkt hat den Pfad ${path}; ${endpointPath} kennt diese Namen.`,
  pathLost: (path, why) => `Kein Endpunkt hat den Pfad ${path}. ${why}`,
  pathDiffers: (path, endpointPath) => `Der Pfad ${path} ist nicht ganz der des Endpunkts, ${endpointPath}.`,
  nameNearMiss: {
    'written-alike': (mapped, received) =>
      `${mapped} ist nicht eingetroffen, aber ${received}, derselbe Name in anderer Schreibweise.`,
    separators: (mapped, received) =>
      `${mapped} ist nicht eingetroffen, aber ${received}, derselbe Name in anderer Schreibweise.`,
    alias: (mapped, received) => `${mapped} ist nicht eingetroffen, aber ${received}, ein üblicher Name dafür.`,
    'one-edit': (mapped, received) => `${mapped} ist nicht eingetroffen, aber ${received}, anders in einem Zeichen.`,
    'two-edits': (mapped, received) => `${mapped} ist nicht eingetroffen, aber ${received}, anders in zwei Zeichen.`,
  },
  templateNameLeft: (names, count) =>
    plural(count, {
      one: `${names} ist ein Name aus einer Vorlage, nicht Ihr eigener.`,
      other: `${names} sind Namen aus einer Vorlage, nicht Ihre eigenen.`,
    }),
  htmlAmpersand: (names, count) =>
    `${names} ${plural(count, { one: 'ist als Name', other: 'sind als Namen' })} eingetroffen: „&amp;“ stand, wo „&“ hingehört.`,
  htmlEntityInValue: (name, value) =>
    `Der Wert von ${name} ist ${value}; darin steht ein Zeichen für „&“ und einige Buchstaben.`,
  separatorsEncoded: (piece, name) => `${piece} enthält ${name} hinter einem kodierten Trennzeichen.`,
  semicolonSeparator: (piece, name) => `${piece} enthält ${name} hinter einem „;“.`,
  questionMarkMissing: (path, stands) => `Hinter dem Pfad ${path} kommt ${stands}, wo „?“ hingehört.`,
  questionMarkEncoded: (path, stands) => `Hinter dem Pfad ${path} steht ${stands}, wo ein bloßes „?“ hingehört.`,
  questionMarkRepeated: (piece) => `In ${piece} steht ein zweites „?“.`,
  repeatedParam: (param, times, values) =>
    `${param} ist ${number(times)}-mal eingetroffen, mit ${values}; der erste Wert zählt.`,
  doubleEncoded: (param, text) => `${param} ist nach einmaligem Dekodieren ${text}, noch immer kodiert.`,
  percentInvalid: (param, raw) => `${param} ist als ${raw} eingetroffen, mit einem „%“, das keine Escape-Sequenz ist.`,
  utf8Invalid: (param, raw) => `${param} ist als ${raw} eingetroffen, was kein UTF-8 ist.`,
  plusAsSpace: (param, raw, text) => `${param} ist als ${raw} eingetroffen und wird als ${text} gelesen.`,
  edgeWhitespace: (param, text) => `${param} ist ${text}, mit Leerraum am Rand.`,
  controlCharacter: (param, text) => `${param} ist ${text}, mit einem Steuerzeichen darin.`,
  invisibleCharacter: (param, text) => `${param} ist ${text}, mit einem unsichtbaren Zeichen darin.`,
  innerWhitespace: (param, text) => `${param} ist ${text}, mit Leerraum im Inneren.`,
  nonAscii: (param, text) => `${param} ist ${text}, mit Zeichen jenseits von ASCII.`,
  markupInValue: (param, text) => `${param} ist ${text}, also Markup.`,
  formulaInValue: (param, text) => `${param} ist ${text}, was wie eine Formel beginnt.`,
  userIdPlaceholder: (userId) => `Die Nutzer-ID ist ${userId}, was für keinen Nutzer steht.`,
  userIdIsEmail: (userId) => `Die Nutzer-ID ${userId} ist eine E-Mail-Adresse.`,
  amountExponent: (amount, meant) => `Der Betrag ${amount} hat einen Exponenten; er bedeutet ${meant}.`,
  amountNegative: (amount) => `Der Betrag ${amount} ist negativ.`,
  amountZero: (amount) => `Der Betrag ${amount} ist null.`,
  amountPlusSign: (amount) => `Der Betrag ${amount} beginnt mit einem Pluszeichen.`,
  amountTrailingZeros: (amount) => `Der Betrag ${amount} endet hinter seinem Punkt mit Nullen.`,
  amountBarePoint: (amount) => `Der Betrag ${amount} hat auf einer Seite seines Punkts keine Ziffer.`,
  precisionBeyondDouble: (amount) => `Der Betrag ${amount} würde sich in einer Gleitkommazahl ändern.`,
  userIdLeadingZeros: (userId) => `Die Nutzer-ID ${userId} beginnt mit Nullen.`,
  amountLeadingZeros: (amount) => `Der Betrag ${amount} beginnt mit Nullen.`,
  extraParams: (names, count) => `${names} ${plural(count, { one: 'ist', other: 'sind' })} nicht zugeordnet.`,
  fragmentInTarget: (fragment) => `Das Anfrageziel endet mit ${fragment}; das wird nicht gelesen.`,
  absoluteForm: (origin) => `Das Anfrageziel nennt vor dem Pfad den Host ${origin}.`,
  openedInBrowser: 'Die Header sind die eines Browsers, der die URL geöffnet hat.',
  possibleDuplicate: (id, apart) =>
    `Postback ${String(id)}, ${apart === null ? '' : `${apart} `}früher, hat denselben Endpunkt, dieselbe Nutzer-ID und denselben Betrag.`,
}

export const quoted: FindingsWords['quoted'] = (text) => `„${text}“`

export const quotedList: FindingsWords['quotedList'] = (shown, left) =>
  left > 0 ? `${shown.join(', ')} und ${number(left)} weitere` : listed(shown)

export const days: FindingsWords['days'] = (count) => `${String(count)} Tage`

export const lostPath: FindingsWords['lostPath'] = {
  former: 'Es ist der frühere geheime Pfad des Endpunkts: Im Dashboard steht noch die alte URL.',
  bare: 'Es ist der Pfad des Endpunkts ohne sein geheimes letztes Segment: In der URL im Dashboard fehlt es.',
}
