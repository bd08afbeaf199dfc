import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { buildDashboardUrl, encodeName } from '../../../src/core/dashboard-url.ts'
import { checkDashboardUrl } from '../../../src/core/dashboard-url-check.ts'
import { readTarget } from '../../../src/core/query.ts'
import { anEndpoint } from '../../support/detail-builders.ts'

describe('the dashboard URL', () => {
  it('is public URL, path and names, with the macros literal in braces', () => {
    expect(buildDashboardUrl('https://x.loca.lt', anEndpoint())).toBe(
      'https://x.loca.lt/hitpoint?user_id={user_id}&reward_amount={reward_amount}',
    )
  })

  it('has one slash between a public URL that ends with one and the path', () => {
    expect(buildDashboardUrl('https://x.example/base//', anEndpoint({ path: '/p' }))).toMatch(
      /^https:\/\/x\.example\/base\/p\?/,
    )
  })

  it('percent-encodes names, and only names', () => {
    const endpoint = anEndpoint({ userIdParam: 'user[id] é&?', rewardAmountParam: "a'b" })
    expect(buildDashboardUrl('https://x.loca.lt', endpoint)).toBe(
      'https://x.loca.lt/hitpoint?user%5Bid%5D%20%C3%A9%26%3F={user_id}&a%27b={reward_amount}',
    )
  })

  it('can be read back: the names come out as they were set', () => {
    const name = fc.string({ unit: 'binary', minLength: 1, maxLength: 12 })
    const property = fc.property(name, name, (userIdParam, rewardAmountParam) => {
      const url = buildDashboardUrl('https://x.loca.lt', anEndpoint({ userIdParam, rewardAmountParam }))
      const { pieces } = readTarget(url.slice('https://x.loca.lt'.length))
      const pairs = pieces.map((piece) => [piece.name.text, piece.value?.text])
      const asUrlsHoldThem = (text: string): string => text.replace(/\p{Surrogate}/gu, '\ufffd')
      expect(pairs).toEqual([
        [asUrlsHoldThem(userIdParam), '{user_id}'],
        [asUrlsHoldThem(rewardAmountParam), '{reward_amount}'],
      ])
    })
    fc.assert(property)
  })

  it('is clean in the eyes of the checker, whatever the names and the path', () => {
    const name = fc.oneof(
      fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }),
      fc.constantFrom(
        'curren',
        'copy',
        'a b',
        'a+b',
        'x;y',
        'x=y',
        'x&y',
        '[id]',
        '{user_id}',
        '%7B',
        'amp;a',
        'é',
        '#',
        '?',
      ),
    )
    const path = fc.constantFrom('/', '/hitpoint', '/a/b/', '/a//b', '/%7Euser', '/hit=point', '/a&b', '/x;y', '/a%3Fb')
    const publicUrl = fc.constantFrom('https://x.loca.lt', 'http://127.0.0.1:4070', 'https://my.example:8443/base/')
    const property = fc.property(name, name, path, publicUrl, (userIdParam, rewardAmountParam, at, base) => {
      fc.pre(userIdParam !== rewardAmountParam)
      const endpoint = anEndpoint({ userIdParam, rewardAmountParam, path: at })
      const text = buildDashboardUrl(base, endpoint)
      expect(checkDashboardUrl(text, { publicUrl: base, endpoint })).toEqual([])
      // Nothing is wrong with another parameter behind them, though it is not the very same text. No name is so long.
      expect(checkDashboardUrl(`${text}&one_more_parameter=2`, { publicUrl: base, endpoint })).toEqual([])
    })
    fc.assert(property, { numRuns: 1000 })
  })

  it('encodes a lone surrogate instead of throwing', () => {
    expect(encodeName('\ud800')).toBe('%EF%BF%BD')
  })
})
