import { type Answer, decodeOnce, type RewardBackend } from './reward-backend.ts'

/**
 * A backend that reads amounts as floating-point numbers and decodes what its framework has decoded already. It
 * credits a delivery once, and accepts whatever comes.
 */
export function carelessBackend({ talks }: { readonly talks: boolean }): RewardBackend {
  const balances = new Map<string, number>()
  const answered = new Map<string, Answer>()
  const decodeTwice = (raw: string): string => {
    const once = decodeOnce(raw) ?? raw
    return decodeOnce(once) ?? once
  }
  return {
    credit({ target, method, pieces }) {
      const known = answered.get(`${method} ${target}`)
      if (known) return known
      const query = new Map(pieces.map(([name, value]) => [name, decodeTwice(value)]))
      const user = query.get('user_id') ?? ''
      const amount = Number.parseFloat(query.get('reward_amount') ?? '0') || 0
      const balance = (balances.get(user) ?? 0) + amount
      balances.set(user, balance)
      const answer = { status: 200, body: talks ? JSON.stringify({ user_id: user, amount, balance }) : '"OK"' }
      answered.set(`${method} ${target}`, answer)
      return answer
    },
    balance({ pieces }) {
      const user = decodeTwice(pieces.find(([name]) => name === 'user')?.[1] ?? '')
      return { status: 200, body: JSON.stringify({ balance: balances.get(user) ?? 0 }) }
    },
  }
}
