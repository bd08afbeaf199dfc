/** What is called the same wherever it is told: verdicts, kinds, severities, colours, and where things stand. */
export const status = {
  verdicts: { pass: 'Pass', warn: 'Warning', fail: 'Fail' },
  noVerdict: 'No verdict',
  kinds: { postback: 'Postback', probe: 'Probe', noise: 'Noise', rejected: 'Rejected' },
  severities: { error: 'Error', warning: 'Warning', info: 'Info' },
  colours: { red: 'red', amber: 'amber', green: 'green', blue: 'blue', violet: 'violet' },
  tunnel: {
    off: {
      words: 'Tunnel off',
      meaning: 'No tunnel is wanted. Only this machine reaches the receiver; Adjump does not.',
    },
    opening: {
      words: 'Tunnel opening',
      meaning: 'A public URL is being asked for. The receiver already works on this machine.',
    },
    open: {
      words: 'Tunnel open',
      meaning: 'The last look from outside reached this inspector. Adjump can reach the public URL.',
    },
    degraded: {
      words: 'Tunnel degraded',
      meaning: 'Looks from outside fail. It is looked at more often, and opened anew if that does not help.',
    },
    reopening: {
      words: 'Tunnel reopening',
      meaning: 'The tunnel was lost and is being opened again. Postbacks sent meanwhile do not arrive.',
    },
    failed: {
      words: 'Tunnel failed',
      meaning: 'It could not be opened. It is tried again by itself, and at once by “Retry”.',
    },
  },
  receiver: {
    listening: 'Listening',
    listeningOn: (port: number) => `Listening on ${String(port)}`,
    listeningElsewhere: (port: number, wantedPort: number) => `Listening on ${String(port)}, not ${String(wantedPort)}`,
    stopped: 'Receiver stopped',
    failed: 'Receiver failed',
  },
  noPublicUrl: (why: string) => `There is no public URL. ${why}`,
  notListening: (why: string) => `The receiver does not listen. ${why}`,
}

export type StatusWords = typeof status
