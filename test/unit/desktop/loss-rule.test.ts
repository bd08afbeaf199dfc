import { describe, expect, it } from 'vitest'
import { createLossRule, GRACE_MS } from '../../../electron/main/loss-rule.ts'
import { handClock } from '../../support/hand-clock.ts'

function aRule(mustHaveBeen: boolean) {
  const clock = handClock()
  const losses: number[] = []
  return { clock, losses, rule: createLossRule({ clock, mustHaveBeen, onLost: () => losses.push(1) }) }
}

describe('a way in', () => {
  it('that is gone for longer than a moment is lost, once', () => {
    const { clock, losses, rule } = aRule(true)
    rule.is('there')
    rule.is('gone')
    rule.is('gone')
    clock.advance(GRACE_MS - 1)
    expect(losses).toHaveLength(0)
    clock.advance(1)
    rule.is('gone')
    clock.advance(GRACE_MS * 10)
    expect(losses).toHaveLength(1)
  })

  it('that is back within that moment was not lost', () => {
    const { clock, losses, rule } = aRule(true)
    rule.is('there')
    rule.is('gone')
    clock.advance(GRACE_MS - 1)
    rule.is('there')
    clock.advance(GRACE_MS)
    expect(losses).toHaveLength(0)
  })

  it('that came back can be lost again', () => {
    const { clock, losses, rule } = aRule(true)
    for (let n = 0; n < 2; n += 1) {
      rule.is('there')
      rule.is('gone')
      clock.advance(GRACE_MS)
    }
    expect(losses).toHaveLength(2)
  })

  it('that never was is not lost, unless it is always meant to be', () => {
    const [opening, store] = [aRule(true), aRule(false)]
    for (const { rule, clock } of [opening, store]) {
      rule.is('gone')
      clock.advance(GRACE_MS)
    }
    expect(opening.losses).toHaveLength(0)
    expect(store.losses).toHaveLength(1)
  })

  it('that the user has closed is not lost', () => {
    const { clock, losses, rule } = aRule(true)
    rule.is('there')
    rule.is('gone')
    rule.is('unwanted')
    clock.advance(GRACE_MS)
    rule.is('gone')
    clock.advance(GRACE_MS)
    expect(losses).toHaveLength(0)
  })
})
