import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { EVERYTHING, type PostbackFilter, postbackFilterSchema } from '../../../src/core/filter.ts'
import { describeFilter, type FilterContext, parseFilterQuery } from '../../../src/core/filter-query.ts'

const NOW = Date.UTC(2025, 0, 31, 12, 0, 0)
const HOUR = 3_600_000
const context: FilterContext = {
  now: NOW,
  endpoints: [
    { id: 'e1', name: 'Adjump' },
    { id: 'e2', name: 'Adjump iOS' },
    { id: 'e3', name: 'My Game' },
  ],
}

function only(part: Partial<PostbackFilter>): PostbackFilter {
  return { ...EVERYTHING, ...part }
}

function read(text: string): PostbackFilter {
  const { filter, problems } = parseFilterQuery(text, context)
  expect(problems).toEqual([])
  return filter
}

/** The problems as what they mark and what they say. */
function problemsOf(text: string, within: FilterContext = context): [string, string][] {
  return parseFilterQuery(text, within).problems.map(({ span, message }) => [text.slice(span.start, span.end), message])
}

describe('the filter box', () => {
  it.each<[string, Partial<PostbackFilter>]>([
    ['', {}],
    ['   ', {}],
    ['user:u_1', { userId: 'u_1' }],
    ['user:"john doe"', { userId: 'john doe' }],
    ['USER:u_1', { userId: 'u_1' }],
    ['user_id:u_1', { userId: 'u_1' }],
    ['user:""', { userId: '' }],
    ['user:a:b', { userId: 'a:b' }],
    ['user:u_*', { userIdContains: 'u_' }],
    ['user:*son', { userIdContains: 'son' }],
    ['user:*mid*', { userIdContains: 'mid' }],
    ['user:~mid', { userIdContains: 'mid' }],
    ['user:"u_*"', { userId: 'u_*' }],
    ['user:"a \\"b\\" \\\\ c\\d"', { userId: 'a "b" \\ c\\d' }],
    ['user:u_1 user:*_*', { userId: 'u_1', userIdContains: '_' }],
    ['amount:5', { amounts: [{ comparison: '=', value: '5' }] }],
    ['amount:5.00', { amounts: [{ comparison: '=', value: '5' }] }],
    ['amount:>=5', { amounts: [{ comparison: '>=', value: '5' }] }],
    ['amount:<0.10', { amounts: [{ comparison: '<', value: '0.1' }] }],
    ['amount:≥5', { amounts: [{ comparison: '>=', value: '5' }] }],
    [
      'amount:>1 amount:<=2',
      {
        amounts: [
          { comparison: '>', value: '1' },
          { comparison: '<=', value: '2' },
        ],
      },
    ],
    [
      'amount:5..10',
      {
        amounts: [
          { comparison: '>=', value: '5' },
          { comparison: '<=', value: '10' },
        ],
      },
    ],
    [
      'amount:9..10',
      {
        amounts: [
          { comparison: '>=', value: '9' },
          { comparison: '<=', value: '10' },
        ],
      },
    ],
    ['amount:..10', { amounts: [{ comparison: '<=', value: '10' }] }],
    ['amount:-5..', { amounts: [{ comparison: '>=', value: '-5' }] }],
    ['verdict:warn,fail', { verdicts: ['warn', 'fail'] }],
    ['verdict:WARN verdict:fail verdict:fail', { verdicts: ['warn', 'fail'] }],
    ['verdict:warn,', { verdicts: ['warn'] }],
    ['-verdict:pass', { verdicts: ['warn', 'fail'] }],
    ['kind:noise,probe', { kinds: ['noise', 'probe'] }],
    ['-kind:noise', { kinds: ['postback', 'probe', 'rejected'] }],
    ['kind:postback,noise -kind:noise', { kinds: ['postback'] }],
    ['code:param-missing', { codes: ['param-missing'] }],
    ['-code:extra-params,non-ascii', { excludeCodes: ['extra-params', 'non-ascii'] }],
    ['endpoint:adjump', { endpointIds: ['e1'] }],
    ['endpoint:adj', { endpointIds: ['e1', 'e2'] }],
    ['endpoint:"my game"', { endpointIds: ['e3'] }],
    ['endpoint:e3', { endpointIds: ['e3'] }],
    ['method:post,GET', { methods: ['POST', 'GET'] }],
    ['status:200,503', { statuses: [200, 503] }],
    ['since:1h', { from: NOW - HOUR }],
    ['since:1h30m', { from: NOW - 1.5 * HOUR }],
    ['since:45s until:2s', { from: NOW - 45_000, to: NOW - 2000 }],
    ['since:2d since:1d', { from: NOW - 24 * HOUR }],
    ['since:2025-01-30', { from: Date.UTC(2025, 0, 30) }],
    ['until:2025-01-30', { to: Date.UTC(2025, 0, 31) }],
    ['since:2025-01-30T10:15', { from: Date.UTC(2025, 0, 30, 10, 15) }],
    ['since:2025-01-30T10:15:20.5Z', { from: Date.UTC(2025, 0, 30, 10, 15, 20, 500) }],
    ['since:2025-01-30T10:15+02:00', { from: Date.UTC(2025, 0, 30, 8, 15) }],
    ['since:"2025-01-30 10:15"', { from: Date.UTC(2025, 0, 30, 10, 15) }],
    ['since:today', { from: Date.UTC(2025, 0, 31) }],
    ['since:yesterday until:yesterday', { from: Date.UTC(2025, 0, 30), to: Date.UTC(2025, 0, 31) }],
    ['since:09:30', { from: Date.UTC(2025, 0, 31, 9, 30) }],
    ['hello world', { texts: ['hello', 'world'] }],
    ['"hello world"', { texts: ['hello world'] }],
    ['-hello -"a b"', { excludeTexts: ['hello', 'a b'] }],
    ['text:foo -text:"b c"', { texts: ['foo'], excludeTexts: ['b c'] }],
    ['text:a,b', { texts: ['a,b'] }],
    ['a,b', { texts: ['a,b'] }],
    ['a"b c"', { texts: ['a"b', 'c"'] }],
    ['"verdict:fail"', { texts: ['verdict:fail'] }],
    ['"not closed yet', { texts: ['not closed yet'] }],
    ['-', { texts: ['-'] }],
    [
      'https://x.loca.lt/hitpoint?user_id=u_1&reward_amount=5',
      { texts: ['https://x.loca.lt/hitpoint?user_id=u_1&reward_amount=5'] },
    ],
    ['localhost:4070/hitpoint', { texts: ['localhost:4070/hitpoint'] }],
    ['-http://a/b', { excludeTexts: ['http://a/b'] }],
    ['/hitpoint?user_id=u_1', { texts: ['/hitpoint?user_id=u_1'] }],
    ['{"user_id":"x"}', { texts: ['{"user_id":"x"}'] }],
  ])('reads %j', (text, expected) => {
    expect(read(text)).toEqual(only(expected))
  })

  it('reads several at once', () => {
    expect(read('user:u_1 amount:>=5 verdict:fail code:macro-not-replaced since:1h tx_9')).toEqual(
      only({
        userId: 'u_1',
        amounts: [{ comparison: '>=', value: '5' }],
        verdicts: ['fail'],
        codes: ['macro-not-replaced'],
        from: NOW - HOUR,
        texts: ['tx_9'],
      }),
    )
  })

  it('takes dates without a zone for local ones, across a change of the clocks too', () => {
    const berlin = (at: number): number => (at < Date.UTC(2025, 2, 30, 1) ? 60 : 120)
    const from = (text: string, timeZoneOffsetMinutes: FilterContext['timeZoneOffsetMinutes'] & {}): number | null =>
      parseFilterQuery(text, { ...context, timeZoneOffsetMinutes }).filter.from
    expect(from('since:2025-01-31', 330)).toBe(Date.UTC(2025, 0, 30, 18, 30))
    expect(from('since:2025-01-31T00:00Z', 330)).toBe(Date.UTC(2025, 0, 31))
    expect(from('since:2025-03-30', berlin)).toBe(Date.UTC(2025, 2, 29, 23))
    expect(from('since:2025-03-30T01:30', berlin)).toBe(Date.UTC(2025, 2, 30, 0, 30))
    expect(from('since:2025-03-30T12:00', berlin)).toBe(Date.UTC(2025, 2, 30, 10))
    expect(parseFilterQuery('until:2025-03-30', { ...context, timeZoneOffsetMinutes: berlin }).filter.to).toBe(
      Date.UTC(2025, 2, 30, 22),
    )
    expect(from('since:today', -13 * 60)).toBe(Date.UTC(2025, 0, 30, 13))
  })

  it.each<[string, string, RegExp]>([
    ['code:macro', 'macro', /^There is no code “macro”; did you mean macro-not-replaced\?$/],
    ['verdict:fial', 'fial', /^There is no verdict “fial”; did you mean fail\?$/],
    ['kind:zzz', 'zzz', /^There is no kind “zzz”\.$/],
    ['usr:u_1', 'usr:u_1', /^There is no key “usr”\. Did you mean user:\?$/],
    ['usr:4070', 'usr:4070', /Did you mean user:/],
    ['shape:red', 'shape:red', /^There is no key “shape”\. Put the word in quotes/],
    ['user:', 'user:', /needs a value/],
    ['user:*', 'user:*', /which part of the user id/],
    ['user:a user:b', 'user:b', /one user id/],
    ['-user:a', '-user:a', /cannot be turned around/],
    ['amount:1,50', 'amount:1,50', /with a point and without separators/],
    ['amount:abc', 'amount:abc', /exact number/],
    ['amount:>=', 'amount:>=', /missing/],
    ['amount:10..9', 'amount:10..9', /did you mean 9\.\.10\?$/],
    ['amount:..', 'amount:..', /at least one end/],
    ['amount:5..x', 'amount:5..x', /exact number/],
    ['endpoint:ajdump', 'ajdump', /^There is no endpoint “ajdump”; did you mean Adjump\?$/],
    ['endpoint:""', '""', /There is no endpoint/],
    ['method:GE/T', 'GE/T', /no method/],
    ['status:20', '20', /no status/],
    ['status:600', '600', /no status/],
    ['since:soon', 'since:soon', /no time/],
    ['since:2025-02-30', 'since:2025-02-30', /no time/],
    ['since:25:00', 'since:25:00', /no time/],
    ['since:999999999w', 'since:999999999w', /no time/],
    ['since:1h until:2h', 'until:2h', /earlier/],
    ['-verdict:pass,warn,fail', 'fail', /every verdict/],
    ['kind:noise -kind:noise', 'noise', /every kind/],
  ])('says what is wrong with %j', (text, marked, message) => {
    const [problem, ...more] = problemsOf(text)
    expect(problem?.[0]).toBe(marked)
    expect(problem?.[1]).toMatch(message)
    expect(more).toEqual([])
  })

  it('leaves out what it cannot understand and applies all else', () => {
    const { filter } = parseFilterQuery('code:nonsense,param-missing amount:x verdict:fail foo:bar hello', context)
    expect(filter).toEqual(only({ codes: ['param-missing'], verdicts: ['fail'], texts: ['hello'] }))
  })

  it('tells the tokens apart for colouring', () => {
    const text = '-code:x  user_id:u_1 "a b"'
    const { tokens } = parseFilterQuery(text, context)
    expect(tokens.map(({ span, ...rest }) => ({ text: text.slice(span.start, span.end), ...rest }))).toEqual([
      { text: '-code:x', key: 'code', negated: true, valid: false },
      { text: 'user_id:u_1', key: 'user', negated: false, valid: true },
      { text: '"a b"', key: null, negated: false, valid: true },
    ])
  })

  it('shows hostile text in a problem with nothing invisible in it, and not all of it', () => {
    const [problem] = problemsOf(`code:\u202e${'x'.repeat(500)}`)
    expect(problem?.[1]).toContain('\\u202e')
    expect(problem?.[1].length).toBeLessThan(120)
  })
})

