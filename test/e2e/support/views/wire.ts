import type { Page, WebSocketRoute } from '@playwright/test'

/** What stands between a browser's screen and its inspector. */
export interface Wire {
  /** From now on what comes in says this in place of that; and what goes out, that in place of this. */
  rewrite(from: string, to: string): void
  /** From now on every arrival stands at a time that no calendar has: it keeps to the contract, and no formatter takes it. */
  poison(on: boolean): void
  /** Cuts the connection, and keeps it cut. */
  cut(on: boolean): void
}

/** Stands in the way of every WebSocket of pages that are loaded from now on. */
export async function holdTheWire(page: Page): Promise<Wire> {
  const words: [from: string, to: string][] = []
  const open = new Set<WebSocketRoute>()
  let isPoisoned = false
  let isCut = false
  await page.routeWebSocket(/\/ws$/, (socket) => {
    if (isCut) {
      void socket.close({ code: 1001 })
      return
    }
    const server = socket.connectToServer()
    open.add(socket)
    socket.onMessage((message) => {
      server.send(words.reduce((text, [from, to]) => text.replaceAll(to, from), String(message)))
    })
    server.onMessage((message) => {
      const text = words
        .reduce((all, [from, to]) => all.replaceAll(from, to), String(message))
        .replace(/"platform":"[^"]*","runtime":"[^"]*"/, '"platform":"linux","runtime":"Node.js"')
      socket.send(isPoisoned ? text.replaceAll(/"receivedAt":\d+/g, '"receivedAt":8700000000000000') : text)
    })
    socket.onClose(() => {
      open.delete(socket)
      void server.close()
    })
  })
  return {
    rewrite: (from, to) => words.push([from, to]),
    poison: (on) => {
      isPoisoned = on
    },
    cut: (on) => {
      isCut = on
      if (!on) return
      for (const socket of open) void socket.close({ code: 1001 })
      open.clear()
    },
  }
}
