import { describe, expect, it } from 'vitest'
import type { Reply } from '../../../src/core/conformance/evidence.ts'
import { judge } from '../../../src/core/conformance/judge.ts'
import type { Balance } from '../../../src/core/conformance/run.ts'
import { reasonsOf, verdictOf } from '../../../src/core/conformance/verdicts.ts'
import type { ScenarioPlan } from '../../../src/core/scenarios/scenario.ts'
import { planScenario, SCENARIOS } from '../../../src/core/scenarios/table.ts'
import { readTargetUrl } from '../../../src/core/target-url.ts'

const NAMES = { userIdParam: 'user_id', rewardAmountParam: 'reward_amount', transactionIdParam: null, constants: [] }
const SCOPE = { prefix: 'adjump-test-abc123', decimals: '125', knownUser: null }

function planOf(id: string): ScenarioPlan {
  const read = readTargetUrl('http://127.0.0.1:3000/hitpoint')
  const scenario = SCENARIOS.find((one) => one.id === id)
  if (!read.ok || !scenario) throw new Error(id)
  return planScenario(scenario, read.url, NAMES, SCOPE)
}

function aReply(status: number, body = '', rawHeaders: readonly string[] = []): Reply {
  return { status, ms: 5, rawHeaders, body, bodyLength: body.length, failure: null }
}

/** What a scenario comes to with these replies, one for each delivery. */
function judged(id: string, replies: readonly Reply[], balances: readonly Balance[] | null = null) {
  const plan = planOf(id)
  const options = { userIdParam: 'user_id', rewardAmountParam: 'reward_amount', freshUsers: true }
  const result = judge(plan, { replies: replies.map((reply) => [reply]), balances }, options)
  return { verdict: verdictOf(result), why: reasonsOf(result).join(' '), ...result }
}

function grown(id: string, by: string, userId?: string): Balance[] {
  return [{ userId: userId ?? planOf(id).accounts[0]?.userId ?? '', before: '0', after: by, problem: null }]
}

describe('a status', () => {
  it.each([
    ['first-delivery', 204, 'ask'],
    ['first-delivery', 404, 'fail'],
    ['first-delivery', 500, 'fail'],
    ['first-delivery', 302, 'fail'],
    ['burst', 404, 'fail'],
    ['missing-user', 400, 'pass'],
    ['missing-user', 200, 'warning'],
    ['missing-user', 503, 'fail'],
    ['sql-quote', 400, 'pass'],
    ['sql-quote', 200, 'pass'],
    ['sql-quote', 500, 'fail'],
    ['head', 405, 'pass'],
    ['head', 200, 'ask'],
    ['post', 405, 'pass'],
  ])('in “%s” of %i comes to %s', (id, status, verdict) => {
    expect(judged(id, [aReply(status)]).verdict).toBe(verdict)
  })

  it('of a repetition that is refused is worth a warning, for the sender would try again', () => {
    const { verdict, why } = judged('same-again', [aReply(200, '{"balance":12.125}'), aReply(409)])
    expect({ verdict, why }).toMatchObject({ verdict: 'warning', why: expect.stringContaining('answered 409') })
  })

  it('of a refusal says what to do: rate limits, keys, unknown users', () => {
    expect(judged('first-delivery', [aReply(429)]).why).toContain('limits the rate')
    expect(judged('first-delivery', [aReply(401)]).why).toContain('key')
    expect(judged('first-delivery', [aReply(404)]).why).toContain('known user')
  })

  it('of a redirect names where to', () => {
    expect(judged('first-delivery', [aReply(301, '', ['Location', 'https://x.test/h\u001b'])]).why).toContain(
      'https://x.test/h\\u001b',
    )
  })

  it('that never came fails with the cause', () => {
    const failure = { code: 'timeout', sentence: 'No reply within 100 ms.' } as const
    expect(judged('first-delivery', [{ ...aReply(0), status: null, failure }])).toMatchObject({
      verdict: 'fail',
      why: expect.stringContaining('No reply within 100 ms.'),
    })
  })

  it('that came late is worth a warning', () => {
    expect(judged('unknown-parameter', [{ ...aReply(200), ms: 6000 }])).toMatchObject({
      verdict: 'warning',
      why: expect.stringContaining('6000 ms'),
    })
  })
})

