import { describe, expect, it } from 'vitest'
import type { FilterContext } from '../../../src/core/filter-query.ts'
import { parseFilterQuery } from '../../../src/core/filter-query.ts'
import { filterParts, partText } from '../../../src/core/filter-words.ts'

const NOW = Date.UTC(2025, 0, 31, 15, 2, 0)
const context: FilterContext = {
  now: NOW,
  endpoints: [
    { id: 'e1', name: 'Adjump' },
    { id: 'e2', name: 'My Game' },
  ],
}

function partsOf(text: string, now = NOW) {
  const { filter, problems } = parseFilterQuery(text, context)
  expect(problems).toEqual([])
  return filterParts(filter, { ...context, now, live: true })
}

const wordsOf = (text: string): string => partsOf(text).map(partText).join(' ')

describe('What a filter shows, in words', () => {
  it.each([
    ['', 'all requests'],
    ['kind:postback', 'postbacks'],
    ['kind:postback,rejected', 'postbacks and rejected requests'],
    ['kind:postback,rejected,probe,noise', 'postbacks, rejected requests, probes and noise'],
    ['-kind:noise', 'postbacks, probes and rejected requests'],
    ['verdict:fail', 'failed postbacks'],
    ['verdict:fail,warn kind:postback,noise', 'failed postbacks and postbacks with warnings'],
    ['-verdict:pass', 'postbacks with warnings and failed postbacks'],
    ['verdict:pass,warn,fail', 'postbacks'],
    ['kind:probe verdict:fail,warn', 'probes with verdict fail or warn'],
    ['user:u_1', 'all requests of user “u_1”'],
    ['user:"john doe"', 'all requests of user “john doe”'],
    ['user:""', 'all requests of user “”'],
    ['user:~doe', 'all requests of users whose id contains “doe”'],
    ['user:u_1 user:*_*', 'all requests of user “u_1”, whose id contains “_”'],
    ['endpoint:adjump', 'all requests to the endpoint “Adjump”'],
    ['endpoint:"my game",adjump', 'all requests to the endpoint “My Game” or “Adjump”'],
    ['amount:5', 'all requests with amounts of exactly 5'],
    ['amount:>=5', 'all requests with amounts of 5 or more'],
    ['amount:<=5.50', 'all requests with amounts of 5.5 or less'],
    ['amount:>5', 'all requests with amounts of more than 5'],
    ['amount:<5', 'all requests with amounts of less than 5'],
    ['amount:5..10', 'all requests with amounts from 5 to 10'],
    ['amount:5..', 'all requests with amounts of 5 or more'],
    ['amount:>5 amount:<10', 'all requests with amounts of more than 5 and of less than 10'],
    ['code:param-missing', 'all requests with the finding param-missing'],
    ['code:param-missing,param-empty', 'all requests with the finding param-missing or param-empty'],
    ['-code:non-ascii', 'all requests without the finding non-ascii'],
    [
      '-code:non-ascii,extra-params,amount-zero',
      'all requests with none of the findings non-ascii, extra-params and amount-zero',
    ],
    ['method:post,GET', 'all requests sent with POST or GET'],
    ['status:503', 'all requests answered with 503'],
    ['foo', 'all requests containing “foo”'],
    ['foo text:"a b" bar', 'all requests containing “foo”, “a b” and “bar”'],
    ['-foo', 'all requests not containing “foo”'],
    ['-foo -bar', 'all requests containing none of “foo” and “bar”'],
    ['is:pinned', 'all requests that are pinned'],
    ['-is:pinned', 'all requests that are not pinned'],
    ['has:note', 'all requests with a note'],
    ['-has:note', 'all requests without a note'],
    ['note:a note:b', 'all requests with a note containing “a” and “b”'],
    ['-note:a', 'all requests without “a” in a note'],
    ['-note:a -note:b', 'all requests with none of “a” and “b” in a note'],
    ['colour:red,blue', 'all requests coloured red or blue'],
    ['-colour:red', 'all requests not coloured red'],
    ['since:1h', 'all requests since 14:02'],
    ['since:90s', 'all requests since 15:00:30'],
    ['since:today', 'all requests since 00:00 today'],
    ['since:2d', 'all requests since 2025-01-29 15:02'],
    ['until:10:00', 'all requests before 10:00'],
    ['until:2025-01-30', 'all requests before 00:00 today'],
    ['since:yesterday until:1h', 'all requests from 2025-01-30 00:00 until 14:02'],
  ])('%j shows “%s”', (text, words) => {
    expect(wordsOf(text)).toBe(words)
  })

  it('reads as one sentence where much is asked for', () => {
    expect(wordsOf('since:1h amount:>=5 user:u_1 verdict:fail')).toBe(
      'failed postbacks of user “u_1” since 14:02 with amounts of 5 or more',
    )
    expect(wordsOf('-code:non-ascii endpoint:adjump status:200 tx_9 -is:pinned colour:red')).toBe(
      'all requests to the endpoint “Adjump” without the finding non-ascii answered with 200 containing “tx_9” that are not pinned coloured red',
    )
  })

  it('tells the day as soon as it is no longer today', () => {
    const tomorrow = partsOf('since:1h', NOW + 24 * 3_600_000)
    expect(tomorrow.map(partText).join(' ')).toBe('all requests since 2025-01-31 14:02')
  })

  it('tells times as the clock on the wall does', () => {
    const { filter } = parseFilterQuery('since:1h', context)
    const parts = filterParts(filter, { ...context, timeZoneOffsetMinutes: 330, live: true })
    expect(parts.map(partText).join(' ')).toBe('all requests since 19:32')
  })

  it('gives values as they are, for whoever shows them, and as text with nothing invisible in them', () => {
    const [, user] = partsOf('user:"a\u202eb"')
    expect(user?.words).toEqual(['of user ', { value: 'a\u202eb' }])
    expect(user && partText(user)).toBe('of user “a\\u202eb”')
  })

  it('names for each part the keys that ask for it', () => {
    const keys = partsOf('verdict:fail user:a since:1h amount:5 code:non-ascii -code:amount-zero foo -bar').map(
      (part) => part.keys,
    )
    expect(keys).toEqual([
      ['kind', '-kind', 'verdict', '-verdict'],
      ['user'],
      ['since', 'until'],
      ['amount'],
      ['code'],
      ['-code'],
      ['text'],
      ['-text'],
    ])
  })
})
