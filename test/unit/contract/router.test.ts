import { describe, expect, it } from 'vitest'
import { CallError } from '../../../src/contract/errors.ts'
import { procedures } from '../../../src/contract/procedures.ts'
import { createRouter, type Handlers } from '../../../src/contract/router.ts'

/** Handlers that all fail the same way, but for those given. */
function aRouter(given: Partial<Handlers>, expected: (error: unknown) => unknown = (error) => error) {
  const bugs: unknown[] = []
  const fails = (): never => {
    throw new Error('secret detail')
  }
  const handlers = Object.fromEntries(Object.keys(procedures).map((name) => [name, fails])) as unknown as Handlers
  return { router: createRouter({ ...handlers, ...given }, { expected, onBug: (bug) => bugs.push(bug) }), bugs }
}

describe('the router', () => {
  it('hands parsed input to the handler and returns its output', async () => {
    const { router } = aRouter({
      'postback.detail': ({ id }) => (id === 5 ? null : Promise.reject(new Error('wrong id'))),
    })
    await expect(router.call('postback.detail', { id: 5 })).resolves.toBeNull()
  })

  it('refuses input of the wrong shape, and says which field', async () => {
    const { router } = aRouter({})
    await expect(router.call('postback.detail', { id: 'five' })).rejects.toMatchObject({
      code: 'invalid-input',
      issues: [{ path: ['id'] }],
    })
  })

  it.each(['nothing.such', '__proto__', 'constructor', 'toString'])('knows no procedure “%s”', async (name) => {
    await expect(aRouter({}).router.call(name, {})).rejects.toMatchObject({ code: 'not-found' })
  })

  it('passes an expected failure on', async () => {
    const known = new CallError('conflict', 'Taken.')
    const { router, bugs } = aRouter({}, () => known)
    await expect(router.call('tunnel.open', {})).rejects.toBe(known)
    expect(bugs).toEqual([])
  })

  it('tells the caller nothing of an unexpected one, and the owner everything', async () => {
    const { router, bugs } = aRouter({})
    const failure = await router.call('tunnel.open', {}).catch((error: unknown) => error)
    expect(failure).toMatchObject({ code: 'internal' })
    expect((failure as Error).message).not.toContain('secret')
    expect(bugs).toHaveLength(1)
  })
})
