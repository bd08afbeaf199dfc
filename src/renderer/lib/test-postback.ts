import type { Client } from '../../contract/client.ts'
import type { TestResult } from '../../contract/procedures.ts'
import { createExternalStore } from './external-store.ts'
import { say, sentenceOf } from './messages.ts'

export interface TestState {
  readonly busy: boolean
  /** Of the newest test postback; null before the first, and while one is under way. */
  readonly result: TestResult | null
}

/** The newest test postback, wherever it was started from. */
export const testState = createExternalStore<TestState>({ busy: false, result: null })

/** Sends one postback as Adjump would; null where it could not even be tried, which is said. One at a time. */
export async function sendTestPostback(client: Client, endpointId: string): Promise<TestResult | null> {
  if (testState.get().busy) return null
  testState.set({ busy: true, result: null })
  try {
    const result = await client.call('test.send', { endpointId, userId: 'test_user_1', rewardAmount: '1.00' })
    testState.set({ busy: false, result })
    return result
  } catch (error) {
    testState.set({ busy: false, result: null })
    say(sentenceOf(error), { severity: 'error' })
    return null
  }
}
