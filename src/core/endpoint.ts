import { z } from 'zod'
import { replyEndingSchema } from './postback.ts'
import { readTargetUrl } from './target-url.ts'

/** The most endpoints that there can be; an archive with more is refused as well. */
export const MOST_ENDPOINTS = 1_000

/** The longest path, name or reply body an endpoint may have, in characters. */
const LONGEST_PATH = 512
const LONGEST_NAME = 200
const LONGEST_REPLY_BODY = 64 * 1024

/** RFC 9110 token: what a header name may consist of. */
const HEADER_NAME = /^[!#$%&'*+\-.^_`|~0-9A-Za-z]+$/
/** RFC 9110 field value without control characters; Node refuses anything else. */
const HEADER_VALUE = /^[\t\x20-\x7e\x80-\xff]*$/
/** Set by the receiver itself; a second one would break the reply. */
const RESERVED_HEADERS = new Set([
  'content-length',
  'transfer-encoding',
  'connection',
  'keep-alive',
  'upgrade',
  'trailer',
])
/** Paths below this prefix belong to the inspector's own probe. */
export const RESERVED_PATH = '/.adjump-inspector'

/** What can be pasted along unseen makes a name that never matches. */
const VISIBLE_NAME = /^(?!\s)[^\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]*(?<!\s)$/u

const paramNameSchema = z
  .string()
  .min(1, 'Enter the parameter name that Adjump sends.')
  .max(LONGEST_NAME, `A parameter name can have ${String(LONGEST_NAME)} characters at most.`)
  .regex(VISIBLE_NAME, 'A parameter name has no spaces at its ends and no invisible characters: retype it.')

const pathSchema = z
  .string()
  .startsWith('/', 'A path starts with “/”, for example /hitpoint.')
  .max(LONGEST_PATH, `A path can have ${String(LONGEST_PATH)} characters at most.`)
  .regex(/^[^?#]*$/, 'A path has no “?” and no “#”: the parameters are set below.')
  .regex(/^[\x21-\x7e]*$/, 'A path has no spaces and only ASCII characters; percent-encode anything else.')
  .refine((path) => !path.startsWith(RESERVED_PATH), `Paths below ${RESERVED_PATH} are the inspector’s own.`)

const replySchema = z.object({
  status: z
    .int('The status is a whole number.')
    .min(200, 'The status is a number from 200 to 599.')
    .max(599, 'The status is a number from 200 to 599.'),
  headers: z
    .array(
      z.tuple([
        z
          .string()
          .regex(HEADER_NAME, 'A header name has letters, digits and “-”, and no spaces.')
          .refine((name) => !RESERVED_HEADERS.has(name.toLowerCase()), 'The receiver sets this header itself.'),
        z.string().regex(HEADER_VALUE, 'A header value is one line of plain characters.'),
      ]),
    )
    .max(32, 'A reply can have 32 headers at most.')
    .readonly(),
  body: z.string().max(LONGEST_REPLY_BODY, 'A reply body can have 64 KiB at most.'),
  delayMs: z
    .int('The delay is a whole number of milliseconds.')
    .min(0, 'The delay cannot be negative.')
    .max(60_000, 'The delay is 60,000 ms at most.'),
})

/** One step of a reply script: what one request gets. */
export const replyStepSchema = z.object({ ...replySchema.shape, ending: replyEndingSchema })
export type ReplyStep = z.infer<typeof replyStepSchema>

/** Replies in turn, one a request. Without steps the endpoint's reply is given to all. */
const replyScriptSchema = z.object({
  steps: z.array(replyStepSchema).max(50, 'A script can have 50 steps at most.').readonly(),
  /** What follows the last step: the endpoint's reply, the last step for ever, or the first step again. */
  afterLast: z.enum(['endpoint-reply', 'repeat-last', 'start-over']),
})

/** Where postbacks go on to: the user's own backend. */
const forwardSchema = z.object({
  /** `observe` replies at once and forwards beside; `relay` gives the sender the backend's own reply. */
  mode: z.enum(['off', 'observe', 'relay']),
  /** The backend. Where it has a path, that takes the place of the endpoint's path; the query goes on untouched. */
  url: z.string().max(2000, 'A URL can have 2,000 characters at most.'),
  timeoutMs: z
    .int('The time-out is a whole number of milliseconds.')
    .min(100, 'The time-out is 100 ms at least.')
    .max(120_000, 'The time-out is 120,000 ms at most.'),
  /** Further attempts after the first, in observe mode. */
  retries: z
    .int('The number of retries is a whole number.')
    .min(0, 'The number of retries cannot be negative.')
    .max(10, 'There can be 10 retries at most.'),
})

/** 128 bits, base64url: what nobody guesses. */
const pathTokenSchema = z.string().regex(/^[A-Za-z0-9_-]{16,64}$/, 'A path token has 16 to 64 letters and digits.')

const extraFieldSchema = z.object({
  field: z
    .string()
    .regex(/^[a-z][a-z0-9_]{0,39}$/, 'A field name has small letters, digits and “_”, for example transaction_id.')
    .refine((field) => field !== 'user_id' && field !== 'reward_amount', 'This field has a mapping of its own.'),
  param: paramNameSchema,
})

/** The extra field that tells deliveries apart: where two differ in it, they are no possible duplicate. */
export const TRANSACTION_ID_FIELD = 'transaction_id'

/** What the user sets of an endpoint: one app's postback, its path, its names and its reply. */
export const endpointConfigSchema = z
  .object({
    name: z.string().trim().min(1, 'Give the endpoint a name.').max(80, 'A name can have 80 characters at most.'),
    path: pathSchema,
    userIdParam: paramNameSchema,
    rewardAmountParam: paramNameSchema,
    extraFields: z.array(extraFieldSchema).max(20, 'An endpoint can have 20 extra fields at most.').readonly(),
    reply: replySchema,
    /** Two postbacks alike within this many minutes are a possible duplicate; 0 turns the check off. */
    duplicateWindowMinutes: z
      .int('The window is a whole number of minutes.')
      .min(0, 'The window cannot be negative.')
      .max(43_200, 'The window is 30 days (43,200 minutes) at most.'),
    replyScript: replyScriptSchema,
    forward: forwardSchema,
    /** A last path segment that nobody guesses; null for none. */
    pathToken: pathTokenSchema.nullable(),
    /** Tokens that were rotated out, oldest first; `until` in ms since the epoch. Requests from before still count. */
    formerPathTokens: z
      .array(z.object({ token: pathTokenSchema.nullable(), until: z.int() }))
      .max(100)
      .readonly(),
  })
  .superRefine((config, context) => {
    const refuse = (path: (string | number)[], message: string): void => {
      context.addIssue({ code: 'custom', path, message })
    }
    if (config.rewardAmountParam === config.userIdParam) {
      refuse(['rewardAmountParam'], 'The two names must differ: this one is already the user id’s.')
    }
    if (config.forward.mode !== 'off' || config.forward.url !== '') {
      const target = readTargetUrl(config.forward.url)
      if (!target.ok) refuse(['forward', 'url'], target.sentence)
      else if (target.url.query !== null) refuse(['forward', 'url'], 'The query is the postback’s own: leave “?…” out.')
    }
    for (const [index, step] of config.replyScript.steps.entries()) {
      if (step.ending !== 'cut') continue
      const bodiless = step.status === 204 || step.status === 304
      const at = ['replyScript', 'steps', index]
      if (bodiless) refuse([...at, 'status'], `A reply ${String(step.status)} has no body that could be cut off.`)
      else if (step.body === '') refuse([...at, 'body'], 'There is no body to cut off: write one.')
    }
    const params = new Set([config.userIdParam, config.rewardAmountParam])
    const fields = new Set<string>()
    for (const [index, extra] of config.extraFields.entries()) {
      if (params.has(extra.param)) refuse(['extraFields', index, 'param'], 'This name is already mapped.')
      if (fields.has(extra.field)) refuse(['extraFields', index, 'field'], 'This field is already there.')
      params.add(extra.param)
      fields.add(extra.field)
    }
  })
export type EndpointConfig = z.infer<typeof endpointConfigSchema>

/** An endpoint as it is stored. `id` never changes, whatever is edited. */
export const endpointSchema = z.object({ id: z.string().min(1), ...endpointConfigSchema.shape })
export type Endpoint = z.infer<typeof endpointSchema>

/** The part of an endpoint that decides how requests are read. Changing it re-reads the history. */
export type Mapping = Pick<
  Endpoint,
  'id' | 'path' | 'userIdParam' | 'rewardAmountParam' | 'extraFields' | 'duplicateWindowMinutes'
> &
  /** Both belong to the path (see secret-path.ts); changing them does not re-read the history. */
  Partial<Pick<Endpoint, 'pathToken' | 'formerPathTokens'>>

/** What a new installation starts with: Adjump's documented example. */
export const DEFAULT_ENDPOINT_CONFIG: EndpointConfig = {
  name: 'Adjump',
  path: '/hitpoint',
  userIdParam: 'user_id',
  rewardAmountParam: 'reward_amount',
  extraFields: [],
  reply: { status: 200, headers: [['Content-Type', 'text/plain']], body: 'OK', delayMs: 0 },
  duplicateWindowMinutes: 10,
  replyScript: { steps: [], afterLast: 'endpoint-reply' },
  forward: { mode: 'off', url: '', timeoutMs: 10_000, retries: 3 },
  pathToken: null,
  formerPathTokens: [],
}
