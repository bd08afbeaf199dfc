import type { Locator, TestInfo } from '@playwright/test'

interface Step {
  readonly what: string
  ms: number
  clicks: number
  keys: number
}

/** A way that a new user takes: what each step cost in time, clicks and keys. Figures to look at, not to fail on. */
export interface Walk {
  /** Begins a step; the one before it ends. */
  step(what: string): void
  click(at: Locator): Promise<void>
  type(into: Locator, text: string): Promise<void>
  press(at: Locator, key: string): Promise<void>
  /** Attaches the figures to the test's result, and answers with their sums. */
  end(info: TestInfo): Promise<{ readonly clicks: number; readonly keys: number }>
}

export function startWalk(): Walk {
  const steps: Step[] = []
  let begun = performance.now()
  const finish = (): void => {
    const last = steps.at(-1)
    if (last) last.ms = Math.round(performance.now() - begun)
    begun = performance.now()
  }
  const count = (clicks: number, keys: number): void => {
    const last = steps.at(-1)
    if (!last) throw new Error('Begin a step first.')
    last.clicks += clicks
    last.keys += keys
  }
  return {
    step(what) {
      finish()
      steps.push({ what, ms: 0, clicks: 0, keys: 0 })
    },
    async click(at) {
      await at.click()
      count(1, 0)
    },
    async type(into, text) {
      await into.click()
      await into.pressSequentially(text)
      count(1, text.length)
    },
    async press(at, key) {
      await at.press(key)
      count(0, 1)
    },
    async end(info) {
      finish()
      const body = steps
        .map(({ what, ms, clicks, keys }) => `${what}: ${ms} ms, ${clicks} clicks, ${keys} keys`)
        .join('\n')
      await info.attach('steps.txt', { body, contentType: 'text/plain' })
      const sum = (of: 'clicks' | 'keys'): number => steps.reduce((all, step) => all + step[of], 0)
      return { clicks: sum('clicks'), keys: sum('keys') }
    },
  }
}
