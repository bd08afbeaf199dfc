import type { Settings } from '../core/settings.ts'
import type { SettingsOverrides } from './config.ts'

/** The saved settings and what is in force now: the same but for what this run was started with. */
export interface EffectiveSettings {
  readonly current: Settings
  /** What must be saved for this wish: a field left as it is in force keeps its saved value. */
  toSave(wanted: Settings): Settings
  /** Call once `toSave`'s answer is on disk. */
  apply(wanted: Settings, saved: Settings): void
}

export function createEffectiveSettings(savedAtStart: Settings, overrides: SettingsOverrides): EffectiveSettings {
  let saved = savedAtStart
  let current: Settings = {
    ...saved,
    receiver: {
      ...saved.receiver,
      ...overrides.receiver,
      limits: { ...saved.receiver.limits, ...overrides.receiver?.limits },
    },
    tunnel: { ...saved.tunnel, ...overrides.tunnel },
    log: { ...saved.log, ...overrides.log },
    history: { ...saved.history, ...overrides.history },
  }
  return {
    get current() {
      return current
    },
    toSave: (wanted) => ({
      ...wanted,
      receiver: {
        ...changedOver(saved.receiver, current.receiver, wanted.receiver),
        limits: changedOver(saved.receiver.limits, current.receiver.limits, wanted.receiver.limits),
      },
      tunnel: changedOver(saved.tunnel, current.tunnel, wanted.tunnel),
      log: changedOver(saved.log, current.log, wanted.log),
      history: changedOver(saved.history, current.history, wanted.history),
    }),
    apply(wanted, nowSaved) {
      current = wanted
      saved = nowSaved
    },
  }
}

/** The saved values, but for the fields that are wanted otherwise than they are in force. */
function changedOver<T extends object>(saved: T, inForce: T, wanted: T): T {
  const result = { ...saved }
  for (const key of Object.keys(wanted) as (keyof T)[]) {
    if (wanted[key] !== inForce[key]) result[key] = wanted[key]
  }
  return result
}

/** Whether two pieces of plain data are alike. Both come out of one zod schema, so their keys stand in one order. */
export function sameData(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}
