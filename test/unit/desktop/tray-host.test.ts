import { describe, expect, it } from 'vitest'
import { hasTrayHost } from '../../../electron/main/tray-host.ts'

/** A desktop on which these programs answer so; the others are not there. */
function asked(answers: Readonly<Record<string, string | null>>) {
  const programs: string[] = []
  return {
    programs,
    ask: (program: string) => {
      programs.push(program)
      return Promise.resolve(answers[program] ?? null)
    },
  }
}

describe('a desktop’s tray', () => {
  it.each([
    ['busctl', 'b true\n'],
    ['gdbus', '(<true>,)\n'],
    ['dbus-send', '   variant       boolean true\n'],
  ])('is there where %s says so', async (program, answer) => {
    expect(await hasTrayHost(asked({ [program]: answer }).ask)).toBe(true)
  })

  it.each([
    ['busctl', 'b false\n'],
    ['gdbus', '(<false>,)\n'],
    ['dbus-send', '   variant       boolean false\n'],
  ])('is not there where %s says so, and no other program is asked', async (program, answer) => {
    const { ask, programs } = asked({ [program]: answer })
    expect(await hasTrayHost(ask)).toBe(false)
    expect(programs.at(-1)).toBe(program)
  })

  it('counts as missing where nobody can say', async () => {
    const { ask, programs } = asked({})
    expect(await hasTrayHost(ask)).toBe(false)
    expect(programs).toEqual(['busctl', 'gdbus', 'dbus-send'])
  })
})
