import { resolve } from 'node:path'
import { app } from 'electron'
import type { SettingsOverrides } from '../../src/app/config.ts'
import { DEFAULT_SETTINGS, settingsSchema } from '../../src/core/settings.ts'
import { defaultDataFolder } from './paths.ts'

export interface LaunchOptions {
  readonly dataFolder: string
  readonly overrides: SettingsOverrides
}

/**
 * A second start hands its command line to the first, and Chromium ends a first one that cannot take it in, which is so
 * from 32 KB on: such a start must not get that far.
 */
const LONGEST_COMMAND = 16_384

/**
 * Reads `--data --port --tunnel --tunnel-host --subdomain --ngrok-domain`, which mean what they mean for `adjump-inspector serve`.
 * Throws an Error with one sentence where a value makes no sense.
 */
export function readLaunchOptions(): LaunchOptions {
  if (Buffer.byteLength(process.argv.join(' ')) > LONGEST_COMMAND) {
    throw new Error(`The command line is longer than ${String(LONGEST_COMMAND)} bytes. Start with shorter options.`)
  }
  const data = given('data') ?? process.env['ADJUMP_INSPECTOR_DATA']
  const port = given('port')
  const tunnel = given('tunnel')
  const host = given('tunnel-host')
  const subdomain = given('subdomain')
  const ngrokDomain = given('ngrok-domain')
  const overrides: SettingsOverrides = {
    ...(port === undefined ? {} : { receiver: { port: Number(port) } }),
    tunnel: {
      ...(tunnel === undefined ? {} : tunnelOverride(tunnel)),
      ...(host === undefined ? {} : { host: host.replace(/\/+$/, '') }),
      ...(subdomain === undefined ? {} : { subdomain }),
      ...(ngrokDomain === undefined ? {} : { ngrokDomain }),
    },
  }
  const parsed = settingsSchema.safeParse({
    ...DEFAULT_SETTINGS,
    receiver: { ...DEFAULT_SETTINGS.receiver, ...overrides.receiver },
    tunnel: { ...DEFAULT_SETTINGS.tunnel, ...overrides.tunnel },
  })
  if (!parsed.success) {
    const issue = parsed.error.issues[0]
    throw new Error(`The option for “${issue?.path.join(' ') ?? ''}” was not understood: ${issue?.message ?? ''}`)
  }
  return { dataFolder: data ? resolve(data) : defaultDataFolder(), overrides }
}

function given(name: string): string | undefined {
  return app.commandLine.hasSwitch(name) ? app.commandLine.getSwitchValue(name) : undefined
}

function tunnelOverride(text: string): NonNullable<SettingsOverrides['tunnel']> {
  if (text === 'none' || text === 'localtunnel' || text === 'ngrok') return { provider: text }
  return { provider: 'own-url', ownUrl: text.replace(/\/+$/, '') }
}
