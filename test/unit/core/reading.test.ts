import { describe, expect, it } from 'vitest'
import { readRequest } from '../../../src/core/reading.ts'
import { aCapturedRequest, aMapping, CLEAN_TARGET, readingOf } from '../../support/builders.ts'

const codesOf = ({ findings }: ReturnType<typeof readRequest>): string[] => findings.map(({ code }) => code)
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)

describe('a clean postback', () => {
  it('passes, with both values, the exact amount and nothing to say', () => {
    expect(readRequest(aCapturedRequest(), [aMapping()])).toEqual({
      kind: 'postback',
      endpointId: 'e1',
      userId: 'u_1001',
      rewardAmount: '50',
      amountValue: '50',
      extras: [],
      verdict: 'pass',
      findings: [],
    })
  })
})

describe('what is no postback', () => {
  it('is rejected without a reading where the bytes were no HTTP request', () => {
    const request = aCapturedRequest({
      method: null,
      target: null,
      rejection: { code: 'HPE_INVALID_METHOD', firstBytes: bytes('\u0016\u0003') },
    })
    expect(readRequest(request, [aMapping()])).toMatchObject({
      kind: 'rejected',
      endpointId: null,
      userId: null,
      verdict: null,
      findings: [],
    })
  })

  it.each(['HEAD', 'OPTIONS'])('is a probe where %s asks for the path, with values and no verdict', (method) => {
    expect(readRequest(aCapturedRequest({ method }), [aMapping()])).toMatchObject({
      kind: 'probe',
      endpointId: 'e1',
      userId: 'u_1001',
      rewardAmount: '50',
      verdict: null,
      findings: [],
    })
  })

  it('is noise where a link-preview robot fetched the URL, whatever the path', () => {
    const rawHeaders = ['user-agent', 'Slackbot-LinkExpanding 1.0 (+https://api.slack.com/robots)']
    expect(readRequest(aCapturedRequest({ rawHeaders }), [aMapping()])).toMatchObject({
      kind: 'noise',
      endpointId: null,
      userId: 'u_1001',
      amountValue: '50',
      verdict: null,
      findings: [],
    })
  })

  it('is noise on an unknown path where there is no endpoint that could know its names', () => {
    expect(readingOf(CLEAN_TARGET, [])).toMatchObject({ kind: 'noise', endpointId: null, userId: 'u_1001' })
  })
})

describe('a method other than GET', () => {
  it('fails and shows the fields of a form body', () => {
    const reading = readRequest(
      aCapturedRequest({
        method: 'POST',
        target: '/hitpoint',
        rawHeaders: ['Content-Type', 'application/x-www-form-urlencoded'],
        body: bytes('user_id=u%201&reward_amount=5'),
      }),
      [aMapping()],
    )
    expect(reading).toMatchObject({ kind: 'postback', verdict: 'fail', userId: null })
    expect(codesOf(reading)).toEqual(['param-missing', 'param-missing', 'method-not-get'])
    expect(reading.findings.at(-1)?.detail).toBe(
      '“POST” arrived instead of GET; its body holds “user_id” = “u 1”, “reward_amount” = “5”.',
    )
  })

  it('shows the members of a JSON body without touching their digits', () => {
    const body = bytes('{"user_id":"u1","reward_amount":0.10000000000000000001,"meta":{"a":[1]},"ok":true}')
    const reading = readRequest(aCapturedRequest({ method: 'PUT', rawHeaders: [], body }), [aMapping()])
    expect(codesOf(reading)).toEqual(['method-not-get'])
    expect(reading.findings[0]?.detail).toContain('“reward_amount” = “0.10000000000000000001”, “meta” = “{…}”')
  })

  it('says how long a body is that has no fields, and that there is none', () => {
    const picture = aCapturedRequest({
      method: 'POST',
      rawHeaders: ['Content-Type', 'image/png'],
      body: bytes('a=b'),
      bodyLength: 1_000_000,
    })
    expect(readRequest(picture, [aMapping()]).findings[0]?.detail).toContain('with a body of 1000000 bytes')
    const empty = aCapturedRequest({ method: 'DELETE' })
    expect(readRequest(empty, [aMapping()]).findings[0]?.detail).toContain('without a body')
  })
})

describe('a method other than GET on a path that is no endpoint’s', () => {
  it('is not told: only the path is', () => {
    const request = aCapturedRequest({ method: 'POST', target: '/other?user_id=u1&reward_amount=5' })
    expect(codesOf(readRequest(request, [aMapping()]))).toEqual(['path-unknown'])
  })
})

describe('a mapped name that holds a ?', () => {
  it('is no repeated question mark', () => {
    const reading = readingOf('/hitpoint?who?id=u1&reward_amount=5', [aMapping({ userIdParam: 'who?id' })])
    expect(reading).toMatchObject({ userId: 'u1', verdict: 'pass', findings: [] })
  })
})

