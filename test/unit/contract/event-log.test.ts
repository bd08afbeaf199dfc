import { describe, expect, it } from 'vitest'
import { createEventLog } from '../../../src/contract/event-log.ts'

const large = { state: 'ok', since: 1, why: 'x'.repeat(10_000) } as const

describe('the event log', () => {
  it('keeps no more than its budget, however few events that is', () => {
    const log = createEventLog('run-1', 5000, 50_000)
    for (let count = 0; count < 100; count += 1) log.emit('store.changed', large)
    expect(log.after(0, 5000)).toBeNull()
    expect(log.after(96, 5000)).toHaveLength(4)
    expect(log.after(90, 5000)).toBeNull()
  })

  it('keeps the newest event whatever its size', () => {
    const log = createEventLog('run-1', 5000, 100)
    log.emit('store.changed', large)
    expect(log.after(0, 10)).toHaveLength(1)
  })

  it('hands out no more at once than asked for, by count and by size, but always one', () => {
    const log = createEventLog('run-1')
    for (let count = 0; count < 10; count += 1) log.emit('store.changed', large)
    expect(log.after(0, 3)).toHaveLength(3)
    expect(log.after(0, 10, 25_000)).toHaveLength(2)
    expect(log.after(0, 10, 1)).toHaveLength(1)
  })
})
