import type { SettingsOverrides } from '../app/config.ts'
import { createInspector, type Inspector } from '../app/inspector.ts'
import { TOKEN_VARIABLE, takeTokenFromEnvironment } from '../app/tunnel-token.ts'
import type { EndpointConfig } from '../core/endpoint.ts'
import { CliError, EXIT } from './exit.ts'
import type { Output } from './output.ts'

/** What a command that runs a receiver is given. */
export interface InspectorOptions {
  readonly version: string
  readonly overrides: SettingsOverrides
  readonly endpoint: Partial<Pick<EndpointConfig, 'path' | 'userIdParam' | 'rewardAmountParam'>>
  /** What a screen that it serves may be spoken to in (BCP 47), the most preferred first; left out: English alone. */
  readonly languages?: readonly string[]
}

/** An inspector without a window, on this folder. Its own faults go to standard error. Rejects where it cannot start. */
export async function openInspector(folder: string, options: InspectorOptions, output: Output): Promise<Inspector> {
  const token = takeTokenFromEnvironment()
  if (options.overrides.tunnel?.provider === 'ngrok' && token === null) {
    throw new CliError(
      EXIT.usage,
      `The tunnel provider ngrok needs your ngrok token in the environment variable ${TOKEN_VARIABLE}. ` +
        'It is on dashboard.ngrok.com/get-started/your-authtoken.',
    )
  }
  return createInspector({
    dataFolder: folder,
    version: options.version,
    face: 'browser',
    ...(options.languages ? { languages: options.languages } : {}),
    overrides: options.overrides,
    endpoint: options.endpoint,
    receiverRequired: true,
    ngrok: { keeper: null, fromEnvironment: token },
    onBug(error) {
      output.note(`Unexpected: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`)
    },
  })
}
