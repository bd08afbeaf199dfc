import { describe, expect, it } from 'vitest'
import { readNetworkError } from '../../../src/services/tunnel/network-failure.ts'

const failure = (code: string, network = true) =>
  readNetworkError(Object.assign(new Error(code), { code }), 'shop.example:443', () => network)

describe('reading a network error', () => {
  it.each([
    ['ECONNREFUSED', 'refused', 'refused the connection'],
    ['ENOTFOUND', 'dns', 'cannot be found (DNS)'],
    ['EAI_AGAIN', 'dns', 'the DNS server fails'],
    ['ETIMEDOUT', 'time-out', '(time-out)'],
    ['CERT_HAS_EXPIRED', 'tls', 'TLS: CERT_HAS_EXPIRED'],
    ['DEPTH_ZERO_SELF_SIGNED_CERT', 'tls', 'TLS'],
    ['ERR_TLS_CERT_ALTNAME_INVALID', 'tls', 'TLS'],
    ['EPROTO', 'tls', 'TLS'],
    ['ECONNRESET', 'broken', 'broke before an answer came'],
    ['HPE_INVALID_CONSTANT', 'broken', 'HPE_INVALID_CONSTANT'],
    ['ENETUNREACH', 'no-network', 'no network'],
  ])('says what %s means, and for which host', (code, kind, words) => {
    expect(failure(code)).toMatchObject({ kind, why: expect.stringContaining(words) })
    expect(failure(code).why).toContain('shop.example:443')
  })

  it.each(['ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ETIMEDOUT'])(
    'blames the machine for %s where it has no network',
    (code) => {
      expect(failure(code, false)).toMatchObject({ kind: 'no-network' })
    },
  )

  it('does not blame the machine where the host itself refused', () => {
    expect(failure('ECONNREFUSED', false)).toMatchObject({ kind: 'refused' })
  })

  it('reads the first of several attempts', () => {
    const refused = Object.assign(new Error('x'), { code: 'ECONNREFUSED' })
    expect(readNetworkError(new AggregateError([refused]), 'h', () => true)).toMatchObject({ kind: 'refused' })
  })

  it('has words for what it does not know', () => {
    expect(readNetworkError('odd', 'h', () => true).why).toBe('Talking to h failed (odd).')
  })
})
