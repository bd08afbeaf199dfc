/**
 * A word beside the database that it is in use and was alive at a time. A write-ahead log that somebody removed after
 * a crash takes every trace of itself along: the database without it looks like one that ended well.
 */
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { z } from 'zod'
import { runningFile } from './paths.ts'

/** `aliveAt` in ms since the epoch; null where the mark itself is damaged. */
export interface RunningMark {
  readonly aliveAt: number | null
}

const markSchema = z.object({ aliveAt: z.int() })

/** Null where the last inspector ended as it should, or none ever ran. */
export function readRunningMark(folder: string): RunningMark | null {
  let text: string
  try {
    text = readFileSync(runningFile(folder), 'utf8')
  } catch {
    return null
  }
  try {
    return markSchema.parse(JSON.parse(text))
  } catch {
    return { aliveAt: null }
  }
}

/** Never throws: a disk that is full must not end the inspector for this. */
export function writeRunningMark(folder: string, aliveAt: number): void {
  try {
    writeFileSync(runningFile(folder), JSON.stringify({ aliveAt }))
  } catch {
    // Only a lost log would go unnoticed.
  }
}

export function removeRunningMark(folder: string): void {
  try {
    rmSync(runningFile(folder), { force: true })
  } catch {
    // The next start looks once more for a log that is gone.
  }
}
