import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import type { PostbackDetail } from '../../../src/core/postback.ts'
import { aDetail, anEndpoint, aRejectedDetail } from '../../support/detail-builders.ts'
import { anyDetail, exported } from './exporting.ts'

/** HAR 1.2's required fields (http://www.softwareishard.com/blog/har-12-spec/); own fields start with `_`. */
const pair = z.strictObject({ name: z.string(), value: z.string() })
const cookie = z.strictObject({ name: z.string(), value: z.string() })
const size = z.int().min(-1)
const absoluteUrl = z.string().regex(/^https?:\/\/[^/?#]+/i)
const harSchema = z.strictObject({
  log: z.strictObject({
    version: z.literal('1.2'),
    creator: z.strictObject({ name: z.string(), version: z.string() }),
    comment: z.string().optional(),
    entries: z.array(
      z.strictObject({
        startedDateTime: z.iso.datetime({ precision: 3 }),
        time: z.number().min(0),
        request: z.strictObject({
          method: z.string(),
          url: z.string(),
          httpVersion: z.string().startsWith('HTTP/'),
          cookies: z.array(cookie),
          headers: z.array(pair),
          queryString: z.array(pair),
          postData: z
            .strictObject({ mimeType: z.string(), text: z.string(), _encoding: z.literal('base64').optional() })
            .optional(),
          headersSize: size,
          bodySize: size,
        }),
        response: z.strictObject({
          status: z.int(),
          statusText: z.string(),
          httpVersion: z.string(),
          cookies: z.array(cookie),
          headers: z.array(pair),
          content: z.strictObject({ size, mimeType: z.string(), text: z.string() }),
          redirectURL: z.string(),
          headersSize: size,
          bodySize: size,
        }),
        cache: z.strictObject({}),
        timings: z.strictObject({ send: z.number().min(0), wait: z.number().min(0), receive: z.number().min(0) }),
        connection: z.string().optional(),
        _adjump: z.looseObject({ id: z.int(), target: z.string() }),
      }),
    ),
  }),
})

async function har(details: readonly PostbackDetail[]): Promise<z.infer<typeof harSchema>['log']> {
  return harSchema.parse(JSON.parse(await exported('har', details, [anEndpoint()]))).log
}

async function entry(overrides: Partial<PostbackDetail>) {
  const [first] = (await har([aDetail(overrides)])).entries
  if (first === undefined) throw new Error('There is no entry.')
  return first
}

describe('an export as HAR', () => {
  it('is valid where nothing is stored', async () => {
    expect(await har([])).toEqual({
      version: '1.2',
      creator: { name: 'Adjump Inspector', version: '1.2.3' },
      entries: [],
    })
  })

  it('is valid whatever was sent', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyDetail, { maxLength: 4 }), async (details) => {
        const { entries } = await har(details)
        const requests = details.filter(({ target }) => target !== null)
        expect(entries.map(({ _adjump }) => _adjump.target)).toEqual(requests.map(({ target }) => target))
      }),
    )
  })

  it('has a postback as a request with its answer', async () => {
    const found = await entry({
      target: '/hitpoint?user_id=a%20b&x&reward_amount=5',
      rawHeaders: ['Host', 'app.example', 'Cookie', 'a=1; b=2=3'],
      reply: { status: 302, sentAt: Date.UTC(2025, 0, 31, 12, 30, 15, 262), senderGone: false },
      replyHeaders: [
        ['Location', '/there'],
        ['Content-Type', 'text/plain'],
        ['Set-Cookie', 'c=3; Path=/'],
      ],
      replyBody: 'Ök',
    })
    expect(found).toMatchObject({
      startedDateTime: '2025-01-31T12:30:15.250Z',
      time: 12,
      timings: { wait: 12 },
      request: {
        method: 'GET',
        url: 'http://app.example/hitpoint?user_id=a%20b&x&reward_amount=5',
        httpVersion: 'HTTP/1.1',
        cookies: [
          { name: 'a', value: '1' },
          { name: 'b', value: '2=3' },
        ],
        queryString: [
          { name: 'user_id', value: 'a b' },
          { name: 'x', value: '' },
          { name: 'reward_amount', value: '5' },
        ],
      },
      response: {
        status: 302,
        statusText: 'Found',
        redirectURL: '/there',
        cookies: [{ name: 'c', value: '3' }],
        content: { size: 3, mimeType: 'text/plain', text: 'Ök' },
      },
      _adjump: { verdict: 'pass', endpoint: 'Adjump', userId: 'u_1', rewardAmount: '5', senderGone: false },
    })
  })

  it.each([
    ['/a?b=1', ['Host', 'x.test:81'], 'http://x.test:81/a?b=1'],
    ['/a', ['host', 'x.test', 'X-Forwarded-Proto', 'https'], 'https://x.test/a'],
    ['/a', ['host', 'x.test', 'X-Forwarded-Proto', 'javascript'], 'http://x.test/a'],
    ['/a', [], 'http://127.0.0.1/a'],
    ['/a', ['Host', 'evil/?x@y'], 'http://127.0.0.1/a'],
    ['/a', ['Host', '[::1]:80'], 'http://[::1]:80/a'],
    ['/a?b=1#c', ['Host', 'x'], 'http://x/a?b=1'],
    ['//a', ['Host', 'x'], 'http://x//a'],
    ['http://y.test/a', ['Host', 'x'], 'http://y.test/a'],
    ['*', ['Host', 'x'], 'http://x/*'],
    ['y.test:443', ['Host', 'x'], 'http://y.test:443/'],
  ])('makes an absolute URL of %s and %j', async (target, rawHeaders, url) => {
    const found = await entry({ target, rawHeaders })
    expect(absoluteUrl.parse(found.request.url)).toBe(url)
    expect(found._adjump.target).toBe(target)
  })

  it('has a body as text, or as base64 with a marker', async () => {
    const text = await entry({ bodyBase64: Buffer.from('a=1').toString('base64'), bodyLength: 3 })
    expect(text.request.postData).toEqual({ mimeType: '', text: 'a=1' })
    const bytes = await entry({ bodyBase64: Buffer.from([255]).toString('base64'), bodyLength: 1 })
    expect(bytes.request.postData).toEqual({ mimeType: '', text: '/w==', _encoding: 'base64' })
  })

  it.each([
    ['HEAD', 200],
    ['GET', 204],
  ])('has no answer’s body where none was sent (%s, %s)', async (method, status) => {
    const found = await entry({ method, reply: { status, sentAt: null, senderGone: false } })
    expect(found.response.content).toEqual({ size: 0, mimeType: '', text: '' })
  })

  it('says how many were left out because they were no HTTP requests', async () => {
    const log = await har([aRejectedDetail(Buffer.from('x')), aDetail(), aRejectedDetail(Buffer.from('y'))])
    expect(log.entries).toHaveLength(1)
    expect(log.comment).toContain('2')
  })
})
