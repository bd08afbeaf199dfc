import { describe, expect, it } from 'vitest'
import {
  formatAgo,
  formatDuration,
  formatShare,
  formatSince,
  formatSize,
  formatTimeTitle,
} from '../../../../src/renderer/lib/format.ts'
import { learn } from '../../../../src/words/learn.ts'
import { speaking } from '../../../../src/words/locale.ts'

await learn('de')

describe('figures for people', () => {
  it.each([
    [0, '0 ms'],
    [999, '999 ms'],
    [1249, '1.24 s'],
    [60_000, '1 min'],
    [200_000, '3 min 20 s'],
    [7_500_000, '2 h 5 min'],
    [273_600_000, '3 d 4 h'],
  ])('%d ms last %s', (ms, text) => {
    expect(formatDuration(ms)).toBe(text)
  })

  it.each([
    [214, 3481, '6.1 %'],
    [0, 3481, '0 %'],
    [5, 5, '100 %'],
    [1, 3, '33.3 %'],
    // What is not none or all never reads as if it were.
    [1, 1_000_000, 'less than 0.1 %'],
    [999_999, 1_000_000, 'more than 99.9 %'],
    [0, 0, null],
  ])('%d of %d are %s', (part, whole, text) => {
    expect(formatShare(part, whole)?.replaceAll('\u00a0', ' ') ?? null).toBe(text)
  })

  it.each([
    [0, '0 B'],
    [1023, '1,023 B'],
    [1024, '1 KiB'],
    [1_500_000, '1.4 MiB'],
  ])('%d bytes are %s', (bytes, text) => {
    expect(formatSize(bytes).replace(/[. \u202f\u00a0]023/, ',023')).toBe(text)
  })

  it('says how long ago something was, and never a time to come', () => {
    expect(formatAgo(1000, 43_000)).toBe('42 s ago')
    expect(formatAgo(43_000, 1000)).toBe('just now')
  })

  it('gives a moment with its offset and as ISO 8601', () => {
    expect(formatTimeTitle(Date.UTC(2026, 0, 2, 3, 4, 5, 678))).toMatch(
      /\(UTC[+−]\d\d:\d\d\)\n2026-01-02T03:04:05\.678Z$/,
    )
  })

  it('writes them as the spoken region does', () => {
    const written = speaking({ language: 'de', locale: 'de-DE' }, () => [
      formatDuration(1249),
      formatDuration(90_000_000),
      formatSize(1_500_000),
      formatSize(1_500_000_000),
      formatShare(214, 3481),
      formatShare(1, 1_000_000),
      formatAgo(1000, 43_000),
      formatAgo(0, 2 * 86_400_000),
      formatSince(0, 86_400_000),
    ])
    expect(written).toEqual([
      '1,24 s',
      '1 Tag 1 h',
      '1,4 MiB',
      '1430,5 MiB',
      '6,1\u00a0%',
      'weniger als 0,1\u00a0%',
      'vor 42 s',
      'vor 2 Tagen',
      'seit 1 Tag',
    ])
    // And back: a format that was made for one region is not used for another.
    expect([formatDuration(1249), formatSize(1_500_000_000)]).toEqual(['1.24 s', '1430.5 MiB'])
  })
})
