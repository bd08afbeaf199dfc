import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { numberIn, type SoakRequest, soakRequest } from './requests.ts'

/** What the history holds of all that was sent. */
export interface Checked {
  readonly records: number
  /** Acknowledged, and not there. */
  readonly missing: readonly number[]
  /** There more than once. */
  readonly twice: readonly number[]
  /** There, but not byte for byte as sent. */
  readonly changed: readonly number[]
}

interface Exported {
  readonly method: string | null
  readonly target: string | null
  readonly headers: readonly (readonly [string, string])[]
  readonly body: { readonly encoding: 'utf8' | 'base64'; readonly content: string }
  readonly rejection: { readonly encoding: 'utf8' | 'base64'; readonly content: string } | null
}

/** Exports the whole history with the product's own command and holds it against what was sent. */
export async function checkHistory(entry: string, folder: string, acknowledged: ReadonlySet<number>): Promise<Checked> {
  const child = spawn(process.execPath, [entry, 'export', '--format', 'ndjson', '--data', folder], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const exited = once(child, 'exit')
  const counts = new Map<number, number>()
  const changed: number[] = []
  let records = 0
  for await (const line of createInterface({ input: child.stdout })) {
    records += 1
    const one = JSON.parse(line) as Exported
    const n = numberOf(one)
    if (n === null) continue
    counts.set(n, (counts.get(n) ?? 0) + 1)
    const sent = soakRequest(n)
    if (sent.way !== 'raw' && !isAsSent(one, sent)) changed.push(n)
  }
  const [code] = (await exited) as [number | null]
  if (code !== 0) throw new Error(`the export ended with ${String(code)}`)
  // Of raw bytes one connection may lead to more than one record: a whole request and what came behind it.
  const isTwice = (n: number, count: number): boolean => count > 1 && soakRequest(n).way !== 'raw'
  return {
    records,
    missing: [...acknowledged].filter((n) => !counts.has(n)),
    twice: [...counts].filter(([n, count]) => isTwice(n, count)).map(([n]) => n),
    changed,
  }
}

function numberOf({ target, headers, rejection }: Exported): number | null {
  const header = headers.find(([name]) => name === 'X-Soak')?.[1]
  return numberIn(header ?? target ?? (rejection === null ? '' : bytesOf(rejection).toString('latin1')))
}

function bytesOf({ encoding, content }: Exported['body']): Buffer {
  return Buffer.from(content, encoding)
}

function isAsSent(one: Exported, sent: SoakRequest): boolean {
  // Host and Connection are each way's own.
  const own = one.headers.filter(([name]) => name !== 'Host' && name !== 'Connection')
  return (
    one.method === sent.method &&
    one.target === sent.target &&
    JSON.stringify(own) === JSON.stringify(sent.headers) &&
    bytesOf(one.body).equals(sent.body)
  )
}
