import { describe, expect, it } from 'vitest'
import { NEWEST_FIRST } from '../../../../src/core/filter.ts'
import type { Outage } from '../../../../src/core/status.ts'
import {
  outageLabel,
  outageSentence,
  outagesAbove,
  outagesBeyond,
  outagesWithin,
  withOutage,
} from '../../../../src/renderer/features/postbacks/list/outage-marks.ts'

const outage = (from: number, to: number | null, id = 1): Outage => ({ id, reason: 'tunnel-down', from, to, why: '' })
const at = (receivedAt: number) => ({ receivedAt })

describe('an outage in the list', () => {
  it('is marked between the rows around it', () => {
    const all = [outage(150, 180)]
    expect(outagesAbove(all, at(100), at(200), NEWEST_FIRST)).toEqual(all)
    expect(outagesAbove(all, at(200), at(300), NEWEST_FIRST)).toEqual([])
    expect(outagesAbove(all, at(200), at(100), { column: 'received', direction: 'ascending' })).toEqual(all)
  })

  it('is marked above the newest row where nothing came since', () => {
    const all = [outage(150, null)]
    expect(outagesAbove(all, at(100), null, NEWEST_FIRST)).toEqual(all)
    expect(outagesAbove(all, at(160), null, NEWEST_FIRST)).toEqual([])
  })

  it('has no place beside a row that is not loaded, nor in another order', () => {
    const all = [outage(150, 180)]
    expect(outagesAbove(all, at(100), undefined, NEWEST_FIRST)).toEqual([])
    expect(outagesAbove(all, at(100), at(200), { column: 'amount', direction: 'ascending' })).toEqual([])
  })

  it('is replaced by its newer state', () => {
    const closed = outage(150, 180)
    expect(withOutage([outage(100, 110, 2), outage(150, null)], closed)).toEqual([outage(100, 110, 2), closed])
  })

  it('reads as a sentence', () => {
    const words = (one: Outage) =>
      outageSentence(
        one,
        (moment) => `t${String(moment)}`,
        (ms) => `${String(ms)} ms`,
      )
    expect(words(outage(1, 4))).toBe(
      'The tunnel was down from t1 to t4 (3 ms): nothing could be relied on to reach it.',
    )
    expect(words(outage(1, null))).toBe('The tunnel was down since t1: nothing could be relied on to reach it.')
  })

  it('is marked after the last row where it is beyond it', () => {
    const [old, late] = [outage(50, 60), outage(150, 180, 2)]
    expect(outagesBeyond([old, late], at(100), NEWEST_FIRST)).toEqual([old])
    expect(outagesBeyond([old, late], at(100), { column: 'received', direction: 'ascending' })).toEqual([late])
    expect(outagesBeyond([old, late], at(100), { column: 'amount', direction: 'ascending' })).toEqual([])
  })

  it('is left out where it does not touch the span that the filter names', () => {
    const all = [outage(50, 60), outage(150, null, 2)]
    expect(outagesWithin(all, { from: null, to: null })).toEqual(all)
    expect(outagesWithin(all, { from: 60, to: 150 })).toEqual([])
    expect(outagesWithin(all, { from: 59, to: null })).toEqual(all)
    expect(outagesWithin(all, { from: 100, to: 400 })).toEqual([all[1]])
  })

  it('fits on a line with its reason, span and sentence, several of them as one', () => {
    const label = (...all: Outage[]) =>
      outageLabel(
        all,
        (moment) => `t${String(moment)}`,
        (ms) => `${String(ms)} ms`,
      )
    const off: Outage = { id: 1, reason: 'off', from: 1, to: 90, why: 'The inspector was not running.' }
    expect(label(off)).toBe('Off · t1 – t90 (89 ms) · The inspector was not running.')
    expect(label(off, outage(90, 95, 2))).toBe('Off, Tunnel down · t1 – t95 (94 ms) · The inspector was not running.')
    // Between the two something could have come.
    expect(label(outage(1, 11), outage(81, 91, 2))).toBe('Tunnel down · t1 – t91 (20 ms of it) · ')
    expect(label({ ...outage(90, null, 2), why: 'Gone.' })).toBe('Tunnel down · since t90 · Gone.')
  })
})
