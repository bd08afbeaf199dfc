/** RFC 9110, 7.6.1: headers that concern one connection alone, so that nobody passes them on. */
const HOP_BY_HOP = new Set([
  'connection',
  'keep-alive',
  'proxy-connection',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
  'proxy-authenticate',
  'proxy-authorization',
])

/** Names must reach the other side whatever `Connection` says of them. */
const NEVER_NAMED = new Set(['host', 'content-length'])

/** The headers (name, value, name, value …) that go on: without those of one hop and those that `Connection` names. */
export function withoutHopByHop(rawHeaders: readonly string[]): string[] {
  const dropped = new Set(HOP_BY_HOP)
  for (let at = 0; at + 1 < rawHeaders.length; at += 2) {
    if (rawHeaders[at]?.toLowerCase() !== 'connection') continue
    for (const name of (rawHeaders[at + 1] ?? '').split(',')) {
      const named = name.trim().toLowerCase()
      if (!NEVER_NAMED.has(named)) dropped.add(named)
    }
  }
  const kept: string[] = []
  for (let at = 0; at + 1 < rawHeaders.length; at += 2) {
    const name = rawHeaders[at] ?? ''
    if (!dropped.has(name.toLowerCase())) kept.push(name, rawHeaders[at + 1] ?? '')
  }
  return kept
}
