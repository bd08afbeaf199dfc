/**
 * Resolves when the process is asked to end: Ctrl+C, a service manager's SIGTERM, a closed terminal, or the end of
 * the parent that started it with a channel. A second request ends it at once.
 */
export function ended(): Promise<void> {
  return new Promise((resolve) => {
    let asked = false
    const ask = (): void => {
      if (asked) process.exit(130)
      asked = true
      // An open channel to the parent would keep this process alive after everything else has closed.
      if (process.connected) process.disconnect()
      resolve()
    }
    process.on('SIGINT', ask)
    process.on('SIGTERM', ask)
    process.on('SIGHUP', ask)
    process.once('disconnect', () => {
      if (!asked) ask()
    })
  })
}
