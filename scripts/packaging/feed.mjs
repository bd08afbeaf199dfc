/**
 * @typedef {object} UpdateFeed
 * @property {boolean} on whether packages may look for a newer version by themselves
 * @property {string} url the https folder that releases are laid into, with a slash at its end
 */

/**
 * Where packages would look for a newer version: the one switch. It is off until there is a release, and the address is
 * one that can never be anybody's (RFC 2606: `.invalid`). The files of a feed (`latest*.yml`, block maps, and
 * `app-update.yml` inside) are made all the same, so that a release has them; nothing in the app reads them. What turning
 * it on takes stands in docs/packaging.md.
 * @type {Readonly<UpdateFeed>}
 */
export const UPDATE_FEED = Object.freeze({ on: false, url: 'https://releases.invalid/adjump-inspector/' })

/** The package that would read the feed inside the app. */
export const UPDATER = 'electron-updater'

/**
 * Why the feed cannot be as it is set; null where it can.
 * @param {UpdateFeed} feed
 * @param {readonly string[]} dependencies those of package.json
 * @returns {string | null}
 */
export function feedFault(feed, dependencies) {
  const { protocol, hostname, pathname } = new URL(feed.url)
  const nobodys = hostname === 'invalid' || hostname.endsWith('.invalid')
  if (protocol !== 'https:' || !pathname.endsWith('/'))
    return 'The update feed needs an https:// folder, with a slash at its end.'
  if (!feed.on) return null
  if (nobodys)
    return `The update feed is on, and ${hostname} can never be reached: set its address in scripts/packaging/feed.mjs.`
  if (!dependencies.includes(UPDATER))
    return `The update feed is on, and ${UPDATER}, which reads it, is not among the dependencies.`
  return null
}

/** @param {UpdateFeed} feed */
export function feedSentence({ on, url }) {
  return on
    ? `The update feed is on: ${url}.`
    : 'The update feed is off: the packages never look for a newer version (scripts/packaging/feed.mjs).'
}
