import type { Server } from 'node:http'
import { ReceiverError } from '../../core/ports.ts'

/** The receiver is for tunnels and for this machine, never for the local network. */
const HOST = '127.0.0.1'

/** Binds the server. Resolves with the real port; rejects with a `ReceiverError`. */
export function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    // Stays for good: a later error is one connection that could not be accepted, and must not end the program.
    server.on('error', (error) => reject(receiverError(error, port)))
    server.listen(port, HOST, () => {
      const address = server.address()
      // Only a pipe's address is a string, and only a server that is not listening has none.
      resolve(typeof address === 'object' && address !== null ? address.port : port)
    })
  })
}

/** Why a port could not be bound, in one sentence. */
export function receiverError(error: Error, port: number): ReceiverError {
  const code = 'code' in error ? error.code : null
  if (code === 'EADDRINUSE') {
    return new ReceiverError(
      'port-taken',
      `Port ${String(port)} is in use by another program. End that program, or set another port.`,
    )
  }
  if (code === 'EACCES') {
    return new ReceiverError(
      'port-forbidden',
      `The system does not allow this program to use port ${String(port)}. Set one above 1023.`,
    )
  }
  return new ReceiverError('failed', `The receiver could not listen on port ${String(port)}: ${error.message}`)
}
