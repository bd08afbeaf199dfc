import type { SettingsOverrides } from '../app/config.ts'
import { createInspector, type Inspector } from '../app/inspector.ts'
import type { EndpointConfig } from '../core/endpoint.ts'
import type { Output } from './output.ts'

/** What a command that runs a receiver is given. */
export interface InspectorOptions {
  readonly version: string
  readonly overrides: SettingsOverrides
  readonly endpoint: Partial<Pick<EndpointConfig, 'path' | 'userIdParam' | 'rewardAmountParam'>>
}

/** An inspector without a window, on this folder. Its own faults go to standard error. Rejects where it cannot start. */
export function openInspector(folder: string, options: InspectorOptions, output: Output): Promise<Inspector> {
  return createInspector({
    dataFolder: folder,
    version: options.version,
    face: 'browser',
    overrides: options.overrides,
    endpoint: options.endpoint,
    receiverRequired: true,
    onBug(error) {
      output.note(`Unexpected: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`)
    },
  })
}
