/** The log as a file that starts over when it is full, beside the older ones. */
import { mkdirSync } from 'node:fs'
import { createStream, type FileSize, type RotatingFileStream } from 'rotating-file-stream'
import type { Log, LogEntry } from '../../core/log.ts'
import { logLine } from './log-line.ts'

/** The newest entries; `.1` holds those before, and so on. */
export const LOG_NAME = 'inspector.log'

const FULL_AT: FileSize = '2M'
const OLDER_FILES = 4
/** What waits for a disk that does not answer, in bytes; entries beyond it are counted and left out. */
const MOST_WAITING = 1024 * 1024
/** After a failure the file is tried again with the first entry that comes so much later, in ms. */
const TRY_AGAIN_AFTER = 30_000

export interface LogFile extends Log {
  /** Resolves when everything is written, or cannot be. */
  close(): Promise<void>
}

export interface LogFileOptions {
  /** Made where it is missing. */
  readonly folder: string
  /** Ms since the epoch. */
  readonly now?: () => number
  /** How large the newest file grows, and how many older ones are kept. */
  readonly fullAt?: FileSize
  readonly olderFiles?: number
}

/**
 * Writes to `inspector.log` in the folder, readable by its owner alone. A log that cannot be written never hurts the
 * inspector: entries are left out, and counted in the first line that gets through again.
 */
export function createLogFile(options: LogFileOptions): LogFile {
  const { folder, now = Date.now, fullAt = FULL_AT, olderFiles = OLDER_FILES } = options
  let stream: RotatingFileStream | null = null
  let failedAt: number | null = null
  let leftOut = 0
  let closed = false

  function open(at: number): RotatingFileStream | null {
    if (stream !== null || (failedAt !== null && at - failedAt < TRY_AGAIN_AFTER)) return stream
    try {
      mkdirSync(folder, { recursive: true })
    } catch {
      failedAt = at
      return null
    }
    const opened = createStream(LOG_NAME, { path: folder, size: fullAt, rotate: olderFiles, mode: 0o600 })
    opened.on('error', () => {
      failedAt = now()
      stream = null
      opened.destroy()
    })
    stream = opened
    return stream
  }

  return {
    write(entry) {
      if (closed) return
      const at = now()
      const to = open(at)
      if (to === null || to.writableLength > MOST_WAITING) {
        leftOut += 1
        return
      }
      if (leftOut > 0) to.write(logLine(leftOutEntry(leftOut), at))
      leftOut = 0
      to.write(logLine(entry, at))
    },
    close() {
      closed = true
      const last = stream
      if (last === null) return Promise.resolve()
      return new Promise((resolve) => {
        last.once('close', () => resolve())
        last.once('error', () => resolve())
        last.end(() => resolve())
      })
    },
  }
}

function leftOutEntry(count: number): LogEntry {
  return {
    level: 'warning',
    subject: 'log',
    sentence: `${String(count)} entries could not be written before this one.`,
  }
}
