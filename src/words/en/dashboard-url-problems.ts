import { listed } from '../numbers.ts'

const COPY_FROM_HERE = 'Copy the dashboard URL from here.'

/**
 * What is wrong with the URL that stands in the dashboard, and what to do. Names, paths and values come in quotes
 * already where they need them.
 */
export const dashboardUrlProblems = {
  tooLong: { message: 'This is too long to be a dashboard URL.', fix: 'Paste only the URL.' },
  empty: { message: 'There is no URL.', fix: COPY_FROM_HERE },
  notUrl: { message: 'This is no URL.', fix: COPY_FROM_HERE },
  onlyParameters: (publicUrl: string | null, path: string) => ({
    message: 'These are only the parameters, without an address.',
    fix: `Put ${publicUrl ?? 'the public URL'} and ${path} in front.`,
  }),

  invisible: (what: string) => ({
    message: `There is a character that cannot be seen: ${what}.`,
    fix: 'Clear the field and paste the URL again as plain text.',
  }),
  spaceAtStart: { message: 'The URL begins with a space or line break.', fix: 'Delete it in the dashboard.' },
  spaceAtEnd: { message: 'The URL ends with a space or line break.', fix: 'Delete it in the dashboard.' },
  quotesAround: {
    message: 'The URL stands in quotes or brackets.',
    fix: 'Remove them; only the URL belongs in the field.',
  },
  textInFront: { message: 'There is other text in front of the URL.', fix: 'Leave only the URL in the field.' },
  severalUrls: {
    message: 'There is more than one URL in the field; only the first was checked.',
    fix: 'Leave one URL in the field.',
  },
  lineBreak: {
    message: 'There is a line break or tab within the URL.',
    fix: 'Join it into one line without anything in between.',
  },
  space: {
    message: 'There is a space within the URL.',
    fix: 'Delete it; a space that belongs to a name is written %20.',
  },
  curlyQuote: { message: 'There is a curly quote within the URL.', fix: 'Delete it; no quotes belong in there.' },
  wholeEncoded: {
    message: 'The whole URL is percent-encoded, so neither host nor macros can be recognised.',
    fix: 'Paste it as it is shown here, with bare “:”, “/”, “?” and braces.',
  },
  backslash: { message: 'There is a backslash where a slash belongs.', fix: 'Write “/” instead of “\\”.' },
  htmlAmpersand: {
    message: 'The URL was pasted through HTML, so “&” became “&amp;”.',
    fix: 'Write a bare “&” between the parameters.',
  },
  htmlEntity: (entity: string, sign: string) => ({
    message: `The URL was pasted through HTML, so “&${entity}” became “${sign}”.`,
    fix: 'Copy the URL again as plain text.',
  }),

  noSchemeAndHost: (origin: string | null) => ({
    message: 'The URL starts without a scheme and host.',
    fix: `Put ${origin ?? 'the public URL'} in front.`,
  }),
  schemeTwice: (wanted: string) => ({
    message: 'The URL starts with a scheme twice.',
    fix: `Leave one ${wanted}:// at the start.`,
  }),
  httpNotHttps: {
    message:
      'The URL starts with http://, but the public URL is https://; a redirect in between may lose the postback.',
    fix: 'Write https:// at the start.',
  },
  schemeWrong: (start: string, wanted: string) => ({
    message: `The URL starts with ${start}.`,
    fix: `Write ${wanted}:// at the start.`,
  }),
  schemeMissing: (wanted: string) => ({
    message: 'The URL starts without a scheme.',
    fix: `Write ${wanted}:// at the start.`,
  }),
  credentials: {
    message: 'There is a user name in front of the host.',
    fix: 'Remove everything up to the “@”.',
  },
  /** What to do about any wrong host. `wanted` is null where there is no public URL. */
  hostFix: (wanted: string | null) =>
    wanted === null ? 'Write the public URL’s host instead.' : `Write ${wanted} instead.`,
  portDiffers: (port: string | null, publicUrl: string) =>
    `The URL has ${port === null ? 'no port' : `port ${port}`}, but the public URL is ${publicUrl}.`,
  hostMissing: 'There is no host in the URL.',
  hostPlaceholder: (host: string) => `${host} is the documentation’s placeholder for your own address.`,
  hostLocal: (host: string) => `${host} is an address of this machine or network; Adjump’s servers cannot reach it.`,
  hostStale: (host: string, tunnel: string) => `The dashboard still sends to ${host}, but the tunnel is ${tunnel} now.`,
  hostDiffers: (host: string, publicHost: string) =>
    `The dashboard sends to ${host}, but the public URL is ${publicHost}.`,

  endsAfterHost: (path: string) => ({
    message: 'The URL ends after the host.',
    fix: `Add ${path} and the two parameters.`,
  }),
  endsAfterPath: {
    message: 'The URL ends after the path.',
    fix: 'Add “?” and the two parameters with their macros.',
  },
  fragment: {
    message: 'There is a “#” in the URL; nothing from there on is ever sent.',
    fix: 'Remove it, or write %23 where it belongs to a name.',
  },
  questionMarkEncoded: {
    message: 'The “?” after the path is percent-encoded, so the parameters became part of the path.',
    fix: 'Write a bare “?” after the path.',
  },
  questionMarkMissing: {
    message: 'There is no “?” between the path and the parameters.',
    fix: 'Write “?” after the path, and “&” only between the parameters.',
  },
  /** What to do about any wrong path. */
  pathFix: (path: string) => `Write ${path} as the path.`,
  pathMissing: (path: string) => `The path ${path} is missing.`,
  pathSlashAtEnd: 'The path ends with a slash, unlike the endpoint’s.',
  pathSlashLost: 'The path has lost its last slash, unlike the endpoint’s.',
  pathSlashTwice: 'The path has a slash twice in a row.',
  pathCase: (received: string, path: string) => `The path ${received} differs from ${path} in upper and lower case.`,
  pathDiffers: (received: string, path: string) => `The path is ${received}, but the endpoint’s is ${path}.`,

  questionMarkTwice: {
    message: 'There is another “?” among the parameters; it becomes part of a name or value.',
    fix: 'Keep the one “?” after the path and write “&” between the parameters.',
  },
  separatorsEncoded: {
    message: 'A “&” or “=” between the parameters is percent-encoded, so several parameters become one.',
    fix: 'Write them bare; only the names themselves are encoded.',
  },
  semicolons: {
    message: 'The parameters are separated by “;”, which most servers do not split at.',
    fix: 'Write “&” instead.',
  },
  separatorMissing: { message: 'There is no “&” between two parameters.', fix: 'Write “&” between them.' },
  equalsMissing: (name: string) => ({
    message: `There is no “=” behind the name “${name}”.`,
    fix: 'Write “=” before the macro.',
  }),

  macrosSwapped: (pieces: readonly string[]) => ({
    message: 'The two macros are swapped: each stands behind the other’s name.',
    fix: `Write ${listed(pieces)}.`,
  }),
  /** What to do about any wrong name. */
  nameFix: (name: string) => `Write ${name} as the name, or map the other name here.`,
  nameNotEncoded: (name: string, encoded: string) => ({
    message: `The name ${name} holds characters that must be percent-encoded in a URL.`,
    fix: `Write ${encoded}.`,
  }),
  nameMissing: (macro: string) => `There is no name in front of ${macro}.`,
  templateLeft: (name: string, encoded: string) => ({
    message: `${name} is still the documentation’s template, brackets and all.`,
    fix: `Write ${encoded} without brackets.`,
  }),
  nameDiffers: (received: string, name: string) => `The name is ${received}, but this endpoint reads ${name}.`,
  nameTwice: (name: string) => ({
    message: `${name} stands in the URL more than once.`,
    fix: 'Leave it once, with its macro.',
  }),
  paramsMissing: (names: readonly string[], pieces: string) => ({
    message: `${listed(names)} ${names.length === 1 ? 'is' : 'are'} missing.`,
    fix: `Add ${pieces}.`,
  }),

  /** What to do about any wrong macro. */
  macroFix: (macro: string) => `Write ${macro} there, in single braces and not encoded.`,
  macroOther: (value: string, macro: string) => `${value} stands where ${macro} belongs.`,
  macroEncoded: (value: string) => `The macro is percent-encoded as ${value}, so Adjump will not replace it.`,
  macroAround: (value: string) => `There is more than the macro behind the “=”: ${value}.`,
  macroMisspelt: (value: string) => `${value} is not how Adjump writes the macro.`,
  macroUnknown: (value: string) => `${value} is no macro that Adjump documents.`,
  macroFixed: (value: string) => `${value} is a fixed text and would be the same in every postback.`,
  macroMissing: (name: string) => `There is no macro behind ${name}.`,
}

export type DashboardUrlProblemWords = typeof dashboardUrlProblems
