import { describe, expect, it } from 'vitest'
import { formatLimit, parseLimit } from '../../../src/core/limit-text.ts'
import {
  DEFAULT_RECEIVER_LIMITS,
  LIMIT_NAMES,
  RECEIVER_LIMITS,
  receiverLimitsSchema,
} from '../../../src/core/receiver-limits.ts'
import { receiverSettingsSchema } from '../../../src/core/settings.ts'

describe('the receiver’s bounds', () => {
  it.each(LIMIT_NAMES)('%s takes what is in its range and nothing beyond', (name) => {
    const { min, max, fallback } = RECEIVER_LIMITS[name]
    for (const value of [min, fallback, max]) expect(receiverLimitsSchema.parse({ [name]: value })[name]).toBe(value)
    for (const value of [min - 1, max + 1, min + 0.5, Number.NaN]) {
      expect(receiverLimitsSchema.safeParse({ [name]: value }).error?.issues[0]?.message).toMatch(/^Give .+ to .+\.$/)
    }
  })

  it('are the defaults in settings that know none of them', () => {
    expect(receiverSettingsSchema.parse({ port: 1, portTaken: 'fail' }).limits).toEqual(DEFAULT_RECEIVER_LIMITS)
  })

  it('are written and read in the unit that fits, without a loss', () => {
    expect(['16 KiB', '1 MiB', '1000 bytes', '0 bytes'].map((text) => parseLimit(text, 'bytes'))).toEqual([
      16_384, 1_048_576, 1000, 0,
    ])
    expect(parseLimit('660s', 'ms')).toBe(660_000)
    for (const text of ['', '-1', '1.5 s', '10 KiB', 's', '1 h']) expect(parseLimit(text, 'ms')).toBeNull()
    for (const name of LIMIT_NAMES) {
      const { unit, fallback, min, max } = RECEIVER_LIMITS[name]
      for (const value of [fallback, min, max, max - 1]) expect(parseLimit(formatLimit(value, unit), unit)).toBe(value)
    }
  })
})
