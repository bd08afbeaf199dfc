import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compareReplies, compareRequests, replyNow, replyThen } from '../../../src/core/compare.ts'
import { compareBodies } from '../../../src/core/compare-body.ts'
import { alignLists, markDifference } from '../../../src/core/difference.ts'
import { aDetail } from '../../support/detail-builders.ts'

const base64 = (text: string): string => Buffer.from(text).toString('base64')
const paramsOf = (left: string, right: string) =>
  compareRequests(aDetail({ target: left }), aDetail({ target: right })).params

describe('two requests beside each other', () => {
  it('are identical where every byte is, whenever they came', () => {
    const later = aDetail({ id: 8, receivedAt: aDetail().receivedAt + 1500 })
    expect(compareRequests(aDetail(), later)).toMatchObject({ identical: true, apartMs: 1500, body: { form: 'same' } })
  })

  it.each([
    { method: 'POST' },
    { target: '/hitpoint?reward_amount=5&user_id=u_1' },
    { target: '/hitpoint?user_id=u_1&&reward_amount=5' },
    { rawHeaders: ['Host', 'x.example', 'User-Agent', 'Adjump', 'Accept', '*/*'] },
    { bodyBase64: base64('x') },
  ])('are not where one thing differs: %j', (difference) => {
    expect(compareRequests(aDetail(), aDetail(difference)).identical).toBe(false)
  })

  it('say of each parameter what became of it', () => {
    const rows = paramsOf('/p?user_id=u_1&reward_amount=5&old=1', '/p?user_id=U_1&reward_amount=5&new=2')
    expect(rows.map(({ change, left, right }) => [change, left?.name ?? null, right?.name ?? null])).toEqual([
      ['changed', 'user_id', 'user_id'],
      ['same', 'reward_amount', 'reward_amount'],
      ['added', null, 'new'],
      ['removed', 'old', null],
    ])
  })

  it('tell another encoding of the same value from another value', () => {
    expect(paramsOf('/p?u=a%20b', '/p?u=a+b')[0]).toMatchObject({ change: 'changed', onlyEncoding: true })
    expect(paramsOf('/p?u=a%20b', '/p?u=a%2Bb')[0]).toMatchObject({ change: 'changed', onlyEncoding: false })
    expect(paramsOf('/p?u', '/p?u=')[0]).toMatchObject({ change: 'changed', onlyEncoding: false })
  })

  it('see an order that changed, and only what moved', () => {
    const rows = paramsOf('/p?a=1&b=2&c=3', '/p?c=3&a=1&b=2')
    expect(rows.map(({ change, left }) => [left?.name, change])).toEqual([
      ['a', 'same'],
      ['b', 'same'],
      ['c', 'moved'],
    ])
  })

  it('pair repeated names in their order', () => {
    const rows = paramsOf('/p?a=1&a=2', '/p?a=1&a=3&a=4')
    expect(rows.map(({ change, left, right }) => [change, left?.value, right?.value])).toEqual([
      ['same', '1', '1'],
      ['changed', '2', '3'],
      ['added', undefined, '4'],
    ])
  })

  it('pair headers whatever their case, which is a difference all the same', () => {
    const { headers } = compareRequests(
      aDetail({ rawHeaders: ['Host', 'x'] }),
      aDetail({ rawHeaders: ['host', 'x', 'A', '1'] }),
    )
    expect(headers.map(({ change }) => change)).toEqual(['changed', 'added'])
  })

  it('show a text body line by line', () => {
    const { rows, form } = compareBodies('{\n"a": 1,\n"b": 2\n}', '{\n"a": 1,\n"b": 3,\n"c": 4\n}')
    expect(form).toBe('lines')
    expect(rows.map(({ change, left, right }) => [change, left, right])).toEqual([
      ['same', '{', '{'],
      ['same', '"a": 1,', '"a": 1,'],
      ['changed', '"b": 2', '"b": 3,'],
      ['added', null, '"c": 4'],
      ['same', '}', '}'],
    ])
  })

  it('show bytes that are no text in hex', () => {
    const { rows, form } = compareBodies('\u00ff\u0000ab', '\u00ff\u0001ab')
    expect(form).toBe('bytes')
    expect(rows).toHaveLength(1)
    expect(rows[0]).toMatchObject({ change: 'changed', left: expect.stringContaining('ff 00 61 62') as string })
  })

  it('say where they do not show all', () => {
    const long = (last: string): string => `${'line\n'.repeat(3000)}${last}`
    expect(compareBodies(long('a'), long('b')).cut).toBe(true)
    expect(compareBodies('\u00ff'.repeat(20_000), '\u00fe').cut).toBe(true)
  })
})

it('a reply now stands beside the reply then', () => {
  const then = aDetail({ reply: { status: 200, sentAt: aDetail().receivedAt + 4, senderGone: false } })
  const now = {
    ...{ startedAt: 0, connectMs: 1, firstByteMs: 2, totalMs: 7.5, remoteAddress: null, failure: null },
    reply: { status: 500, statusText: '', rawHeaders: ['A', '1'], bodyBase64: base64('no'), bodyLength: 2 },
  }
  const compared = compareReplies(replyThen(then), replyNow(now))
  expect(compared).toMatchObject({ status: { left: '200', right: '500', same: false }, leftMs: 4, rightMs: 7.5 })
  expect(compared.body.rows).toEqual([{ change: 'changed', left: 'OK', right: 'no' }])
  expect(compareReplies(replyThen(then), replyNow({ ...now, reply: null })).status).toMatchObject({
    right: null,
    same: false,
  })
})

describe('the difference of two texts', () => {
  it('is what stands between their common ends', () => {
    expect(markDifference('u_1001', 'u_1101')).toEqual({
      left: [
        { text: 'u_1', differs: false },
        { text: '0', differs: true },
        { text: '01', differs: false },
      ],
      right: [
        { text: 'u_1', differs: false },
        { text: '1', differs: true },
        { text: '01', differs: false },
      ],
    })
  })

  it('cuts no character in two, and loses none', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'b', '😀', '😁'), maxLength: 8 })
    fc.assert(
      fc.property(text, text, (left, right) => {
        const marked = markDifference(left, right)
        for (const [whole, found] of [
          [left, marked.left],
          [right, marked.right],
        ] as const) {
          expect(found.map((part) => part.text).join('')).toBe(whole)
          for (const part of found) expect(encodeURIComponent(part.text)).not.toBe('')
        }
      }),
    )
  })

  it('of two lists keeps both in order and pairs only what is equal', () => {
    const list = fc.array(fc.constantFrom('a', 'b', 'c'), { maxLength: 12 })
    fc.assert(
      fc.property(list, list, fc.constantFrom(0, 1_000_000), (left, right, cells) => {
        const rows = alignLists(left, right, cells)
        expect(rows.flatMap((row) => (row.left === null ? [] : [row.left]))).toEqual([...left.keys()])
        expect(rows.flatMap((row) => (row.right === null ? [] : [row.right]))).toEqual([...right.keys()])
        for (const row of rows) {
          if (row.left !== null && row.right !== null) expect(left[row.left]).toBe(right[row.right])
        }
      }),
    )
  })
})
