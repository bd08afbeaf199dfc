import { counted, number } from '../numbers.ts'
import type { Pieces } from '../pieces.ts'

/** Sending requests: where to, how often, and what came of it. */
export const sending = {
  to: 'Send to',
  places: { public: 'Public URL', receiver: 'Local receiver', url: 'Your backend' },
  backendUrl: 'Your backend’s URL',
  noPublicUrl: 'There is no public URL: open the tunnel.',
  notListening: 'The receiver does not listen.',
  foreign: <Node>(host: Node): Pieces<Node> => [
    host,
    ' is not on this computer or its network. What it gets may credit users for real.',
  ],
  confirm: (host: string) => `Send to ${host}: it is mine, or its owner agreed`,
  plan: { times: 'How often', atOnce: 'At once', pauseMs: 'Pause (ms)', timeoutMs: 'Time-out (ms)' },
  progress: 'Progress',
  sentSoFar: 'Sent so far',
  states: {
    running: (done: number, times: number) => `Sending: ${of(done, times)} answered.`,
    done: (_done: number, times: number) => (times === 1 ? 'Sent once.' : `All ${number(times)} were sent.`),
    cancelled: (done: number, times: number) => `Cancelled: ${of(done, times)} were over by then.`,
    failed: (done: number, times: number) => `It could not go on: ${of(done, times)} were over by then.`,
  },
  counts: {
    accepted: (count: number) => `${number(count)} with a 2xx`,
    refused: (count: number) => `${number(count)} with another status`,
    unanswered: (count: number) => `${number(count)} without a whole reply`,
    captured: (count: number) => `${number(count)} captured here`,
  },
  results: {
    label: 'Results',
    status: 'Status',
    time: 'Time',
    size: 'Size',
    body: 'Body',
    captured: 'Captured',
    lookAt: (nth: number) => `Look at result ${String(nth)}`,
    postback: (id: number) => `Postback ${String(id)}`,
    firstOnly: (shown: number) => `The first ${number(shown)} are shown; the counts are of all.`,
    noReply: 'no reply',
  },
}

const of = (done: number, times: number): string => `${number(done)} of ${counted(times, 'request', 'requests')}`
