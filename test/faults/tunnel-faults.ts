import type { TunnelState, TunnelStatus } from '../../src/core/status.ts'
import type { Command } from '../support/localtunnel-server/command.ts'
import type { TunnelRig } from '../support/tunnel-rig.ts'

/** One fault of the tunnel's other end, and what must come of it. */
export interface Fault {
  readonly name: string
  /** Whether it strikes a tunnel that is open, or one that is about to be opened. */
  readonly when: 'open' | 'opening'
  readonly inject: (rig: TunnelRig) => Promise<void>
  readonly heal: (rig: TunnelRig) => Promise<void>
  readonly detected: (status: TunnelStatus) => boolean
  /** The state in which the sentence must be told. */
  readonly state: TunnelState
  readonly sentence: RegExp
  /** The states passed, from the fault to the end. */
  readonly states: RegExp
  /** How the peer itself says that something is wrong: it closes, it answers so when it is asked, or not at all. */
  readonly peerTells: 'at once' | 'answer' | 'no'
  /** How long it lasts after it was told, in ms. */
  readonly holdMs?: number
  /** Part of the short run. */
  readonly bounded: boolean
  /** A look that comes soon finds it. */
  readonly soon?: boolean
}

const notOpen = ({ state }: TunnelStatus): boolean => state !== 'open'
const failed = ({ state }: TunnelStatus): boolean => state === 'failed'
const tell = (command: Command) => (rig: TunnelRig) => rig.server.tell(command)

/** The peer closes or is closed: known in the same moment. */
const closes: readonly Fault[] = [
  ...[0, 3000, 20_000, 60_000].map(
    (holdMs): Fault => ({
      name: `killed, back after ${String(holdMs / 1000)} s`,
      when: 'open',
      inject: (rig) => rig.kill(),
      heal: (rig) => rig.revive(),
      detected: notOpen,
      state: 'reopening',
      sentence: /^(The tunnel server closed its last connection|The connection to the tunnel server is lost)/,
      states: /^reopening (failed )?open$/,
      peerTells: 'at once',
      holdMs,
      bounded: holdMs === 3000,
    }),
  ),
  {
    // The client puts a new connection in the place of each before anybody could miss it.
    name: 'drops its sockets',
    when: 'open',
    inject: tell({ do: 'drop-sockets' }),
    heal: async () => {},
    detected: () => true,
    state: 'open',
    sentence: /reaches this inspector/,
    states: /^(reopening )?open$/,
    peerTells: 'no',
    soon: true,
    bounded: true,
  },
  {
    name: 'closes every connection at once',
    when: 'open',
    async inject(rig) {
      await rig.server.tell({ do: 'slam', on: true })
      await rig.server.tell({ do: 'drop-sockets' })
    },
    heal: tell({ do: 'slam', on: false }),
    detected: notOpen,
    state: 'reopening',
    sentence: /closed its last connection|closes every connection/,
    states: /^reopening (failed )?open$/,
    peerTells: 'at once',
    holdMs: 5000,
    bounded: false,
  },
]

/** Frozen: it accepts and never says a word. Back at different moments of the attempts that are under way. */
const freezes: readonly Fault[] = [0, 1700, 4100, 9000, 26_000].map((holdMs) => ({
  name: `frozen (SIGSTOP), goes on ${String(holdMs / 1000)} s after it is given up`,
  when: 'open' as const,
  inject: async (rig: TunnelRig) => rig.server.signal('SIGSTOP'),
  heal: async (rig: TunnelRig) => rig.server.signal('SIGCONT'),
  detected: notOpen,
  state: 'reopening' as const,
  sentence: /did not answer within 5 s \(time-out\)/,
  states: /^(open )?degraded reopening (failed )?open$/,
  peerTells: 'no' as const,
  holdMs,
  bounded: false,
}))

const answers = (status: number, page: boolean, sentence: RegExp, gone: boolean, bounded: boolean): Fault => ({
  name: `answers ${String(status)}${page ? ' with a page' : ''}`,
  when: 'open',
  inject: tell({ do: 'answer', status, page }),
  heal: tell({ do: 'answer', status: null, page }),
  detected: notOpen,
  state: gone ? 'reopening' : 'degraded',
  sentence,
  states: gone ? /^(open )?reopening (failed )?open$/ : /^(open )?degraded (reopening )?(failed )?open$/,
  peerTells: 'answer',
  bounded,
  soon: true,
})

const says: readonly Fault[] = [
  answers(503, false, /answered 503: the tunnel has no connection/, true, true),
  answers(404, false, /answered 404: nobody holds this name/, true, false),
  answers(502, false, /answered 502: the tunnel got no answer/, false, true),
  answers(504, false, /answered 504/, false, false),
  answers(408, false, /answered 408/, false, false),
  answers(401, true, /answered 401: it asks for a password/, false, true),
  answers(511, true, /answered 511: a log-in or reminder page/, false, false),
  answers(200, true, /answered 200 with a web page \(“Friendly Reminder”\)/, false, true),
  {
    name: 'name stolen by another',
    when: 'open',
    inject: tell({ do: 'steal', name: 'myshop' }),
    heal: async () => {},
    detected: notOpen,
    state: 'reopening',
    sentence: /now answers for somebody else: the name is no longer ours/,
    states: /^(open )?reopening open$/,
    peerTells: 'no',
    bounded: true,
    soon: true,
  },
  {
    name: '429 under a burst',
    when: 'open',
    inject: tell({ do: 'rate-limit', requests: 0 }),
    heal: tell({ do: 'rate-limit', requests: null }),
    detected: ({ why }) => why.includes('429'),
    state: 'open',
    sentence: /answered 429: too many requests; the tunnel is busy, not gone/,
    states: /^open$/,
    peerTells: 'no',
    bounded: true,
    soon: true,
  },
]

const registers = (
  mode: Extract<Command, { do: 'registration' }>['mode'],
  sentence: RegExp,
  options: { readonly silent?: boolean; readonly bounded?: boolean } = {},
): Fault => ({
  name: `registration: ${mode}`,
  when: 'opening',
  inject: tell({ do: 'registration', mode }),
  heal: tell({ do: 'registration', mode: 'normal' }),
  detected: failed,
  state: 'failed',
  sentence,
  states: /^opening failed open$/,
  peerTells: options.silent === true ? 'no' : 'at once',
  holdMs: 1500,
  bounded: options.bounded !== false,
})

export const FAULTS: readonly Fault[] = [
  ...freezes,
  ...closes,
  ...says,
  registers('never', /did not answer in time/, { silent: true, bounded: false }),
  registers('drip', /did not answer in time/, { silent: true, bounded: false }),
  registers('html', /answered 200 with a web page: it is no localtunnel server, or one that is closed/),
  registers('forbidden', /refused the name “myshop” \(403\): This server is private\./),
  registers('busy', /has too many requests \(429\): Slow down\./),
  registers('garbage', /is it a localtunnel server\?/),
  registers('nonsense', /is it a localtunnel server\?/, { bounded: false }),
  registers('endless', /is it a localtunnel server\?/),
  registers('refusing-port', /port cannot be reached .*: a firewall may be in the way/),
]
