import { describe, expect, it } from 'vitest'
import { createReplyScripts, type ScriptPosition } from '../../../src/app/reply-script.ts'
import type { Endpoint, ReplyStep } from '../../../src/core/endpoint.ts'
import { anEndpoint } from '../../support/detail-builders.ts'

const step = (status: number): ReplyStep => ({ status, headers: [], body: '', delayMs: 0, ending: 'complete' })
const scripted = (id: string, ...statuses: readonly number[]): Endpoint =>
  anEndpoint({ id, replyScript: { steps: statuses.map(step), afterLast: 'endpoint-reply' } })

function running(...endpoints: readonly Endpoint[]) {
  const told: (readonly ScriptPosition[])[] = []
  const scripts = createReplyScripts((positions) => told.push(positions))
  scripts.setEndpoints(endpoints)
  return { scripts, told, nextTurn: () => new Promise((resolve) => setImmediate(resolve)) }
}

describe('running reply scripts', () => {
  it('count for each endpoint on its own, and tell once of many steps', async () => {
    const [a, b] = [scripted('a', 500, 501), scripted('b', 502)]
    const { scripts, told, nextTurn } = running(a, b)
    expect([a, b, a, a, b].map((endpoint) => scripts.next(endpoint).status)).toEqual([500, 502, 501, 200, 200])
    await nextTurn()
    expect(told).toEqual([
      [
        { endpointId: 'a', given: 3 },
        { endpointId: 'b', given: 2 },
      ],
    ])
  })

  it('start over when asked to', () => {
    const a = scripted('a', 500, 501)
    const { scripts } = running(a)
    scripts.next(a)
    scripts.restart('a')
    scripts.restart('nobody')
    expect(scripts.next(a).status).toBe(500)
    expect(scripts.positions()).toEqual([{ endpointId: 'a', given: 1 }])
  })

  it('start over when the script changes, and not when anything else does', () => {
    const a = scripted('a', 500, 501)
    const { scripts } = running(a)
    scripts.next(a)
    scripts.setEndpoints([{ ...a, name: 'Other' }])
    expect(scripts.positions()).toEqual([{ endpointId: 'a', given: 1 }])
    scripts.setEndpoints([scripted('a', 500, 502)])
    expect(scripts.positions()).toEqual([{ endpointId: 'a', given: 0 }])
    scripts.setEndpoints([])
    expect(scripts.positions()).toEqual([])
  })
})
