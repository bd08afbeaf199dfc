import { findingsWords } from '../words/of/findings.ts'
import type { Endpoint, Mapping } from './endpoint.ts'

type WithPath = Pick<Mapping, 'path' | 'pathToken'>

/** How many former tokens an endpoint remembers (see `endpointConfigSchema`). */
const MOST_FORMER_TOKENS = 100

/**
 * The path that an endpoint really has: its `path`, and behind that the secret segment where it has one. All that
 * reads, classifies, composes or checks goes by this one.
 */
export function effectivePath(endpoint: WithPath): string {
  const { path, pathToken } = endpoint
  return pathToken === undefined || pathToken === null ? path : joined(path, pathToken)
}

function joined(path: string, token: string | null): string {
  if (token === null) return path
  return path.endsWith('/') ? path + token : `${path}/${token}`
}

/**
 * The endpoints as they were at a moment (ms since the epoch): with the secret segments that were valid then. What
 * arrived before a rotation is read with these. The same array where nobody's segment was ever changed.
 */
export function endpointsAt<E extends Mapping>(endpoints: readonly E[], at: number): readonly E[] {
  return endpoints.some((endpoint) => firstAfter(endpoint, at) >= 0)
    ? endpoints.map((endpoint) => endpointAt(endpoint, at))
    : endpoints
}

function endpointAt<E extends Mapping>(endpoint: E, at: number): E {
  const former = endpoint.formerPathTokens ?? []
  const first = firstAfter(endpoint, at)
  const valid = former[first]
  return valid === undefined
    ? endpoint
    : { ...endpoint, pathToken: valid.token, formerPathTokens: former.slice(0, first) }
}

/** Where the first token stands that was still valid at that moment; -1 where only the present one is. */
function firstAfter({ formerPathTokens }: Mapping, at: number): number {
  if (formerPathTokens === undefined || formerPathTokens.length === 0) return -1
  return formerPathTokens.findIndex(({ until }) => at < until)
}

/** An endpoint with another token from now on. The one that it had is kept with the moment of its end. */
export function withPathToken(
  endpoint: Pick<Endpoint, 'pathToken' | 'formerPathTokens'>,
  token: string | null,
  now: number,
): Pick<Endpoint, 'pathToken' | 'formerPathTokens'> {
  const { pathToken, formerPathTokens } = endpoint
  if (token === pathToken) return { pathToken, formerPathTokens }
  // The clock may have been set back: the list stays in order, or a moment would have two tokens.
  const until = Math.max(now, formerPathTokens.at(-1)?.until ?? 0)
  return {
    pathToken: token,
    formerPathTokens: [...formerPathTokens, { token: pathToken, until }].slice(-MOST_FORMER_TOKENS),
  }
}

/** A path that was or would be an endpoint's, but for its secret last segment. */
export interface LostPath<E extends WithPath = Mapping> {
  readonly endpoint: E
  /** `former`: the segment was rotated out. `bare`: it is not there at all. */
  readonly why: 'former' | 'bare'
}

/** The endpoint that a path without a match has lost; null where no secret segment explains it. */
export function findLostPath<E extends Mapping>(path: string, endpoints: readonly E[]): LostPath<E> | null {
  let bare: LostPath<E> | null = null
  for (const endpoint of endpoints) {
    for (const { token } of endpoint.formerPathTokens ?? []) {
      if (token !== null && joined(endpoint.path, token) === path) return { endpoint, why: 'former' }
    }
    if (hasToken(endpoint) && (path === endpoint.path || path === `${endpoint.path}/`)) {
      bare ??= { endpoint, why: 'bare' }
    }
  }
  return bare
}

/** What such a path means, as a sentence. */
export function lostPathSentence({ why }: Pick<LostPath, 'why'>): string {
  return findingsWords().lostPath[why]
}

/** Whether an endpoint's path has a secret last segment. */
export function hasToken({ pathToken }: WithPath): boolean {
  return pathToken !== undefined && pathToken !== null
}
