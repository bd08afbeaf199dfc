import { lookup } from 'node:dns'
import type { LookupFunction } from 'node:net'

/**
 * As `dns.lookup`, except that names below `localhost` are 127.0.0.1 (RFC 6761 §6.3): many resolvers do not know them,
 * and a tunnel's server on this computer gives them out. `localhost` itself is looked up, for it may be `::1` as well.
 */
export const lookupAddress: LookupFunction = (hostname, options, callback) => {
  if (!/.\.localhost\.?$/i.test(hostname)) lookup(hostname, options, callback)
  else if (options.all) process.nextTick(callback, null, [{ address: '127.0.0.1', family: 4 }])
  else process.nextTick(callback, null, '127.0.0.1', 4)
}
