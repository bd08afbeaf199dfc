import { describe, expect, it } from 'vitest'
import { createEventCursor } from '../../../src/contract/event-cursor.ts'

const event = (seq: number) => ({ seq, event: 'store.changed', payload: seq })

describe('an event cursor', () => {
  it('asks for everything after the last event it took', () => {
    const cursor = createEventCursor()
    expect(cursor.subscribeMessage()).toEqual({ type: 'subscribe', epoch: null, after: 0 })
    cursor.take({ type: 'resync', epoch: 'run-1', seq: 3 })
    cursor.take({ type: 'events', epoch: 'run-1', events: [event(4), event(5)] })
    expect(cursor.subscribeMessage()).toEqual({ type: 'subscribe', epoch: 'run-1', after: 5 })
  })

  it('passes no event on twice', () => {
    const cursor = createEventCursor()
    cursor.take({ type: 'resync', epoch: 'run-1', seq: 0 })
    cursor.take({ type: 'events', epoch: 'run-1', events: [event(1), event(2)] })
    const again = cursor.take({ type: 'events', epoch: 'run-1', events: [event(2), event(3)] })
    expect(again).toEqual([{ type: 'event', event: 'store.changed', payload: 3 }])
  })

  it('has nothing to read anew at the first connection, and everything at a later resync', () => {
    const cursor = createEventCursor()
    expect(cursor.take({ type: 'resync', epoch: 'run-1', seq: 3 })).toEqual([])
    expect(cursor.take({ type: 'resync', epoch: 'run-2', seq: 0 })).toEqual([{ type: 'resync' }])
  })
})
