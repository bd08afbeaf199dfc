import { describe, expect, it } from 'vitest'
import { createEffectiveSettings } from '../../../src/app/effective-settings.ts'
import { DEFAULT_SETTINGS } from '../../../src/core/settings.ts'

describe('settings that a run was started with', () => {
  const started = () =>
    createEffectiveSettings(DEFAULT_SETTINGS, { receiver: { port: 0 }, tunnel: { provider: 'none' } })

  it('are in force', () => {
    expect(started().current.receiver.port).toBe(0)
    expect(started().current.tunnel.provider).toBe('none')
  })

  it('are not saved by a change of something else', () => {
    const settings = started()
    const wanted = { ...settings.current, screen: { ...settings.current.screen, theme: 'dark' as const } }
    const saved = settings.toSave(wanted)
    expect(saved.screen.theme).toBe('dark')
    expect(saved.receiver).toEqual(DEFAULT_SETTINGS.receiver)
    expect(saved.tunnel).toEqual(DEFAULT_SETTINGS.tunnel)
  })

  it('give way to what the user sets, which is saved', () => {
    const settings = started()
    const wanted = { ...settings.current, tunnel: { ...settings.current.tunnel, host: 'https://tunnel.test' } }
    const saved = settings.toSave(wanted)
    settings.apply(wanted, saved)
    // Not the provider: that one is this run's alone.
    expect(saved.tunnel).toEqual({ ...DEFAULT_SETTINGS.tunnel, host: 'https://tunnel.test' })
    expect(settings.current).toEqual(wanted)
  })
})
