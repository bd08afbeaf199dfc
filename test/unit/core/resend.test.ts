import { describe, expect, it } from 'vitest'
import {
  headersAsText,
  headersForResending,
  headersFromText,
  resendProblem,
  targetAt,
} from '../../../src/core/resend.ts'
import { aDetail, aRejectedDetail } from '../../support/detail-builders.ts'

const ORIGIN = 'http://127.0.0.1:3000'

describe('the headers of a replay', () => {
  it('are the stored ones in order and case, with the new host where the old one stood', () => {
    const stored = ['X-First', '1', 'hOST', 'old.example', 'user-agent', 'Adjump', 'X-First', '2']
    expect(headersForResending(stored, ORIGIN)).toEqual([
      ...['X-First', '1', 'hOST', '127.0.0.1:3000', 'user-agent', 'Adjump', 'X-First', '2'],
    ])
  })

  it('leave out those of the old connection, and those that it names', () => {
    const stored = ['Host', 'x', 'Connection', 'keep-alive, X-Hop', 'x-hop', '1', 'Keep-Alive', 'timeout=5']
    const framing = ['Transfer-Encoding', 'chunked', 'Content-Length', '4', 'TE', 'trailers', 'Upgrade', 'h2c']
    expect(headersForResending([...stored, ...framing], ORIGIN)).toEqual(['Host', '127.0.0.1:3000'])
  })

  it('keep the host even where Connection names it, and have one where none was stored', () => {
    expect(headersForResending(['Host', 'x', 'Connection', 'Host'], ORIGIN)).toEqual(['Host', '127.0.0.1:3000'])
    expect(headersForResending(['A', '1'], 'http://[::1]:80')).toEqual(['Host', '[::1]:80', 'A', '1'])
    expect(headersForResending(['Host', 'x', 'host', 'y'], ORIGIN)).toEqual(['Host', '127.0.0.1:3000'])
  })
})

describe('headers in a form', () => {
  it('are read back as they were', () => {
    const raw = ['Host', 'x', 'X-Empty', '', 'X-Colon', 'a: b', 'X-Latin', '\u00fc']
    expect(headersFromText(headersAsText(raw))).toEqual({ ok: true, rawHeaders: raw })
  })

  it.each([
    ['Host: x\nno colon', 'Line 2'],
    ['a b: c', 'Line 1'],
    [': c', 'Line 1'],
    ['x: 😀', 'Line 1'],
  ])('are refused with the line that is wrong: %j', (text, says) => {
    const read = headersFromText(text)
    expect(read.ok ? '' : read.sentence).toContain(says)
  })
})

it('a stored target goes to the typed URL’s path, its query untouched', () => {
  expect(targetAt({ path: '/' }, '/hitpoint?a=%2b&&b')).toBe('/hitpoint?a=%2b&&b')
  expect(targetAt({ path: '/credit' }, '/hitpoint?a=%2b&&b?c')).toBe('/credit?a=%2b&&b?c')
  expect(targetAt({ path: '/credit' }, '/hitpoint')).toBe('/credit')
})

it('what was no HTTP request cannot be sent again', () => {
  expect(resendProblem(aDetail())).toBeNull()
  expect(resendProblem(aRejectedDetail(new Uint8Array([1])))).toContain('no HTTP request')
  expect(resendProblem(aDetail({ target: 'http://x/' }))).toContain('no path')
})
