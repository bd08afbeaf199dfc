import { describe, expect, it } from 'vitest'
import { OWN_KEYS } from '../../../src/core/key-settings.ts'
import { DEFAULT_SETTINGS, settingsSchema } from '../../../src/core/settings.ts'

describe('the settings of the keys', () => {
  it('are the actions’ own keys where an older version stored none', () => {
    const { keys: _none, ...older } = DEFAULT_SETTINGS
    expect(settingsSchema.parse(older).keys).toEqual(OWN_KEYS)
  })

  it('keep actions and keys that this version does not know', () => {
    const keys = { single: true, changed: { 'moon.land': ['hyper+l'], 'test.send': [] } }
    expect(settingsSchema.parse({ ...DEFAULT_SETTINGS, keys }).keys).toEqual(keys)
  })
})
