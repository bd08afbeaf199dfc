import { describe, expect, it } from 'vitest'
import { createRequestGuard } from '../../../src/cli/request-guard.ts'

const guard = createRequestGuard(4071, 'secret')
const fetch = { site: null, mode: null, dest: null }
const own = { host: '127.0.0.1:4071', origin: null, token: 'secret', fetch }
const foreign = { site: 'cross-site', mode: 'no-cors', dest: 'script' }

describe('the guard of the screen’s server', () => {
  it.each([
    ['without the token', { ...own, token: null }],
    ['with a wrong token', { ...own, token: 'secreT' }],
    ['with a token that only starts right', { ...own, token: 'secret1' }],
    ['under a foreign name (DNS rebinding)', { ...own, host: 'evil.test:4071' }],
    ['under its address with another port', { ...own, host: '127.0.0.1:4072' }],
    ['without a Host', { ...own, host: null }],
    ['from a page of another site', { ...own, origin: 'https://evil.test' }],
    ['from a page without an origin of its own', { ...own, origin: 'null' }],
    ['from another port’s page', { ...own, origin: 'http://127.0.0.1:4072' }],
    ['from its own name over https', { ...own, origin: 'https://127.0.0.1:4071' }],
    ['from its own name without a scheme', { ...own, origin: '127.0.0.1:4071' }],
    ['as a script of another site', { ...own, fetch: foreign }],
    ['as an image of another port’s page', { ...own, fetch: { ...foreign, site: 'same-site', dest: 'image' } }],
    ['into a frame of another site', { ...own, fetch: { site: 'cross-site', mode: 'navigate', dest: 'iframe' } }],
    ['by an open fetch of another site', { ...own, fetch: { site: 'cross-site', mode: 'cors', dest: 'empty' } }],
  ])('refuses a request %s', (_case, request) => {
    expect(guard.judge(request, false).allowed).toBe(false)
  })

  it('refuses a WebSocket whose origin is not said', () => {
    expect(guard.judge(own, true).allowed).toBe(false)
  })

  it.each([
    ['with the token in the address', own],
    ['as localhost', { ...own, host: 'localhost:4071' }],
    ['from its own page', { ...own, origin: 'http://127.0.0.1:4071' }],
    ['as a script of its own page', { ...own, fetch: { ...foreign, site: 'same-origin' } }],
    ['typed in the address bar', { ...own, fetch: { site: 'none', mode: 'navigate', dest: 'document' } }],
    ['by a link on another page', { ...own, fetch: { site: 'cross-site', mode: 'navigate', dest: 'document' } }],
  ])('lets a request in %s', (_case, request) => {
    expect(guard.judge(request, false)).toEqual({ allowed: true })
  })

  it('lets its own page open a WebSocket', () => {
    expect(guard.judge({ ...own, origin: 'http://localhost:4071' }, true)).toEqual({ allowed: true })
  })
})
