import { lookup } from 'node:dns'
import type { LookupFunction } from 'node:net'

/** True for `localhost` and every name below it: RFC 6761 §6.3 keeps them all on this machine. */
export function isLoopbackName(hostname: string): boolean {
  return /(^|\.)localhost\.?$/i.test(hostname)
}

/** As `dns.lookup`, except that names below `localhost` are 127.0.0.1: many resolvers do not know them. */
export const loopbackLookup: LookupFunction = (hostname, options, callback) => {
  if (!isLoopbackName(hostname)) {
    lookup(hostname, options, callback)
  } else if (options.all) {
    process.nextTick(callback, null, [{ address: '127.0.0.1', family: 4 }])
  } else {
    process.nextTick(callback, null, '127.0.0.1', 4)
  }
}
