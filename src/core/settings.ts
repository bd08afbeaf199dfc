import { z } from 'zod'
import { LANGUAGES } from '../words/locale.ts'
import { checksWords } from '../words/of/checks.ts'
import { historySettingsSchema, KEEP_EVERYTHING } from './clearing.ts'
import { keySettingsSchema, OWN_KEYS } from './key-settings.ts'
import { DEFAULT_RECEIVER_LIMITS, receiverLimitsSchema } from './receiver-limits.ts'
import { LONGEST_QUERY, MOST_RECENT, MOST_VIEWS, savedViewSchema } from './saved-view.ts'
import { tunnelProviderNameSchema } from './status.ts'

/** An absolute http or https URL without query and fragment, as a host or public base is written. */
const baseUrlSchema = z
  .string()
  .max(500, { error: () => checksWords().settings.urlLong })
  .regex(/^https?:\/\/[^\s/?#@]+(\/[^\s?#]*)?$/i, { error: () => checksWords().settings.urlForm })

export const receiverSettingsSchema = z.object({
  port: z
    .int({ error: () => checksWords().settings.portWhole })
    .min(0, { error: () => checksWords().settings.portRange })
    .max(65_535, { error: () => checksWords().settings.portRange }),
  /** What to do where the port is taken: move to the next free one, or stop and say so. */
  portTaken: z.enum(['next-free', 'fail']),
  /** What a stranger may use; settings of an older version have none. */
  limits: receiverLimitsSchema.default(DEFAULT_RECEIVER_LIMITS),
})

const ngrokDomainSchema = z
  .string()
  .max(253, { error: () => checksWords().settings.domainLong })
  .regex(/^$|^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}$/, {
    error: () => checksWords().settings.domainForm,
  })

export const tunnelSettingsSchema = z
  .object({
    provider: tunnelProviderNameSchema,
    /** The localtunnel server. */
    host: baseUrlSchema,
    /** The wanted name; empty for a random one. */
    subdomain: z.union([
      z.literal(''),
      z.string().regex(/^[a-z0-9](?:[a-z0-9-]{2,61}[a-z0-9])$/, { error: () => checksWords().settings.tunnelName }),
    ]),
    /** A domain reserved at ngrok; empty for the one that ngrok gives. */
    ngrokDomain: ngrokDomainSchema.default(''),
    /** The public base URL of a tunnel that the user runs; only looked at where the provider is `own-url`. */
    ownUrl: z.union([z.literal(''), baseUrlSchema]),
  })
  .superRefine((tunnel, context) => {
    if (tunnel.provider === 'own-url' && tunnel.ownUrl === '') {
      context.addIssue({ code: 'custom', path: ['ownUrl'], message: checksWords().settings.ownUrlMissing })
    }
  })
export type TunnelSettings = z.infer<typeof tunnelSettingsSchema>

/** So many tours are remembered at most. */
export const MOST_TOURS = 20

/** How the screen looks; kept with the data, so that it is the same in every face and browser. */
export const screenSettingsSchema = z.object({
  theme: z.enum(['system', 'light', 'dark']),
  /** What the screen and the desktop app speak; the command line always speaks English. */
  language: z.enum(['system', ...LANGUAGES]).default('system'),
  /** How high the list's rows are. */
  density: z.enum(['compact', 'comfortable']).default('compact'),
  /** Widths in px by column; a column that is not named has its default width. */
  columnWidths: z.record(z.string(), z.int().min(40).max(2000)),
  hiddenColumns: z.array(z.string()),
  /** Ids of columns as the user ordered them; one that is not named stands where it stands by default. */
  columnOrder: z.array(z.string()).default([]),
  detailWidth: z.int().min(280).max(4000),
  savedFilters: z.array(savedViewSchema).max(MOST_VIEWS),
  /** Filters that were used, the last one first. */
  recentFilters: z.array(z.string().max(LONGEST_QUERY)).max(MOST_RECENT).default([]),
  /** True once the user has left the first-run steps. */
  firstRunDone: z.boolean(),
  /** The numbers of the tours whose postbacks were not removed yet, the newest last: each has a user id of its own. */
  tours: z.array(z.int()).max(MOST_TOURS).default([]),
})

/** What the log file holds beside what happened to the inspector. */
export const logSettingsSchema = z.object({
  /** True: also each request's target and what sentences quote, as they came. */
  rawValues: z.boolean(),
})

/** What the desktop app does beside its windows; the browser face has no use for it. */
export const desktopSettingsSchema = z.object({
  /** Closing the main window leaves the inspector in the tray or menu bar, where there is one. */
  closeToTray: z.boolean(),
  /** What is told by the system's notifications while no window has the focus. */
  notify: z.object({ failures: z.boolean(), expectations: z.boolean(), unreachable: z.boolean() }),
})

const DEFAULT_DESKTOP: z.infer<typeof desktopSettingsSchema> = {
  closeToTray: false,
  notify: { failures: true, expectations: true, unreachable: true },
}

export const settingsSchema = z.object({
  receiver: receiverSettingsSchema,
  tunnel: tunnelSettingsSchema,
  screen: screenSettingsSchema,
  log: logSettingsSchema,
  history: historySettingsSchema.default(KEEP_EVERYTHING),
  desktop: desktopSettingsSchema.default(DEFAULT_DESKTOP),
  keys: keySettingsSchema.default(OWN_KEYS),
})
export type Settings = z.infer<typeof settingsSchema>

export const DEFAULT_SETTINGS: Settings = {
  receiver: { port: 4070, portTaken: 'next-free', limits: DEFAULT_RECEIVER_LIMITS },
  tunnel: { provider: 'localtunnel', host: 'https://localtunnel.me', subdomain: '', ngrokDomain: '', ownUrl: '' },
  screen: {
    theme: 'system',
    language: 'system',
    density: 'compact',
    columnWidths: {},
    hiddenColumns: [],
    columnOrder: [],
    detailWidth: 520,
    savedFilters: [],
    recentFilters: [],
    firstRunDone: false,
    tours: [],
  },
  log: { rawValues: false },
  history: KEEP_EVERYTHING,
  desktop: DEFAULT_DESKTOP,
  keys: OWN_KEYS,
}
