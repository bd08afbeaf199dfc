/** The built product as a process, for faults that need one. */
import { once } from 'node:events'
import { onTestFinished } from 'vitest'
import { WebSocket } from 'ws'
import { hostMessageSchema } from '../../src/contract/wire.ts'
import { type CliProcess, runCli } from '../support/serve-process.ts'

export interface Product extends CliProcess {
  /** The receiver's. */
  readonly port: number
  /** The screen's; empty where there is none. */
  readonly uiUrl: string
  readonly pid: number
}

export interface ProductOptions {
  readonly ui?: boolean
  readonly env?: NodeJS.ProcessEnv
  /** A program that becomes the product, such as `nsenter`. */
  readonly before?: readonly string[]
  /** A localtunnel server's URL; no tunnel where none is given. */
  readonly tunnelHost?: string
}

/** `serve` with these options; a test that fails leaves nothing running. */
export function startServe(folder: string, options: ProductOptions = {}): CliProcess {
  const { ui = false, env = {}, before = [], tunnelHost } = options
  const screen = ui ? '--ui-port=0' : '--no-ui'
  const tunnel =
    tunnelHost === undefined
      ? ['--tunnel=none']
      : ['--tunnel=localtunnel', `--tunnel-host=${tunnelHost}`, '--subdomain=myshop']
  const cli = runCli(['serve', '--json', '--port=0', screen, ...tunnel, `--data=${folder}`], env, before)
  onTestFinished(async () => {
    await cli.stop('SIGKILL')
  })
  return cli
}

/** The same, once it listens. */
export async function startProduct(folder: string, options: ProductOptions = {}): Promise<Product> {
  const cli = startServe(folder, options)
  const { url = '' } = await cli.line(({ event }) => event === 'receiver.listening')
  const uiUrl = options.ui === true ? (await cli.line(({ event }) => event === 'ui.listening')).url : ''
  return { ...cli, port: Number(new URL(url).port), uiUrl: uiUrl ?? '', pid: cli.child.pid ?? 0 }
}

interface Heard {
  readonly event: string
  readonly payload: unknown
  readonly at: number
}

/** A screen that is open: what it is told, and calls as it makes them. */
export interface Screen {
  readonly heard: readonly Heard[]
  /** Resolves with the output, or with the error's sentence. */
  call(procedure: string, input: unknown): Promise<unknown>
}

export async function openScreen({ uiUrl }: Product): Promise<Screen> {
  const { origin, searchParams } = new URL(uiUrl)
  const url = new URL(`/${searchParams.get('token') ?? ''}/ws`, origin)
  url.protocol = 'ws:'
  const socket = new WebSocket(url, { headers: { origin } })
  onTestFinished(() => socket.terminate())
  const heard: Heard[] = []
  const waiting = new Map<number, (answer: unknown) => void>()
  socket.on('message', (data: Buffer) => {
    const message = hostMessageSchema.parse(JSON.parse(data.toString()))
    if (message.type === 'events') {
      for (const { event, payload } of message.events) heard.push({ event, payload, at: performance.now() })
    } else if (message.type === 'output') waiting.get(message.id)?.(message.output)
    else if (message.type === 'error') waiting.get(message.id)?.(message.error.message)
  })
  await once(socket, 'open')
  socket.send(JSON.stringify({ type: 'subscribe', epoch: null, after: 0 }))
  let calls = 0
  return {
    heard,
    call(procedure, input) {
      calls += 1
      const id = calls
      socket.send(JSON.stringify({ type: 'call', id, procedure, input }))
      return new Promise((resolve) => {
        waiting.set(id, resolve)
      })
    },
  }
}
