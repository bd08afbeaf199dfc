import { describe, expect, it } from 'vitest'
import { hashOf, readHash } from '../../../../src/renderer/lib/navigation.ts'

describe('an address within the screen', () => {
  it.each([
    ['', 'postbacks', null],
    ['#/postbacks', 'postbacks', null],
    ['#/postbacks/123', 'postbacks', '123'],
    ['#/endpoints/a%2Fb', 'endpoints', 'a/b'],
    ['#/endpoints/%E9', 'endpoints', '%E9'],
    ['#/help/param-missing', 'help', 'param-missing'],
    ['#/somewhere/else', 'postbacks', null],
  ])('%j leads to %s', (hash, view, id) => {
    expect(readHash(hash)).toEqual({ view, id })
  })

  it('leads back to where it was made for', () => {
    const route = { view: 'endpoints', id: 'a/b c?#' } as const
    expect(readHash(hashOf(route))).toEqual(route)
  })
})
