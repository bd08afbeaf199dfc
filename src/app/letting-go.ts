/// <reference lib="es2024.arraybuffer" />
import { finished, Writable } from 'node:stream'

/** Frees what a piece holds at once. A part of a larger block is left alone. */
function letGo(piece: unknown): void {
  if (!(piece instanceof Uint8Array) || !(piece.buffer instanceof ArrayBuffer)) return
  if (piece.byteLength === piece.buffer.byteLength) piece.buffer.transfer(0)
}

/**
 * Passes pieces on, one after the other, and frees each once it is written: nobody may read it afterwards. Left to the
 * collector, which sees only small objects, some 60 MB of an export's pieces would lie about.
 */
export function lettingGo(out: Writable): Writable {
  const passing = new Writable({
    objectMode: true,
    highWaterMark: 1,
    write(piece: string | Uint8Array, _encoding, done) {
      out.write(piece, (error) => {
        letGo(piece)
        done(error)
      })
    },
    final(done) {
      finished(out, (error) => done(error))
      out.end()
    },
    destroy(error, done) {
      out.destroy(error ?? undefined)
      done(error)
    },
  })
  // What befalls it between two pieces: a connection that breaks off, a file that cannot be made.
  finished(out, { readable: false }, (error) => {
    if (error) passing.destroy(error)
  })
  return passing
}
