import { counted, number } from '../numbers.ts'
import type { Pieces } from '../pieces.ts'

/** The line of states at the top, and the bars under it. */
export const strip = {
  label: 'State',
  receiver: 'Receiver',
  tunnel: 'Tunnel',
  state: (name: string, words: string, why: string) => `${name}: ${words}. ${why}`,
  /** `time`: when it became so, with its day. */
  whySince: (why: string, time: string) => `${why}\nSince ${time}`,
  unknown: (name: string) => `${name}: unknown`,
  unknownLost: (name: string) => `${name}: unknown, the connection to the inspector is lost`,
  lost: 'Unknown, the connection to the inspector is lost.',
  publicUrl: 'public URL',
  noPublicUrl: 'No public URL.',
  copyPublicUrl: 'Copy public URL',
  noAnswer: 'The tunnel did not answer.',
  endpoint: {
    label: 'Endpoint of the dashboard URL',
    show: (name: string) => `Show the dashboard URL of “${name}” in the strip`,
    search: 'choose switch',
  },
  dashboardUrl: {
    name: 'dashboard URL',
    localName: 'local URL',
    noEndpoint: 'There is no endpoint.',
    copied: 'Copied the dashboard URL.',
    copiedLocal: (why: string) => `Copied the local URL: Adjump cannot reach it. ${why}`,
    copy: 'Copy dashboard URL',
    copyLocal: 'Copy local URL only',
    onlyLocal: (why: string) => `${why}\nThe local URL reaches this machine only: Adjump cannot use it.`,
  },
  tunnelMenu: {
    label: 'Tunnel',
    button: 'Tunnel actions',
    noneChosen: 'No tunnel is chosen.',
    open: 'Open tunnel',
    retry: 'Retry now',
    probe: 'Probe now',
    close: 'Close tunnel',
    settings: 'Tunnel settings…',
  },
  notice: 'Notice',
  notStoring: {
    label: 'Not storing',
    what: 'Postbacks cannot be stored, so senders get 503.',
    nothingLost: 'Nothing that was stored is lost.',
    since: (time: string) => `Since ${time}.`,
  },
  receiverFailed: { label: 'Receiver failed', what: 'Nothing can arrive: the receiver does not listen.' },
  connectionLost: {
    label: 'Connection lost',
    what: 'The connection to the inspector is lost.',
    meanwhile:
      'It is being made again. What is shown may be old; what arrives meanwhile is still kept, as long as the inspector runs.',
    startedAgain: 'If the inspector was started again, open the address that it printed.',
  },
  dashboardChange: {
    copy: 'Copy new dashboard URL',
    copyShort: 'Copy new',
    changed: 'I have changed it',
    old: 'Old',
    new: 'New',
  },
  urlChange: {
    label: 'Public URL changed',
    what: 'The dashboard still has the old URL.',
    meanwhile: 'Adjump sends there until you paste the new one.',
  },
  pathChange: {
    label: (name: string) => `Path of ${name} changed`,
    what: <Node>(name: Node): Pieces<Node> => ['The dashboard still has the old URL of “', name, '”.'],
    meanwhile: 'What Adjump sends there is an unknown path until you paste the new one.',
    dismiss: (name: string) => `The dashboard has the new path of ${name}: dismiss the bar`,
  },
  reread: {
    label: 'Re-reading',
    progress: (done: number, total: number) => `Re-reading ${number(done)} of ${number(total)}…`,
    bar: 'Stored postbacks read again',
    done: (total: number, changed: number) =>
      `Read ${counted(total, 'stored postback', 'stored postbacks')} again: ` +
      `${changed === 0 ? 'none' : number(changed)} came out different.`,
  },
}

export type StripWords = typeof strip
