import { randomUUID } from 'node:crypto'
import type { Database, Statement } from 'better-sqlite3'
import {
  DEFAULT_ENDPOINT_CONFIG,
  type Endpoint,
  type EndpointConfig,
  endpointConfigSchema,
} from '../../core/endpoint.ts'
import { StoreError } from '../../core/ports.ts'
import { effectivePath } from '../../core/secret-path.ts'
import { parseLeniently } from './lenient-parse.ts'

export interface EndpointRow {
  readonly key: number
  readonly id: string
  readonly config: string
}

/** The endpoints that are not deleted, oldest first. */
export const ENDPOINT_ROWS = 'SELECT key, id, config FROM endpoint WHERE deleted = 0 ORDER BY key'

export function endpointFromRow(row: EndpointRow): Endpoint {
  return { id: row.id, ...parseLeniently(endpointConfigSchema, DEFAULT_ENDPOINT_CONFIG, row.config) }
}

/** The endpoints as the writer knows them, with the keys that readings name them by. */
export class EndpointTable {
  readonly #database: Database
  readonly #insert: Statement<[string, string, string]>
  readonly #update: Statement<[string, string, string]>
  readonly #delete: Statement<[string]>
  readonly #deleted: Statement<[string], EndpointRow>
  readonly #undelete: Statement<[string]>
  #endpoints: readonly Endpoint[] = []
  #keys = new Map<string, number>()

  constructor(database: Database) {
    this.#database = database
    this.#insert = database.prepare('INSERT INTO endpoint (id, name_key, config) VALUES (?, ?, ?)')
    this.#update = database.prepare('UPDATE endpoint SET name_key = ?, config = ? WHERE id = ?')
    this.#delete = database.prepare('UPDATE endpoint SET deleted = 1 WHERE id = ?')
    this.#deleted = database.prepare('SELECT key, id, config FROM endpoint WHERE deleted = 1 AND id = ?')
    this.#undelete = database.prepare('UPDATE endpoint SET deleted = 0 WHERE id = ?')
    this.reload()
  }

  /** Reads them anew, also after a rollback. */
  reload(): void {
    const rows = this.#database.prepare<[], EndpointRow>(ENDPOINT_ROWS).all()
    this.#endpoints = rows.map(endpointFromRow)
    this.#keys = new Map(rows.map((row) => [row.id, row.key]))
  }

  all(): readonly Endpoint[] {
    return this.#endpoints
  }

  byId(id: string | null): Endpoint | null {
    return this.#endpoints.find((endpoint) => endpoint.id === id) ?? null
  }

  keyOf(id: string | null): number | null {
    return id === null ? null : (this.#keys.get(id) ?? null)
  }

  /** @throws StoreError `not-found` or `path-taken`. */
  save(id: string | null, config: EndpointConfig): Endpoint {
    if (id !== null && this.byId(id) === null) throw notFound()
    this.#refuseTakenPath(id, config)
    const endpoint = { ...config, id: id ?? randomUUID() }
    const json = JSON.stringify(config)
    if (id === null) this.#insert.run(endpoint.id, nameKey(config.name), json)
    else this.#update.run(nameKey(config.name), json, id)
    this.reload()
    return endpoint
  }

  /** A deleted one as it was. @throws StoreError `not-found` or `path-taken`. */
  restore(id: string): Endpoint {
    const row = this.#deleted.get(id)
    if (row === undefined) throw notFound()
    const endpoint = endpointFromRow(row)
    this.#refuseTakenPath(id, endpoint)
    this.#undelete.run(id)
    this.reload()
    return endpoint
  }

  #refuseTakenPath(id: string | null, config: EndpointConfig): void {
    const path = effectivePath(config)
    const wanted = pathKey(path)
    const other = this.#endpoints.find((endpoint) => endpoint.id !== id && pathKey(effectivePath(endpoint)) === wanted)
    if (other === undefined) return
    const variant = effectivePath(other) === path ? '' : ` (as ${effectivePath(other)})`
    throw new StoreError('path-taken', `The endpoint “${other.name}” already has this path${variant}.`)
  }

  /** @throws StoreError `not-found` or `last-endpoint`. */
  delete(id: string): void {
    if (this.byId(id) === null) throw notFound()
    if (this.#endpoints.length === 1) {
      throw new StoreError('last-endpoint', 'The last endpoint cannot be deleted: change it instead.')
    }
    this.#delete.run(id)
    this.reload()
  }
}

function notFound(): StoreError {
  return new StoreError('not-found', 'This endpoint does not exist any more.')
}

/** What sorting by endpoint compares. */
function nameKey(name: string): string {
  return name.toLowerCase()
}

/** Equal for paths that differ only in case, a trailing slash or doubled slashes: one reader takes them for one. */
export function pathKey(path: string): string {
  const single = path.toLowerCase().replace(/\/{2,}/g, '/')
  return single.length > 1 && single.endsWith('/') ? single.slice(0, -1) : single
}
