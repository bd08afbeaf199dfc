import { describe, expect, it } from 'vitest'
import { NEWEST_FIRST } from '../../../../src/core/filter.ts'
import type { Outage } from '../../../../src/core/status.ts'
import {
  outageSentence,
  outagesAbove,
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
    expect(words(outage(1, 4))).toBe('The tunnel was down from t1 to t4 (3 ms): nothing could reach it.')
    expect(words(outage(1, null))).toBe('The tunnel was down since t1: nothing could reach it.')
  })
})
