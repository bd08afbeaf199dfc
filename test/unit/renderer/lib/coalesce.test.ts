import { describe, expect, it } from 'vitest'
import { createCoalescer, type Timers } from '../../../../src/renderer/lib/coalesce.ts'

/** Time that passes when the test says so. */
function handTimers() {
  let now = 0
  let waiting: { at: number; callback: () => void }[] = []
  const timers: Timers = {
    set: (callback, delayMs) => waiting.push({ at: now + delayMs, callback }),
    clear: () => {
      waiting = []
    },
    now: () => now,
  }
  const pass = async (ms: number): Promise<void> => {
    now += ms
    const due = waiting.filter((timer) => timer.at <= now)
    waiting = waiting.filter((timer) => timer.at > now)
    for (const timer of due) timer.callback()
    await settle()
  }
  return { timers, pass }
}
const settle = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))

describe('a question that is asked often', () => {
  it('is put once at a time, and once more for all that asked meanwhile', async () => {
    const { timers, pass } = handTimers()
    const answers: (() => void)[] = []
    const coalescer = createCoalescer(() => new Promise((resolve) => answers.push(resolve)), { gapMs: 1000, timers })
    coalescer.ask()
    coalescer.ask()
    coalescer.ask()
    expect(answers).toHaveLength(1)
    answers[0]?.()
    await settle()
    await pass(999)
    expect(answers).toHaveLength(1)
    await pass(1)
    expect(answers).toHaveLength(2)
  })

  it('is put less often where its answer takes long', async () => {
    const { timers, pass } = handTimers()
    const answers: (() => void)[] = []
    const coalescer = createCoalescer(() => new Promise((resolve) => answers.push(resolve)), { gapMs: 1000, timers })
    coalescer.ask()
    await pass(500)
    answers[0]?.()
    await settle()
    coalescer.ask()
    await pass(4499)
    expect(answers).toHaveLength(1)
    await pass(1)
    expect(answers).toHaveLength(2)
  })

  it('is not put again after closing, and the answer under way is no longer wanted', async () => {
    const { timers, pass } = handTimers()
    const wanted: boolean[] = []
    let answer: () => void = () => undefined
    const coalescer = createCoalescer(
      async (isWanted) => {
        await new Promise<void>((resolve) => {
          answer = resolve
        })
        wanted.push(isWanted())
      },
      { gapMs: 10, timers },
    )
    coalescer.ask()
    coalescer.ask()
    coalescer.close()
    answer()
    await settle()
    await pass(10_000)
    expect(wanted).toEqual([false])
  })
})
