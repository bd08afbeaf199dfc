/** Why a request that was sent has no reply; `place` is host and port. */
export const sendFailure = {
  dns: (host: string) => `The name ${host} could not be resolved: check its spelling and the network.`,
  reset: (place: string) => `${place} closed the connection before its reply was whole.`,
  unreachable: (place: string) => `${place} could not be reached: no way there, or nothing answers.`,
  smallLetters: 'The method is sent in capital letters only: GET, POST …',
  longHeaders: (place: string) => `The headers that ${place} answered are too long to be read (64 KiB).`,
  rawTarget: 'The target holds a raw space or control character: percent-encode it.',
  rawHeader: 'The method or a header holds a character that HTTP cannot carry.',
  noHttp: (place: string) => `What ${place} answered is no HTTP: is it another kind of server?`,
  failed: (place: string, why: string) => `The exchange with ${place} failed: ${why}.`,
  /** Every address of the name was tried. */
  refusedByAll: (place: string, addresses: readonly string[]) =>
    `Nothing listens on ${place}, neither on ${addresses.join(' nor on ')}: start the server.`,
  refusedByName: (place: string, address: string | null, otherUrl: string) =>
    `Nothing listens on ${place}, which is ${address ?? 'this computer'} here: start the server. Where it listens on the other loopback address only, write ${otherUrl}.`,
  refusedByLoopback: (place: string, other: string) =>
    `Nothing listens on ${place}: start the server there, or check the port. A server that listens on ${other} only (“localhost” can mean that) is not reached by this address.`,
  refused: (place: string) => `Nothing listens on ${place}: start the server there, or check the port.`,
  selfSigned: (place: string) => `The certificate of ${place} is self-signed: Adjump would refuse it as well.`,
  expired: (place: string) => `The certificate of ${place} has expired: renew it.`,
  otherName: (place: string) => `The certificate of ${place} is for another name.`,
  noTls: (place: string, code: string) =>
    `${place} does not speak TLS the way https wants it (${code}): is it a plain http server?`,
  unverified: (place: string, code: string) => `The certificate of ${place} could not be verified (${code}).`,
  noReplyWithin: (ms: number) => `No reply within ${String(ms)} ms.`,
  noWholeReplyWithin: (ms: number) => `No whole reply within ${String(ms)} ms.`,
  cancelled: 'It was cancelled.',
  cancelledByClosing: 'It was cancelled: the inspector was closed.',
  cancelledBefore: 'It was cancelled before it was sent.',
  otherProtocol: 'The server wanted to switch to another protocol.',
}

/** Replays, composed postbacks and the test postback. */
export const send = {
  notConfirmed: (host: string) =>
    `${host} is not on this computer or its network. Send only to a server that is yours or whose owner agreed: what it gets may credit users for real.`,
  nowhere: (why: string) => `There is nothing to send to: ${why}`,
  noRequest: (id: number) => `There is no request ${String(id)} in the history.`,
  queryOfItsOwn: 'The query is the stored request’s own: leave “?…” out.',
  bodyCut: 'Of this body only the beginning was kept: edit the body to send another.',
  runGone: 'This run is no longer kept: send it again.',
  tooManyRuns: 'Too many runs are under way: wait for one to end, or cancel one.',
  longTarget: 'A target can have 64 KiB at most.',
  manyHeaders: 'There can be 200 headers at most.',
  longHeaders: 'The headers can have 64 KiB at most.',
  longBody: 'A body can have 256 KiB at most.',
  test: {
    nothing: {
      tunnel: (why: string) => `Nothing came back through the tunnel: ${why}`,
      loopback: (why: string) => `Nothing came back straight to the receiver: ${why}`,
    },
    answered: {
      tunnel: (status: string, ms: number) =>
        `The test postback went through the tunnel and was answered ${status} in ${String(ms)} ms.`,
      loopback: (status: string, ms: number) =>
        `The test postback went straight to the receiver and was answered ${status} in ${String(ms)} ms.`,
    },
    scripted: {
      tunnel: (status: string, ms: number) =>
        `The test postback went through the tunnel and was answered ${status} by the reply script in ${String(ms)} ms.`,
      loopback: (status: string, ms: number) =>
        `The test postback went straight to the receiver and was answered ${status} by the reply script in ${String(ms)} ms.`,
    },
    otherwise: {
      tunnel: (status: string, expected: string) =>
        `The test postback went through the tunnel, but the answer was ${status} instead of ${expected}.`,
      loopback: (status: string, expected: string) =>
        `The test postback went straight to the receiver, but the answer was ${status} instead of ${expected}.`,
    },
  },
}

/** Handing postbacks on to the user's own backend. */
export const forward = {
  ownReceiver:
    'This is the inspector’s own receiver: a postback would go round in a circle. Enter your backend’s address.',
  ownTunnel:
    'This is the tunnel to this inspector: a postback would go round in a circle. Enter your backend’s address.',
  cameBack:
    'This postback was forwarded by this inspector before and came back: it would go round in a circle. Look at what your backend’s address leads to.',
  turnedOff: 'Forwarding was turned off before the next attempt.',
  tooManySenders: 'Too many senders already wait for a backend’s reply: this one was not forwarded.',
  tooManyWait: 'Too many postbacks already wait for this backend: this one was not forwarded.',
  closedBefore: 'The inspector was closed before it was forwarded.',
  closedBeforeNext: 'The inspector was closed before the next attempt.',
  notStored: 'This request is no longer stored.',
  onlyPostbacks: 'Only postbacks of an endpoint are forwarded.',
  noBackend: 'This endpoint has no backend: enter its URL under “Forward” there.',
}
