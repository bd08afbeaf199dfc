/** The bytes, until the signal comes: an upload that stalls must not hold up its own cancellation. */
export async function* untilAborted(
  bytes: AsyncIterable<Uint8Array>,
  signal: AbortSignal | undefined,
): AsyncGenerator<Uint8Array> {
  if (signal === undefined) {
    yield* bytes
    return
  }
  // Not a race with one long promise: that would remember every piece until its end.
  let stop: ((reason: unknown) => void) | null = null
  const onAbort = (): void => stop?.(signal.reason)
  signal.addEventListener('abort', onAbort)
  const source = bytes[Symbol.asyncIterator]()
  try {
    for (;;) {
      signal.throwIfAborted()
      const next = await new Promise<IteratorResult<Uint8Array>>((resolve, reject) => {
        stop = reject
        source.next().then(resolve, reject)
      })
      if (next.done === true) return
      yield next.value
    }
  } finally {
    signal.removeEventListener('abort', onAbort)
    // Not awaited: a source that stalls ends when it likes. What it still says concerns nobody.
    source.return?.().catch(() => {})
  }
}
