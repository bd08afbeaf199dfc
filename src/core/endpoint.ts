import { z } from 'zod'
import type { EndpointProblemWords } from '../words/en/endpoints-problems.ts'
import { checksWords } from '../words/of/checks.ts'
import { replyEndingSchema } from './postback.ts'
import { readTargetUrl } from './target-url.ts'

/** The most endpoints that there can be; an archive with more is refused as well. */
export const MOST_ENDPOINTS = 1_000

/** The longest that an endpoint may have: texts in characters, times in ms, the window in minutes. */
const LONGEST_PATH = 512
const LONGEST_NAME = 200
const LONGEST_REPLY_BODY = 64 * 1024
const LONGEST_DELAY = 60_000
const LONGEST_URL = 2000
const SHORTEST_TIMEOUT = 100
const LONGEST_TIMEOUT = 120_000
/** 30 days. */
const LONGEST_WINDOW = 43_200

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

/** What the checks say, in the language that is spoken when they are made. */
const problems = (): EndpointProblemWords => checksWords().endpoint

const paramNameSchema = z
  .string()
  .min(1, { error: () => problems().paramMissing })
  .max(LONGEST_NAME, { error: () => problems().paramLong(LONGEST_NAME) })
  .regex(VISIBLE_NAME, { error: () => problems().paramUnseen })

const pathSchema = z
  .string()
  .startsWith('/', { error: () => problems().pathStart })
  .max(LONGEST_PATH, { error: () => problems().pathLong(LONGEST_PATH) })
  .regex(/^[^?#]*$/, { error: () => problems().pathQuery })
  .regex(/^[\x21-\x7e]*$/, { error: () => problems().pathCharacters })
  .refine((path) => !path.startsWith(RESERVED_PATH), { error: () => problems().pathReserved(RESERVED_PATH) })

const replySchema = z.object({
  status: z
    .int({ error: () => problems().statusWhole })
    .min(200, { error: () => problems().statusRange })
    .max(599, { error: () => problems().statusRange }),
  headers: z
    .array(
      z.tuple([
        z
          .string()
          .regex(HEADER_NAME, { error: () => problems().headerName })
          .refine((name) => !RESERVED_HEADERS.has(name.toLowerCase()), { error: () => problems().headerReserved }),
        z.string().regex(HEADER_VALUE, { error: () => problems().headerValue }),
      ]),
    )
    .max(32, { error: () => problems().headersMany })
    .readonly(),
  body: z.string().max(LONGEST_REPLY_BODY, { error: () => problems().bodyLong }),
  delayMs: z
    .int({ error: () => problems().delayWhole })
    .min(0, { error: () => problems().delayNegative })
    .max(LONGEST_DELAY, { error: () => problems().delayLong(LONGEST_DELAY) }),
})

/** One step of a reply script: what one request gets. */
export const replyStepSchema = z.object({ ...replySchema.shape, ending: replyEndingSchema })
export type ReplyStep = z.infer<typeof replyStepSchema>

/** Replies in turn, one a request. Without steps the endpoint's reply is given to all. */
const replyScriptSchema = z.object({
  steps: z
    .array(replyStepSchema)
    .max(50, { error: () => problems().stepsMany })
    .readonly(),
  /** What follows the last step: the endpoint's reply, the last step for ever, or the first step again. */
  afterLast: z.enum(['endpoint-reply', 'repeat-last', 'start-over']),
})

/** Where postbacks go on to: the user's own backend. */
const forwardSchema = z.object({
  /** `observe` replies at once and forwards beside; `relay` gives the sender the backend's own reply. */
  mode: z.enum(['off', 'observe', 'relay']),
  /** The backend. Where it has a path, that takes the place of the endpoint's path; the query goes on untouched. */
  url: z.string().max(LONGEST_URL, { error: () => problems().urlLong(LONGEST_URL) }),
  timeoutMs: z
    .int({ error: () => problems().timeoutWhole })
    .min(SHORTEST_TIMEOUT, { error: () => problems().timeoutShort(SHORTEST_TIMEOUT) })
    .max(LONGEST_TIMEOUT, { error: () => problems().timeoutLong(LONGEST_TIMEOUT) }),
  /** Further attempts after the first, in observe mode. */
  retries: z
    .int({ error: () => problems().retriesWhole })
    .min(0, { error: () => problems().retriesNegative })
    .max(10, { error: () => problems().retriesMany }),
})

/** 128 bits, base64url: what nobody guesses. */
const pathTokenSchema = z.string().regex(/^[A-Za-z0-9_-]{16,64}$/, { error: () => problems().pathToken })

const extraFieldSchema = z.object({
  field: z
    .string()
    .regex(/^[a-z][a-z0-9_]{0,39}$/, { error: () => problems().fieldName })
    .refine((field) => field !== 'user_id' && field !== 'reward_amount', { error: () => problems().fieldReserved }),
  param: paramNameSchema,
})

/** The extra field that tells deliveries apart: where two differ in it, they are no possible duplicate. */
export const TRANSACTION_ID_FIELD = 'transaction_id'

/** What the user sets of an endpoint: one app's postback, its path, its names and its reply. */
export const endpointConfigSchema = z
  .object({
    name: z
      .string()
      .trim()
      .min(1, { error: () => problems().nameMissing })
      .max(80, { error: () => problems().nameLong }),
    path: pathSchema,
    userIdParam: paramNameSchema,
    rewardAmountParam: paramNameSchema,
    extraFields: z
      .array(extraFieldSchema)
      .max(20, { error: () => problems().fieldsMany })
      .readonly(),
    reply: replySchema,
    /** Two postbacks alike within this many minutes are a possible duplicate; 0 turns the check off. */
    duplicateWindowMinutes: z
      .int({ error: () => problems().windowWhole })
      .min(0, { error: () => problems().windowNegative })
      .max(LONGEST_WINDOW, { error: () => problems().windowLong(LONGEST_WINDOW) }),
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
    const w = problems()
    const refuse = (path: (string | number)[], message: string): void => {
      context.addIssue({ code: 'custom', path, message })
    }
    if (config.rewardAmountParam === config.userIdParam) {
      refuse(['rewardAmountParam'], w.paramsAlike)
    }
    if (config.forward.mode !== 'off' || config.forward.url !== '') {
      const target = readTargetUrl(config.forward.url)
      if (!target.ok) refuse(['forward', 'url'], target.sentence)
      else if (target.url.query !== null) refuse(['forward', 'url'], w.urlQuery)
    }
    for (const [index, step] of config.replyScript.steps.entries()) {
      if (step.ending !== 'cut') continue
      const bodiless = step.status === 204 || step.status === 304
      const at = ['replyScript', 'steps', index]
      if (bodiless) refuse([...at, 'status'], w.cutWithoutBody(step.status))
      else if (step.body === '') refuse([...at, 'body'], w.cutEmptyBody)
    }
    const params = new Set([config.userIdParam, config.rewardAmountParam])
    const fields = new Set<string>()
    for (const [index, extra] of config.extraFields.entries()) {
      if (params.has(extra.param)) refuse(['extraFields', index, 'param'], w.fieldParamTwice)
      if (fields.has(extra.field)) refuse(['extraFields', index, 'field'], w.fieldTwice)
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
