import { join } from 'node:path'
import type { EventLog } from '../contract/event-log.ts'
import type { LoggedEvent } from '../contract/events.ts'
import { counted } from '../core/counted.ts'
import { bugEntry, type Log, type LogEntry, type LogLevel, withoutValues } from '../core/log.ts'
import type { Unsubscribe } from '../core/ports.ts'
import type { Notice, Outage } from '../core/status.ts'
import { createLogFile } from '../services/journal/log-file.ts'
import type { InspectorConfig } from './config.ts'

/** Beside the history, so that it is found with it. */
const LOG_FOLDER = 'logs'

/** What the inspector says about itself afterwards: bugs, and every change of its state. */
export interface Journal extends Log {
  bug(error: unknown): void
}

/** The journal of one run, and the file that it is written to. */
export interface JournalFile {
  readonly journal: Journal
  /** The folder of the log files, absolute. */
  readonly folder: string
  /** True: from now on values are written too. */
  wantValues(wanted: boolean): void
  /** Writes down the start and what had to be told about it, then every change of state until it is called off. */
  begin(config: InspectorConfig, notices: readonly Notice[], events: EventLog): Unsubscribe
  close(): Promise<void>
}

/** Opens the log in the data folder's own folder for it; without values until they are asked for. */
export function openJournal(dataFolder: string): JournalFile {
  const folder = join(dataFolder, LOG_FOLDER)
  const file = createLogFile({ folder })
  let values = false
  const journal = createJournal(file, () => values)
  return {
    journal,
    folder,
    wantValues(wanted) {
      values = wanted
    },
    begin(config, notices, events) {
      journal.write(startEntry(config))
      for (const { severity, text } of notices) journal.write({ level: severity, subject: 'start', sentence: text })
      return followEvents(events, journal, () => values)
    },
    close() {
      journal.write(info('start', 'Closed.'))
      return file.close()
    },
  }
}

/**
 * Puts the log in words. Values (what a stranger sent or the user typed) are left out as long as `rawValues` is
 * false; secrets never come here.
 */
function createJournal(file: Log, rawValues: () => boolean): Journal {
  const write = (entry: LogEntry): void => {
    file.write(rawValues() ? entry : { ...entry, sentence: withoutValues(entry.sentence) })
  }
  return {
    write,
    bug(error) {
      const entry = bugEntry(error)
      const said =
        rawValues() && error instanceof Error ? `Unexpected: ${error.name}: ${error.message}` : entry.sentence
      file.write({ ...entry, sentence: said })
    },
  }
}

/** Writes down every change of state from now on; with `rawValues`, every captured request's target too. */
function followEvents(events: EventLog, journal: Journal, rawValues: () => boolean): Unsubscribe {
  let seen = events.seq
  const last = new Map<string, string>()
  return events.onEmit(() => {
    const found = events.after(seen, Number.POSITIVE_INFINITY) ?? []
    seen = events.seq
    for (const event of found) {
      for (const entry of rawValues() ? [...inWords(event), ...values(event)] : inWords(event)) {
        // A state is told again with each look at it; only another one is news.
        if (last.get(entry.subject) === entry.sentence) continue
        last.set(entry.subject, entry.sentence)
        journal.write(entry)
      }
    }
  })
}

/** The first line of a run: what runs here, and where its data lies. */
function startEntry({ version, face, dataFolder }: InspectorConfig): LogEntry {
  const runtime = `Node ${process.versions.node}, ${process.platform} ${process.arch}, process ${String(process.pid)}`
  return info('start', `Version ${version}, ${face}, ${runtime}, data in ${dataFolder}.`)
}

function inWords(event: LoggedEvent): readonly LogEntry[] {
  switch (event.event) {
    case 'receiver.changed':
      return [state(event.payload.state === 'failed' ? 'error' : 'info', 'receiver', event.payload)]
    case 'tunnel.changed':
      return [state(GRAVE_TUNNEL.has(event.payload.state) ? 'warning' : 'info', 'tunnel', event.payload)]
    case 'store.changed':
      return [state(event.payload.state === 'ok' ? 'info' : 'error', 'history', event.payload)]
    case 'outage.changed':
      return [outage(event.payload.outage)]
    case 'settings.changed':
      return [{ level: 'info', subject: 'settings', sentence: 'The settings were saved.' }]
    case 'endpoint.changed':
      return [info('endpoints', `The endpoints were saved: ${String(event.payload.endpoints.length)} of them.`)]
    case 'reread.progressed': {
      const { state: now, total, changed } = event.payload
      if (now !== 'done') return []
      return [
        info('history', `Read again after a change of the mapping: ${String(total)}, ${String(changed)} changed.`),
      ]
    }
    case 'clearing.progressed': {
      const { state: now, cause, removed } = event.payload
      if (now !== 'done' && now !== 'stopped') return []
      const by = cause === 'retention' ? 'by the rule of what is kept' : 'by hand'
      const end = now === 'stopped' ? ', and then stopped' : ''
      return [info('history', `Removed ${by}: ${counted(removed, 'request')}${end}.`)]
    }
    case 'export.progressed':
    case 'import.progressed': {
      const { id, direction, format, state: now } = event.payload.job
      return [info(direction, `${format} ${now} (job ${id.slice(0, 8)}).`)]
    }
    default:
      return []
  }
}

/** What is written only where the user asked for it. */
function values(event: LoggedEvent): readonly LogEntry[] {
  if (event.event !== 'postback.received') return []
  return event.payload.postbacks.map(({ id, kind, method, target }) =>
    info('request', `${String(id)} ${kind} ${method ?? ''} ${target ?? ''}`),
  )
}

const GRAVE_TUNNEL = new Set(['degraded', 'reopening', 'failed'])

function state(level: LogLevel, subject: string, status: { readonly state: string; readonly why: string }): LogEntry {
  return { level, subject, sentence: `${status.state}. ${status.why}` }
}

function outage({ reason, from, to, why }: Outage): LogEntry {
  const span = to === null ? `since ${iso(from)}` : `${iso(from)} to ${iso(to)}`
  return { level: 'warning', subject: 'outage', sentence: `${reason}, ${span}. ${why}` }
}

function info(subject: string, sentence: string): LogEntry {
  return { level: 'info', subject, sentence }
}

function iso(at: number): string {
  return new Date(at).toISOString()
}