const parts = fc.constantFrom(
  'user:',
  'amount:',
  'verdict:',
  'kind:',
  'code:',
  'endpoint:',
  'since:',
  'until:',
  'status:',
  'method:',
  'text:',
  'x:',
  '-',
  '"',
  '\\',
  ',',
  ' ',
  '..',
  '>=',
  '1h',
  '5',
  'fail',
  'Adjump',
  '*',
  '~',
  'http://',
  '\u202e',
  '\ud800',
  '__proto__',
  'constructor:',
  '2025-01-31',
  '\n',
)
const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.array(parts, { maxLength: 14 }).map((words) => words.join('')),
)

describe('any text in the filter box', () => {
  it('gives a filter that the contract accepts, tokens in order, and problems that mark a part of it', () => {
    const property = fc.property(anyText, (text) => {
      const { filter, problems, tokens } = parseFilterQuery(text, context)
      expect(postbackFilterSchema.parse(filter)).toEqual(filter)
      let end = 0
      for (const { span } of tokens) {
        expect(text.slice(end, span.start).trim()).toBe('')
        expect(span.end).toBeGreaterThan(span.start)
        end = span.end
      }
      expect(text.slice(end).trim()).toBe('')
      for (const { span, message } of problems) {
        expect(span.start).toBeLessThanOrEqual(span.end)
        expect(span.end).toBeLessThanOrEqual(text.length)
        expect(message).toMatch(/[.?]$/)
      }
      expect(describeFilter(filter, context)).toMatch(/^\S.*$/su)
    })
    fc.assert(property, { numRuns: 3000 })
  })
})

