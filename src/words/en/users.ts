import { counted, number } from '../numbers.ts'
import type { Pieces } from '../pieces.ts'

/** The view of users: who was rewarded, how often and with how much. */
export const users = {
  users: 'Users',
  /** Without its ellipsis. */
  reading: 'Reading the users',
  notRead: (why: string) => `The users could not be read: ${why}`,
  emptyId: 'empty',
  /** Behind “Copied”. */
  theId: 'the user id',
  copyId: 'Copy the user id',
  columns: {
    userId: 'User id',
    count: 'Postbacks',
    sum: 'Exact sum',
    notSummed: 'Not summed',
    duplicates: 'Possible duplicates',
    firstSeen: 'First seen',
    lastSeen: 'Last seen',
  },
  sortBy: (column: string) => `Sort the users by ${column.toLowerCase()}, or turn the order`,
  /** They find it in the palette. */
  sortWords: 'order column ascending descending',
  showDetails: 'Show the user’s details',
  details: 'User details',
  closeDetails: 'Close the details',
  showPostbacks: 'Show the postbacks',
  nothingMatches: 'Nothing of this user matches the filter any more.',
  addedUp: 'Added up',
  sumWithoutDuplicates: 'Sum without them',
  amountsNotSummed: (count: number) => `Not summed: ${counted(count, 'amount', 'amounts')}`,
  showThese: 'Show these',
  byEndpoint: 'By endpoint',
  noEndpoint: 'No endpoint, or one that was deleted',
  /** Why an amount is in no sum, where the finding’s code does not speak of the amount. */
  reasons: { 'param-missing': 'missing', 'param-empty': 'empty', 'beyond-bounds': 'too large or small to add' },
  beyondBounds: 'Its digits lie above 10^400 or below 10^-400; sums take nothing else.',
  totals: {
    total: 'Total',
    users: (count: number) => counted(count, 'user', 'users'),
    postbacks: (count: number) => counted(count, 'postback', 'postbacks'),
    exactSum: <Node>(sum: Node): Pieces<Node> => ['exact sum ', sum],
    withoutDuplicates: <Node>(count: number, sum: Node): Pieces<Node> => [
      `without ${counted(count, 'possible duplicate', 'possible duplicates')} `,
      sum,
    ],
    notSummed: (count: number, reasons: string) => `${counted(count, 'amount', 'amounts')} not summed: ${reasons}`,
    withoutUserId: <Node>(count: number, sum: Node): Pieces<Node> => [
      `besides, ${number(count)} without any user id, sum `,
      sum,
    ],
  },
  toolbar: {
    idContains: 'User id contains',
    partOfId: 'Part of a user id',
    endpoint: 'Endpoint',
    allEndpoints: 'All endpoints',
    time: 'Time',
    spans: { any: 'Any time', '1h': 'Last hour', '24h': 'Last 24 hours', '7d': 'Last 7 days' },
  },
  pages: {
    pages: 'Pages',
    /** `total` is null while it is not known. */
    shown: (first: number, last: number, total: number | null) =>
      `${number(first)}–${number(last)}${total === null ? '' : ` of ${number(total)} users`}`,
    previous: 'Previous',
    next: 'Next',
  },
  nobody: {
    noMatch: 'No user matches',
    clearFilter: 'Clear the filter',
    others: 'There are postbacks of others, or none at this time.',
    nobodyYet: 'Nobody yet',
    firstOne: 'With the first postback that carries a user id, its user stands here.',
  },
}

export type UsersWords = typeof users
