/**
 * A hostile sender: `flood-child.ts PORT KIND COUNT`. It opens so many connections, says on each what KIND says and
 * then nothing more, and waits until the other side has closed all it wants to. Prints how many were ever open.
 */
import { connect } from 'node:net'
import { FLOODS, isFlood } from './floods.ts'

const [port = '', kind = '', count = ''] = process.argv.slice(2)
if (!isFlood(kind)) throw new Error(`no such flood: ${kind}`)
const AT_A_TIME = 100
let opened = 0

function one(nth: number, said: () => void): void {
  const socket = connect({ port: Number(port), host: '127.0.0.1' })
  let told = false
  const tell = (): void => {
    if (!told) said()
    told = true
  }
  socket.on('connect', () => {
    opened += 1
    for (const piece of FLOODS[kind as keyof typeof FLOODS](nth)) socket.write(piece, 'latin1')
    tell()
  })
  socket.resume()
  socket.on('error', () => undefined)
  socket.on('close', tell)
}

let nth = 0
let open = 0
const more = (): void => {
  while (open < AT_A_TIME && nth < Number(count)) {
    open += 1
    one(nth++, () => {
      open -= 1
      setImmediate(more)
    })
  }
  if (nth === Number(count) && open === 0) process.send?.({ opened })
}
more()
process.on('disconnect', () => process.exit(0))
