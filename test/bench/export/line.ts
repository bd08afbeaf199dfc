import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { EVERYTHING } from '../../../src/core/filter.ts'
import { largeHistory, smallHistory, spareCopy } from '../history/stored.ts'
import type { BenchContext, Line } from '../line.ts'
import { residentMegabytes } from '../screen/processes.ts'
import { callsTo, runBuilt, serve } from '../serve.ts'

const SAMPLE_MS = 20

/** The most memory that a process had while something ran, in MB. */
async function peakWhile(pid: () => number | undefined, run: () => Promise<unknown>): Promise<number> {
  let peak = 0
  const timer = setInterval(() => {
    try {
      const one = pid()
      const now = one === undefined ? Number.NaN : residentMegabytes(one)
      // No number: it has ended and is only waited for.
      if (now > peak) peak = now
    } catch {
      // It has ended.
    }
  }, SAMPLE_MS)
  try {
    await run()
  } finally {
    clearInterval(timer)
  }
  return peak
}

interface Exported {
  readonly seconds: number
  readonly peak: number
  readonly bytes: number
}

/** `adjump-inspector export` into a file. */
async function byCommand(context: BenchContext, dataFolder: string, format: string): Promise<Exported> {
  const file = join(await context.folder(), `all.${format}`)
  const from = performance.now()
  let pid: number | undefined
  const peak = await peakWhile(
    () => pid,
    () =>
      runBuilt(context, ['export', `--data=${dataFolder}`, `--format=${format}`, `--out=${file}`], (started) => {
        pid = started
      }),
  )
  return { seconds: (performance.now() - from) / 1000, peak, bytes: (await stat(file)).size }
}

/** The screen's own download; memory over that of the same product at rest. */
async function byScreen(context: BenchContext, dataFolder: string, format: string): Promise<Exported> {
  const product = await serve(context, dataFolder)
  const calls = await callsTo(product.screenUrl)
  try {
    await calls.call('app.overview', {})
    const idle = residentMegabytes(product.pid)
    let bytes = 0
    const from = performance.now()
    const peak = await peakWhile(
      () => product.pid,
      async () => {
        const started = (await calls.call('export.start', { format, filter: EVERYTHING, expectationIds: null })) as {
          readonly download: string
        }
        const { origin, searchParams } = new URL(product.screenUrl)
        const reply = await fetch(`${origin}/${searchParams.get('token') ?? ''}/${started.download}`)
        if (!reply.ok || reply.body === null) throw new Error(`the download was answered ${String(reply.status)}`)
        for await (const piece of reply.body) bytes += (piece as Uint8Array).length
      },
    )
    return { seconds: (performance.now() - from) / 1000, peak: peak - idle, bytes }
  } finally {
    calls.close()
    await product.stop()
  }
}

export const EXPORT_LINES: readonly Line[] = ['ndjson', 'csv'].map((format) => ({
  subject: 'export',
  name: `export of 1,000,000 as ${format.toUpperCase()}, all columns`,
  target: '≥ 80,000 rows/s, memory ≤ 150 MB over idle',
  async measure(context) {
    const { rows } = await largeHistory(context)
    const folder = await spareCopy(context)
    const idle = (await byCommand(context, (await smallHistory(context)).folder, format)).peak
    const command = await byCommand(context, folder, format)
    const screen = await byScreen(context, folder, format)
    return {
      figures: [
        { what: 'command', value: rows / command.seconds, unit: '/s', atLeast: 80_000 },
        { what: 'over an export of 1,000', value: command.peak - idle, unit: 'MB', atMost: 150 },
        { what: 'download', value: rows / screen.seconds, unit: '/s', atLeast: 80_000 },
        { what: 'over idle', value: screen.peak, unit: 'MB', atMost: 150 },
      ],
      detail: `${(command.bytes / 1e6).toFixed(0)} MB of text, ${(command.bytes / 1e6 / command.seconds).toFixed(0)} MB/s`,
    }
  },
}))
