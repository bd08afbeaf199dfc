const TOKEN_PAGE = 'dashboard.ngrok.com/get-started/your-authtoken'
const OLD_CLIENT = 'This version of the client is no longer served by ngrok: update the inspector.'

const server = (host: string): string => `The tunnel server ${host}`
/** What the server said, at the end of a sentence. */
const saying = (said: string | null): string => (said === null ? '.' : `: ${said}`)

/** Why the tunnel is as it is. */
export const tunnel = {
  off: 'The tunnel is off.',
  offForReceiver: 'The tunnel is off because the receiver is not listening.',
  closed: 'The inspector has been closed.',
  opening: 'The tunnel is being opened.',
  wasOpening: 'The tunnel was being opened.',
  /** Ends the reason of a tunnel that is being replaced. */
  replacing: 'A new tunnel is being opened.',
  notAgain: 'It is not tried again before the token or the tunnel’s settings change, or you retry.',
  verifying: 'The tunnel stands; looking from outside whether it leads to this inspector.',
  otherName: (url: string) => `The name asked for was taken and the tunnel server gave another: the URL is now ${url}.`,
  notWithin: (seconds: number) => `The tunnel did not open within ${String(seconds)} s.`,
  tooLate: 'The tunnel opened too late.',
  givenUp: 'The opening was given up.',
  noUrl: (text: string) => `“${text}” is no public URL: it starts with https:// or http:// and names a host.`,
  urlWithUser: 'A public URL cannot hold a user name or password: Adjump would not send them.',
  urlWithQuery: (text: string) =>
    `“${text}” has a “?” or a “#”: give the address alone, the parameters follow by themselves.`,
}

/** What a localtunnel server did; `host` is its name, `place` its name and port. */
export const localtunnel = {
  lastClosed: (place: string) => `The tunnel server closed its last connection to this computer (${place}).`,
  lost: (why: string) => `The connection to the tunnel server is lost: ${why}`,
  closesAll: (place: string) => `The tunnel server closes every connection at once (${place}).`,
  blocked: (place: string) => `The tunnel server’s port cannot be reached (${place}): a firewall may be in the way.`,
  late: (host: string) => `${server(host)} did not answer in time.`,
  unreachable: (why: string) => `Tunnel server: ${why}`,
  redirects: (host: string) => `${server(host)} sends every request elsewhere (too many redirects).`,
  busy: (host: string, said: string | null) => `${server(host)} has too many requests (429)${saying(said)}`,
  page: (host: string, status: string) =>
    `${server(host)} answered ${status} with a web page: it is no localtunnel server, or one that is closed.`,
  /** `name`: the one asked for; null where none was. */
  refused: (host: string, name: string | null, status: string, said: string | null) =>
    `${server(host)} refused ${name === null ? 'a tunnel' : `the name “${name}”`} (${status})${saying(said)}`,
  answered: (host: string, status: string, said: string | null) =>
    `${server(host)} answered ${status} instead of opening a tunnel${saying(said)}`,
  noTunnel: (host: string) => `${server(host)} answered something that is no tunnel: is it a localtunnel server?`,
}

/** Why no answer came over the network. */
export const network = {
  offline: (host: string, code: string) =>
    `${host} cannot be reached (${code}): this computer seems to have no network.`,
  refused: (host: string) => `${host} refused the connection.`,
  noName: (host: string) => `The name ${host} cannot be found (DNS).`,
  noDns: (host: string) => `The name ${host} cannot be looked up: the DNS server fails.`,
  tls: (host: string, code: string) => `The secure connection to ${host} failed (TLS: ${code}).`,
  broke: (host: string) => `The connection to ${host} broke before an answer came.`,
  failed: (host: string, why: string) => `Talking to ${host} failed (${why}).`,
  /** `seconds` null: the system gave up by itself. */
  late: (host: string, seconds: number | null) =>
    `${host} did not answer ${seconds === null ? 'in time' : `within ${String(seconds)} s`} (time-out).`,
  noUrl: (url: string) => `“${url}” is no http or https URL.`,
  givenUp: (host: string) => `The request to ${host} was given up.`,
}

