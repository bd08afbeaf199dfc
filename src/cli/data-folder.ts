import { homedir } from 'node:os'
import { join, resolve } from 'node:path'

const FOLDER_NAME = 'adjump-inspector'

/**
 * Where the history lies: what was asked for, else `ADJUMP_INSPECTOR_DATA`, else the app's folder of the system,
 * the same that the desktop app uses.
 */
export function dataFolder(
  asked: string | undefined,
  environment: NodeJS.ProcessEnv = process.env,
  platform: NodeJS.Platform = process.platform,
): string {
  const wanted = asked ?? environment['ADJUMP_INSPECTOR_DATA']
  if (wanted !== undefined && wanted !== '') return resolve(wanted)
  if (platform === 'win32') {
    return join(environment['APPDATA'] ?? join(homedir(), 'AppData', 'Roaming'), FOLDER_NAME)
  }
  if (platform === 'darwin') return join(homedir(), 'Library', 'Application Support', FOLDER_NAME)
  return join(environment['XDG_CONFIG_HOME'] ?? join(homedir(), '.config'), FOLDER_NAME)
}
