import Database from 'better-sqlite3'

let held = false

/**
 * Loads SQLite's native module into the calling thread as well, for as long as the process lives. It would be
 * unloaded with the last thread that uses it, before that thread's last objects have gone, and the process would
 * crash (WiseLibs/better-sqlite3#1476).
 */
export function holdNativeModule(): void {
  if (held) return
  held = true
  // The module is loaded with the first database.
  new Database(':memory:').close()
}