describe('a request from a browser', () => {
  const browser = 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/130.0 Safari/537.36'
  it.each([
    ['by its navigation header', ['Sec-Fetch-Mode', 'navigate', 'User-Agent', browser]],
    ['by what only browsers ask for', ['user-agent', browser, 'accept', 'text/html,application/xhtml+xml,*/*']],
  ])('is told %s and still passes', (_, rawHeaders) => {
    const reading = readRequest(aCapturedRequest({ rawHeaders }), [aMapping()])
    expect(codesOf(reading)).toEqual(['opened-in-browser'])
    expect(reading.verdict).toBe('pass')
  })

  it.each([
    ['a server that calls itself Mozilla', ['User-Agent', browser, 'Accept', '*/*']],
    ['a script in a page', ['Sec-Fetch-Mode', 'cors', 'User-Agent', browser, 'Accept', 'text/html']],
    ['a request without headers', []],
  ])('is not suspected in %s', (_, rawHeaders) => {
    expect(codesOf(readRequest(aCapturedRequest({ rawHeaders }), [aMapping()]))).toEqual([])
  })
})

describe('several endpoints', () => {
  const first = aMapping({ id: 'first', path: '/first', userIdParam: 'u', rewardAmountParam: 'a' })
  const second = aMapping({ id: 'second', path: '/second', userIdParam: 'uid', rewardAmountParam: 'coins' })

  it('are told apart by their paths', () => {
    expect(readingOf('/second?uid=u1&coins=5&u=x', [first, second])).toMatchObject({
      endpointId: 'second',
      userId: 'u1',
      rewardAmount: '5',
      verdict: 'pass',
    })
  })

  it('are told apart by their names where the path is unknown, so that the path can be mended there', () => {
    const reading = readingOf('/third?uid=u1&coins=5', [first, second])
    expect(reading).toMatchObject({ kind: 'postback', endpointId: 'second', userId: 'u1', verdict: 'warn' })
    expect(codesOf(reading)).toEqual(['path-unknown'])
  })

  it('prefer the exact path to one that differs in case only', () => {
    const upper = aMapping({ id: 'upper', path: '/FIRST', userIdParam: 'u', rewardAmountParam: 'a' })
    expect(readingOf('/FIRST?u=u1&a=5', [first, upper])).toMatchObject({ endpointId: 'upper', verdict: 'pass' })
  })

  it('win with their own path over the list of scanners’ paths', () => {
    const wordpress = aMapping({ id: 'wp', path: '/wp-json/adjump' })
    expect(readingOf('/wp-json/adjump?user_id=u1&reward_amount=5', [wordpress])).toMatchObject({
      kind: 'postback',
      verdict: 'pass',
    })
    expect(readingOf('/wp-json/adjump/?user_id=u1&reward_amount=5', [wordpress]).kind).toBe('postback')
    expect(readingOf('/wp-json/other?user_id=u1&reward_amount=5', [wordpress]).kind).toBe('noise')
  })

  it('can be called __proto__ by their names', () => {
    const odd = aMapping({ userIdParam: '__proto__', rewardAmountParam: 'constructor' })
    expect(readingOf('/hitpoint?__proto__=u1&constructor=5', [odd])).toMatchObject({ userId: 'u1', rewardAmount: '5' })
    expect(readingOf('/hitpoint?user_id=u1', [odd])).toMatchObject({ userId: null, rewardAmount: null })
  })
})

describe('extra fields', () => {
  const mapping = aMapping({
    extraFields: [
      { field: 'transaction_id', param: 'tx' },
      { field: 'status', param: 'st' },
    ],
  })

  it('are read by name, and are optional', () => {
    const reading = readingOf(`${CLEAN_TARGET}&tx=t%201`, [mapping])
    expect(reading.extras).toEqual([
      { field: 'transaction_id', param: 'tx', value: 't 1' },
      { field: 'status', param: 'st', value: null },
    ])
    expect(reading.verdict).toBe('pass')
  })

  it('may be empty without a finding', () => {
    expect(readingOf(`${CLEAN_TARGET}&tx=&st`, [mapping]).findings).toEqual([])
  })

  it('are told where their macro was not replaced or they occur twice', () => {
    const reading = readingOf(`${CLEAN_TARGET}&tx={transaction_id}&st=1&st=2`, [mapping])
    expect(reading.findings).toMatchObject([
      { code: 'macro-not-replaced', field: 'transaction_id', param: 'tx' },
      { code: 'repeated-param', field: 'status', param: 'st' },
    ])
  })

  it('are missed only under the same name written differently', () => {
    expect(readingOf(`${CLEAN_TARGET}&TX=1`, [mapping]).findings).toMatchObject([
      { code: 'name-near-miss', field: 'transaction_id', param: 'TX' },
    ])
    expect(codesOf(readingOf(`${CLEAN_TARGET}&ts=1`, [mapping]))).toEqual(['extra-params'])
  })
})

