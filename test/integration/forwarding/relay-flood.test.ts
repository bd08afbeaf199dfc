import { expect, it, onTestFinished } from 'vitest'
import { MOST_RELAYS } from '../../../src/app/relay-limit.ts'
import { startBackend } from '../../support/backend.ts'
import { openRaw, type RawConnection } from '../../support/raw-socket.ts'
import { forwardingInspector } from './forwarding-inspector.ts'

const GET = 'GET /hitpoint?user_id=a&reward_amount=5 HTTP/1.1\r\nHost: a\r\n\r\n'

it('where a backend never answers, no more than a bounded number of senders wait for it, and all are recorded', async () => {
  const backend = await startBackend(() => {})
  onTestFinished(() => backend.close())
  const it = await forwardingInspector({ mode: 'relay', url: backend.url, timeoutMs: 60_000 })
  const senders: RawConnection[] = []
  onTestFinished(() => {
    for (const sender of senders) sender.destroy()
  })
  for (let nth = 0; nth < MOST_RELAYS; nth += 1) {
    const sender = await openRaw(it.port)
    sender.write(GET)
    senders.push(sender)
  }
  await expect.poll(() => backend.requests.length, { timeout: 20_000 }).toBe(MOST_RELAYS)
  const last = await openRaw(it.port)
  senders.push(last)
  last.write(GET)
  expect(await last.response()).toMatchObject({ status: 503, body: expect.stringContaining('recorded') })
  expect(backend.mostAtOnce()).toBe(MOST_RELAYS)
  const refused = (await it.stored()).at(-1)?.id ?? 0
  await expect.poll(async () => (await it.attempts(refused)).map(({ failure }) => failure?.code)).toEqual(['given-up'])
})
