import { readFile, writeFile } from 'node:fs/promises'
import { cpus, loadavg, totalmem } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'

const DOCUMENT = join(import.meta.dirname, '../../docs/performance.md')
const BEGIN = '<!-- bench: begin -->'
const END = '<!-- bench: end -->'

/** On what, when and under which load a table was made, in one sentence. */
export function conditionsOf(rows: number, minutes: number): string {
  const [cpu] = cpus()
  const database = new Database(':memory:')
  const sqlite = String(database.prepare('SELECT sqlite_version()').pluck().get())
  database.close()
  const parts = [
    `${rows.toLocaleString('en-US')} stored`,
    new Date().toISOString().slice(0, 10),
    `Node ${process.versions.node}, SQLite ${sqlite}, ${process.platform} ${process.arch}`,
    `${String(cpus().length)} × ${cpu?.model.trim() ?? 'unknown'}, ${(totalmem() / 1024 ** 3).toFixed(0)} GiB`,
    `load of the last 15 minutes ${(loadavg()[2] ?? 0).toFixed(1)}`,
    `${minutes.toFixed(0)} min`,
  ]
  return `${parts.join('; ')}.`
}

/** Puts a table into docs/performance.md, in the place of the one that is there. */
export async function record(text: string): Promise<void> {
  const document = await readFile(DOCUMENT, 'utf8')
  const [begin, end] = [document.indexOf(BEGIN), document.indexOf(END)]
  if (begin < 0 || end < begin) throw new Error(`${DOCUMENT} has no place for the table`)
  await writeFile(DOCUMENT, `${document.slice(0, begin + BEGIN.length)}\n\n${text}\n\n${document.slice(end)}`)
}
