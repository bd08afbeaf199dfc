import type { GuideSection } from './section.ts'

/** What was expected, and what came of it. */
export const PROVING = [
  {
    id: 'expectations',
    title: 'Expecting a postback',
    summary: 'Say what should come, and see it met, or what differs to the character.',
    blocks: [
      {
        kind: 'text',
        text: 'In **Verify**, type the user id and the amount that you are about to send, choose how long to wait, and press **Arm**. Then press verify in Adjump, or let your tester earn the reward. Both texts are compared exactly: upper and lower case, zeros at the end and spaces count.',
      },
      {
        kind: 'picture',
        picture: 'verify',
        alt: 'The view Verify: an expectation that was met, and one that is waiting, with the characters marked in which the closest postback differs',
      },
      {
        kind: 'terms',
        terms: [
          [
            'Waiting',
            'It has not come yet. Where something like it came, the difference is shown at once, though the right one may still come.',
          ],
          ['Met', 'A postback had exactly the expected user id and amount.'],
          [
            'Mismatched',
            'The time is over, and something like it came. Both texts stand there with the characters that differ marked, and the cause in words.',
          ],
          ['Expired', 'The time is over, nothing like it came, and the inspector could be reached all the time.'],
          [
            'Not listening',
            'Nothing like it came, and for a part of the time nobody could have reached the inspector. The spans are named.',
          ],
        ],
      },
      {
        kind: 'text',
        text: 'Ended expectations are kept. **Evidence report** writes those that are listed into one file, as HTML or JSON: what was expected, what came, the requests byte for byte, and the times without listening. It is meant for the other side, where the two of you disagree.',
      },
      {
        kind: 'text',
        text: 'In a pipeline the command line does the same. It prints the dashboard’s URL, waits, and ends with 0 where exactly this postback came and with 1 where not.',
      },
      { kind: 'commands', lines: ['adjump-inspector expect --user u_1001 --amount 12.50 --timeout 300'] },
    ],
  },
  {
    id: 'users',
    title: 'Users and exact sums',
    summary: 'Who was rewarded, how often, and with how much.',
    blocks: [
      {
        kind: 'text',
        text: '**Users** lists every user id that arrived, with the number of postbacks and the exact sum of their amounts. Amounts are added up as decimals and never rounded. The list can be narrowed down by a part of the id, by endpoint and by time.',
      },
      {
        kind: 'picture',
        picture: 'users',
        alt: 'The view Users with one user open: the exact sum, the sum without possible duplicates, and what was not summed',
      },
      {
        kind: 'text',
        text: 'An amount that has no value without guessing is in no sum. How many those are, and why, stands beside the sum. Where there are possible duplicates, a second sum leaves them out. **Show the postbacks** leads to the list, filtered by this user.',
      },
    ],
  },
] as const satisfies readonly GuideSection[]
