import { lookup } from 'node:dns/promises'
import { hostname, networkInterfaces } from 'node:os'
import { isLoopback, readTargetUrl, type TargetUrl } from '../core/target-url.ts'
import { errorsWords } from '../words/of/errors.ts'

/** Where this inspector is reached now; null where it is not. */
export interface Whereabouts {
  readonly port: number | null
  readonly publicUrl: string | null
}

/** Why nothing may be forwarded to a URL: it leads back to this inspector. Null where it does not. */
export async function whyOwnTarget(url: TargetUrl, own: Whereabouts): Promise<string | null> {
  const host = plainHost(url)
  if (url.port === own.port && (await isThisComputer(host))) {
    return errorsWords().forward.ownReceiver
  }
  if (own.publicUrl !== null && isPublic(url, host, own.publicUrl)) {
    return errorsWords().forward.ownTunnel
  }
  return null
}

/** The host in one spelling: `127.1`, `0x7f000001` and `[0:0:0:0:0:0:0:1]` are loopback addresses too. */
function plainHost({ origin, host }: TargetUrl): string {
  const parsed = URL.canParse(origin) ? new URL(origin).hostname : host
  return parsed.replace(/^\[|\]$|\.$/g, '').toLowerCase()
}

/** A name counts as the addresses that it has; one that has none leads nowhere. */
async function isThisComputer(host: string): Promise<boolean> {
  const own = new Set(Object.values(networkInterfaces()).flatMap((all) => all?.map(({ address }) => address) ?? []))
  const isOwn = (address: string): boolean => isLoopback(address) || own.has(address)
  if (isOwn(host) || host === hostname().toLowerCase()) return true
  const addresses = await lookup(host, { all: true }).catch(() => [])
  return addresses.some(({ address }) => isOwn(address))
}

/** Whatever the scheme: tunnels answer on both. Where only a path leads here, the others are somebody else's. */
function isPublic(url: TargetUrl, host: string, publicUrl: string): boolean {
  const read = readTargetUrl(publicUrl)
  if (!read.ok || plainHost(read.url) !== host) return false
  const usual = [read.url.port, 80, 443]
  const prefix = read.url.path === '/' ? '' : read.url.path
  return usual.includes(url.port) && url.path.startsWith(prefix)
}
