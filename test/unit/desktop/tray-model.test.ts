import { describe, expect, it } from 'vitest'
import type { Mirrored } from '../../../electron/main/mirror.ts'
import { dashboardUrlOf, trayModel } from '../../../electron/main/tray-model.ts'
import { anOverview } from '../renderer/a-host.ts'

const open = {
  ...anOverview().tunnel,
  provider: 'localtunnel' as const,
  state: 'open' as const,
  url: 'https://a.example',
}
const withTunnel = (tunnel: Partial<Mirrored['tunnel']>): Mirrored => anOverview({ tunnel: { ...open, ...tunnel } })

const lines = (state: Mirrored, unseen = 0): string[] =>
  trayModel(state, unseen).groups.flatMap((group) =>
    group.map(({ label, command }) => `${command ?? 'says'}: ${label}`),
  )

describe('the icon in the tray', () => {
  it('is calm while all is well, and says what is captured and how it is reached', () => {
    const model = trayModel(withTunnel({}), 0)
    expect(model).toMatchObject({ mark: 'calm', title: '' })
    expect(model.tooltip).toBe('Adjump Inspector\nCapturing on port 4070\nTunnel open: https://a.example')
  })

  it('is calm without a tunnel, too', () => {
    expect(trayModel(anOverview(), 0).mark).toBe('calm')
    expect(trayModel(withTunnel({ state: 'opening', url: null }), 0).mark).toBe('calm')
  })

  it.each([
    ['the tunnel is down', withTunnel({ state: 'reopening' })],
    ['the tunnel could not be opened', withTunnel({ state: 'failed', url: null })],
    ['looks from outside fail', withTunnel({ state: 'degraded' })],
    ['nothing can be stored', anOverview({ store: { state: 'refusing', since: 1, why: '' } })],
    ['the receiver does not listen', anOverview({ receiver: { ...anOverview().receiver, state: 'failed' } })],
  ])('is marked where %s, whatever else there is', (_, state) => {
    expect(trayModel(state, 0).mark).toBe('trouble')
    expect(trayModel(state, 3)).toMatchObject({ mark: 'trouble', title: '3' })
  })

  it('is marked otherwise, with their number, while failures wait to be seen', () => {
    expect(trayModel(withTunnel({}), 3)).toMatchObject({ mark: 'unseen', title: '3' })
    expect(trayModel(withTunnel({}), 1).tooltip).toContain('1 failure not seen yet')
    expect(trayModel(withTunnel({}), 1234).tooltip).toContain('1,234 failures not seen yet')
    expect(trayModel(withTunnel({}), 1234).title).toBe('99+')
  })

  it('does not let a tunnel’s server write what it likes', () => {
    const { tooltip } = trayModel(withTunnel({ url: `https://a.example/\u202e\n${'x'.repeat(500)}` }), 0)
    expect(tooltip).not.toContain('\u202e')
    expect(tooltip.split('\n')).toHaveLength(3)
    expect(tooltip.length).toBeLessThan(200)
  })
})

describe('the menu of the icon', () => {
  it('opens the window, copies the dashboard URL, closes the tunnel and quits', () => {
    expect(lines(anOverview({ ...withTunnel({}), settings: { ...anOverview().settings } }))).toEqual([
      'says: Capturing on port 4070',
      'says: Tunnel open: https://a.example',
      'open: Open the inspector',
      'copy-url: Copy the dashboard URL',
      'tunnel-close: Close the tunnel',
      'quit: Quit',
    ])
  })

  it('opens a tunnel that was closed by hand, and offers none where none is wanted', () => {
    expect(lines(withTunnel({ provider: 'none', state: 'off', url: null }))).toContain('tunnel-open: Open the tunnel')
    const { settings } = anOverview()
    const without = anOverview({ settings: { ...settings, tunnel: { ...settings.tunnel, provider: 'none' } } })
    expect(lines(without).join()).not.toContain('tunnel-')
  })

  it('leads to the failures that nobody has seen', () => {
    expect(lines(withTunnel({}), 2)).toContain('show-failures: 2 failures not seen yet')
  })

  it('has no URL to copy while nothing listens', () => {
    const deaf = anOverview({ receiver: { ...anOverview().receiver, state: 'failed', url: null, port: null } })
    expect(dashboardUrlOf(deaf)).toBeNull()
    expect(lines(deaf).join()).not.toContain('copy-url')
    expect(dashboardUrlOf(withTunnel({}))).toMatch(/^https:\/\/a\.example\/.*\{user_id\}.*\{reward_amount\}$/)
  })
})
