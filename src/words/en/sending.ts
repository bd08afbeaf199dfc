import { number } from '../numbers.ts'
import { requestProblems } from './sending-request.ts'

/** What replays and the simulator have in common: where it goes, how often, and why it cannot. */
export const sending = {
  send: 'Send',
  sendTimes: (times: number) => `Send ${String(times)} times`,
  nothingSent: (why: string) => `Nothing was sent: ${why}`,
  plan: {
    timesWhole: 'How often is a whole number.',
    timesLeast: 'Send it once at least.',
    timesMost: (most: number) => `It can be sent ${String(most)} times at most.`,
    atOnceWhole: 'How many at once is a whole number.',
    atOnceLeast: 'One at a time is the least.',
    atOnceMost: (most: number) => `${String(most)} at once is the most.`,
    pauseWhole: 'The pause is a whole number of milliseconds.',
    pauseLeast: 'The pause cannot be negative.',
    pauseMost: (most: number) => `The pause is ${number(most)} ms at most.`,
    timeoutWhole: 'The time-out is a whole number of milliseconds.',
    timeoutLeast: (least: number) => `The time-out is ${number(least)} ms at least.`,
    timeoutMost: (most: number) => `The time-out is ${number(most)} ms at most.`,
  },
  request: requestProblems,
  /** Why a stored request cannot be sent again. */
  unfit: {
    noRequest:
      'These bytes were no HTTP request, so they cannot be sent as one. “Copy as cURL” sends them over a bare connection.',
    noPath: 'Its target is no path (a proxy’s request), so there is nowhere to send it.',
  },
  headers: {
    tooLong: 'The headers can have 64 KiB at most.',
    tooMany: 'There can be 200 headers at most.',
    noColon: (line: number) => `Line ${String(line)} has no “:”: write Name: value.`,
    wrongName: (line: number) => `Line ${String(line)}: a header name has letters, digits and “-”, and no spaces.`,
    wrongValue: (line: number) => `Line ${String(line)}: a header value is one line of Latin-1 characters.`,
  },
}

export type SendingWords = typeof sending
