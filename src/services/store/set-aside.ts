import { existsSync, renameSync } from 'node:fs'
import { join } from 'node:path'
import { historyFile, timeInName } from './paths.ts'
import { forgetSearchIndex } from './search-index/remove.ts'

/**
 * Renames the history with what belongs to it, never deletes it, and answers its new name. The parts keep names
 * that fit each other, so that a repair tool finds the write-ahead log.
 */
export function setAside(folder: string, at: number): string {
  const file = historyFile(folder)
  const aside = freeName(folder, 'damaged', at, '')
  forgetSearchIndex(folder)
  for (const suffix of ['-wal', '-shm', '-journal', '']) {
    if (existsSync(file + suffix)) renameSync(file + suffix, aside + suffix)
  }
  return aside
}

/** The same for its write-ahead log alone, where that is not the history's own or cannot be read. */
export function setLogAside(folder: string, at: number): string {
  const file = historyFile(folder)
  const aside = freeName(folder, 'log', at, '-wal')
  forgetSearchIndex(folder)
  for (const suffix of ['-shm', '-wal']) {
    if (existsSync(file + suffix)) renameSync(file + suffix, aside + suffix)
  }
  return `${aside}-wal`
}

/** A clock that stands still must not put one file in the place of another. */
function freeName(folder: string, what: string, at: number, suffix: string): string {
  const stem = join(folder, `history-${what}-${timeInName(at)}`)
  let name = `${stem}.db`
  const taken = (): boolean => [suffix, '', '-wal'].some((end) => existsSync(name + end))
  for (let n = 2; taken(); n++) name = `${stem}-${String(n)}.db`
  return name
}
