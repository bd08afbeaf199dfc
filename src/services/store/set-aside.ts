import { existsSync, renameSync } from 'node:fs'
import { join } from 'node:path'
import { historyFile, timeInName } from './paths.ts'

/**
 * Renames the history with what belongs to it, never deletes it, and answers its new name. The parts keep names
 * that fit each other, so that a repair tool finds the write-ahead log.
 */
export function setAside(folder: string, at: number): string {
  const file = historyFile(folder)
  const aside = join(folder, `history-damaged-${timeInName(at)}.db`)
  for (const suffix of ['-wal', '-shm', '-journal', '']) {
    if (existsSync(file + suffix)) renameSync(file + suffix, aside + suffix)
  }
  return aside
}
