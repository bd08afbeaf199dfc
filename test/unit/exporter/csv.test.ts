import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { PostbackDetail } from '../../../src/core/postback.ts'
import { aDetail, aFinding, anEndpoint, aRejectedDetail } from '../../support/detail-builders.ts'
import { readCsv, unescapeCell } from './csv-reader.ts'
import { anyDetail, exported, HOSTILE_TEXTS } from './exporting.ts'

const WITH_EXTRA = anEndpoint({ extraFields: [{ field: 'transaction_id', param: 't' }] })

type Row = Readonly<Record<string, string | null>>

/** Rows by column name, as they stand in the file. */
async function rows(details: readonly PostbackDetail[]): Promise<Row[]> {
  const text = await exported('csv', details, [WITH_EXTRA])
  const [header = [], ...records] = readCsv(text.slice(1))
  return records.map((record) => {
    expect(record).toHaveLength(header.length)
    return Object.fromEntries(header.map((name, index) => [name ?? '', record[index] ?? null]))
  })
}

async function row(detail: PostbackDetail): Promise<Row> {
  const [first = {}] = await rows([detail])
  return first
}

describe('an export as CSV', () => {
  it('begins with a byte order mark and a header line', async () => {
    const text = await exported('csv', [], [WITH_EXTRA])
    expect(text.startsWith('\ufeffid,received_at,kind,verdict,endpoint,endpoint_id,user_id,reward_amount,')).toBe(true)
    expect(text.endsWith(',extra_transaction_id,mark_pinned,mark_colour,mark_note\r\n')).toBe(true)
    expect(readCsv(text.slice(1))).toHaveLength(1)
  })

  it('has a clean postback as it is read', async () => {
    const findings = [
      aFinding({ code: 'repeated-param', field: 'user_id' }),
      aFinding({ code: 'extra-params', severity: 'info' }),
    ]
    expect(await row(aDetail({ findings }))).toMatchObject({
      id: '7',
      received_at: '2025-01-31T12:30:15.250Z',
      kind: 'postback',
      verdict: 'pass',
      endpoint: 'Adjump',
      user_id: 'u_1',
      reward_amount: '5',
      amount_value: '5',
      findings: 'repeated-param:user_id extra-params',
      method: 'GET',
      target: '/hitpoint?user_id=u_1&reward_amount=5',
      remote_port: '50000',
      headers: 'Host: x.example\nuser-agent: Adjump\nAccept: */*',
      body_length: '0',
      body_complete: 'true',
      reply_status: '200',
      reply_sent_at: null,
      reply_sender_gone: 'false',
    })
  })

  it.each(HOSTILE_TEXTS)('gives %j back exactly', async (text) => {
    const { user_id, reward_amount, target } = await row(aDetail({ userId: text, rewardAmount: text, target: text }))
    expect([user_id, reward_amount, target].map((cell) => unescapeCell(cell ?? null))).toEqual([text, text, text])
  })

  it('gives every string back exactly, whatever was sent', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyDetail, { maxLength: 4 }), async (details) => {
        const found = await rows(details)
        expect(
          found.map((cells) =>
            ['user_id', 'reward_amount', 'target', 'extra_transaction_id'].map((name) =>
              unescapeCell(cells[name] ?? null),
            ),
          ),
        ).toEqual(
          details.map(({ userId, rewardAmount, target, extras }) => [
            userId,
            rewardAmount,
            target,
            extras[0]?.value ?? null,
          ]),
        )
        for (const [index, cells] of found.entries()) {
          const encoding = cells['body_encoding'] === 'base64' ? 'base64' : 'utf8'
          const body = Buffer.from(unescapeCell(cells['body'] ?? null) ?? '', encoding)
          expect(body.toString('base64')).toBe(details[index]?.bodyBase64)
        }
      }),
    )
  })

  it('has no cell that a spreadsheet takes for a formula', async () => {
    await fc.assert(
      fc.asyncProperty(anyDetail, async (detail) => {
        for (const cell of Object.values(await row(detail)))
          expect(cell ?? '').not.toMatch(/^\s*[=+\-@＝＋－＠]|^[\t\r\n]/)
      }),
    )
  })

  it('keeps a negative amount’s text safe and its exact value a number', async () => {
    const detail = aDetail({ rewardAmount: '-50.10', amountValue: '-50.1' })
    expect(await row(detail)).toMatchObject({ reward_amount: "'-50.10", amount_value: '-50.1' })
  })

  it('tells an absent text from an empty one', async () => {
    expect(await row(aDetail({ userId: null, rewardAmount: '' }))).toMatchObject({ user_id: null, reward_amount: '' })
  })

  it('has what was no HTTP request, with its bytes', async () => {
    expect(await row(aRejectedDetail(Buffer.from('get / x')))).toMatchObject({
      kind: 'rejected',
      method: null,
      target: null,
      rejection_code: 'HPE_INVALID_METHOD',
      rejection_bytes_base64: Buffer.from('get / x').toString('base64'),
    })
  })
})
