/** One piece of a query decoded as forms are, or as it stands where an escape is broken. */
export function decodeText(text: string): string {
  const spaced = text.replaceAll('+', ' ')
  try {
    return decodeURIComponent(spaced)
  } catch {
    return spaced
  }
}
