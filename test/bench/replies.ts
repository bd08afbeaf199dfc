import type { Socket } from 'node:net'

/** Calls `onStatus` for each reply on a socket; one may come in pieces, and several at once. */
export function readReplies(socket: Socket, onStatus: (status: number) => void): void {
  let text = ''
  socket.on('data', (piece: Buffer) => {
    text += piece.toString('latin1')
    for (;;) {
      const end = text.indexOf('\r\n\r\n')
      if (end < 0) return
      const length = Number(/content-length: *(\d+)/i.exec(text.slice(0, end))?.[1] ?? 0)
      if (text.length < end + 4 + length) return
      const status = Number(text.slice(9, 12))
      text = text.slice(end + 4 + length)
      onStatus(status)
    }
  })
}
