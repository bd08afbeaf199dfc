import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import type { Expectation } from '../../../src/core/expectation.ts'
import {
  buildEvidence,
  type EvidenceParts,
  type EvidenceReport,
  evidenceJson,
} from '../../../src/services/exporter/evidence.ts'
import { evidenceHtml } from '../../../src/services/exporter/evidence-html.ts'
import { aDetail, aFinding, anEndpoint, aRejectedDetail } from '../../support/detail-builders.ts'
import { HOSTILE_TEXTS } from './exporting.ts'

const AT = Date.UTC(2026, 0, 2)

function parts(overrides: Partial<EvidenceParts> = {}): EvidenceParts {
  return {
    at: AT,
    appVersion: '1.2.3',
    runtime: 'Node 24',
    platform: 'linux x64',
    installation: 'an-installation',
    subject: 'Every stored request.',
    span: { from: null, to: null },
    endpoints: [anEndpoint({ pathToken: 'a-secret-of-the-path' })],
    expectations: [],
    requests: [aDetail()],
    outages: [],
    ...overrides,
  }
}

/** What the report itself is made of: nothing that loads, runs or leads anywhere. */
const OUR_TAGS =
  /^<(?:!doctype|\/?(?:html|head|meta|title|style|body|main|header|section|article|h[123]|p|dl|dt|dd|time|span|code|pre|mark|ul|li|b|i|table|thead|tbody|tr|th|td))$/

const htmlOf = (report: EvidenceReport): string => [...evidenceHtml(report)].join('')

describe('an evidence report', () => {
  it('sums amounts exactly and says how many have none', () => {
    const requests = ['9007199254740993.1', '0.2', '-0.3', null].map((amountValue, id) => aDetail({ id, amountValue }))
    const { totals } = buildEvidence(parts({ requests }))
    expect(totals.amounts).toEqual({ sum: '9007199254740993', included: 3, leftOut: 1 })
    expect(htmlOf(buildEvidence(parts({ requests })))).toContain('<code>9007199254740993</code>, exact, of 3 postbacks')
  })

  it('has a digest of its contents, which another content does not have', () => {
    const report = JSON.parse(evidenceJson(buildEvidence(parts()))) as EvidenceReport
    const { digest, ...contents } = report
    expect(digest.sha256).toBe(createHash('sha256').update(JSON.stringify(contents)).digest('hex'))
    expect(htmlOf(report)).toContain(digest.sha256)
    expect(buildEvidence(parts({ requests: [aDetail({ userId: 'other' })] })).digest).not.toEqual(digest)
  })

  it('names outages, versions, replies and timings', () => {
    const detail = aDetail({ reply: { status: 503, sentAt: aDetail().receivedAt + 42, senderGone: true } })
    const outage = { id: 1, reason: 'asleep' as const, from: AT, to: null, why: 'The lid was closed.' }
    const text = htmlOf(buildEvidence(parts({ requests: [detail], outages: [outage] })))
    for (const said of [
      'The lid was closed.',
      'still lasts',
      '503, after 42 ms, the sender was gone',
      'Node 24',
      '1.2.3',
    ]) {
      expect(text).toContain(said)
    }
  })

  it('shows an expectation with the difference and its cause', () => {
    const expectation: Expectation = {
      id: 'x',
      endpointId: 'e1',
      userId: 'User_1',
      amount: '5',
      armedAt: AT,
      until: AT + 1000,
      outcome: {
        state: 'mismatched',
        endedAt: AT + 1000,
        alike: [7],
        nearest: {
          postbackId: 7,
          receivedAt: AT,
          differences: [
            {
              field: 'user_id',
              expected: 'User_1',
              arrived: 'user_1',
              causes: ['case'],
              expectedMarks: [{ start: 0, end: 1 }],
              arrivedMarks: [{ start: 0, end: 1 }],
            },
          ],
        },
      },
    }
    const text = htmlOf(buildEvidence(parts({ expectations: [expectation] })))
    expect(text).toContain('Mismatched')
    expect(text).toContain('upper and lower case')
    expect(text).toContain('<code>User_1</code>')
  })

  it('marks the evidence in the raw request', () => {
    const detail = aDetail({
      target: '/hitpoint?user_id={user_id}',
      findings: [aFinding({ code: 'macro-not-replaced', evidence: [{ start: 18, end: 27 }] })],
    })
    expect(htmlOf(buildEvidence(parts({ requests: [detail] })))).toContain('user_id=<mark>{user_id}</mark>')
  })

  it('does not tell the secret part of a path', () => {
    expect(evidenceJson(buildEvidence(parts()))).not.toContain('a-secret-of-the-path')
  })

  it.each([...HOSTILE_TEXTS, '"><img src=x onerror=alert(1)>', '</pre></main><script>', '&lt;b&gt;'])(
    'shows %j as text, wherever it came',
    (text) => {
      const wire = Buffer.from(text).toString('latin1')
      const request = aDetail({
        target: `/${wire}`,
        method: wire,
        userId: text,
        rewardAmount: text,
        rawHeaders: [wire, wire],
        bodyBase64: Buffer.from(text).toString('base64'),
        replyBody: text,
        remoteAddress: text,
        findings: [aFinding({ code: 'param-missing', detail: text, evidence: [{ start: 0, end: 3 }] })],
      })
      const report = buildEvidence(
        parts({
          subject: text,
          requests: [request, aRejectedDetail(Buffer.from(text))],
          endpoints: [anEndpoint({ name: text })],
          outages: [{ id: 1, reason: 'off', from: AT, to: AT, why: text }],
        }),
      )
      const tags = htmlOf(report).match(/<[^\s>]*/g) ?? []
      expect(tags.filter((tag) => !OUR_TAGS.test(tag))).toEqual([])
      expect(htmlOf(report)).not.toMatch(/<[^>]*\s(?:on\w+|src|href|style)=|@import|url\(/i)
    },
  )
})
