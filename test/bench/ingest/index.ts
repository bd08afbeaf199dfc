/**
 * Durable ingest against a bare `node:http` that answers `OK`: the product as a process (`serve`), a screen attached,
 * rounds in turn, medians of the rounds' ratios. Afterwards every answered request is looked for in the history.
 *
 *   node test/bench/ingest/index.ts [seconds a round] [rounds]
 */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { WebSocket } from 'ws'
import { runCli } from '../../support/serve-process.ts'
import { type LoadOrder, type LoadResult, targetOf } from './load.ts'

const seconds = Number(process.argv[2] ?? 4)
const rounds = Number(process.argv[3] ?? 5)
const HERE = import.meta.dirname

interface Shape {
  readonly name: string
  readonly mode: LoadOrder['mode']
  readonly rate: number
  /** What is asked for: requests/s at least so much of the bare server's, times at most so much of its. */
  readonly asked: { readonly share?: number; readonly p50?: number; readonly p99?: number }
}

const SHAPES: readonly Shape[] = [
  { name: 'keep-alive, 64 connections', mode: 'keep-alive', rate: 0, asked: { share: 0.55, p99: 3 } },
  { name: 'a connection each, 64 at a time', mode: 'close', rate: 0, asked: { share: 0.8 } },
  { name: 'open loop, 1,000/s', mode: 'open', rate: 1000, asked: { p50: 2, p99: 2.5 } },
  { name: 'open loop, 2,000/s', mode: 'open', rate: 2000, asked: { p50: 2, p99: 4 } },
]

async function load(order: LoadOrder): Promise<LoadResult> {
  const child = spawn(process.execPath, [join(HERE, 'load.ts'), JSON.stringify(order)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let text = ''
  child.stdout.on('data', (piece: Buffer) => {
    text += piece.toString()
  })
  await once(child, 'close')
  return JSON.parse(text) as LoadResult
}

const hello = spawn(process.execPath, [join(HERE, 'hello.ts')], { stdio: ['ignore', 'pipe', 'inherit'] })
const [port] = (await once(createInterface({ input: hello.stdout }), 'line')) as [string]
const helloPort = Number(port)

const folder = await mkdtemp(join(tmpdir(), 'inspector-bench-'))
const cli = runCli(['serve', `--data=${folder}`, '--port=0', '--ui-port=0', '--tunnel=none', '--json'])
const receiver = await cli.line(({ event }) => event === 'receiver.listening')
const ui = new URL((await cli.line(({ event }) => event === 'ui.listening')).url ?? '')
const receiverPort = Number(new URL(receiver.url ?? '').port)
const key = ui.searchParams.get('token') ?? ''
const screen = new WebSocket(`ws://${ui.host}/${key}/ws`, { headers: { origin: ui.origin } })
let told = 0
screen.on('message', () => {
  told += 1
})
await once(screen, 'open')
screen.send(JSON.stringify({ type: 'subscribe', epoch: null, after: 0 }))

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN
const sent: { name: string; answered: number }[] = []
const rows: string[][] = []
for (const { name, mode, rate, asked } of SHAPES) {
  const shares: number[] = []
  const p50s: number[] = []
  const p99s: number[] = []
  let last: { bare: LoadResult; ours: LoadResult } | null = null
  // The first round warms both up and does not count.
  for (let round = 0; round <= rounds; round += 1) {
    const order = { seconds, connections: 64, mode, rate, name: `${mode}${String(rate)}r${String(round)}` }
    const bare = await load({ ...order, port: helloPort })
    const ours = await load({ ...order, port: receiverPort })
    sent.push({ name: order.name, answered: ours.answered })
    if (ours.other + ours.failed > 0) console.log(`${name}: ${String(ours.other)} other, ${String(ours.failed)} failed`)
    if (round === 0) continue
    shares.push(ours.answered / ours.seconds / (bare.answered / bare.seconds))
    p50s.push(ours.p50 / bare.p50)
    p99s.push(ours.p99 / bare.p99)
    last = { bare, ours }
  }
  const show = (value: number, wanted: number | undefined, atLeast: boolean): string => {
    if (wanted === undefined) return value.toFixed(2)
    const met = atLeast ? value >= wanted : value <= wanted
    return `${value.toFixed(2)} (${atLeast ? '≥' : '≤'} ${String(wanted)} ${met ? 'met' : 'MISSED'})`
  }
  rows.push([
    name,
    show(median(shares), asked.share, true),
    show(median(p50s), asked.p50, false),
    show(median(p99s), asked.p99, false),
    `${(((last?.ours.answered ?? 0) / (last?.ours.seconds ?? 1)) | 0).toString()}/s, p50 ${(last?.ours.p50 ?? 0).toFixed(1)}, p99 ${(last?.ours.p99 ?? 0).toFixed(1)}`,
  ])
  console.log(rows.at(-1)?.join(' | '))
}
screen.close()
await cli.stop('SIGINT')
hello.kill()

/** Every target that is stored, exactly. */
const exporter = runCli(['export', `--data=${folder}`, '--format=ndjson'])
await exporter.ended()
const stored = new Map<string, number>()
for (const line of exporter.stdout().split('\n')) {
  if (line === '') continue
  const { target } = JSON.parse(line) as { target: string }
  stored.set(target, (stored.get(target) ?? 0) + 1)
}
let missing = 0
let twice = 0
for (const { name, answered } of sent) {
  // Of a connection cut off at the end the last may be stored and unanswered, so they are counted one by one.
  for (let n = 0; n < answered; n += 1) if (!stored.has(targetOf(name, n))) missing += 1
}
for (const count of stored.values()) if (count > 1) twice += 1
const answered = sent.reduce((sum, one) => sum + one.answered, 0)
await rm(folder, { recursive: true })

console.log('\n| what | requests/s, share of bare | p50 | p99 | last round |\n| --- | --- | --- | --- | --- |')
for (const row of rows) console.log(`| ${row.join(' | ')} |`)
console.log(
  `\n${String(answered)} answered with 200, ${String(missing)} missing, ${String(twice)} stored twice; the screen got ${String(told)} messages`,
)
process.exitCode = missing + twice > 0 ? 1 : 0
