import { describe, expect, it, vi } from 'vitest'
import { createStrayAllowance } from '../../../src/app/stray-allowance.ts'
import { createStrayGuard, ONLY_COUNTED } from '../../../src/app/stray-guard.ts'
import { type CaptureDesk, OnlyCountedError } from '../../../src/core/ports.ts'
import type { CapturedRequest } from '../../../src/core/postback.ts'
import { DEFAULT_RECEIVER_LIMITS } from '../../../src/core/receiver-limits.ts'
import { aCapturedRequest, OK_REPLY } from '../../support/builders.ts'

const STRAY = aCapturedRequest({ target: '/wp-login.php' })
const EXPECTED = aCapturedRequest({ target: '/hitpoint?user_id=u&reward_amount=1' })

function aGuard(options: { strayRequests?: number; strayBytes?: number; free?: number; refuses?: () => boolean } = {}) {
  const kept: CapturedRequest[] = []
  const told: (string | null)[] = []
  const clock = { now: 1_000_000 }
  const desk: CaptureDesk = {
    planReply: () => OK_REPLY,
    capture(request) {
      if (options.refuses?.()) return Promise.reject(new Error('disk full'))
      return Promise.resolve(kept.push(request))
    },
    replied: () => undefined,
    relay: () => Promise.resolve(null),
    answerProbe: () => null,
  }
  const guard = createStrayGuard({
    desk,
    isExpected: ({ target }) => target?.startsWith('/hitpoint') ?? false,
    limits: () => ({ ...DEFAULT_RECEIVER_LIMITS, strayRequests: 10, ...options }),
    freeBytes: () => Promise.resolve(options.free ?? Number.MAX_SAFE_INTEGER),
    onCounting: (why) => told.push(why),
    now: () => clock.now,
  })
  return { guard, kept, told, clock }
}

describe('stray requests', () => {
  it('are kept up to the bound; the rest is refused, counted, and told in one record', async () => {
    const { guard, kept, told } = aGuard()
    for (let nth = 0; nth < 10; nth += 1) await guard.capture(STRAY, OK_REPLY)
    for (let nth = 0; nth < 5; nth += 1) {
      await expect(guard.capture(STRAY, OK_REPLY)).rejects.toBeInstanceOf(OnlyCountedError)
    }
    expect(kept).toHaveLength(10)
    expect(told).toEqual([expect.stringContaining('only counted')])
    await guard.close()
    expect(kept).toHaveLength(11)
    expect(kept[10]?.rejection?.code).toBe(ONLY_COUNTED)
    expect(Buffer.from(kept[10]?.rejection?.firstBytes ?? []).toString()).toMatch(/^5 requests /)
    expect(told.at(-1)).toBeNull()
  })

  it('never cost a postback its place', async () => {
    const { guard, kept } = aGuard()
    for (let nth = 0; nth < 100; nth += 1) await guard.capture(STRAY, OK_REPLY).catch(() => null)
    for (let nth = 0; nth < 100; nth += 1) await guard.capture(EXPECTED, OK_REPLY)
    expect(kept.filter(({ target }) => target === EXPECTED.target)).toHaveLength(100)
  })

  it('are only counted while the disk has no more room than postbacks need', async () => {
    const { guard } = aGuard({ free: 1024 })
    await vi.waitFor(() => expect(guard.capture(STRAY, OK_REPLY)).rejects.toBeInstanceOf(OnlyCountedError))
    await expect(guard.capture(EXPECTED, OK_REPLY)).resolves.toBeGreaterThan(0)
  })

  it('stay counted where the store refuses the record of them', async () => {
    const store = { refuses: false }
    const { guard, kept } = aGuard({ refuses: () => store.refuses })
    for (let nth = 0; nth < 12; nth += 1) await guard.capture(STRAY, OK_REPLY).catch(() => null)
    store.refuses = true
    await guard.close()
    store.refuses = false
    await guard.close()
    expect(Buffer.from(kept.at(-1)?.rejection?.firstBytes ?? []).toString()).toMatch(/^2 requests /)
  })
})

describe('what may be kept of them', () => {
  it('is a minute’s worth at once, exactly, and comes back evenly', () => {
    let now = 0
    const allowance = createStrayAllowance(() => now)
    const bounds = { strayRequests: 60, strayBytes: 6000 }
    for (let nth = 0; nth < 60; nth += 1) expect(allowance.take(0, bounds)).toBe(true)
    expect(allowance.take(0, bounds)).toBe(false)
    now += 1000
    expect(allowance.take(0, bounds)).toBe(true)
    expect(allowance.take(0, bounds)).toBe(false)
  })

  it('is bounded in size as well, at the edge and past it', () => {
    const bounds = { strayRequests: 1000, strayBytes: 6000 }
    expect(createStrayAllowance(() => 0).take(6000, bounds)).toBe(true)
    const past = createStrayAllowance(() => 0)
    expect(past.take(6000 + 1, bounds)).toBe(false)
    expect(past.take(6000, bounds)).toBe(true)
  })
})
