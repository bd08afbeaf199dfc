import { describe, expect, it } from 'vitest'
import { createNotifyRule, QUIET_MS, type Told } from '../../../electron/main/notify-rule.ts'
import { handClock } from '../../support/hand-clock.ts'

const told = (title: string): Told => ({ title, body: '', hash: `#/${title}` })

function aRule() {
  const clock = handClock()
  const heard: string[] = []
  const state = { may: true }
  const rule = createNotifyRule({
    clock,
    mayTell: () => state.may,
    tell: ({ title, hash }) => heard.push(`${title} ${hash}`),
    summary: (count, newest) => ({ title: `${String(count)} more`, body: '', hash: newest.hash }),
  })
  return { clock, heard, state, rule }
}

describe('notifications about one matter', () => {
  it('tell the first at once, and all that follow within a minute in one, which leads to the newest', () => {
    const { clock, heard, rule } = aRule()
    for (let n = 1; n <= 13; n += 1) rule.offer(told(`p${String(n)}`))
    expect(heard).toEqual(['p1 #/p1'])
    clock.advance(QUIET_MS - 1)
    expect(heard).toHaveLength(1)
    clock.advance(1)
    expect(heard).toEqual(['p1 #/p1', '12 more #/p13'])
  })

  it('come no more often than once a minute, however long the flood lasts', () => {
    const { clock, heard, rule } = aRule()
    for (let second = 0; second < 600; second += 1) {
      for (let n = 0; n < 100; n += 1) rule.offer(told('p'))
      clock.advance(1000)
    }
    expect(heard).toEqual(['p #/p', '5999 more #/p', ...Array.from({ length: 9 }, () => '6000 more #/p')])
  })

  it('say what it was where only one waited', () => {
    const { clock, heard, rule } = aRule()
    rule.offer(told('first'))
    rule.offer(told('second'))
    clock.advance(QUIET_MS)
    expect(heard).toEqual(['first #/first', 'second #/second'])
  })

  it('are at once again after a quiet minute', () => {
    const { clock, heard, rule } = aRule()
    rule.offer(told('first'))
    clock.advance(QUIET_MS)
    rule.offer(told('later'))
    expect(heard).toEqual(['first #/first', 'later #/later'])
  })

  it('are not made while they may not be, nor afterwards of what came then', () => {
    const { clock, heard, state, rule } = aRule()
    state.may = false
    rule.offer(told('watched'))
    state.may = true
    clock.advance(QUIET_MS)
    expect(heard).toEqual([])
    rule.offer(told('first'))
    rule.offer(told('waits'))
    state.may = false
    clock.advance(QUIET_MS)
    expect(heard).toEqual(['first #/first'])
  })

  it('leave out what the user has seen meanwhile', () => {
    const { clock, heard, rule } = aRule()
    rule.offer(told('first'))
    rule.offer(told('seen'))
    rule.seen()
    rule.offer(told('new'))
    clock.advance(QUIET_MS)
    expect(heard).toEqual(['first #/first', 'new #/new'])
  })
})
