import type { DesktopState, MenuCommand } from '../contract/desktop-procedures.ts'
import type { EndpointConfig } from '../core/endpoint.ts'
import type { Place } from '../core/place.ts'
import type { ReceiverLimits } from '../core/receiver-limits.ts'
import type { SecretKeeper } from '../core/secret.ts'
import type { Settings } from '../core/settings.ts'
import type { NgrokClient } from '../services/tunnel/ngrok-client.ts'

/** What a face hands over to start an inspector. */
export interface InspectorConfig {
  /** Absolute path of the folder that holds the history and the settings. Created where it is missing. */
  readonly dataFolder: string
  readonly version: string
  readonly face: 'desktop' | 'browser'
  /**
   * What the user's system prefers (BCP 47), the most preferred first. Left out: all that is said is English, whatever the
   * settings say, as the command line has it.
   */
  readonly languages?: readonly string[]
  /** In force for this run, whatever is saved; a later change on the screen replaces it. */
  readonly overrides?: SettingsOverrides
  /** Saved into the first endpoint before anything is received. */
  readonly endpoint?: Partial<Pick<EndpointConfig, 'path' | 'userIdParam' | 'rewardAmountParam'>>
  /** True: reject where the receiver cannot listen. False: start without it, and say so on the screen. */
  readonly receiverRequired: boolean
  /** Null, or left out: exports are downloads and imports uploads. */
  readonly dialogs?: FileDialogs | null
  /** Opens a folder in the system's file manager: null where it did, else why not. Left out: the face has none. */
  readonly openFolder?: (path: string) => Promise<string | null>
  /** Windows, tray and login item; left out: the face has none. */
  readonly desktop?: DesktopFace
  /** What the tunnel provider ngrok needs; left out: there is no token, and none can be stored. */
  readonly ngrok?: NgrokConfig
  /** Hears of failures that nobody expected. */
  readonly onBug: (error: unknown) => void
}

/** How a face asks its user for files; null where the user thought better of it. */
export interface FileDialogs {
  /** Where to write a file; the absolute path. */
  chooseSave(suggestedName: string): Promise<string | null>
  /** Which archive to read; the absolute path. */
  chooseOpen(): Promise<string | null>
}

/** What a face with windows of its own does for its screen. */
export interface DesktopFace {
  state(): Promise<DesktopState>
  /** Answers with how it came out. */
  startAtLogin(wanted: boolean): Promise<DesktopState>
  /** Throws a `CallError` where there are too many windows. */
  openPostback(id: number): void
  /** Brings the main window forward, at this place. */
  show(place: Place): void
  /** What was asked of the main window while it was not there, once; null where nothing was. */
  takeAsked(): MenuCommand | null
}

/** Where the ngrok token comes from. */
export interface NgrokConfig {
  /** Null: this face has no store of the system for it. */
  readonly keeper: SecretKeeper | null
  /** What `NGROK_AUTHTOKEN` held at the start; null where it held nothing. */
  readonly fromEnvironment: string | null
  /** Tests give a fake of ngrok's client. */
  readonly load?: () => Promise<NgrokClient>
}

export interface SettingsOverrides {
  readonly receiver?: Partial<Omit<Settings['receiver'], 'limits'>> & { readonly limits?: Partial<ReceiverLimits> }
  readonly tunnel?: Partial<Settings['tunnel']>
  readonly log?: Partial<Settings['log']>
  readonly history?: Partial<Settings['history']>
}
