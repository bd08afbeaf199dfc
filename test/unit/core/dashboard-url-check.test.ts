import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkDashboardUrl } from '../../../src/core/dashboard-url-check.ts'
import type { DashboardUrlProblemCode } from '../../../src/core/dashboard-url-problem.ts'
import { anEndpoint } from '../../support/detail-builders.ts'

interface WrongCase {
  readonly text: string
  readonly problems: readonly { readonly code: DashboardUrlProblemCode; readonly marks: string }[]
}

function fixture(name: string): unknown {
  return JSON.parse(readFileSync(new URL(`../../fixtures/dashboard-url/${name}.json`, import.meta.url), 'utf8'))
}

const PUBLIC_URL = 'https://new-name.loca.lt'
const EXPECTED = { publicUrl: PUBLIC_URL, endpoint: anEndpoint() }
// The fixtures are this test's own files.
const clean = (fixture('clean') as { cases: readonly string[] }).cases
const wrong = (fixture('wrong') as { cases: readonly WrongCase[] }).cases

function codes(text: string, expected: Parameters<typeof checkDashboardUrl>[1] = EXPECTED): string[] {
  return checkDashboardUrl(text, expected).map((problem) => problem.code)
}

describe('a dashboard URL in which nothing is wrong', () => {
  it.each(clean)('has no problem: %j', (text) => {
    expect(checkDashboardUrl(text, EXPECTED)).toEqual([])
  })
})

describe('a dashboard URL in which something is wrong', () => {
  it.each(wrong)('has one problem a cause, marked where it stands: $text', ({ text, problems }) => {
    const found = checkDashboardUrl(text, EXPECTED).map(({ code, span }) => ({
      code,
      marks: text.slice(span.start, span.end),
    }))
    expect(found).toEqual(problems)
  })

  it('is told with both strings where the tunnel has another name now', () => {
    const text = 'https://old-name.loca.lt/hitpoint?user_id={user_id}&reward_amount={reward_amount}'
    const [problem] = checkDashboardUrl(text, EXPECTED)
    expect(problem?.message).toContain('old-name.loca.lt')
    expect(problem?.message).toContain('new-name.loca.lt')
    expect(problem?.fix).toContain('new-name.loca.lt')
  })

  it('is told what is missing and what to add', () => {
    const [problem] = checkDashboardUrl(`${PUBLIC_URL}/hitpoint?user_id={user_id}`, EXPECTED)
    expect(problem?.fix).toContain('reward_amount={reward_amount}')
  })

  it('shows what it quotes with nothing invisible in it', () => {
    const [problem] = checkDashboardUrl(
      `${PUBLIC_URL}\u202e/hitpoint?user_id={user_id}&reward_amount={reward_amount}`,
      EXPECTED,
    )
    expect(problem?.message).toContain('\\u202e')
  })
})

describe('what the URL is compared with', () => {
  const query = 'user_id={user_id}&reward_amount={reward_amount}'

  it('allows http where the public URL is http, and then minds https', () => {
    const expected = { publicUrl: 'http://1.2.3.4:8080', endpoint: anEndpoint() }
    expect(codes(`http://1.2.3.4:8080/hitpoint?${query}`, expected)).toEqual([])
    expect(codes(`https://1.2.3.4:8080/hitpoint?${query}`, expected)).toEqual(['scheme-wrong'])
    expect(codes(`http://1.2.3.4/hitpoint?${query}`, expected)).toEqual(['port-differs'])
  })

  it('minds no host and no http while there is no public URL, but still what cannot work', () => {
    const expected = { publicUrl: null, endpoint: anEndpoint() }
    expect(codes(`http://any.example.org/hitpoint?${query}`, expected)).toEqual([])
    expect(codes(`https://localhost:4070/hitpoint?${query}`, expected)).toEqual(['host-local'])
    expect(codes(`https://any.example.org/hit?${query}`, expected)).toEqual(['path-differs'])
  })

  it('expects the path of a public URL that has one', () => {
    const expected = { publicUrl: 'https://my.example.org/base/', endpoint: anEndpoint() }
    expect(codes(`https://my.example.org/base/hitpoint?${query}`, expected)).toEqual([])
    expect(codes(`https://my.example.org/hitpoint?${query}`, expected)).toEqual(['path-differs'])
  })

  it('knows names that must be encoded, encoded or not', () => {
    const expected = {
      publicUrl: PUBLIC_URL,
      endpoint: anEndpoint({ userIdParam: 'käufer', rewardAmountParam: 'my amount' }),
    }
    const url = (user: string, amount: string): string =>
      `${PUBLIC_URL}/hitpoint?${user}={user_id}&${amount}={reward_amount}`
    expect(codes(url('k%C3%A4ufer', 'my%20amount'), expected)).toEqual([])
    expect(codes(url('k%c3%a4ufer', 'my+amount'), expected)).toEqual([])
    expect(codes(url('käufer', 'my%20amount'), expected)).toEqual(['name-not-encoded'])
  })

  it('sees what HTML made of a name that begins like an entity', () => {
    const expected = { publicUrl: PUBLIC_URL, endpoint: anEndpoint({ rewardAmountParam: 'currency_amount' }) }
    const text = `${PUBLIC_URL}/hitpoint?user_id={user_id}¤cy_amount={reward_amount}`
    const problems = checkDashboardUrl(text, expected)
    expect(problems.map(({ code }) => code)).toEqual(['html-entity'])
    expect(problems[0]?.message).toContain('“&curren” became “¤”')
  })
})

describe('any text', () => {
  const fragments = fc.constantFrom(
    'https://',
    'http:/',
    'new-name.loca.lt',
    ':443',
    '/hitpoint',
    '?',
    '??',
    '%3F',
    '#',
    '&',
    '&amp;',
    ';',
    '=',
    '%26',
    '%3D',
    'user_id',
    'reward_amount',
    '{user_id}',
    '{reward_amount}',
    '%7Buser_id%7D',
    '[YourParamName]',
    ' ',
    '\n',
    '“',
    '"',
    '\u200b',
    '\\',
    '@',
    '[',
    ']',
    '{',
    '}',
    '\ud800',
    '¤',
    'baseURL',
    '//',
    'é',
    '%',
    '%zz',
  )
  const text = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 60 }),
    fc.array(fragments, { maxLength: 16 }).map((parts) => parts.join('')),
  )

  it('is checked without a throw, and every problem marks a part of it', () => {
    const property = fc.property(text, fc.constantFrom(PUBLIC_URL, null, 'nonsense'), (typed, publicUrl) => {
      for (const problem of checkDashboardUrl(typed, { publicUrl, endpoint: anEndpoint() })) {
        expect(problem.span.start).toBeGreaterThanOrEqual(0)
        expect(problem.span.end).toBeGreaterThanOrEqual(problem.span.start)
        expect(problem.span.end).toBeLessThanOrEqual(typed.length)
        expect(problem.message).toMatch(/\.$/)
        expect(problem.fix).toMatch(/\.$/)
      }
    })
    fc.assert(property, { numRuns: 3000 })
  })

  it('that is far too long is refused at once', () => {
    expect(codes(`${PUBLIC_URL}/${'a;'.repeat(100_000)}`)).toEqual(['too-long'])
  })
})
