import { z } from 'zod'
import { plainStatus, reminderPage } from './behaviour.ts'
import type { LocaltunnelServer } from './server.ts'

/** What a server in a process of its own can be told, one JSON object a line. */
export const commandSchema = z.discriminatedUnion('do', [
  z.object({ do: z.literal('drop-sockets') }),
  z.object({ do: z.literal('slam'), on: z.boolean() }),
  z.object({ do: z.literal('steal'), name: z.string().nullable() }),
  z.object({ do: z.literal('answer'), status: z.int().nullable(), page: z.boolean() }),
  z.object({ do: z.literal('rate-limit'), requests: z.int().nullable() }),
  z.object({
    do: z.literal('registration'),
    mode: z.enum([
      'normal',
      'never',
      'html',
      'forbidden',
      'busy',
      'nonsense',
      'garbage',
      'endless',
      'drip',
      'refusing-port',
    ]),
  }),
])
export type Command = z.infer<typeof commandSchema>

export function obey(server: LocaltunnelServer, command: Command): void {
  switch (command.do) {
    case 'drop-sockets':
      for (const name of server.names) server.dropSockets(name)
      break
    case 'slam':
      server.slamConnections(command.on)
      break
    case 'steal':
      server.stealName(command.name)
      break
    case 'answer': {
      const { status, page } = command
      const answer = page ? reminderPage({ status: status ?? 200, bypassable: false }) : plainStatus(status ?? 200)
      server.standIn(status === null ? null : answer)
      break
    }
    case 'rate-limit':
      server.rateLimit(command.requests)
      break
    case 'registration':
      server.setRegistration(command.mode)
      break
    default:
      unreachable(command)
  }
}

function unreachable(value: never): never {
  throw new Error(`no command: ${JSON.stringify(value)}`)
}
