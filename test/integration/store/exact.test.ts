import { randomBytes } from 'node:crypto'
import { beforeEach, describe, expect, it } from 'vitest'
import { DEFAULT_ENDPOINT_CONFIG } from '../../../src/core/endpoint.ts'
import { EVERYTHING } from '../../../src/core/filter.ts'
import type { PostbackStore } from '../../../src/core/ports.ts'
import { aCapturedRequest, OK_REPLY } from '../../support/builders.ts'
import { allIds } from '../../support/collect.ts'
import { openStore } from '../../support/open-store.ts'
import { tempFolder } from '../../support/temp-folder.ts'

const EVERY_BYTE = Array.from({ length: 256 }, (_, byte) => String.fromCharCode(byte)).join('')
const ODD_TEXTS = ['', '\0', 'a\0b', EVERY_BYTE, '\ufffd', '\ud800', 'a\udfffb', '\ud83d\ude00', '日本', '"\\\n']

let store: PostbackStore

beforeEach(async () => {
  store = await openStore({ folder: await tempFolder() })
})

describe('What came over the wire comes back exactly', () => {
  it('targets and methods, whatever their characters', async () => {
    for (const text of ODD_TEXTS) {
      const { id } = await store.append(aCapturedRequest({ target: text, method: text }), OK_REPLY)
      expect(await store.detail(id)).toMatchObject({ target: text, method: text })
      expect((await store.byIds([id]))[0]).toMatchObject({ target: text, method: text })
    }
  })

  it('header lists, whatever their names and values, alone and repeated', async () => {
    const lists = [
      [],
      ['Host', ''],
      ['Host', ' x ', 'HOST', ':y', 'host', ': z'],
      ['', 'no name'],
      ['a:b', 'c', 'a b', 'c'],
      ['one without a value'],
      ['a', '\r\nb: c'],
      ...ODD_TEXTS.map((text) => ['X-Odd', text, text, 'odd']),
    ]
    for (const rawHeaders of [...lists, ...lists, ...lists]) {
      const { id } = await store.append(aCapturedRequest({ rawHeaders }), OK_REPLY)
      expect((await store.detail(id))?.rawHeaders).toEqual(rawHeaders)
    }
  })

  it('user ids with a NUL or with bytes that were no UTF-8, and finds them again', async () => {
    for (const [raw, userId] of [
      ['a%00b', 'a\0b'],
      ['a%00c', 'a\0c'],
      ['%FF', '\ufffd'],
      ['%ED%A0%80', '\ufffd\ufffd\ufffd'],
    ] as const) {
      const stored = await store.append(
        aCapturedRequest({ target: `/hitpoint?user_id=${raw}&reward_amount=1` }),
        OK_REPLY,
      )
      expect(stored.userId).toBe(userId)
      expect((await store.byIds([stored.id]))[0]).toEqual(stored)
      expect(await allIds(store, { filter: { ...EVERYTHING, userId } })).toEqual([stored.id])
    }
  })

  it('a body of some megabytes, and one that is a piece of a larger buffer', async () => {
    const large = randomBytes(3 * 1024 * 1024)
    const piece = large.subarray(1000, 1010)
    for (const body of [large, piece]) {
      const { id } = await store.append(aCapturedRequest({ method: 'POST', body }), OK_REPLY)
      const detail = await store.detail(id)
      expect(detail?.bodyBase64 === body.toString('base64')).toBe(true)
      expect(detail?.bodyLength).toBe(body.byteLength)
    }
  })

  it('replies, memos, and names of endpoints', async () => {
    for (const text of ODD_TEXTS) {
      const { id } = await store.append(aCapturedRequest(), { ...OK_REPLY, body: text, headers: [['X', text]] })
      expect(await store.detail(id)).toMatchObject({ replyBody: text, replyHeaders: [['X', text]] })
      await store.saveMemo('odd', text)
      expect(await store.memo('odd')).toBe(text)
    }
    const [endpoint] = await store.endpoints()
    await store.saveEndpoint(endpoint?.id ?? '', { ...DEFAULT_ENDPOINT_CONFIG, name: 'a\ud800b' })
    expect((await store.endpoints())[0]?.name).toBe('a\ud800b')
  })
})
