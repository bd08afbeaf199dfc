/** What is taken over before the first capture: all that is small, and what requests will refer to. */
import type { Database } from 'better-sqlite3'
import { z } from 'zod'
import { conformanceRunHeadSchema, conformanceRunSchema } from '../../core/conformance/run.ts'
import { DEFAULT_ENDPOINT_CONFIG, endpointConfigSchema } from '../../core/endpoint.ts'
import { expectationSchema } from '../../core/expectation.ts'
import { outageSchema } from '../../core/status.ts'
import { readsAsRemoval } from './clearing/removal-table.ts'
import { parseLeniently } from './lenient-parse.ts'
import type { Row } from './salvage-schema.ts'
import type { SalvageCounts } from './salvage-state.ts'
import type { SalvageTree } from './salvage-tree.ts'

const metaSchema = z.discriminatedUnion('name', [
  z.object({ name: z.literal('installation_id'), value: z.uuid() }),
  z.object({ name: z.literal('last_alive_at'), value: z.string().regex(/^\d{1,15}$/) }),
])
const objectSchema = z.record(z.string(), z.unknown())

type Put = (row: Row) => boolean

/** Counts what each gives; a row that does not read as what it should be is left out. */
export function salvageSmall(database: Database, tree: SalvageTree, counts: SalvageCounts): SalvageCounts {
  const insert = (table: string, row: Row): boolean => {
    const names = Object.keys(row)
    const sql = `INSERT OR IGNORE INTO ${table} (${names.join(', ')}) VALUES (${names.map((name) => `@${name}`).join(', ')})`
    return database.prepare(sql).run(row).changes > 0
  }
  const each = (table: string, put: Put): number => {
    let count = 0
    for (const row of tree.allRows(table)) if (attempt(() => put(row))) count += 1
    return count
  }

  each('meta', (row) => metaSchema.safeParse(row).success && insert('meta', row))
  each('header_set', (row) => insert('header_set', row))
  each('planned_reply', (row) => Array.isArray(json(row['content'])) && insert('planned_reply', row))
  each('memo', (row) => insert('memo', row))
  const settings = each('setting', (row) => {
    const section = objectSchema.safeParse(json(row['value'])).success
    return section && insert('setting', row)
  })
  let living = 0
  each('endpoint', (row) => {
    const config = objectSchema.safeParse(json(row['config']))
    if (!config.success || row['id'] === '' || (row['deleted'] !== 0 && row['deleted'] !== 1)) return false
    // The default's path would stand for one that is gone.
    const read = parseLeniently(endpointConfigSchema, DEFAULT_ENDPOINT_CONFIG, JSON.stringify(config.data))
    if (config.data['path'] !== read.path) return false
    const added = insert('endpoint', { ...row, name_key: read.name.toLowerCase() })
    if (added && row['deleted'] === 0) living += 1
    return added
  })
  const expectations = each('expectation', (row) => {
    const outcome = json(row['outcome'])
    const expectation = expectationSchema.parse({
      ...objectSchema.parse(json(row['expected'])),
      id: row['id'],
      armedAt: row['armed_at'],
      until: row['until_at'],
      outcome,
    })
    const running = expectation.outcome.state === 'pending' ? 1 : 0
    const metBy = expectation.outcome.state === 'met' ? expectation.outcome.postbackId : null
    return row['running'] === running && row['met_by'] === metBy && insert('expectation', row)
  })
  const conformanceRuns = each('conformance_run', (row) => {
    conformanceRunHeadSchema.parse(json(row['head']))
    const run = conformanceRunSchema.parse(json(row['content']))
    return run.id === row['id'] && run.startedAt === row['started_at'] && insert('conformance_run', row)
  })
  const outages = each('outage', (row) => {
    const { id, reason, from_at: from, to_at: to, why } = row
    return outageSchema.safeParse({ id, reason, from, to, why }).success && insert('outage', row)
  })
  each('removal', (row) => readsAsRemoval(row) && insert('removal', row))
  return { ...counts, settings, endpoints: living, expectations, conformanceRuns, outages }
}

/** What cannot be parsed is no row. */
function attempt(work: () => boolean): boolean {
  try {
    return work()
  } catch (error) {
    if (error instanceof z.ZodError || error instanceof SyntaxError) return false
    throw error
  }
}

function json(value: unknown): unknown {
  return typeof value === 'string' ? JSON.parse(value) : null
}
