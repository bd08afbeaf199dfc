import type { EndpointConfig } from '../core/endpoint.ts'
import type { Settings } from '../core/settings.ts'

/** What a face hands over to start an inspector. */
export interface InspectorConfig {
  /** Absolute path of the folder that holds the history and the settings. Created where it is missing. */
  readonly dataFolder: string
  readonly version: string
  readonly face: 'desktop' | 'browser'
  /** In force for this run, whatever is saved; a later change on the screen replaces it. */
  readonly overrides?: SettingsOverrides
  /** Saved into the first endpoint before anything is received. */
  readonly endpoint?: Partial<Pick<EndpointConfig, 'path' | 'userIdParam' | 'rewardAmountParam'>>
  /** True: reject where the receiver cannot listen. False: start without it, and say so on the screen. */
  readonly receiverRequired: boolean
  /** Null, or left out: exports are downloads and imports uploads. */
  readonly dialogs?: FileDialogs | null
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

export interface SettingsOverrides {
  readonly receiver?: Partial<Settings['receiver']>
  readonly tunnel?: Partial<Settings['tunnel']>
}
