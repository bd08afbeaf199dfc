import { listed, plural } from '../numbers.ts'

/** What was found in the very case at hand. Every received text comes as it is shown, by `quoted` or `quotedList`. */
export const details = {
  parameterMissing: (param: string) => `No parameter named ${param} arrived.`,
  parameterEmpty: (param: string) => `${param} arrived without a value.`,
  parameterBare: (param: string) => `${param} arrived without “=” and a value.`,
  macroNotReplaced: (param: string, macro: string) => `${param} arrived as ${macro}, a macro that nobody replaced.`,
  amountWithoutValue: {
    'amount-not-a-number': (amount: string) => `The amount ${amount} is not a number.`,
    'amount-decimal-comma': (amount: string) => `The amount ${amount} has a decimal comma.`,
    'amount-separator-ambiguous': (amount: string) => `The amount ${amount} could mean thousands or decimals.`,
    'amount-thousands-separator': (amount: string) => `The amount ${amount} has thousands separators.`,
    'amount-has-unit': (amount: string) => `The amount ${amount} has a currency sign or word beside the number.`,
  },
  valuesSwapped: (userId: string, amount: string) =>
    `The user id ${userId} is a number, and the amount ${amount} looks like an id.`,
  methodWithoutBody: (method: string) => `${method} arrived instead of GET, without a body.`,
  methodWithBody: (method: string, bytes: number) =>
    `${method} arrived instead of GET, with a body of ${String(bytes)} bytes.`,
  /** `left`: how many more fields there are than those shown. */
  methodWithFields: (method: string, fields: readonly string[], left: number) =>
    `${method} arrived instead of GET; its body holds ${fields.join(', ')}${left > 0 ? ` and ${String(left)} more` : ''}.`,
  pathUnknown: (path: string, endpointPath: string) =>
    `No endpoint has the path ${path}; ${endpointPath} knows these names.`,
  /** `why`: a sentence. */
  pathLost: (path: string, why: string) => `No endpoint has the path ${path}. ${why}`,
  pathDiffers: (path: string, endpointPath: string) => `The path ${path} is not quite the endpoint’s, ${endpointPath}.`,
  nameNearMiss: {
    'written-alike': (mapped: string, received: string) =>
      `${mapped} did not arrive, but ${received} did, which is the same name written differently.`,
    separators: (mapped: string, received: string) =>
      `${mapped} did not arrive, but ${received} did, which is the same name written differently.`,
    alias: (mapped: string, received: string) =>
      `${mapped} did not arrive, but ${received} did, which is a usual name for it.`,
    'one-edit': (mapped: string, received: string) =>
      `${mapped} did not arrive, but ${received} did, which differs in one character.`,
    'two-edits': (mapped: string, received: string) =>
      `${mapped} did not arrive, but ${received} did, which differs in two characters.`,
  },
  templateNameLeft: (names: string, count: number) =>
    `${names} ${plural(count, { one: 'is a name', other: 'are names' })} from a template, not your own.`,
  htmlAmpersand: (names: string, count: number) =>
    `${names} arrived as ${plural(count, { one: 'a name', other: 'names' })}: “&amp;” stood where “&” belongs.`,
  htmlEntityInValue: (name: string, value: string) =>
    `The value of ${name} is ${value}, where a sign stands for “&” and some letters.`,
  separatorsEncoded: (piece: string, name: string) => `${piece} holds ${name} behind an encoded separator.`,
  semicolonSeparator: (piece: string, name: string) => `${piece} holds ${name} behind a “;”.`,
  questionMarkMissing: (path: string, stands: string) => `Behind the path ${path} comes ${stands} where “?” belongs.`,
  questionMarkEncoded: (path: string, stands: string) =>
    `Behind the path ${path} stands ${stands} where a bare “?” belongs.`,
  questionMarkRepeated: (piece: string) => `A second “?” stands in ${piece}.`,
  repeatedParam: (param: string, times: number, values: string) =>
    `${param} arrived ${String(times)} times, with ${values}; the first counts.`,
  doubleEncoded: (param: string, text: string) => `${param} is ${text} after decoding once, still encoded.`,
  percentInvalid: (param: string, raw: string) => `${param} arrived as ${raw}, with a “%” that is no escape.`,
  utf8Invalid: (param: string, raw: string) => `${param} arrived as ${raw}, which is not UTF-8.`,
  plusAsSpace: (param: string, raw: string, text: string) => `${param} arrived as ${raw} and is read as ${text}.`,
  edgeWhitespace: (param: string, text: string) => `${param} is ${text}, with whitespace at its edge.`,
  controlCharacter: (param: string, text: string) => `${param} is ${text}, with a control character in it.`,
  invisibleCharacter: (param: string, text: string) => `${param} is ${text}, with an invisible character in it.`,
  innerWhitespace: (param: string, text: string) => `${param} is ${text}, with whitespace inside.`,
  nonAscii: (param: string, text: string) => `${param} is ${text}, with characters beyond ASCII.`,
  markupInValue: (param: string, text: string) => `${param} is ${text}, markup.`,
  formulaInValue: (param: string, text: string) => `${param} is ${text}, which begins like a formula.`,
  userIdPlaceholder: (userId: string) => `The user id is ${userId}, which stands for no user.`,
  userIdIsEmail: (userId: string) => `The user id ${userId} is an e-mail address.`,
  amountExponent: (amount: string, meant: string) => `The amount ${amount} has an exponent; it means ${meant}.`,
  amountNegative: (amount: string) => `The amount ${amount} is negative.`,
  amountZero: (amount: string) => `The amount ${amount} is zero.`,
  amountPlusSign: (amount: string) => `The amount ${amount} begins with a plus sign.`,
  amountTrailingZeros: (amount: string) => `The amount ${amount} ends in zeros behind its point.`,
  amountBarePoint: (amount: string) => `The amount ${amount} has no digit on one side of its point.`,
  precisionBeyondDouble: (amount: string) => `The amount ${amount} would change in a floating-point number.`,
  userIdLeadingZeros: (userId: string) => `The user id ${userId} begins with zeros.`,
  amountLeadingZeros: (amount: string) => `The amount ${amount} begins with zeros.`,
  extraParams: (names: string, count: number) => `${names} ${plural(count, { one: 'is', other: 'are' })} not mapped.`,
  fragmentInTarget: (fragment: string) => `The target ends in ${fragment}, which is not read.`,
  absoluteForm: (origin: string) => `The target names the host ${origin} before the path.`,
  openedInBrowser: 'The headers are those of a browser that opened the URL.',
  /** `apart`: a length of time; null where it is not known. */
  possibleDuplicate: (id: number, apart: string | null) =>
    `Postback ${String(id)}, ${apart === null ? '' : `${apart} `}earlier, has the same endpoint, user id and amount.`,
}

/** Received text, which may be cut, in quotes. */
export const quoted = (text: string): string => `“${text}”`

/** Several such texts; `left`: how many more there are. */
export const quotedList = (shown: readonly string[], left: number): string =>
  left > 0 ? `${shown.join(', ')} and ${String(left)} more` : listed(shown)

/** Two or more of them, as a length of time. */
export const days = (count: number): string => `${String(count)} days`

/** Of a path that would be an endpoint’s, but for its secret segment. */
export const lostPath = {
  former: 'It is the endpoint’s former secret path: the dashboard still has the old URL.',
  bare: 'It is the endpoint’s path without its secret last segment: the dashboard’s URL lacks it.',
}
