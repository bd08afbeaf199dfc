import { describe, expect, it } from 'vitest'
import type { ConformanceRun } from '../../../src/core/conformance/run.ts'
import { conformanceHtml } from '../../../src/services/exporter/conformance-html.ts'
import { conformanceJson } from '../../../src/services/exporter/conformance-json.ts'

const HOSTILE = `</pre><script>alert(1)</script><img src=x onerror=alert(2)>" onload='x' &amp; \u202e\0 ]]>`

/** A run in which whatever can come from outside is hostile. */
const RUN: ConformanceRun = {
  id: 'r1',
  state: 'cancelled',
  why: `It was cancelled. ${HOSTILE}`,
  startedAt: Date.UTC(2026, 0, 2, 3, 4, 5),
  endedAt: Date.UTC(2026, 0, 2, 3, 5, 0),
  version: '1.2.3',
  url: `http://127.0.0.1:3000/${HOSTILE}`,
  names: {
    userIdParam: HOSTILE,
    rewardAmountParam: 'reward_amount',
    transactionIdParam: null,
    constants: [['k', HOSTILE]],
  },
  balanceUrl: HOSTILE,
  balanceField: null,
  prefix: 'adjump-test-abc123',
  knownUser: HOSTILE,
  total: 2,
  results: [
    {
      scenarioId: 'markup',
      group: 'hostile',
      title: 'HTML and script in the user id',
      correct: 'Takes it for a text.',
      startedAt: Date.UTC(2026, 0, 2, 3, 4, 5),
      durationMs: 12.4,
      checks: [{ verdict: 'fail', sentence: `The reply says ${HOSTILE}`, expected: HOSTILE }],
      questions: [
        {
          id: 'credited-once',
          text: `How often was ${HOSTILE} credited?`,
          options: [{ value: 'once', label: 'Once', verdict: 'pass', sentence: 'Once.' }],
          answer: 'once',
        },
      ],
      exchanges: [
        {
          ...{ label: 'Postback', method: 'GET', target: `/hitpoint?user_id=${HOSTILE}`, sent: 1 },
          replies: [
            { count: 1, status: 200, ms: 3, contentType: HOSTILE, body: HOSTILE, bodyLength: 900, failure: HOSTILE },
          ],
        },
      ],
      balances: [{ userId: HOSTILE, before: '0', after: null, problem: HOSTILE }],
    },
  ],
}

describe('the HTML report', () => {
  const html = conformanceHtml(RUN)

  it('has no script, loads nothing, and shows hostile text as text', () => {
    const tags = new Set([...html.matchAll(/<\/?([a-z][a-z\d]*)/gi)].map((match) => match[1]))
    expect(tags).toEqual(
      new Set([
        ...[
          'a',
          'article',
          'body',
          'br',
          'code',
          'dd',
          'dl',
          'dt',
          'h1',
          'h2',
          'h3',
          'head',
          'header',
          'html',
          'i',
          'li',
        ],
        ...['meta', 'p', 'pre', 'span', 'style', 'table', 'tbody', 'td', 'th', 'thead', 'title', 'tr', 'ul'],
      ]),
    )
    expect(html).not.toMatch(/<[^>]*\s(?:on\w+|src|style)\s*=/i)
    expect(html.match(/href="(?!#)/g)).toBeNull()
    expect(html).not.toMatch(/url\(|@import/)
    expect(html).not.toMatch(/[\0\u202e]/)
    expect(html).toContain('&lt;script&gt;alert(1)&lt;/script&gt;')
    expect(html).toContain('&amp;amp;')
  })

  it('closes what it opens', () => {
    const open: string[] = []
    for (const [, slash, name = ''] of html.matchAll(/<(\/?)([a-z][a-z\d]*)[^>]*>/g)) {
      if (['meta', 'br'].includes(name)) continue
      if (slash === '/') expect(open.pop()).toBe(name)
      else open.push(name)
    }
    expect(open).toEqual([])
  })

  it('says what it is about, what came of it, and how it ended', () => {
    for (const text of [
      '2026-01-02T03:04:05.000Z',
      '1.2.3',
      '✕ Fail 1',
      'It was cancelled.',
      '1 of 2',
      'Answer: Once',
    ]) {
      expect(html).toContain(text)
    }
  })

  it('is light and dark as its reader has it, and fit for paper', () => {
    expect(html).toContain('@media (prefers-color-scheme: dark)')
    expect(html).toContain('@media print')
  })
})

describe('the JSON report', () => {
  it('holds everything, with verdicts, counts and ISO times', () => {
    expect(JSON.parse(conformanceJson(RUN))).toMatchObject({
      report: 'adjump-inspector-conformance/1',
      startedAt: '2026-01-02T03:04:05.000Z',
      counts: { pass: 0, warning: 0, fail: 1, ask: 0 },
      results: [{ verdict: 'fail', scenarioId: 'markup', exchanges: RUN.results[0]?.exchanges }],
    })
  })
})
