import { describe, expect, it } from 'vitest'
import { DEFAULT_ENDPOINT_CONFIG, type EndpointConfig } from '../../../src/core/endpoint.ts'
import { withPathToken } from '../../../src/core/secret-path.ts'
import { aCapturedRequest, OK_REPLY } from '../../support/builders.ts'
import { openStore, rereadDone } from '../../support/open-store.ts'
import { tempFolder } from '../../support/temp-folder.ts'

const OLD = 'oldoldoldoldoldoldold0'
const NEW = 'newnewnewnewnewnewnew1'
const query = (user: string): string => `?user_id=${user}&reward_amount=5`

async function openWith(config: EndpointConfig) {
  const store = await openStore({ folder: await tempFolder() })
  const [endpoint] = await store.endpoints()
  const id = endpoint?.id ?? ''
  await store.saveEndpoint(id, config)
  const at = async (target: string, receivedAt: number) =>
    (await store.append(aCapturedRequest({ target, receivedAt }), OK_REPLY)).id
  return { store, id, at }
}

describe('a rotated secret path', () => {
  it('leaves what arrived before as it was read, also when the history is read again', async () => {
    const before: EndpointConfig = { ...DEFAULT_ENDPOINT_CONFIG, pathToken: OLD }
    const { store, id, at } = await openWith(before)
    const bare = await at(`/hitpoint${query('a')}`, 500)
    const early = await at(`/hitpoint/${OLD}${query('b')}`, 600)
    const after = { ...before, ...withPathToken(before, NEW, 1000) }
    await store.saveEndpoint(id, after)
    const late = await at(`/hitpoint/${OLD}${query('c')}`, 2000)
    const right = await at(`/hitpoint/${NEW}${query('d')}`, 2001)
    const verdicts = async () =>
      (await store.byIds([bare, early, late, right])).map(({ verdict, findings }) => [
        verdict,
        findings.map(({ code }) => code),
      ])
    const expected = [
      ['warn', ['path-unknown']],
      ['pass', []],
      ['warn', ['path-unknown']],
      ['pass', []],
    ]
    expect(await verdicts()).toEqual(expected)
    const done = rereadDone(store)
    await store.saveEndpoint(id, { ...after, duplicateWindowMinutes: 0 })
    await done
    expect(await verdicts()).toEqual(expected)
    expect((await store.detail(late))?.findings[0]?.detail).toContain('former secret path')
  })

  it('does not read the history again by itself', async () => {
    const before: EndpointConfig = { ...DEFAULT_ENDPOINT_CONFIG, pathToken: OLD }
    const { store, id, at } = await openWith(before)
    await at(`/hitpoint/${OLD}${query('a')}`, 500)
    await store.saveEndpoint(id, { ...before, ...withPathToken(before, NEW, 1000) })
    expect(store.rereadProgress()).toMatchObject({ state: 'idle', total: 0 })
  })

  it('may not be another endpoint’s whole path, and frees the bare one for another', async () => {
    const { store } = await openWith({ ...DEFAULT_ENDPOINT_CONFIG, pathToken: OLD })
    const other = { ...DEFAULT_ENDPOINT_CONFIG, name: 'Other' }
    await expect(store.saveEndpoint(null, { ...other, path: `/hitpoint/${OLD}/` })).rejects.toMatchObject({
      code: 'path-taken',
    })
    expect((await store.saveEndpoint(null, other)).path).toBe('/hitpoint')
  })
})
