import { describe, expect, it } from 'vitest'
import type { GetAnswer } from '../../../src/services/tunnel/http-get.ts'
import { readProbeAnswer } from '../../../src/services/tunnel/probe-answer.ts'

const HOST = 'shop.example'
const read = (answer: GetAnswer) => readProbeAnswer(answer, 'the-echo', HOST)
const answer = (status: number, body = '', headers: Record<string, string> = {}): GetAnswer => ({
  ok: true,
  status,
  headers: { 'content-type': 'text/plain', ...headers },
  body,
})

describe('reading the answer to a probe', () => {
  it.each([
    ['the right echo', answer(200, 'the-echo'), 'echo', false],
    ['a wrong echo', answer(200, 'another'), 'stranger', false],
    ['nothing at all', answer(200), 'stranger', false],
    ['the right echo with another status', answer(201, 'the-echo'), 'miss', false],
    ['404', answer(404), 'gone', false],
    ['404 with a page', answer(404, '<html></html>', { 'content-type': 'text/html' }), 'gone', false],
    ['503', answer(503), 'gone', false],
    ['429', answer(429), 'busy', false],
    ['502', answer(502), 'miss', false],
    ['504', answer(504), 'miss', false],
    ['408', answer(408), 'miss', false],
    ['500', answer(500), 'miss', false],
    ['401', answer(401), 'miss', true],
    ['511', answer(511), 'miss', true],
    ['a page', answer(200, '<!DOCTYPE html><p>', {}), 'miss', true],
    ['a page by its type', answer(200, 'hello', { 'content-type': 'text/html; charset=utf-8' }), 'miss', true],
    ['a page with 403', answer(403, '<html>no</html>', { 'content-type': 'text/html' }), 'miss', true],
    ['a redirect', answer(302, '', { location: 'https://login.example/' }), 'miss', true],
  ] as const)('takes %s for what it is', (_, given, verdict, page) => {
    expect(read(given)).toMatchObject({ verdict, page, sentence: expect.stringMatching(/^shop\.example .+\.$/) })
  })

  it('names a page by its title and a redirect by where it goes', () => {
    expect(read(answer(200, '<html><title>Log\n in‮</title>')).sentence).toContain('“Log in”')
    expect(read(answer(302, '', { location: 'https://login.example/' })).sentence).toContain('https://login.example/')
  })

  it('keeps a stranger’s text short', () => {
    expect(read(answer(302, '', { location: `https://${'x'.repeat(5000)}` })).sentence.length).toBeLessThan(300)
  })

  it('counts no answer as a miss, and tells a machine without a network apart', () => {
    const why = 'shop.example refused the connection.'
    expect(read({ ok: false, kind: 'refused', why })).toEqual({ verdict: 'miss', sentence: why, page: false })
    expect(read({ ok: false, kind: 'no-network', why: 'No network.' })).toMatchObject({ verdict: 'no-network' })
  })
})
