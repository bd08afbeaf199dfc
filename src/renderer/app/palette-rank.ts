/** What a command is found by. */
export interface Findable {
  readonly title: string
  /** Its group and its other words. */
  readonly words: string
}

/**
 * How well a command fits what was typed; 0 where it does not. Every word that was typed must be found: the beginnings
 * of the title's words count most, then the initials of its words, then other words that mean the same. `recency` is 1
 * for what was done last, and less for what was done before.
 */
export function rankOf(command: Findable, typed: string, recency = 0): number {
  const title = wordsOf(command.title)
  const others = wordsOf(command.words)
  const initials = title.map((word) => word.charAt(0)).join('')
  const wanted = wordsOf(typed)
  if (wanted.length === 0) return 1
  let sum = 0
  for (const word of wanted) {
    const fit = fitOf(word, title, initials, others)
    if (fit === 0) return 0
    sum += fit
  }
  const begins = command.title.toLowerCase().startsWith(typed.trim().toLowerCase()) ? 0.3 : 0
  return sum / wanted.length + begins + recency * 0.25
}

function fitOf(word: string, title: readonly string[], initials: string, others: readonly string[]): number {
  if (title.includes(word)) return 1.1
  if (title.some((one) => one.startsWith(word))) return 1
  if (word.length > 1 && initials.startsWith(word)) return 0.8
  if (others.some((one) => one.startsWith(word))) return 0.7
  if (word.length > 1 && title.some((one) => one.includes(word))) return 0.5
  return word.length > 2 && others.some((one) => one.includes(word)) ? 0.3 : 0
}

function wordsOf(text: string): readonly string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}\p{M}._-]+/gu) ?? []
}
