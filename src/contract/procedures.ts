import { z } from 'zod'
import { clearingSchema } from '../core/clearing.ts'
import { endpointConfigSchema, endpointSchema } from '../core/endpoint.ts'
import { postbackFilterSchema, sortSchema } from '../core/filter.ts'
import { momentSchema } from '../core/filter-time.ts'
import { findingCodeSchema } from '../core/findings/codes.ts'
import { postbackDetailSchema, postbackSummarySchema } from '../core/postback.ts'
import { settingsSchema } from '../core/settings.ts'
import {
  noticeSchema,
  outageSchema,
  receiverStatusSchema,
  rereadProgressSchema,
  storeStatusSchema,
  tunnelStatusSchema,
  urlChangeSchema,
} from '../core/status.ts'
import { conformanceProcedures } from './conformance-procedures.ts'
import { desktopProcedures } from './desktop-procedures.ts'
import { expectationProcedures } from './expectation-procedures.ts'
import { forwardProcedures } from './forward-procedures.ts'
import { markProcedures } from './mark-procedures.ts'
import { removalProcedures } from './removal-procedures.ts'
import { replyProcedures } from './reply-procedures.ts'
import { secretProcedures } from './secret-procedures.ts'
import { sendingProcedures } from './sending-procedures.ts'
import { transferProcedures } from './transfer-procedures.ts'
import { userProcedures } from './user-procedures.ts'

const nothing = z.object({})
const postbackId = z.int().min(1)
/** Bounds on what one call may ask for, so that no caller can make the host build an endless answer. */
const PAGE_LIMIT = 500
const IDS_LIMIT = 50_000

const pageRequest = (limit: number) =>
  z.object({
    filter: postbackFilterSchema,
    sort: sortSchema,
    cursor: z.string().max(4096).nullable(),
    newerThan: z.int().min(0).nullable(),
    limit: z.int().min(1).max(limit),
  })

const page = <T extends z.ZodType>(item: T) =>
  z.object({ items: z.array(item).readonly(), next: z.string().nullable() })

/** Who is asked: shown in “About” and in exports. */
export const appInfoSchema = z.object({
  version: z.string(),
  face: z.enum(['desktop', 'browser']),
  dataFolder: z.string(),
  logFolder: z.string(),
  platform: z.string(),
  runtime: z.string(),
})

/** All that the screen needs to draw itself; everything after `seq` follows as events. */
export const overviewSchema = z.object({
  info: appInfoSchema,
  receiver: receiverStatusSchema,
  tunnel: tunnelStatusSchema,
  store: storeStatusSchema,
  endpoints: z.array(endpointSchema).readonly(),
  settings: settingsSchema,
  urlChange: urlChangeSchema.nullable(),
  reread: rereadProgressSchema,
  clearing: clearingSchema,
  notices: z.array(noticeSchema).readonly(),
})
export type Overview = z.infer<typeof overviewSchema>

/** What came of sending one test postback. `through` says which way it took. */
export const testResultSchema = z.object({
  ok: z.boolean(),
  through: z.enum(['tunnel', 'loopback']),
  url: z.string(),
  status: z.int().nullable(),
  latencyMs: z.int(),
  sentence: z.string(),
})
export type TestResult = z.infer<typeof testResultSchema>

/** Every procedure, once: its name, what goes in and what comes out. */
export const procedures = {
  'app.overview': { input: nothing, output: overviewSchema },
  /** Opens it in the system's file manager; refused where the face has none at hand. */
  'app.openFolder': { input: z.object({ folder: z.enum(['data', 'logs']) }), output: nothing },

  /** May have fewer items than asked for, or none, before the end: only `next` says where that is. */
  'postback.page': { input: pageRequest(PAGE_LIMIT), output: page(postbackSummarySchema) },
  'postback.ids': { input: pageRequest(IDS_LIMIT), output: page(z.int()) },
  'postback.byIds': {
    input: z.object({ ids: z.array(postbackId).max(PAGE_LIMIT).readonly() }),
    output: z.array(postbackSummarySchema).readonly(),
  },
  'postback.detail': { input: z.object({ id: postbackId }), output: postbackDetailSchema.nullable() },
  'postback.counts': {
    input: z.object({ filter: postbackFilterSchema }),
    output: z.object({
      total: z.int(),
      byKind: z.object({ postback: z.int(), probe: z.int(), noise: z.int(), rejected: z.int() }),
      byVerdict: z.object({ pass: z.int(), warn: z.int(), fail: z.int() }),
    }),
  },
  'postback.activity': {
    input: z.object({
      filter: postbackFilterSchema,
      from: z.int(),
      to: z.int(),
      /** Between a second and a day; at most 1,000 slices come back. */
      bucketMs: z.int().min(1000).max(86_400_000),
    }),
    output: z
      .array(z.object({ from: z.int(), pass: z.int(), warn: z.int(), fail: z.int(), other: z.int() }))
      .readonly(),
  },
  /** How many postbacks have each finding, the most frequent first. `from` is inclusive, `to` exclusive; null: no limit. */
  'postback.codes': {
    input: z.object({ from: momentSchema.nullable(), to: momentSchema.nullable() }),
    output: z.array(z.object({ code: findingCodeSchema, count: z.int() })).readonly(),
  },
  'postback.suggestUserIds': {
    input: z.object({ prefix: z.string().max(200), limit: z.int().min(1).max(50) }),
    output: z.array(z.string()).readonly(),
  },

  'endpoint.save': {
    input: z.object({ id: z.string().nullable(), config: endpointConfigSchema }),
    output: endpointSchema,
  },
  'endpoint.delete': { input: z.object({ id: z.string() }), output: nothing },
  /** Brings a deleted one back as it was, with what was stored by it. */
  'endpoint.restore': { input: z.object({ id: z.string() }), output: endpointSchema },

  'settings.save': { input: z.object({ settings: settingsSchema }), output: settingsSchema },

  'tunnel.open': { input: nothing, output: nothing },
  'tunnel.close': { input: nothing, output: nothing },
  /** Looks from outside at once instead of at the next turn. */
  'tunnel.probe': { input: nothing, output: nothing },
  'url.dismissChange': { input: nothing, output: nothing },
  ...secretProcedures,

  /** Sends one GET as Adjump would, through the tunnel where it is open. */
  'test.send': {
    input: z.object({ endpointId: z.string(), userId: z.string().max(2000), rewardAmount: z.string().max(200) }),
    output: testResultSchema,
  },

  ...conformanceProcedures,
  ...expectationProcedures,
  ...sendingProcedures,
  ...forwardProcedures,

  ...markProcedures,
  ...userProcedures,

  'outage.list': { input: z.object({ from: z.int(), to: z.int() }), output: z.array(outageSchema).readonly() },
  ...replyProcedures,
  ...removalProcedures,

  ...transferProcedures,
  ...desktopProcedures,
} as const satisfies Record<string, { input: z.ZodType; output: z.ZodType }>

export type ProcedureName = keyof typeof procedures
export type Input<P extends ProcedureName> = z.input<(typeof procedures)[P]['input']>
export type ParsedInput<P extends ProcedureName> = z.output<(typeof procedures)[P]['input']>
export type Output<P extends ProcedureName> = z.output<(typeof procedures)[P]['output']>

export function isProcedureName(name: string): name is ProcedureName {
  return Object.hasOwn(procedures, name)
}
