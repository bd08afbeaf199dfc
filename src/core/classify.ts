import type { Mapping } from './endpoint.ts'
import { isNoisePath, isPreviewRobot } from './noise.ts'
import { matchPath, type PathMatch } from './paths.ts'
import type { Kind } from './postback.ts'
import { type Piece, readPieces, splitTarget, type TargetShape } from './query.ts'
import { readHeaderFacts } from './request-headers.ts'

export interface Classification {
  readonly kind: Exclude<Kind, 'rejected'>
  /** The endpoint whose path this is; null for an unknown path, also where a mapping knows one of its names. */
  readonly endpoint: Mapping | null
  /** The path is the endpoint's but for case, slashes or needless escapes. */
  readonly pathDiffers: boolean
}

/** The head of a request: enough to say what it is and to plan its reply. */
export interface RequestHead {
  readonly method: string
  /** As it stood on the wire. */
  readonly target: string
  readonly rawHeaders: readonly string[]
}

/** What a request is, from its head alone. A pure function; an endpoint's own path wins over every path list. */
export function classifyRequest(head: RequestHead, endpoints: readonly Mapping[]): Classification {
  const shape = splitTarget(head.target)
  const match = matchPath(shape, endpoints)
  const { userAgent } = readHeaderFacts(head.rawHeaders)
  const kind = kindOf(head.method, userAgent, shape, match, () => knowsAnyName(readPieces(shape), endpoints))
  return { kind, endpoint: match?.endpoint ?? null, pathDiffers: match?.differs ?? false }
}

/** The kind of a request whose path has been matched. `namesKnown` is only asked for an unknown path. */
export function kindOf(
  method: string,
  userAgent: string | null,
  shape: TargetShape,
  match: PathMatch | null,
  namesKnown: () => boolean,
): Classification['kind'] {
  if (isPreviewRobot(userAgent)) return 'noise'
  const asksOnly = method === 'HEAD' || method === 'OPTIONS'
  if (match) return asksOnly ? 'probe' : 'postback'
  return asksOnly || isNoisePath(shape.path.text) || !namesKnown() ? 'noise' : 'postback'
}

/** Whether any of the names is one that a mapping knows. */
export function knowsAnyName(pieces: readonly Piece[], endpoints: readonly Mapping[]): boolean {
  return endpoints.some((mapping) => knownNames(pieces, mapping) > 0)
}

/** How well a mapping fits a query: its two own names weigh more than all its extra fields. */
export function knownNames(pieces: readonly Piece[], mapping: Mapping): number {
  let score = 0
  if (hasName(pieces, mapping.userIdParam)) score += 100
  if (hasName(pieces, mapping.rewardAmountParam)) score += 100
  for (const extra of mapping.extraFields) if (hasName(pieces, extra.param)) score += 1
  return score
}

function hasName(pieces: readonly Piece[], name: string): boolean {
  for (const piece of pieces) if (piece.name.text === name) return true
  return false
}
