/** The longest piece of a stranger's text that a sentence may quote, in characters. */
const LONGEST = 120

/** A stranger's text made fit for a sentence: one line, no control or direction characters, bounded. */
export function plainExcerpt(text: string): string {
  const line = text
    .slice(0, LONGEST * 4)
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\s]+/gu, ' ')
    .trim()
  return line.length > LONGEST ? `${line.slice(0, LONGEST - 1)}…` : line
}

/** What an HTML page calls itself; null where it does not say. */
export function pageTitle(html: string): string | null {
  const title = plainExcerpt(/<title[^>]*>([^<]{1,400})/i.exec(html)?.[1] ?? '')
  return title === '' ? null : title
}
