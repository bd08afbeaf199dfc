/** A generator of the same numbers for the same seed (mulberry32), so that a seeded history looks alike each time. */
export function seededRandom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

const MISTAKES: readonly ((user: string, amount: string) => string)[] = [
  () => '/hitpoint?user_id={user_id}&reward_amount={reward_amount}',
  (user) => `/hitpoint?user_id=${user}`,
  (user, amount) => `/hitpoint?userid=${user}&reward_amount=${amount}`,
  (user, amount) => `/hitpoint?user_id=${user}&amp;reward_amount=${amount}`,
  (user, amount) => `/hitpoint/?user_id=${user}&reward_amount=${amount}`,
  (user, amount) => `/hitpoint?user_id=${user}&reward_amount=${amount.replace('.', ',')}`,
  (user) => `/hitpoint?user_id=${user}&reward_amount=1,000`,
  (user) => `/hitpoint?user_id=${user}&reward_amount=50%20coins`,
  (_user, amount) => `/hitpoint?user_id=jo+doe&reward_amount=${amount}`,
  (_user, amount) => `/hitpoint?user_id=null&reward_amount=${amount}`,
  (user) => `/hitpoint?user_id=${user}&reward_amount=0`,
  (_user, amount) => `/callback?user_id=u_7&reward_amount=${amount}`,
]
const NOISE = ['/favicon.ico', '/robots.txt', '/.env', '/wp-login.php', '/.git/config']

/** One request-target as it might arrive: mostly clean, some with a mistake, a little noise. */
export function randomTarget(random: () => number): string {
  const pick = <T>(items: readonly T[]): T | undefined => items[Math.floor(random() * items.length)]
  const user = `u_${String(1000 + Math.floor(random() * 400))}`
  const amount = (Math.ceil(random() * 2000) / (random() < 0.4 ? 100 : 1)).toString()
  const dice = random()
  if (dice < 0.05) return pick(NOISE) ?? '/'
  if (dice < 0.25) return pick(MISTAKES)?.(user, amount) ?? '/'
  return `/hitpoint?user_id=${user}&reward_amount=${amount}`
}