describe('a filter in plain words', () => {
  it.each([
    ['', 'All requests'],
    [
      'user:u_1 amount:>=5 verdict:fail kind:postback since:1h',
      'Failed postbacks of user “u_1” in the last hour with amounts of 5 or more',
    ],
    ['verdict:warn', 'Postbacks with warnings'],
    ['verdict:pass,warn', 'Passed postbacks and postbacks with warnings'],
    ['verdict:pass,warn,fail', 'Postbacks'],
    ['kind:noise,probe', 'Noise and probes'],
    ['kind:noise verdict:fail', 'Noise with verdict fail'],
    ['endpoint:"my game",adjump', 'All requests to the endpoint “My Game” or “Adjump”'],
    ['user:"john doe"', 'All requests of user “john doe”'],
    ['user:~doe', 'All requests of users whose id contains “doe”'],
    ['amount:5..10', 'All requests with amounts from 5 to 10'],
    ['amount:5', 'All requests with amounts of exactly 5'],
    [
      'code:param-missing,param-empty -code:non-ascii',
      'All requests with the finding param-missing or param-empty without the finding non-ascii',
    ],
    ['method:post status:503', 'All requests sent with POST answered with 503'],
    ['foo "a b" -bar', 'All requests containing “foo” and “a b” not containing “bar”'],
    ['since:90m', 'All requests in the last 90 minutes'],
    ['since:2d', 'All requests in the last 2 days'],
    ['since:2025-01-30T10:15:07', 'All requests since 2025-01-30 10:15:07'],
    ['until:2025-01-30', 'All requests before 2025-01-31 00:00'],
    ['since:2025-01-30 until:1h', 'All requests from 2025-01-30 00:00 until 2025-01-31 11:00'],
  ])('%j reads “%s”', (text, words) => {
    expect(describeFilter(read(text), context)).toBe(words)
  })

  it('tells times in local time', () => {
    const filter = only({ from: Date.UTC(2025, 0, 30, 10, 15, 0, 5) })
    expect(describeFilter(filter, { ...context, timeZoneOffsetMinutes: 60 })).toBe(
      'All requests since 2025-01-30 11:15:00.005',
    )
  })

  it('tells times to the ends of what a date can be, and takes none beyond', () => {
    for (const [from, words] of [
      [8.64e15, 'All requests since +275760-09-13 00:00'],
      [-8.64e15, 'All requests since -271821-04-20 01:00'],
    ] as const) {
      expect(describeFilter(only({ from }), { ...context, timeZoneOffsetMinutes: 60 })).toBe(words)
    }
    expect(postbackFilterSchema.safeParse({ ...EVERYTHING, to: 8.64e15 + 1 }).success).toBe(false)
  })
})
