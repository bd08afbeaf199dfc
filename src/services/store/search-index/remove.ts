import { rmSync } from 'node:fs'
import { searchFile } from '../paths.ts'

/**
 * Takes the index away; it is filled again. On some systems that fails while somebody has it open, and nothing is changed
 * then: the file itself goes first, and SQLite takes no log for a file that is not there.
 */
export function removeSearchIndex(folder: string): void {
  for (const suffix of ['', '-wal', '-shm', '-journal']) rmSync(searchFile(folder) + suffix, { force: true })
}

/** The same where the history is not any more what was taken in. One that cannot be removed is known by its own state. */
export function forgetSearchIndex(folder: string): void {
  try {
    removeSearchIndex(folder)
  } catch {
    // Somebody holds it: it does not fit, and is thrown away when it is filled.
  }
}
