import { number } from '../numbers.ts'
import { endpointProblems } from './endpoints-problems.ts'

/** What is wrong with what was typed or handed in. Each thread that reads settings or endpoints has these. */
export const checks = {
  endpoint: endpointProblems,
  settings: {
    urlLong: 'A URL can have 500 characters at most.',
    urlForm: 'Enter a URL that starts with https:// or http://, without “?”.',
    portWhole: 'A port is a whole number.',
    portRange: 'A port is a number from 0 to 65535.',
    domainLong: 'A domain has 253 characters at most.',
    domainForm: 'Enter a domain alone, in small letters, for example shop.ngrok.app.',
    tunnelName: 'A name has 4 to 63 small letters, digits and inner “-”.',
    ownUrlMissing: 'Enter the public URL of your own tunnel.',
  },
  receiver: {
    range: (min: string, max: string) => `${min} to ${max}`,
    give: (range: string) => `Give ${range}.`,
  },
  retention: {
    wrongDays: 'Enter whole days from 1 to 3650, or nothing.',
    wrongRequests: 'Enter a whole number from 1000 to 100000000, or nothing.',
  },
  expectation: {
    noEndpoint: 'Choose an endpoint.',
    noUserId: 'Enter the user id that you expect.',
    longUserId: (most: number) => `A user id can have ${String(most)} characters at most here.`,
    noAmount: 'Enter the reward amount that you expect.',
    longAmount: (most: number) => `An amount can have ${String(most)} characters at most here.`,
    noWait: 'Enter how long to wait.',
    shortWait: 'Wait at least a second.',
    longWait: 'Wait 24 hours at most.',
  },
  note: {
    tooLong: (most: number) => `A note has at most ${number(most)} characters: shorten it.`,
  },
  url: {
    empty: 'Enter the URL, for example http://127.0.0.1:3000/hitpoint.',
    hasUser: 'A user name or password in the URL is not sent: leave it out.',
    noUrl: 'This is no URL: it starts with http:// or https:// and a host.',
    wrongPort: 'A port is a number from 1 to 65535.',
    notAscii: 'A URL has no spaces and only ASCII characters: percent-encode the rest.',
    hasFragment: 'What stands behind “#” is never sent: leave it out.',
    tooLong: (most: number) => `A URL can have ${number(most)} characters at most.`,
  },
}

export type ChecksWords = typeof checks
