/** A file that comes in pieces, each by a call of its own. */
export interface UploadSource {
  readonly bytes: AsyncIterable<Uint8Array>
  /** Resolves when there is room for the next piece. Rejects where nobody reads any more. */
  push(piece: Uint8Array): Promise<void>
  /** No more comes. Rejects where nobody reads any more. */
  end(): Promise<void>
  /** Nobody reads any more: whoever pushes is refused from now on. Without effect after `end`. */
  drop(): void
}

/** Whoever reads is told by `whenIdle` what went wrong, where nothing comes for `idleMs`. */
export function createUploadSource(idleMs: number, whenIdle: () => Error): UploadSource {
  const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>()
  const writer = writable.getWriter()
  // Its end is told by the calls below.
  writer.closed.catch(() => {})
  let timer: NodeJS.Timeout | null = null

  const drop = (why: Error): void => {
    writer.abort(why).catch(() => {})
  }
  const wait = (): void => {
    timer = setTimeout(() => drop(whenIdle()), idleMs)
    timer.unref()
  }
  const stop = (): void => {
    if (timer !== null) clearTimeout(timer)
    timer = null
  }
  wait()
  return {
    bytes: readable,
    async push(piece) {
      stop()
      await writer.write(piece)
      wait()
    },
    async end() {
      stop()
      await writer.close()
    },
    drop() {
      stop()
      drop(new Error('Nobody reads this any more.'))
    },
  }
}
