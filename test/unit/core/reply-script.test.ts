import { describe, expect, it } from 'vitest'
import { type EndpointConfig, endpointConfigSchema, type ReplyStep } from '../../../src/core/endpoint.ts'
import { replyAt, stepAt } from '../../../src/core/reply-script.ts'
import { anEndpoint } from '../../support/detail-builders.ts'

const step = (status: number, more: Partial<ReplyStep> = {}): ReplyStep => ({
  status,
  headers: [],
  body: 'body',
  delayMs: 0,
  ending: 'complete',
  ...more,
})
const script = (afterLast: EndpointConfig['replyScript']['afterLast']): EndpointConfig['replyScript'] => ({
  steps: [step(500), step(503)],
  afterLast,
})

describe('a reply script', () => {
  it.each([
    ['endpoint-reply', [0, 1, null, null, null]],
    ['repeat-last', [0, 1, 1, 1, 1]],
    ['start-over', [0, 1, 0, 1, 0]],
  ] as const)('after its last step goes on with %s', (afterLast, steps) => {
    expect(steps.map((_, given) => stepAt(script(afterLast), given))).toEqual(steps)
  })

  it('without steps is the endpoint’s own reply', () => {
    const endpoint = anEndpoint()
    expect(replyAt(endpoint, 3)).toEqual({ reply: endpoint.reply, step: null })
  })

  it('gives each step’s own reply', () => {
    const endpoint = anEndpoint({ replyScript: script('endpoint-reply') })
    expect([0, 1, 2].map((given) => replyAt(endpoint, given).reply.status)).toEqual([500, 503, 200])
  })

  it.each([
    [step(204, { ending: 'cut' }), 'status'],
    [step(200, { ending: 'cut', body: '' }), 'body'],
  ])('cannot cut off a body that is not there: %j', (wrong, field) => {
    const { id: _id, ...config } = anEndpoint({ replyScript: { steps: [wrong], afterLast: 'repeat-last' } })
    const parsed = endpointConfigSchema.safeParse(config)
    expect(parsed.error?.issues.map(({ path }) => path)).toEqual([['replyScript', 'steps', 0, field]])
  })
})
