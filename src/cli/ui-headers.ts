import { contentSecurityPolicy } from '../app/screen-files.ts'

/** Of every answer, the refusals too: nothing here is for another page, a cache, a frame or a guess of its type. */
export const CLOSED_HEADERS = {
  'Cache-Control': 'no-store',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
} as const

/** Of what is text and never a page. */
export const TEXT_HEADERS = {
  ...CLOSED_HEADERS,
  'Content-Type': 'text/plain; charset=utf-8',
  'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'; sandbox",
} as const

/** Of the screen's own files. */
export function screenHeaders(port: number): Record<string, string> {
  const sockets = [`ws://127.0.0.1:${String(port)}`, `ws://localhost:${String(port)}`]
  return { ...CLOSED_HEADERS, 'Content-Security-Policy': contentSecurityPolicy(sockets) }
}
