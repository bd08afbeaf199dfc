import { counted } from '../numbers.ts'
import { archive, file, transfer } from './errors-files.ts'
import { forward, send, sendFailure } from './errors-sending.ts'
import { localtunnel, network, ngrok, probe, token, tunnel } from './errors-tunnel.ts'

/** What the host says to the screen: why a call failed, why something is as it is, what came of a job. */
export const errors = {
  call: {
    answerNotUnderstood: (procedure: string) => `The answer to “${procedure}” was not understood.`,
    noProcedure: (procedure: string) => `There is no procedure “${procedure}”.`,
    fault: 'The inspector ran into a fault of its own; nothing was changed.',
    inputNotUnderstood: 'The input was not understood.',
    messageNotUnderstood: 'The message was not understood.',
    failed: 'The call failed.',
  },
  endpoint: {
    gone: 'This endpoint is no longer there.',
    doesNotExist: 'This endpoint does not exist any more.',
    most: (most: number) => `There can be ${String(most)} endpoints at most: delete one first.`,
    noFormerToken: 'This endpoint’s path has had no other secret segment.',
  },
  expectation: {
    gone: 'This expectation is no longer there.',
    allGone: 'These expectations are no longer there.',
    endpointGone: 'This endpoint is no longer there: choose another one.',
    most: (most: number) => `${String(most)} expectations wait already: cancel one of them first.`,
    ended: 'It has ended already: there is nothing to cancel.',
  },
  conformance: {
    cancelledAfter: (done: number, total: number) =>
      `It was cancelled after ${String(done)} of ${String(total)} scenarios.`,
    endedUnexpectedly: 'The run ended unexpectedly.',
    notEnded: 'Answer when the check has ended.',
    gone: 'This check is no longer kept.',
    noQuestion: 'There is no such question.',
    underWay: 'A check is under way: wait for it, or cancel it.',
  },
  desktop: {
    only: 'Only the desktop app has windows and a tray of its own.',
    onlyOpensFolders: (folder: string) => `Only the desktop app opens folders. This one is ${folder}.`,
    folderNotOpened: (folder: string, why: string) => `${folder} could not be opened: ${why}`,
  },
  removal: {
    nothing: 'There is nothing to remove yet.',
    waiting: 'Requests are about to be removed: undo that first, or wait for its end.',
    /** What is removed. */
    chosen: (count: number) => counted(count, 'chosen request', 'chosen requests'),
    olderThan: (days: number) => `What is older than ${counted(days, 'day', 'days')}`,
    beyond: (requests: number) => `What is beyond the newest ${counted(requests, 'request', 'requests')}`,
  },
  receiver: {
    notStarted: 'The receiver has not been started.',
    listening: 'Postbacks are received.',
    moved: (wanted: number, port: number) =>
      `Port ${String(wanted)} is taken by another program, so the receiver moved to ${String(port)}.`,
    /** Why requests to no endpoint's path are only counted. */
    diskShort: (least: string) =>
      `Less than ${least} of disk is free: requests to no endpoint’s path are only counted.`,
    tooManyStrays: (requests: number, size: string) =>
      `More requests to no endpoint’s path come than are kept (${String(requests)} or ${size} a minute): the others are only counted.`,
  },
  store: {
    committing: 'Every request is written to disk before it is answered.',
    overload: 'More requests come than this disk can store: those beyond are refused.',
    noAnswer: 'The disk has not answered for several seconds: postbacks are refused until it does.',
    closed: 'The history is closed.',
    readerStopped: (why: string) => `The history's reader stopped twice: ${why}`,
  },
  asleep: 'This computer was asleep.',
  archive,
  file,
  forward,
  localtunnel,
  network,
  ngrok,
  probe,
  send,
  sendFailure,
  token,
  transfer,
  tunnel,
}

export type ErrorsWords = typeof errors
