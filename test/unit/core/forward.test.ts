import { describe, expect, it } from 'vitest'
import { forwardRequest, HOP_HEADER, hasHopToken, whyNotForwardable } from '../../../src/core/forward.ts'
import { withoutHopByHop } from '../../../src/core/hop-by-hop.ts'
import { readTargetUrl, type TargetUrl } from '../../../src/core/target-url.ts'
import { aCapturedRequest } from '../../support/builders.ts'

function backend(url: string): TargetUrl {
  const read = readTargetUrl(url)
  if (!read.ok) throw new Error(read.sentence)
  return read.url
}

const target = (captured: string, url: string): string =>
  forwardRequest(aCapturedRequest({ target: captured }), backend(url), 'token').target

describe('what goes to the backend', () => {
  it.each([
    ['/hitpoint?a=1', 'http://b.test', '/hitpoint?a=1'],
    ['/hitpoint?a=1', 'http://b.test/', '/hitpoint?a=1'],
    ['/hitpoint?a=1', 'http://b.test/x/', '/x/?a=1'],
    ['//h//p?a=%zz&&b=+"|\\', 'http://b.test', '//h//p?a=%zz&&b=+"|\\'],
    ['/hitpoint', 'http://b.test/x', '/x'],
    ['/hitpoint?', 'http://b.test/x', '/x?'],
    ['/hitpoint??a=1?b', 'http://b.test/x', '/x??a=1?b'],
    ['/hitpoint#?a=1', 'http://b.test/x', '/x#?a=1'],
    ['http://evil.test/hitpoint?u=http://c.test/', 'http://b.test', '/hitpoint?u=http://c.test/'],
    ['http://evil.test?a=1', 'http://b.test', '/?a=1'],
    ['http://evil.test/hitpoint?a=1', 'http://b.test/x', '/x?a=1'],
  ])('is the query of %s, to the byte, under the path of %s', (captured, url, sent) => {
    expect(target(captured, url)).toBe(sent)
  })

  it('names the backend as the host, once, where the host stood', () => {
    const rawHeaders = ['A', '1', 'hOst', 'me.test', 'B', '2', 'Host', 'other']
    const sent = forwardRequest(aCapturedRequest({ rawHeaders }), backend('http://[::1]:3000/x'), 'token')
    expect(sent.rawHeaders).toEqual(['A', '1', 'hOst', '[::1]:3000', 'B', '2', HOP_HEADER, 'token'])
    expect(sent.origin).toBe('http://[::1]:3000')
  })

  it('carries a mark by which its inspector knows it again, and only that one', () => {
    const first = forwardRequest(aCapturedRequest(), backend('http://b.test'), 'one')
    const second = forwardRequest(aCapturedRequest({ rawHeaders: first.rawHeaders }), backend('http://b.test'), 'two')
    expect(['one', 'two', 'three'].map((token) => hasHopToken(second.rawHeaders, token))).toEqual([true, true, false])
  })

  it('is nothing that was not captured whole', () => {
    expect(whyNotForwardable(aCapturedRequest())).toBeNull()
    expect(whyNotForwardable(aCapturedRequest({ bodyComplete: false }))).toContain('stopped')
    expect(whyNotForwardable(aCapturedRequest({ bodyLength: 7 }))).toContain('first 0 of its 7')
    expect(whyNotForwardable(aCapturedRequest({ method: 'CONNECT' }))).not.toBeNull()
  })
})

describe('headers of one hop', () => {
  it('are left out, with those that “Connection” names, in any case', () => {
    const raw = [
      ...['Connection', 'close, X-One', 'x-one', '1', 'connection', 'x-two', 'X-Two', '2', 'Keep-Alive', 'a'],
      ...['Proxy-Connection', 'a', 'TE', 'a', 'Trailer', 'a', 'Transfer-Encoding', 'chunked', 'Upgrade', 'a'],
      ...['Proxy-Authenticate', 'a', 'proxy-authorization', 'a', 'X-Kept', '1', 'x-kept', '2'],
    ]
    expect(withoutHopByHop(raw)).toEqual(['X-Kept', '1', 'x-kept', '2'])
  })

  it('never take the host or the length along, whatever “Connection” says', () => {
    const raw = ['Connection', 'Host, Content-Length', 'Host', 'a', 'Content-Length', '3']
    expect(withoutHopByHop(raw)).toEqual(['Host', 'a', 'Content-Length', '3'])
  })
})
