import { z } from 'zod'

/** Where the receiver stands. `since` in ms since the epoch; `why` one sentence for a person. */
export const receiverStatusSchema = z.object({
  state: z.enum(['stopped', 'listening', 'failed']),
  since: z.int(),
  why: z.string(),
  /** The port that is bound, and the one that was wanted where it is another. */
  port: z.int().nullable(),
  wantedPort: z.int(),
  /** `http://127.0.0.1:4070`, null unless listening. */
  url: z.string().nullable(),
})
export type ReceiverStatus = z.infer<typeof receiverStatusSchema>

export const tunnelStateSchema = z.enum(['off', 'opening', 'open', 'degraded', 'reopening', 'failed'])
export type TunnelState = z.infer<typeof tunnelStateSchema>

export const tunnelProviderNameSchema = z.enum(['none', 'localtunnel', 'ngrok', 'own-url'])
export type TunnelProviderName = z.infer<typeof tunnelProviderNameSchema>

/**
 * Where the tunnel stands. `url` is the public URL without a trailing slash; it stays set while the tunnel is
 * degraded or reopening, for it may come back, and is null while there has been none. `lastProbe` is the newest
 * look from outside, its `latencyMs` null where no answer came.
 */
export const tunnelStatusSchema = z.object({
  state: tunnelStateSchema,
  since: z.int(),
  why: z.string(),
  provider: tunnelProviderNameSchema,
  url: z.string().nullable(),
  lastProbe: z.object({ at: z.int(), ok: z.boolean(), latencyMs: z.int().nullable(), sentence: z.string() }).nullable(),
  /** True where a reminder page would stop a browser; Adjump's server gets through. */
  reminderPage: z.boolean(),
  /** When the next attempt to open starts, where one is waited for. */
  nextAttemptAt: z.int().nullable(),
})
export type TunnelStatus = z.infer<typeof tunnelStatusSchema>

/** The public URL is another than the one the user last had: the dashboard still holds the old one. */
export const urlChangeSchema = z.object({ oldUrl: z.string(), newUrl: z.string(), at: z.int() })
export type UrlChange = z.infer<typeof urlChangeSchema>

/** Whether captures can be committed. While `refusing`, senders get 503. */
export const storeStatusSchema = z.object({
  state: z.enum(['ok', 'refusing']),
  since: z.int(),
  why: z.string(),
})
export type StoreStatus = z.infer<typeof storeStatusSchema>

/** A span in which nobody could have reached us. `to` is null while it lasts. */
export const outageSchema = z.object({
  id: z.int(),
  reason: z.enum(['off', 'asleep', 'tunnel-down', 'receiver-down', 'store-refusing']),
  from: z.int(),
  to: z.int().nullable(),
  why: z.string(),
})
export type Outage = z.infer<typeof outageSchema>

/** A re-reading of the history after a mapping changed. */
export const rereadProgressSchema = z.object({
  state: z.enum(['idle', 'running', 'done']),
  done: z.int(),
  total: z.int(),
  /** How many readings came out different from before. */
  changed: z.int(),
})
export type RereadProgress = z.infer<typeof rereadProgressSchema>

/** Something the user must be told about the start: a file set aside, a backup taken, a port moved. */
export const noticeSchema = z.object({
  severity: z.enum(['info', 'warning', 'error']),
  text: z.string(),
  detail: z.string().nullable(),
})
export type Notice = z.infer<typeof noticeSchema>
