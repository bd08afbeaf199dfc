/** The postbacks that may be the same delivery as the open one. */
export const duplicates = {
  title: 'Possible duplicates',
  head: {
    postback: 'Postback',
    arrived: 'Arrived',
    spacing: 'Spacing',
    transaction: 'Transaction',
    answered: 'Answered',
  },
  thisOne: (id: number) => `${String(id)} (this one)`,
  namesThis: 'names this one',
  /** Where the group goes on before or after what is shown, or both. */
  more: (before: boolean, after: boolean) =>
    `There are more ${before && after ? 'before and after' : before ? 'before' : 'after'} these: the hundred on either side are shown.`,
  /** How many came before and after the open one, and whether there are more of them. */
  sentence: (minutes: number, earlier: number, moreEarlier: boolean, later: number, moreLater: boolean) =>
    `Same endpoint, user id and amount, at most ${String(minutes)} min apart: ${some(earlier, moreEarlier)} earlier, ${some(later, moreLater)} later.`,
}

const some = (count: number, more: boolean): string =>
  count === 0 ? 'none' : `${String(count)}${more ? ' or more' : ''}`

export type DuplicatesWords = typeof duplicates
