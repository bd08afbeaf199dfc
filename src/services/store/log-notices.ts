/** What is said of a write-ahead log that is gone or no use. It held the latest requests, and nobody knows how many. */
import type { Notice } from '../../core/status.ts'
import { historyFile } from './paths.ts'
import type { RunningMark } from './running-mark.ts'

export function lostLogNotice(folder: string, mark: RunningMark): Notice {
  return {
    severity: 'error',
    text: `The history's write-ahead log (${historyFile(folder)}-wal) is missing: the inspector had not been closed, and its latest requests may have been in it.${until(mark)}`,
    detail:
      'Do not remove files ending in -wal or -shm from the data folder. Put the log back before a start, and nothing is missing.',
  }
}

export function badLogNotice(aside: string, why: string, mark: RunningMark | null): Notice {
  return {
    severity: 'error',
    text: `The history's write-ahead log was set aside as ${aside}: ${why}. The latest requests before this start may be missing.${until(mark)}`,
    detail: null,
  }
}

function until(mark: RunningMark | null): string {
  if (mark === null || mark.aliveAt === null) return ''
  return ` The inspector was storing until at least ${new Date(mark.aliveAt).toISOString()}.`
}
