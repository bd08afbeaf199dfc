import { describe, expect, it } from 'vitest'
import { decodeText } from '../../../src/core/conformance/decode-name.ts'
import { readJsonLeaves } from '../../../src/core/conformance/json-leaves.ts'
import { balanceUrlFor, readBalance } from '../../../src/core/conformance/read-balance.ts'
import { readConformanceTarget } from '../../../src/core/conformance/target.ts'
import { aboutScenario, SCENARIO_GROUPS } from '../../../src/core/scenarios/scenario.ts'
import { chosenScenarios, planScenario, SCENARIOS } from '../../../src/core/scenarios/table.ts'
import { readTargetUrl } from '../../../src/core/target-url.ts'

const NAMES = { userIdParam: 'user_id', rewardAmountParam: 'reward_amount', transactionIdParam: null, constants: [] }
const SCOPE = { prefix: 'adjump-test-abc123', decimals: '125', knownUser: null }
const read = readTargetUrl('http://127.0.0.1:3000/hitpoint')
if (!read.ok) throw new Error('no URL')
const { url } = read
const aJsonReply = (body: string, status = 200) => ({
  ...{ status, ms: 1, rawHeaders: [], body, bodyLength: body.length, failure: null },
})

describe('the library', () => {
  it('has ids of their own, each in a group, with a sentence on what a correct backend does', () => {
    expect(new Set(SCENARIOS.map(({ id }) => id)).size).toBe(SCENARIOS.length)
    for (const { id, group } of SCENARIOS) {
      const { title, correct } = aboutScenario({ id })
      expect(SCENARIO_GROUPS, id).toContain(group)
      expect(title.length, id).toBeGreaterThan(3)
      expect(correct, id).toMatch(/\.$/)
    }
  })

  it('sends what a request line can hold, decoded once the id and amount that it is judged by', () => {
    for (const scenario of SCENARIOS) {
      for (const { target, userId, amount } of planScenario(scenario, url, NAMES, SCOPE).deliveries) {
        expect(target, scenario.id).toMatch(/^\/hitpoint\?[\x21-\x7e]*$/)
        const pieces = new Map(
          target
            .slice(target.indexOf('?') + 1)
            .split('&')
            .map((piece) => {
              const [name = '', value = ''] = piece.split(/=(.*)/s)
              return [name, decodeText(value)]
            }),
        )
        if (userId !== null) expect(pieces.get('user_id'), scenario.id).toBe(userId)
        if (amount !== null) expect(pieces.get('reward_amount'), scenario.id).toBe(amount)
      }
    }
  })

  it('tells deliveries apart by the transaction id where there is one, and repeats it with a repetition', () => {
    const targets = (id: string): readonly string[] => {
      const [scenario] = chosenScenarios([id])
      return scenario
        ? planScenario(scenario, url, { ...NAMES, transactionIdParam: 'tx' }, SCOPE).deliveries.map(
            ({ target }) => target,
          )
        : []
    }
    expect(new Set(targets('same-again')).size).toBe(1)
    expect(targets('other-amount').map((target) => /tx=[^&]+/.exec(target)?.[0])).toEqual([
      'tx=adjump-test-abc123-other-amount-1',
      'tx=adjump-test-abc123-other-amount-2',
    ])
  })
})

describe('the URL of a backend', () => {
  it('may be the dashboard’s: its macros name the parameters, the rest goes along', () => {
    const target = readConformanceTarget('https://a.test/x?k=1&u%20id={user_id}&p=%7Breward_amount%7D&z', NAMES)
    expect(target).toMatchObject({
      ok: true,
      url: { query: 'k=1&z' },
      names: { userIdParam: 'u id', rewardAmountParam: 'p' },
    })
  })

  it('is refused where both macros have one name', () => {
    expect(readConformanceTarget('http://a.test/?x={user_id}&x={reward_amount}', NAMES)).toMatchObject({ ok: false })
  })
})

describe('a balance', () => {
  it.each([
    ['{"balance":9007199254740993}', null, '9007199254740993'],
    ['{"id":7,"data":{"newBalance":"12.50"}}', null, '12.5'],
    ['{"a":{"b":[1,{"c":"0.30"}]}}', 'a.b.1.c', '0.3'],
    ['{"ok":true,"coins":5}', null, '5'],
    ['You have 12.75 coins.', null, '12.75'],
    ['1e3', null, '1000'],
  ])('in %s is read exactly', (body, field, value) => {
    expect(readBalance(aJsonReply(body), field)).toEqual({ value, problem: null })
  })

  it.each([
    ['nothing', null, 'no number'],
    ['{"balance":"many"}', 'balance', 'no plain decimal'],
    ['{"balance":1}', 'total', 'no field “total”'],
    [`{"balance":${'9'.repeat(1000)}}`, 'balance', 'no plain decimal'],
  ])('that is not in %s is said', (body, field, problem) => {
    expect(readBalance(aJsonReply(body), field).problem).toContain(problem)
  })

  it('of a user that is not there yet is 0, and of a server that fails unknown', () => {
    expect(readBalance(aJsonReply('', 404), null).value).toBe('0')
    expect(readBalance(aJsonReply('5', 500), null)).toMatchObject({
      value: null,
      problem: expect.stringContaining('500'),
    })
  })

  it('is asked for with the id percent-encoded, a dollar sign too', () => {
    expect(balanceUrlFor('http://a.test/b?u={user_id}', 'a+b %2B$&')).toBe('http://a.test/b?u=a%2Bb%20%252B%24%26')
  })
})

describe('JSON', () => {
  it('is read with its numbers as they are written', () => {
    expect(readJsonLeaves('{"a":[{"b":1.10},"x\\u0041"],"c":null}')).toEqual([
      { path: 'a.0.b', name: 'b', kind: 'number', text: '1.10' },
      { path: 'a.1', name: 'a', kind: 'string', text: 'xA' },
      { path: 'c', name: 'c', kind: 'word', text: 'null' },
    ])
  })

  it.each(['', 'OK', '{', '{"a":}', '[1,]', '{"a":1} x', '['.repeat(10_000)])('is not what “%s” is', (text) => {
    expect(readJsonLeaves(text)).toBeNull()
  })
})
