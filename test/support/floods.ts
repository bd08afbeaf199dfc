const KIB = 1024
const CHUNKED = 'POST /x HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n'

/** What a hostile sender says on its nth connection. */
export const FLOODS = {
  idle: () => [],
  'slow heads': (nth) => [`GET /slow-${String(nth)} HTTP/1.1\r\nHo`],
  'slow bodies': (nth) => [`POST /slow-${String(nth)} HTTP/1.1\r\nContent-Length: 1000\r\n\r\nabc`],
  'header bombs': (nth) =>
    [
      ['GET /x HTTP/1.1\r\n', `${'n'.repeat(64 * KIB)}: v\r\n`],
      ['GET /x HTTP/1.1\r\n', 'h: v\r\n'.repeat(10_000)],
      ['GET /x HTTP/1.1\r\nX: ', ...Array.from({ length: 32 }, () => 'v'.repeat(32 * KIB))],
    ][nth % 3] ?? [],
  'body bombs': () => [`POST /x HTTP/1.1\r\nContent-Length: 999999999\r\n\r\n`, 'x'.repeat(20 * KIB * KIB)],
  'chunk bombs': (nth) =>
    [
      [CHUNKED, 'ffffffffffffffffff\r\n'],
      [CHUNKED, 'zz\r\nabc\r\n'],
      [CHUNKED, `3;${'e'.repeat(64 * KIB)}`],
      [CHUNKED, `0\r\n${'X: y\r\n'.repeat(10_000)}`],
    ][nth % 4] ?? [],
  noise: (nth) => [`GET /wp-login-${String(nth)}.php HTTP/1.1\r\nConnection: close\r\n\r\n`],
} satisfies Record<string, (nth: number) => readonly string[]>

export type Flood = keyof typeof FLOODS

export function isFlood(text: string): text is Flood {
  return Object.hasOwn(FLOODS, text)
}
