import type { Database } from 'better-sqlite3'
import { DEFAULT_SETTINGS, type Settings, settingsSchema } from '../../core/settings.ts'
import { parseLeniently } from './lenient-parse.ts'

/** The settings, each section a row of JSON; whatever is missing or not understood is the default. */
export function readSettings(database: Database): Settings {
  const rows = database.prepare<[], { name: string; value: string }>('SELECT name, value FROM setting').all()
  const stored = new Map(rows.map((row) => [row.name, row.value]))
  const { receiver, tunnel, screen, log, history, desktop, keys } = settingsSchema.shape
  return {
    receiver: parseLeniently(receiver, DEFAULT_SETTINGS.receiver, stored.get('receiver') ?? null),
    tunnel: parseLeniently(tunnel, DEFAULT_SETTINGS.tunnel, stored.get('tunnel') ?? null),
    screen: parseLeniently(screen, DEFAULT_SETTINGS.screen, stored.get('screen') ?? null),
    log: parseLeniently(log, DEFAULT_SETTINGS.log, stored.get('log') ?? null),
    history: parseLeniently(history, DEFAULT_SETTINGS.history, stored.get('history') ?? null),
    desktop: parseLeniently(desktop, DEFAULT_SETTINGS.desktop, stored.get('desktop') ?? null),
    keys: parseLeniently(keys, DEFAULT_SETTINGS.keys, stored.get('keys') ?? null),
  }
}

/** Inside the caller's transaction. */
export function writeSettings(database: Database, settings: Settings): void {
  const put = database.prepare('INSERT OR REPLACE INTO setting (name, value) VALUES (?, ?)')
  for (const [name, section] of Object.entries(settings)) put.run(name, JSON.stringify(section))
}
