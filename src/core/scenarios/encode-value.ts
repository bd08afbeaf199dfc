/** Percent-encodes all but RFC 3986's unreserved characters, as UTF-8; a lone surrogate becomes U+FFFD. Never throws. */
export function encodeValue(text: string): string {
  return encodeURIComponent(text.replaceAll(/\p{Surrogate}/gu, '\ufffd')).replaceAll(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  )
}