describe('a finding', () => {
  it('marks its evidence in the raw target', () => {
    const marked = (target: string, code: string): string[] =>
      readingOf(target)
        .findings.filter((finding) => finding.code === code)
        .flatMap(({ evidence }) => evidence.map(({ start, end }) => target.slice(start, end)))

    expect(marked('/hitpoint?user_id=a+b+c&reward_amount=5', 'plus-as-space')).toEqual(['+', '+'])
    expect(marked('/hitpoint?user_id=%EF%BB%BFu1%E2%80%8B&reward_amount=5', 'invisible-character')).toEqual([
      '%EF%BB%BF',
      '%E2%80%8B',
    ])
    expect(marked('/hitpoint?user_id=%20%09u1%20&reward_amount=5', 'edge-whitespace')).toEqual(['%20%09', '%20'])
    expect(marked('/hitpoint?user_id=caf%E9&reward_amount=5', 'utf8-invalid')).toEqual(['%E9'])
    expect(marked('/hitpoint?user_id=100%&reward_amount=5', 'percent-invalid')).toEqual(['%'])
    expect(marked('/hitpoint?user_id=jo%2540x&reward_amount=5', 'double-encoded')).toEqual(['%2540'])
    expect(marked('/hitpoint?user_id=%F0%9F%98%80x&reward_amount=5', 'non-ascii')).toEqual(['%F0%9F%98%80'])
    expect(marked('/hitpoint?user_id=u1?x=1&reward_amount=5', 'question-mark-repeated')).toEqual(['?'])
    expect(marked('/hitpoint&user_id=u1', 'question-mark-missing')).toEqual(['&'])
    expect(marked('/hitpoint%3Fuser_id=u1', 'question-mark-encoded')).toEqual(['%3F'])
    expect(marked('/Hitpoint/?user_id=u1&reward_amount=5', 'path-differs')).toEqual(['/Hitpoint/'])
    expect(marked('http://o.test/x?user_id=u1&reward_amount=5', 'path-unknown')).toEqual(['/x'])
    expect(marked('http://o.test/hitpoint?user_id=u1&reward_amount=5', 'absolute-form')).toEqual(['http://o.test'])
    expect(marked('/hitpoint?user_id=u1&reward_amount=5#a', 'fragment-in-target')).toEqual(['#a'])
    expect(marked('/hitpoint?user_id=u1&user_id=u2&reward_amount=5', 'repeated-param')).toEqual([
      'user_id=u1',
      'user_id=u2',
    ])
    expect(marked('/hitpoint?user_id=5&reward_amount=u_1', 'values-swapped')).toEqual(['5', 'u_1'])
  })

  it('comes in the order of the table, errors first', () => {
    const reading = readingOf('/Hitpoint?x=1&user_id=%20a%00b&user_id=2&reward_amount=1,5')
    expect(codesOf(reading)).toEqual([
      'amount-decimal-comma',
      'path-differs',
      'repeated-param',
      'edge-whitespace',
      'control-character',
      'extra-params',
    ])
  })

  it('comes in that order although one rule finds both a warning and an info', () => {
    const ofAmount = readingOf('/hitpoint?user_id=u1&reward_amount=-1.50&x=1')
    expect(codesOf(ofAmount)).toEqual(['amount-negative', 'extra-params', 'amount-trailing-zeros'])
    const ofBoth = readingOf('/hitpoint?user_id=a+b&reward_amount=5%2541')
    expect(codesOf(ofBoth)).toEqual(['amount-not-a-number', 'double-encoded', 'plus-as-space'])
  })

  it('shows received text bounded and with everything invisible escaped', () => {
    const long = readingOf(`/hitpoint?user_id=%1B[2J%E2%80%AE${'x'.repeat(5000)}&reward_amount=5`)
    for (const { detail } of long.findings) {
      expect(detail.length).toBeLessThan(250)
      expect(detail).not.toMatch(/\p{Control}|\p{Format}/u)
    }
    expect(long.findings[0]?.detail).toContain('\\u001b[2J\\u202exxx')
  })

  it('carries a bounded number of places, however often a name is repeated', () => {
    const reading = readingOf(`/hitpoint?${'user_id=1&'.repeat(1500)}reward_amount=5`)
    expect(reading.findings[0]?.evidence.length).toBe(50)
    expect(reading.findings[0]?.detail).toContain('1500 times')
  })
})