/** What a look from outside met. */
export const probe = {
  echo: (host: string) => `${host} reaches this inspector.`,
  nobody: (host: string) => `${host} answered 404: nobody holds this name any more.`,
  disconnected: (host: string) => `${host} answered 503: the tunnel has no connection to this computer any more.`,
  busy: (host: string) => `${host} answered 429: too many requests; the tunnel is busy, not gone.`,
  noAnswer: (host: string, status: string) =>
    `${host} answered ${status}: the tunnel got no answer from this computer.`,
  password: (host: string) => `${host} answered 401: it asks for a password before anything gets through.`,
  logIn: (host: string) => `${host} answered 511: a log-in or reminder page stands before it.`,
  redirects: (host: string, to: string | null, status: string) =>
    `${host} redirects ${to === null ? 'elsewhere' : `to ${to}`} (${status}), and a sender of postbacks may not follow.`,
  page: (host: string, status: string, title: string | null) =>
    `${host} answered ${status} with a web page${title === null ? '' : ` (“${title}”)`} instead of the inspector’s echo.`,
  stranger: (host: string) => `${host} now answers for somebody else: the name is no longer ours.`,
  noEcho: (host: string, status: string) => `${host} answered ${status} instead of the inspector’s echo.`,
  /** Behind what a browser meets. */
  serversGetThrough: 'Servers get through to this inspector.',
}

export const ngrok = {
  /** What its own messages come to, by their codes. */
  known: {
    ERR_NGROK_102: 'The last payment for this ngrok account failed, so it is suspended.',
    ERR_NGROK_103: 'This account is suspended by ngrok.',
    ERR_NGROK_105: `This is no ngrok authtoken. Copy the one from ${TOKEN_PAGE}; an API key is something else.`,
    ERR_NGROK_106: `This token is of an old kind. Copy the present one from ${TOKEN_PAGE}.`,
    ERR_NGROK_107: `This token is not accepted by ngrok: it was reset or revoked. Copy the present one from ${TOKEN_PAGE}.`,
    ERR_NGROK_108:
      'The account’s limit of simultaneous ngrok agents is reached: end another one (dashboard.ngrok.com/agents).',
    ERR_NGROK_115: 'The account’s IP restrictions do not let this computer in.',
    ERR_NGROK_116: 'The token’s IP restrictions do not let this computer in.',
    ERR_NGROK_120: OLD_CLIENT,
    ERR_NGROK_121: OLD_CLIENT,
    ERR_NGROK_123: 'The account’s e-mail address has to be verified at ngrok first.',
    ERR_NGROK_319: 'The wanted domain is not reserved for this account: reserve it at dashboard.ngrok.com/domains.',
    ERR_NGROK_320: 'The wanted domain is reserved for another account: take another one, or that account’s token.',
    ERR_NGROK_334:
      'The wanted domain is already online: another ngrok agent has it, or ngrok has not yet noticed that ours is gone.',
    ERR_NGROK_4018: `A verified account and its token are wanted by ngrok. Copy the one from ${TOKEN_PAGE}.`,
  },
  withCode: (says: string, code: string) => `${says} This is ngrok’s ${code}.`,
  answered: (excerpt: string, code: string | null) =>
    `The answer from ngrok: “${excerpt}”${code === null ? '' : ` (${code})`}.`,
  noPart: (platform: string, arch: string) =>
    `The package @ngrok/ngrok has no part for ${platform} ${arch} here. Choose another provider.`,
  noToken: 'There is no ngrok token.',
  late: 'ngrok’s service did not answer in time.',
  lost: (said: string) => `The connection to ngrok is lost. ${said}`,
  ended: 'ngrok has ended the tunnel.',
  stopped: (said: string) => `ngrok has stopped passing requests on. ${said}`,
  noUrl: 'ngrok opened a tunnel without a URL.',
}

/** The ngrok token; `variable` is the environment variable that it may stand in. */
export const token = {
  noKeeper: (variable: string) =>
    `There is no system store for secrets behind this screen, so a token cannot be stored from here. Start the inspector with the environment variable ${variable}, or use the desktop app.`,
  none: (variable: string) =>
    `There is no ngrok token. Store one on the Tunnel view, or start with the environment variable ${variable}.`,
  missing: 'Paste the token first.',
  tooLong: 'This is too long for an ngrok token: copy the line under “Your Authtoken”.',
  wrongCharacters: 'A token has no spaces and no special characters: copy it again.',
}
