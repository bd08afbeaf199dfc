import { addDecimals } from '../../../src/core/amount.ts'
import { type Answer, type Arrived, decodeOnce, type RewardBackend } from './reward-backend.ts'

const AMOUNT = /^\d{1,40}(\.\d{1,40})?$/
const LONGEST_ID = 4000

export interface ExactBackendOptions {
  /** False: the same delivery is credited whenever it comes. */
  readonly once: boolean
  /** False: the reply is “OK” and nothing else. */
  readonly talks: boolean
}

/**
 * A backend as it should be: exact decimals, ids decoded once, bad postbacks refused. With `once` a delivery that has
 * come before, to the last byte of its query, is answered alike and not credited again.
 */
export function exactBackend({ once, talks }: ExactBackendOptions): RewardBackend {
  const balances = new Map<string, string>()
  const answered = new Map<string, Answer>()

  function values({ pieces }: Arrived, name: string): readonly (string | null)[] {
    return pieces.filter(([raw]) => raw === name).map(([, value]) => decodeOnce(value))
  }

  function credit(arrived: Arrived): Answer {
    if (arrived.method !== 'GET') return refuse(405, 'Send GET.')
    const [users, amounts] = [values(arrived, 'user_id'), values(arrived, 'reward_amount')]
    const [user, amount] = [users[0], amounts[0]]
    if (users.length !== 1 || amounts.length !== 1) return refuse(400, 'One user_id and one reward_amount.')
    if (!user || user.length > LONGEST_ID || /[\0-\x1f]|^\{.*\}$/.test(user)) return refuse(400, 'No such user_id.')
    if (!amount || !AMOUNT.test(amount)) return refuse(422, 'reward_amount is no amount.')
    const known = once ? answered.get(arrived.target) : undefined
    if (known) return known
    const balance = addDecimals(balances.get(user) ?? '0', amount)
    balances.set(user, balance)
    const answer = { status: 200, body: talks ? JSON.stringify({ user_id: user, amount, balance }) : '"OK"' }
    answered.set(arrived.target, answer)
    return answer
  }

  return {
    credit,
    balance(arrived) {
      const balance = balances.get(values(arrived, 'user')[0] ?? '')
      return balance === undefined ? refuse(404, 'No such user.') : { status: 200, body: JSON.stringify({ balance }) }
    },
  }
}

function refuse(status: number, error: string): Answer {
  return { status, body: JSON.stringify({ error }) }
}
