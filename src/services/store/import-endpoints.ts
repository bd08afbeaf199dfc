/** What becomes of an archive's endpoints. */
import type { ArchivedEndpoint } from '../../core/archive.ts'
import type { ImportedEndpoint } from '../../core/archive-records.ts'
import {
  DEFAULT_ENDPOINT_CONFIG,
  type Endpoint,
  type EndpointConfig,
  endpointConfigSchema,
} from '../../core/endpoint.ts'
import { effectivePath } from '../../core/secret-path.ts'
import { pathKey } from './endpoint-table.ts'
import { parseLeniently } from './lenient-parse.ts'
import { changesReadings } from './mapping-change.ts'

export interface EndpointPlan {
  /** All that there will be. */
  readonly endpoints: readonly Endpoint[]
  /** Those that are new. */
  readonly add: readonly Endpoint[]
  /** Ids of those that go: the untouched one that every installation starts with. */
  readonly remove: readonly string[]
  readonly outcome: readonly ImportedEndpoint[]
}

/**
 * Matches an archive's endpoints by id with those that are here. Where a path is taken, an endpoint that reads the
 * same is taken for the same, and one that reads otherwise is added under a free path. `unused`: nothing has arrived
 * here yet, so an untouched first endpoint gives way. Forwarding is switched off in what is added: an archive must not
 * make this computer send anything anywhere.
 */
export function planEndpoints(
  local: readonly Endpoint[],
  archived: readonly ArchivedEndpoint[],
  unused: boolean,
): EndpointPlan {
  const ids = new Set(archived.map(({ id }) => id))
  const remove = archived.length > 0 && unused ? local.filter((one) => isUntouched(one) && !ids.has(one.id)) : []
  const endpoints = local.filter((one) => !remove.includes(one))
  const add: Endpoint[] = []
  const outcome: ImportedEndpoint[] = []
  for (const { id, config } of archived) {
    const wanted = readConfig(config)
    if (endpoints.some((one) => one.id === id)) {
      outcome.push({ how: 'present', sentence: `The endpoint “${wanted.name}” is here already and stays as it is.` })
      continue
    }
    const other = endpoints.find((one) => pathKey(effectivePath(one)) === pathKey(effectivePath(wanted)))
    if (other !== undefined && !changesReadings({ ...other, id }, { ...wanted, id })) {
      outcome.push({
        how: 'same',
        sentence: `The endpoint “${wanted.name}” reads ${wanted.path} just as your “${other.name}” does: yours stands for both.`,
      })
      continue
    }
    const path = freePath(wanted, endpoints)
    const endpoint: Endpoint = { ...wanted, id, path, forward: { ...wanted.forward, mode: 'off' } }
    endpoints.push(endpoint)
    add.push(endpoint)
    outcome.push({ how: other === undefined ? 'added' : 'moved', sentence: sentenceFor(endpoint, wanted, other) })
  }
  return { endpoints, add, remove: remove.map(({ id }) => id), outcome }
}

function sentenceFor(added: Endpoint, wanted: EndpointConfig, other: Endpoint | undefined): string {
  const forwarding =
    wanted.forward.mode === 'off' ? '' : ` Its forwarding to ${wanted.forward.url} is switched off: switch it on there.`
  if (other === undefined) return `The endpoint “${added.name}” (${added.path}) was added.${forwarding}`
  return (
    `The endpoint “${added.name}” was added under ${added.path}: its own path ${wanted.path} is your “${other.name}”’s, ` +
    `which reads it otherwise. Imported requests to ${wanted.path} are read as yours says.${forwarding}`
  )
}

function readConfig(config: Record<string, unknown>): EndpointConfig {
  return parseLeniently(endpointConfigSchema, DEFAULT_ENDPOINT_CONFIG, JSON.stringify(config))
}

function isUntouched({ id: _id, ...config }: Endpoint): boolean {
  const names = Object.keys(DEFAULT_ENDPOINT_CONFIG) as (keyof EndpointConfig)[]
  return names.every((name) => JSON.stringify(config[name]) === JSON.stringify(DEFAULT_ENDPOINT_CONFIG[name]))
}

/** The path itself, or the first of `path-2`, `path-3` … that no endpoint has. */
function freePath(wanted: Pick<EndpointConfig, 'path' | 'pathToken'>, endpoints: readonly Endpoint[]): string {
  const { path, pathToken } = wanted
  const taken = new Set(endpoints.map((one) => pathKey(effectivePath(one))))
  const isFree = (candidate: string): boolean => !taken.has(pathKey(effectivePath({ path: candidate, pathToken })))
  if (isFree(path)) return path
  const stem = path.replace(/\/+$/, '').slice(0, 500)
  for (let number = 2; ; number += 1) {
    const candidate = `${stem}-${String(number)}`
    if (isFree(candidate)) return candidate
  }
}
