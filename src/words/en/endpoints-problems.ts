import { number } from '../numbers.ts'

/** Why an endpoint cannot be saved as it is, one sentence for each field's fault. */
export const endpointProblems = {
  nameMissing: 'Give the endpoint a name.',
  nameLong: 'A name can have 80 characters at most.',

  paramMissing: 'Enter the parameter name that Adjump sends.',
  paramLong: (longest: number) => `A parameter name can have ${number(longest)} characters at most.`,
  paramUnseen: 'A parameter name has no spaces at its ends and no invisible characters: retype it.',
  paramsAlike: 'The two names must differ: this one is already the user id’s.',

  pathStart: 'A path starts with “/”, for example /hitpoint.',
  pathLong: (longest: number) => `A path can have ${number(longest)} characters at most.`,
  pathQuery: 'A path has no “?” and no “#”: the parameters are set below.',
  pathCharacters: 'A path has no spaces and only ASCII characters; percent-encode anything else.',
  pathReserved: (prefix: string) => `Paths below ${prefix} are the inspector’s own.`,
  pathToken: 'A path token has 16 to 64 letters and digits.',

  statusWhole: 'The status is a whole number.',
  statusRange: 'The status is a number from 200 to 599.',
  headerName: 'A header name has letters, digits and “-”, and no spaces.',
  headerReserved: 'The receiver sets this header itself.',
  headerValue: 'A header value is one line of plain characters.',
  headersMany: 'A reply can have 32 headers at most.',
  bodyLong: 'A reply body can have 64 KiB at most.',
  delayWhole: 'The delay is a whole number of milliseconds.',
  delayNegative: 'The delay cannot be negative.',
  delayLong: (longest: number) => `The delay is ${number(longest)} ms at most.`,

  stepsMany: 'A script can have 50 steps at most.',
  cutWithoutBody: (status: number) => `A reply ${String(status)} has no body that could be cut off.`,
  cutEmptyBody: 'There is no body to cut off: write one.',

  urlLong: (longest: number) => `A URL can have ${number(longest)} characters at most.`,
  urlQuery: 'The query is the postback’s own: leave “?…” out.',
  timeoutWhole: 'The time-out is a whole number of milliseconds.',
  timeoutShort: (shortest: number) => `The time-out is ${number(shortest)} ms at least.`,
  timeoutLong: (longest: number) => `The time-out is ${number(longest)} ms at most.`,
  retriesWhole: 'The number of retries is a whole number.',
  retriesNegative: 'The number of retries cannot be negative.',
  retriesMany: 'There can be 10 retries at most.',

  fieldName: 'A field name has small letters, digits and “_”, for example transaction_id.',
  fieldReserved: 'This field has a mapping of its own.',
  fieldTwice: 'This field is already there.',
  fieldParamTwice: 'This name is already mapped.',
  fieldsMany: 'An endpoint can have 20 extra fields at most.',

  windowWhole: 'The window is a whole number of minutes.',
  windowNegative: 'The window cannot be negative.',
  windowLong: (longest: number) => `The window is 30 days (${number(longest)} minutes) at most.`,
}

export type EndpointProblemWords = typeof endpointProblems
