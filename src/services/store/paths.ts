import { join } from 'node:path'

/** The history's file in its folder; SQLite keeps `-wal` and `-shm` beside it. */
export function historyFile(folder: string): string {
  return join(folder, 'history.db')
}

/** The file whose lock says that an inspector uses the folder. */
export function lockFile(folder: string): string {
  return join(folder, 'inspector.lock')
}

/** Where copies are kept that were made before a migration. */
export function backupFolder(folder: string): string {
  return join(folder, 'backups')
}

/** A point in time as it can stand in a file's name on every system, to the millisecond, in UTC. */
export function timeInName(at: number): string {
  return new Date(at).toISOString().replaceAll(':', '-').replace('.', '-')
}

/** Stands while an inspector runs: where it is found at a start, the one before did not end. */
export function runningFile(folder: string): string {
  return join(folder, 'history.running')
}

/** The search index (search-index/schema.ts): may be removed while no inspector runs. */
export function searchFile(folder: string): string {
  return join(folder, 'search.db')
}
