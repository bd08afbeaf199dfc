import { join } from 'node:path'
import { app } from 'electron'

/** Where the built preload and screen lie, from the built main process in out/main. */
export const PRELOAD_FILE = join(import.meta.dirname, '../preload/index.cjs')
export const SCREEN_FOLDER = join(import.meta.dirname, '../renderer')

/** The licences of all that others wrote: only a package has them, beside its archive. */
export const LICENCES_FILE = join(process.resourcesPath, 'licences.txt')

/** The same folder that the command line uses, so that both faces show one history. */
export function defaultDataFolder(): string {
  return join(app.getPath('appData'), 'adjump-inspector')
}