describe('a reply', () => {
  it.each([
    'You have an error in your SQL syntax near',
    'SQLSTATE[42000]: Syntax error',
    'SQLITE_ERROR: unrecognized token: "\'"',
    'ORA-01756: quoted string not properly terminated',
    'Traceback (most recent call last):\n  File "app.py"',
    'TypeError: x is not a function\n    at handler (/srv/app.js:12:5)',
    'Exception at com.example.Hit.get(Hit.java:42)',
    '<b>Fatal error</b>: Uncaught PDOException',
    'root:x:0:0:root:/root:/bin/bash',
  ])('with “%s” in it gives away too much', (body) => {
    expect(judged('sql-quote', [aReply(200, body)]).verdict).toBe('fail')
  })

  it.each(['OK', '{"error":"no such user","at":"12:30"}', 'Look at the trace of our errors: none'])(
    'such as “%s” gives nothing away',
    (body) => {
      expect(judged('sql-quote', [aReply(200, body)]).verdict).toBe('pass')
    },
  )

  it('with the id’s markup as markup is worth a warning, in HTML only', () => {
    const body = `<p>Hello ${planOf('markup').deliveries[0]?.userId ?? ''}`
    expect(judged('markup', [aReply(200, body, ['Content-Type', 'text/html; charset=utf-8'])]).verdict).toBe('warning')
    expect(judged('markup', [aReply(200, body, ['Content-Type', 'text/plain'])]).verdict).toBe('pass')
    expect(judged('markup', [aReply(200, body.replaceAll('<', '&lt;'), ['Content-Type', 'text/html'])]).verdict).toBe(
      'pass',
    )
  })

  it('with a header that the id named lets line breaks into its head', () => {
    expect(judged('line-break', [aReply(200, '', ['X-Adjump-Inspector-Injected', 'yes'])]).verdict).toBe('fail')
  })
})

describe('an echo', () => {
  const id = (scenario: string): string => planOf(scenario).deliveries[0]?.userId ?? ''

  it.each([
    ['beyond-double', '{"amount":9007199254740992}', '9007199254740993 became 9007199254740992'],
    ['beyond-double', 'credited 9007199254740992 coins', 'floating-point'],
    ['many-decimals', '{"reward_amount":"0.12345678901234568"}', 'floating-point'],
    ['many-decimals', '{"data":{"credited":"0.1234"}}', 'all but 4 of its decimals were cut off'],
    ['many-decimals', '{"amount":"0.12346"}', 'rounded to 5 decimals'],
    ['decimal-comma', '{"amount":150}', 'the comma was left out'],
    ['decimal-comma', '{"amount":1.5}', 'the comma was taken for a point'],
  ])('of the amount in “%s” as %s fails', (scenario, body, why) => {
    expect(judged(scenario, [aReply(200, body)])).toMatchObject({ verdict: 'fail', why: expect.stringContaining(why) })
  })

  it.each([
    ['beyond-double', '{"amount":9007199254740993}'],
    ['beyond-double', '{"amount":"9007199254740993.00"}'],
    ['beyond-double', 'credited 9007199254740993, request 1234567890123456'],
  ])('of the amount in “%s” as %s is well', (scenario, body) => {
    expect(judged(scenario, [aReply(200, body)]).checks.map(({ verdict }) => verdict)).toEqual(['pass'])
  })

  it.each([
    ['double-encoded', (sent: string) => JSON.stringify({ user: sent.replace('%2B', '+') }), 'decoded twice'],
    ['double-encoded', (sent: string) => JSON.stringify({ user: sent.replace('%2B', ' ') }), 'decoded twice'],
    ['double-encoded', (sent: string) => `Hello ${sent.replace('%2B', '+')}!`, 'decoded twice'],
    ['plus-raw', (sent: string) => JSON.stringify({ uid: sent.replace(' ', '+') }), 'not read as a form’s'],
    [
      'unicode-id',
      (sent: string) => JSON.stringify({ user_id: sent.replaceAll(/[^\x00-\x7f]/gu, '?') }),
      'character set',
    ],
    ['unicode-id', (sent: string) => JSON.stringify({ user_id: Buffer.from(sent).toString('latin1') }), 'Latin-1'],
    ['unicode-id', (sent: string) => JSON.stringify({ user_id: sent.normalize('NFD') }), 'normalised'],
    ['long-id', (sent: string) => JSON.stringify({ user_id: sent.slice(0, 255) }), 'cut off after 255 characters'],
    ['at-id', (sent: string) => JSON.stringify({ user_id: sent.toUpperCase() }), 'changed in case'],
    ['at-id', (sent: string) => JSON.stringify({ user_id: sent.replace('@', '%40') }), 'not decoded'],
  ])('of the id in “%s” that was mangled fails and says how', (scenario, mangle, why) => {
    expect(judged(scenario, [aReply(200, mangle(id(scenario)))])).toMatchObject({
      verdict: 'fail',
      why: expect.stringContaining(why),
    })
  })

  it('of the id as it was sent is well, whatever stands around it', () => {
    for (const body of [
      JSON.stringify({ message: `credited ${id('double-encoded')}` }),
      id('double-encoded'),
      encodeURIComponent(id('double-encoded')),
    ]) {
      expect(judged('double-encoded', [aReply(200, body)]).checks.map(({ verdict }) => verdict)).toEqual(['pass'])
    }
  })

  it('of a balance that a negative amount lowered is worth a warning', () => {
    expect(judged('negative', [aReply(200, '{"balance":"-5.25"}')])).toMatchObject({
      verdict: 'warning',
      why: expect.stringContaining('reversals'),
      questions: [],
    })
  })

  it('of a burst in which some were answered before the credit is well', () => {
    const plan = planOf('burst')
    const replies = ['0', '14.125', '0'].map((balance) => aReply(200, JSON.stringify({ balance })))
    const options = { userIdParam: 'user_id', rewardAmountParam: 'reward_amount', freshUsers: true }
    expect(verdictOf(judge(plan, { replies: [replies], balances: null }, options))).toBe('pass')
  })

  it('of a balance that grows with a repetition fails, in JSON and in text', () => {
    const twice = [aReply(200, '{"balance":"12.125"}'), aReply(200, '{"balance":"24.25"}')]
    expect(judged('same-again', twice)).toMatchObject({ verdict: 'fail', why: expect.stringContaining('twice') })
    expect(judged('same-again', [aReply(200, 'balance: 12.125'), aReply(200, 'balance: 24.250')]).verdict).toBe('fail')
    expect(judged('same-again', [aReply(200, 'balance: 12.125'), aReply(200, 'balance: 12.125')]).verdict).toBe('pass')
  })
})

