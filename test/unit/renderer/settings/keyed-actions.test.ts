import { describe, expect, it } from 'vitest'
import { OWN_KEYS } from '../../../../src/core/key-settings.ts'
import {
  isListed,
  listedActions,
  withKeys,
  withOwnKeys,
} from '../../../../src/renderer/features/settings/keys/keyed-actions.ts'

const FROM_ANOTHER_VERSION = { 'moon.land': ['l'] }

describe('the settings after a change of keys', () => {
  const send = { id: 'test.send', own: ['t'] }

  it('hold what differs from the action’s own keys, and nothing else', () => {
    const changed = withKeys(OWN_KEYS, [{ ...send, keys: ['y', 'y'] }])
    expect(changed.changed).toEqual({ 'test.send': ['y'] })
    expect(withKeys(changed, [{ ...send, keys: ['t'] }])).toEqual(OWN_KEYS)
    expect(withKeys(OWN_KEYS, [{ ...send, keys: [] }]).changed).toEqual({ 'test.send': [] })
  })

  it('hold what an action lost to another in the same change', () => {
    const pause = { id: 'list.pause', own: ['p'] }
    const changed = withKeys(OWN_KEYS, [
      { ...send, keys: ['p'] },
      { ...pause, keys: [] },
    ])
    expect(changed.changed).toEqual({ 'test.send': ['p'], 'list.pause': [] })
  })

  it('never hold Esc, which is nobody’s to give', () => {
    const close = { id: 'postback.close', own: ['escape'] }
    expect(withKeys(OWN_KEYS, [{ ...close, keys: ['escape', 'q'] }]).changed).toEqual({ 'postback.close': ['q'] })
    expect(withKeys(OWN_KEYS, [{ ...close, keys: ['escape'] }])).toEqual(OWN_KEYS)
  })

  it('keep what only another version knows, after a change and after a reset of all', () => {
    const before = { single: false, changed: { ...FROM_ANOTHER_VERSION, 'test.send': ['y'] } }
    expect(withKeys(before, [{ ...send, keys: ['z'] }]).changed).toEqual({
      ...FROM_ANOTHER_VERSION,
      'test.send': ['z'],
    })
    expect(withOwnKeys(before)).toEqual({ single: false, changed: FROM_ANOTHER_VERSION })
  })
})

describe('the list of actions with their keys', () => {
  it('finds them by title, other words and keys, all at once', () => {
    const all = listedActions(OWN_KEYS, 'desktop')
    const found = (typed: string): readonly string[] => all.filter((one) => isListed(one, typed)).map(({ id }) => id)
    expect(found('dark theme')).toContain('theme.dark')
    expect(found('g p')).toContain('view.postbacks')
    expect(found('curl')).toEqual(['postback.copyCurl'])
    expect(found('curl nowhere')).toEqual([])
  })

  it('has in a browser nothing that only the desktop app does', () => {
    const ids = listedActions(OWN_KEYS, 'browser').map(({ id }) => id)
    expect(ids).not.toContain('folder.data')
    expect(ids).toContain('test.send')
  })
})
