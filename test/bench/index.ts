/**
 * The measurements that the product promises something about, as one table: `npm run bench`.
 *
 *   npm run bench -- [--only ingest,history] [--quick] [--rows 1000000] [--as-built] [--record] [--list]
 *
 * Ends with 1 where a line misses what is asked for. Ctrl+C ends it, and nothing is left behind. README.md says how things
 * are measured.
 */
import { parseArgs } from 'node:util'
import { ensureBuilt } from '../../scripts/build-state.mjs'
import { createContext } from './context.ts'
import type { BenchContext, Line } from './line.ts'
import { LINES } from './lines.ts'
import { conditionsOf, record } from './record.ts'
import { judge, type Row, rowText, tableOf } from './table.ts'

const ROWS = 1_000_000
const QUICK_ROWS = 50_000

const { values } = parseArgs({
  options: {
    only: { type: 'string' },
    quick: { type: 'boolean', default: false },
    rows: { type: 'string' },
    'as-built': { type: 'boolean', default: false },
    record: { type: 'boolean', default: false },
    list: { type: 'boolean', default: false },
  },
})

const subjects = [...new Set(LINES.map(({ subject }) => subject))]
const wanted = values.only?.split(',') ?? subjects
const unknown = wanted.filter((name) => !subjects.includes(name))
const rows = Number(values.rows ?? (values.quick ? QUICK_ROWS : ROWS))
if (unknown.length > 0 || !Number.isInteger(rows) || rows < 1_000 || rows > 10_000_000) {
  console.error(
    unknown.length > 0
      ? `There is no “${unknown.join(', ')}”: --only takes ${subjects.join(', ')}, separated by commas.`
      : '--rows takes a whole number from 1000 to 10000000.',
  )
  process.exit(2)
}
if (values.record && (values.quick || rows !== ROWS || wanted.length !== subjects.length)) {
  console.error('--record keeps a whole run with 1000000 stored: leave out --quick, --rows and --only.')
  process.exit(2)
}
const lines = LINES.filter(({ subject }) => wanted.includes(subject))
if (values.list) {
  for (const { subject, name, target } of lines) console.log(`${subject.padEnd(8)} ${name}: ${target}`)
  process.exit(0)
}
if (!values['as-built'] && !(await ensureBuilt())) process.exit(1)

const over = new AbortController()
const context = createContext({ quick: values.quick, rows, signal: over.signal })
const stop = (): void => {
  over.abort(new Error('It was stopped.'))
  // What a line still waits for is not waited for: everything that was opened is closed under it.
  void context.close().then(() => process.exit(130))
}
process.once('SIGINT', stop)
process.once('SIGTERM', stop)

const began = performance.now()
const results: Row[] = []
for (const line of lines) {
  console.error(`${line.name} …`)
  const row = await measured(line, context)
  if (over.signal.aborted) await new Promise(() => {})
  results.push(row)
  console.error(rowText(row))
}
await context.close()

const table = tableOf(results)
const conditions = conditionsOf(rows, (performance.now() - began) / 60_000)
console.log(`\n${table}\n\n${conditions}`)
if (values.record) await record(`${table}\n\n${conditions}`)
const missed = results.filter((row) => judge(row) === 'MISSED')
console.log(
  missed.length === 0 ? 'Every line is met.' : `${String(missed.length)} of ${String(results.length)} missed.`,
)
process.exitCode = missed.length === 0 ? 0 : 1

async function measured(line: Line, context: BenchContext): Promise<Row> {
  try {
    return { line, measured: await line.measure(context), failure: null }
  } catch (error) {
    return { line, measured: null, failure: error instanceof Error ? error.message : String(error) }
  }
}