describe('balances', () => {
  it.each([
    ['first-delivery', '11.125', 'pass', 'exactly 11.125'],
    ['first-delivery', '0', 'fail', 'credited nothing'],
    ['first-delivery', '22.25', 'fail', 'credited twice'],
    ['zero', '0', 'pass', 'did not change'],
    ['negative', '-5.25', 'warning', 'reversals'],
    ['negative', '5.25', 'fail', '5.25 where 0 was right'],
    ['beyond-double', '9007199254740992', 'fail', 'floating-point'],
    ['decimal-comma', '150', 'fail', 'the comma was left out'],
  ])('around “%s” that differ by %s come to %s', (id, by, verdict, why) => {
    const found = judged(id, [aReply(200)], grown(id, by))
    expect(found).toMatchObject({ verdict, why: expect.stringContaining(why), questions: [] })
  })

  it('that grow although the postback was refused fail', () => {
    expect(judged('first-delivery', [aReply(400)], grown('first-delivery', '11.125')).why).toContain('had refused')
  })

  it('of another id that grow name the mistake', () => {
    const [alias] = planOf('double-encoded').aliases
    const balances = [...grown('double-encoded', '0'), ...grown('double-encoded', '40.125', alias?.userId)]
    expect(judged('double-encoded', [aReply(200)], balances)).toMatchObject({
      verdict: 'fail',
      why: expect.stringContaining('another user’s: the id was decoded twice'),
    })
  })

  it('that cannot be read leave the question open and say why', () => {
    const unread = [{ ...grown('first-delivery', '1')[0], after: null, problem: 'The balance URL answered 500.' }]
    const found = judged('first-delivery', [aReply(200)], unread as Balance[])
    expect(found.verdict).toBe('ask')
    expect(found.checks.map(({ sentence }) => sentence).join(' ')).toContain('The balance URL answered 500.')
    expect(found.questions).toHaveLength(1)
  })
})
