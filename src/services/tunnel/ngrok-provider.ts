import { setTimeout as delay } from 'node:timers/promises'
import type { TunnelProvider, TunnelSession } from '../../core/ports.ts'
import { errorsWords } from '../../words/of/errors.ts'
import { loadNgrokClient, type NgrokClient, type NgrokListener, type NgrokSession } from './ngrok-client.ts'
import { readNgrokError } from './ngrok-errors.ts'
import { TunnelOpenError } from './open-error.ts'

export interface NgrokProviderOptions {
  /** The token, asked for anew at each opening and kept nowhere. Rejects with a sentence for a person. */
  readonly token: () => Promise<string>
  /** A domain reserved at ngrok; null for the one that ngrok gives. */
  readonly domain: string | null
  readonly version: string
  /** Tests give a fake. */
  readonly load?: () => Promise<NgrokClient>
  /** When a lost session is closed once more, in ms after each other; tests have less time. */
  readonly closeAgainMs?: readonly number[]
}

/** After an abort, this long for the client to let go by itself; it cannot be stopped from outside. */
const LAST_CHANCE_MS = 100
/** A call that says that something is closed may never be answered. */
const CLOSE_ANSWER_MS = 1_000
/**
 * The client dials anew once before it notices that it was closed (ngrok-rust, `try_reconnect`), and does not tell when
 * that has come to something: a session that was lost is closed again for as long as that may take.
 */
const CLOSE_AGAIN_MS = [250, 500, 1_000]
const CLOSE_LATER_MS = [5_000, 20_000]

/**
 * Tunnels through ngrok. Only `127.0.0.1` and the given port are ever forwarded to. The client heals itself in silence;
 * here the first loss ends the session for good, so that the supervisor alone decides and says what happens.
 */
export function createNgrokProvider(options: NgrokProviderOptions): TunnelProvider {
  const { load = loadNgrokClient } = options

  async function client(): Promise<NgrokClient> {
    try {
      return await load()
    } catch {
      throw new TunnelOpenError(errorsWords().ngrok.noPart(process.platform, process.arch), 'refused')
    }
  }

  async function token(): Promise<string> {
    try {
      return await options.token()
    } catch (error) {
      throw new TunnelOpenError(error instanceof Error ? error.message : errorsWords().ngrok.noToken, 'refused')
    }
  }

  return {
    name: 'ngrok',
    async open({ localPort, signal }) {
      if (signal.aborted) throw new TunnelOpenError(errorsWords().tunnel.givenUp)
      const { SessionBuilder } = await client()
      const secret = await token()
      const attempt = createAttempt(secret, options.closeAgainMs ?? CLOSE_AGAIN_MS)
      const opened = attempt.run(SessionBuilder, options, localPort)
      // What comes after all, too late, is closed again.
      const late = new Promise<never>((_, reject) => {
        const giveUp = (): void => {
          const closed = opened.then((session) => session.close()).catch(() => {})
          void Promise.race([closed, delay(LAST_CHANCE_MS)]).then(() => {
            reject(new TunnelOpenError(errorsWords().ngrok.late))
          })
        }
        signal.addEventListener('abort', giveUp, { once: true })
        const settled = (): void => signal.removeEventListener('abort', giveUp)
        opened.then(settled, settled)
      })
      return Promise.race([opened, late])
    },
  }
}

/** One session of the client, from its first connection to its last word. */
function createAttempt(secret: string, closeAgainMs: readonly number[]) {
  let endListener: ((why: string) => void) | null = null
  let ended: string | null = null
  let session: NgrokSession | null = null
  let listener: NgrokListener | null = null
  let lost = false
  let closing: Promise<void> | null = null

  function end(why: string): void {
    if (closing !== null || ended !== null) return
    ended = why
    endListener?.(why)
    void close()
  }

  function close(): Promise<void> {
    closing ??= closeAll()
    return closing
  }

  async function closeOnce(): Promise<void> {
    const both = Promise.allSettled([listener?.close(), session?.close()])
    await Promise.race([both, delay(CLOSE_ANSWER_MS, undefined, { ref: false })])
  }

  async function closeAll(): Promise<void> {
    await closeOnce()
    if (!lost) return
    for (const ms of closeAgainMs) {
      await delay(ms)
      await closeOnce()
    }
    for (const ms of CLOSE_LATER_MS) setTimeout(() => void closeOnce(), ms).unref()
  }

  /** One sentence without the token, of what the client said. */
  const said = (error: unknown): string => readNgrokError(error, secret).message

  async function run(
    SessionBuilder: NgrokClient['SessionBuilder'],
    { domain, version }: NgrokProviderOptions,
    localPort: number,
  ): Promise<TunnelSession> {
    const builder = new SessionBuilder()
      .authtoken(secret)
      .clientInfo('adjump-inspector', version)
      .handleDisconnection((_address, error) => {
        lost = true
        end(errorsWords().ngrok.lost(said(error)))
        // Not false: with that, the client prints a line of its own on standard output, which may be all JSON.
        return true
      })
    try {
      session = await builder.connect()
      const endpoint = session.httpEndpoint()
      if (domain !== null) endpoint.domain(domain)
      listener = await endpoint.listenAndForward(`http://127.0.0.1:${String(localPort)}`)
    } catch (error) {
      closing ??= closeAll()
      await closing
      throw readNgrokError(error, secret)
    }
    listener.join().then(
      () => {
        end(errorsWords().ngrok.ended)
      },
      (error: unknown) => {
        end(errorsWords().ngrok.stopped(said(error)))
      },
    )
    const publicUrl = listener.url()?.replace(/\/+$/, '') ?? ''
    if (!URL.canParse(publicUrl) || ended !== null) {
      await close()
      throw new TunnelOpenError(ended ?? errorsWords().ngrok.noUrl)
    }
    return {
      publicUrl,
      otherNameGiven: domain !== null && new URL(publicUrl).hostname !== domain,
      onEnd(tell) {
        endListener = tell
        if (ended !== null) tell(ended)
      },
      close,
    }
  }

  return { run }
}
