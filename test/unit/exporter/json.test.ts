import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { aDetail, aFinding, anEndpoint, aRejectedDetail } from '../../support/detail-builders.ts'
import { anyDetail, exported } from './exporting.ts'

const latin1 = (text: string): string => Buffer.from(text, 'latin1').toString('base64')

describe('an export as JSON lines', () => {
  it('has everything that was kept of a request', async () => {
    const detail = aDetail({
      userId: 'u_1',
      rewardAmount: '5.0',
      amountValue: '5',
      verdict: 'warn',
      findings: [
        aFinding({ code: 'repeated-param', field: 'user_id', param: 'uid', evidence: [{ start: 1, end: 3 }] }),
      ],
      extras: [{ field: 'transaction_id', param: 't', value: null }],
      rawHeaders: ['hOST', 'a', 'X-Two', '1', 'x-two', '2'],
      bodyBase64: Buffer.from('a=é').toString('base64'),
      bodyLength: 4,
      reply: { status: 201, sentAt: Date.UTC(2025, 0, 31, 12, 30, 15, 251), senderGone: false },
      replyHeaders: [['X-A', 'b']],
      mark: { pinned: true, colour: 'amber', hasNote: true },
      note: 'Ask Ann.',
    })
    expect(JSON.parse(await exported('ndjson', [detail], [anEndpoint({ name: 'My app' })]))).toEqual({
      id: 7,
      receivedAt: '2025-01-31T12:30:15.250Z',
      kind: 'postback',
      method: 'GET',
      target: '/hitpoint?user_id=u_1&reward_amount=5',
      endpoint: 'My app',
      endpointId: 'e1',
      userId: 'u_1',
      rewardAmount: '5.0',
      amountValue: '5',
      extras: [{ field: 'transaction_id', param: 't', value: null }],
      verdict: 'warn',
      findings: [
        {
          code: 'repeated-param',
          severity: 'warning',
          field: 'user_id',
          param: 'uid',
          detail: 'A sentence.',
          evidence: [{ start: 1, end: 3 }],
          related: null,
        },
      ],
      remoteAddress: '127.0.0.1',
      remotePort: 50_000,
      httpVersion: '1.1',
      headers: [
        ['hOST', 'a'],
        ['X-Two', '1'],
        ['x-two', '2'],
      ],
      body: { length: 4, complete: true, encoding: 'utf8', content: 'a=é' },
      rejection: null,
      reply: {
        status: 201,
        sentAt: '2025-01-31T12:30:15.251Z',
        senderGone: false,
        ending: 'complete',
        headers: [['X-A', 'b']],
        body: 'OK',
      },
      mark: { pinned: true, colour: 'amber', note: 'Ask Ann.' },
    })
  })

  it.each([
    ['bytes that are no UTF-8', 'caf\xe9'],
    ['a character cut in two', '\xf0\x9f\x92'],
  ])('keeps a body of %s as base64', async (_what, body) => {
    const line = await exported('ndjson', [aDetail({ bodyBase64: latin1(body), bodyLength: body.length })])
    expect(JSON.parse(line)).toMatchObject({ body: { encoding: 'base64', content: latin1(body) } })
  })

  it('keeps a byte order mark in a body', async () => {
    const line = await exported('ndjson', [aDetail({ bodyBase64: latin1('\xef\xbb\xbfa') })])
    expect(JSON.parse(line)).toMatchObject({ body: { encoding: 'utf8', content: '\ufeffa' } })
  })

  it('has the code and the first bytes of what was no HTTP request', async () => {
    const line = await exported('ndjson', [aRejectedDetail(Buffer.from('\x16\x03\xff', 'latin1'))])
    expect(JSON.parse(line)).toMatchObject({
      method: null,
      target: null,
      endpoint: null,
      rejection: { code: 'HPE_INVALID_METHOD', encoding: 'base64', content: latin1('\x16\x03\xff') },
    })
  })

  it('names no endpoint where it was deleted', async () => {
    const line = await exported('ndjson', [aDetail({ endpointId: 'gone' })])
    expect(JSON.parse(line)).toMatchObject({ endpoint: null, endpointId: 'gone' })
  })

  it('gives lone surrogates back as they were', async () => {
    const line = await exported('ndjson', [aDetail({ userId: '\ud800', target: '/\udfff' })])
    expect(JSON.parse(line)).toMatchObject({ userId: '\ud800', target: '/\udfff' })
    expect(line).toBe(Buffer.from(line).toString())
  })

  it('is one object a line, whatever was sent', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyDetail, { maxLength: 5 }), async (details) => {
        const lines = (await exported('ndjson', details)).split('\n')
        expect(lines.pop()).toBe('')
        expect(lines.map((line): unknown => JSON.parse(line))).toMatchObject(
          details.map(({ target, userId, rewardAmount }) => ({ target, userId, rewardAmount })),
        )
      }),
    )
  })

  it('is empty where nothing is stored', async () => {
    expect(await exported('ndjson', [])).toBe('')
  })
})

describe('an export as JSON', () => {
  it('is an array of the same objects', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyDetail, { maxLength: 4 }), async (details) => {
        const lines = (await exported('ndjson', details)).split('\n').slice(0, -1)
        const array: unknown = JSON.parse(await exported('json', details))
        expect(array).toEqual(lines.map((line): unknown => JSON.parse(line)))
      }),
    )
  })

  it('is an empty array where nothing is stored', async () => {
    expect(JSON.parse(await exported('json', []))).toEqual([])
  })
})
