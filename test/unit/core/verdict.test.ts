import { describe, expect, it } from 'vitest'
import { verdictOf } from '../../../src/core/verdict.ts'

describe('the verdict', () => {
  it.each([
    ['pass', []],
    ['pass', ['info', 'info']],
    ['warn', ['info', 'warning']],
    ['fail', ['warning', 'error', 'info']],
  ] as const)('is %s for %j', (verdict, severities) => {
    expect(verdictOf(severities.map((severity) => ({ severity })))).toBe(verdict)
  })
})
