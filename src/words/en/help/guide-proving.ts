/** What was expected, and what came of it. */
export const provingGuide = {
  expectations: {
    title: 'Expecting a postback',
    summary: 'Say what should come, and see it met, or what differs to the character.',
    arm: 'In **Verify**, type the user id and the amount that you are about to send, choose how long to wait, and press **Arm**. Then press verify in Adjump, or let your tester earn the reward. Both texts are compared exactly: upper and lower case, zeros at the end and spaces count.',
    picture:
      'The view Verify: an expectation that was met, and one that is waiting, with the characters marked in which the closest postback differs',
    states: [
      {
        term: 'Waiting',
        meaning:
          'It has not come yet. Where something like it came, the difference is shown at once, though the right one may still come.',
      },
      { term: 'Met', meaning: 'A postback had exactly the expected user id and amount.' },
      {
        term: 'Mismatched',
        meaning:
          'The time is over, and something like it came. Both texts stand there with the characters that differ marked, and the cause in words.',
      },
      {
        term: 'Expired',
        meaning: 'The time is over, nothing like it came, and the inspector could be reached all the time.',
      },
      {
        term: 'Not listening',
        meaning:
          'Nothing like it came, and for a part of the time nobody could have reached the inspector. The spans are named.',
      },
    ],
    evidence:
      'Ended expectations are kept. **Evidence report** writes those that are listed into one file, as HTML or JSON: what was expected, what came, the requests byte for byte, and the times without listening. It is meant for the other side, where the two of you disagree.',
    pipeline:
      'In a pipeline the command line does the same. It prints the dashboard’s URL, waits, and ends with 0 where exactly this postback came and with 1 where not.',
  },
  users: {
    title: 'Users and exact sums',
    summary: 'Who was rewarded, how often, and with how much.',
    list: '**Users** lists every user id that arrived, with the number of postbacks and the exact sum of their amounts. Amounts are added up as decimals and never rounded. The list can be narrowed down by a part of the id, by endpoint and by time.',
    picture:
      'The view Users with one user open: the exact sum, the sum without possible duplicates, and what was not summed',
    sums: 'An amount that has no value without guessing is in no sum. How many those are, and why, stands beside the sum. Where there are possible duplicates, a second sum leaves them out. **Show the postbacks** leads to the list, filtered by this user.',
  },
}

export type ProvingGuide = typeof provingGuide
