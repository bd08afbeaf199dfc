/** More unread messages than this, and the page counts as behind: what follows waits in the log, not in memory. */
const UNREAD_AT_MOST = 4
const LOOK_EVERY_MS = 10_000
/** Looks in which nothing at all was read. Two, because a computer that slept wakes up in the middle of one. */
const LOOKS_UNTIL_HANGING = 2

/** Counts what was sent to a page and what it has read of that, by the words of its preload. */
export interface ReadWatch {
  sent(): void
  wasRead(): void
  isBehind(): boolean
  /** Forgets what was sent: another page reads from now on, or none. */
  reset(): void
}

/** Calls `onHang`, once for each time, when a page reads nothing for between 10 and 20 seconds though something waits. */
export function createReadWatch(onHang: () => void): ReadWatch {
  let unread = 0
  let looks = 0
  let timer: ReturnType<typeof setInterval> | null = null

  function stop(): void {
    if (timer !== null) clearInterval(timer)
    timer = null
    looks = 0
  }

  function look(): void {
    looks += 1
    if (looks < LOOKS_UNTIL_HANGING) return
    stop()
    onHang()
  }

  return {
    sent() {
      unread += 1
      timer ??= setInterval(look, LOOK_EVERY_MS)
    },
    wasRead() {
      unread = Math.max(0, unread - 1)
      looks = 0
      if (unread === 0) stop()
    },
    isBehind: () => unread >= UNREAD_AT_MOST,
    reset() {
      unread = 0
      stop()
    },
  }
}
