import { describe, expect, it, vi } from 'vitest'
import { CallError } from '../../../../src/contract/errors.ts'
import { createOverviewStore } from '../../../../src/renderer/lib/overview-store.ts'
import { saveSettings } from '../../../../src/renderer/lib/settings.ts'
import { aHost, anOverview, aPromise } from '../a-host.ts'

describe('the overview on the screen', () => {
  it('is asked for once the host is there, and says why where it cannot be had', async () => {
    const host = aHost({ connected: false })
    host.answer('app.overview', () => {
      throw new CallError('unavailable', 'The store is being opened.')
    })
    const store = createOverviewStore(host.client)
    store.start()
    expect(host.calls).toEqual([])

    host.connect()
    await vi.waitFor(() => expect(store.get().failure).toBe('The store is being opened.'))

    host.answer('app.overview', () => anOverview())
    store.reload()
    await vi.waitFor(() =>
      expect(store.get()).toMatchObject({ failure: null, overview: { info: { version: '1.2.3' } } }),
    )
  })

  it('keeps what arrives while it waits for the answer', async () => {
    const host = aHost()
    const answer = aPromise()
    host.answer('app.overview', () => answer.promise)
    const store = createOverviewStore(host.client)
    store.start()

    host.emit('store.changed', { state: 'refusing', since: 2, why: 'The disk is full.' })
    answer.resolve(anOverview())

    await vi.waitFor(() => expect(store.get().overview?.store.state).toBe('refusing'))
  })

  it('is asked for again after a gap, and after each reconnect', async () => {
    const host = aHost()
    host.answer('app.overview', () => anOverview())
    const store = createOverviewStore(host.client)
    store.start()
    await vi.waitFor(() => expect(store.get().overview).not.toBeNull())

    host.resync()
    await vi.waitFor(() => expect(host.calls).toHaveLength(2))
    host.disconnect()
    expect(store.get().connection).toBe('disconnected')
    host.connect()
    await vi.waitFor(() => expect(host.calls).toHaveLength(3))
  })
})

describe('a change of the settings', () => {
  const dark = <S extends ReturnType<typeof anOverview>['settings']>(settings: S): S => ({
    ...settings,
    screen: { ...settings.screen, theme: 'dark' },
  })

  async function aLoadedStore() {
    const host = aHost()
    host.answer('app.overview', () => anOverview())
    const store = createOverviewStore(host.client)
    store.start()
    await vi.waitFor(() => expect(store.get().overview).not.toBeNull())
    return { host, store, theme: () => store.get().overview?.settings.screen.theme }
  }

  it('is shown at once, and taken back where the host refuses it', async () => {
    const { host, store, theme } = await aLoadedStore()
    const answer = aPromise()
    host.answer('settings.save', () => answer.promise)

    const saving = saveSettings({ client: host.client, store }, dark, { ahead: true })
    expect(theme()).toBe('dark')
    answer.reject(new CallError('unavailable', 'The disk is full.'))

    expect(await saving).toMatchObject({ message: 'The disk is full.' })
    expect(theme()).toBe('system')
  })

  it('made right after another carries that one along', async () => {
    const { host, store } = await aLoadedStore()
    // The client has typed it; the host in memory hands it back unread.
    host.answer('settings.save', (input) => (input as { settings: unknown }).settings)
    const inspector = { client: host.client, store }

    await Promise.all([
      saveSettings(inspector, dark, { ahead: true }),
      saveSettings(inspector, (all) => ({ ...all, receiver: { ...all.receiver, port: 4999 } }), { ahead: true }),
    ])

    expect(store.get().overview?.settings).toMatchObject({ screen: { theme: 'dark' }, receiver: { port: 4999 } })
    expect(host.calls.at(-1)?.input).toMatchObject({
      settings: { screen: { theme: 'dark' }, receiver: { port: 4999 } },
    })
  })

  it('does not flicker back when the host speaks of an earlier one', async () => {
    const { host, store, theme } = await aLoadedStore()
    const answer = aPromise()
    host.answer('settings.save', () => answer.promise)
    const saving = saveSettings({ client: host.client, store }, dark, { ahead: true })

    host.emit('settings.changed', { settings: anOverview().settings })
    expect(theme()).toBe('dark')

    answer.resolve(dark(anOverview().settings))
    await saving
    expect(theme()).toBe('dark')
  })
})
