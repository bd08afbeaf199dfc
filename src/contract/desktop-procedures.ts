import { z } from 'zod'
import { placeSchema } from '../core/place.ts'

const nothing = z.object({})

/** How the app stands on this desktop, as it was found and not as it was wished. Every `why` is a sentence. */
export const desktopStateSchema = z.object({
  /** Whether there is a tray or menu bar that shows the icon: only then can the window be closed to it. */
  tray: z.object({ available: z.boolean(), why: z.string() }),
  startAtLogin: z.object({ on: z.boolean(), changeable: z.boolean(), why: z.string() }),
  notifications: z.object({ available: z.boolean(), why: z.string() }),
  /** The newest thing that the app has to say of itself; null where there was none. */
  news: z.object({ at: z.int(), sentence: z.string() }).nullable(),
})
export type DesktopState = z.infer<typeof desktopStateSchema>

/** What the native menu can ask of a window: the ids of the screen's own actions. */
export const MENU_COMMANDS = [
  'palette.open',
  'keys.show',
  'tour.start',
  'dashboard-url.copy',
  'test.send',
  'export.csv',
  'export.ndjson',
  'export.json',
  'export.har',
  'export.evidence-html',
  'export.archive',
  'import.choose',
  'filter.focus',
  'list.pause',
  'theme.next',
  'density.next',
  'tunnel.open',
  'tunnel.close',
  'tunnel.probe',
  'public-url.copy',
  'postback.ownWindow',
  'postback.copyLink',
  'postback.copyCurl',
  'postback.copyRaw',
  'postback.copyJson',
  'postback.copyHar',
  'postback.replay',
  'postback.editReplay',
  'compare.previous',
  'postback.pin',
  'postback.note',
  'postback.remove',
] as const
export const menuCommandSchema = z.enum(MENU_COMMANDS)
export type MenuCommand = z.infer<typeof menuCommandSchema>

/** What only the desktop app has. Refused in a browser. */
export const desktopProcedures = {
  'desktop.state': { input: nothing, output: desktopStateSchema },
  /** Answers with how it came out. */
  'desktop.startAtLogin': { input: z.object({ wanted: z.boolean() }), output: desktopStateSchema },
  /** Shows a postback in a window of its own; one that has its window already comes to the front. */
  'desktop.openPostback': { input: z.object({ id: z.int().min(1) }), output: nothing },
  /** Brings the main window forward, at this place. */
  'desktop.show': { input: placeSchema, output: nothing },
  /** The main window has just opened: what was asked of it meanwhile, once. */
  'desktop.takeAsked': { input: nothing, output: z.object({ command: menuCommandSchema.nullable() }) },
} as const satisfies Record<string, { input: z.ZodType; output: z.ZodType }>

export const desktopEvents = {
  'desktop.changed': z.object({ desktop: desktopStateSchema }),
  /** A command of the native menu, for one window: that of a postback, or with null the main window. */
  'desktop.asked': z.object({ postbackId: z.int().nullable(), command: menuCommandSchema }),
} as const satisfies Record<string, z.ZodType>
