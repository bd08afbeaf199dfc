import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { type Action, actions } from '../../../../src/renderer/lib/keys.ts'
import { runAction } from '../../../../src/renderer/lib/run-action.ts'

function anAction(id: string, done: string[], name = id): Action {
  return { id, title: id, run: () => done.push(name) }
}

describe('a command of the menu', () => {
  beforeEach(() => {
    vi.useFakeTimers()
  })
  afterEach(() => {
    actions.set([])
    vi.useRealTimers()
  })

  it('does at once what is on the screen, the newest of that name', () => {
    const done: string[] = []
    actions.set([anAction('a', done, 'older'), anAction('b', done), anAction('a', done, 'newer')])
    runAction('a', () => done.push('impossible'))
    expect(done).toEqual(['newer'])
  })

  it('waits for the view that has it', async () => {
    const done: string[] = []
    runAction('a', () => done.push('impossible'))
    actions.set([anAction('b', done)])
    actions.update((all) => [...all, anAction('a', done)])
    await Promise.resolve()
    expect(done).toEqual(['a'])
    vi.advanceTimersByTime(60_000)
    actions.set([anAction('a', done)])
    await Promise.resolve()
    expect(done).toEqual(['a'])
  })

  it('says so where it does not come', () => {
    const done: string[] = []
    runAction('a', () => done.push('impossible'))
    vi.advanceTimersByTime(60_000)
    expect(done).toEqual(['impossible'])
    actions.set([anAction('a', done)])
    expect(done).toEqual(['impossible'])
  })
})
