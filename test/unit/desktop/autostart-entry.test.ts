import { describe, expect, it } from 'vitest'
import { autostartEntry, readAutostartEntry } from '../../../electron/main/autostart-entry.ts'

const COMMAND = { program: '/opt/Adjump Inspector/adjump-inspector', args: ['--hidden'] }

const entry = (command = COMMAND): string => autostartEntry(command) ?? ''

describe('the file that starts the app at login', () => {
  it('starts this very program, hidden', () => {
    expect(entry()).toContain('Exec="/opt/Adjump Inspector/adjump-inspector" "--hidden"\n')
    expect(readAutostartEntry(entry(), COMMAND)).toBe('this')
  })

  it.each([
    ['/opt/50% off/app', 'Exec="/opt/50%% off/app"\n'],
    ['/opt/a"b/app', 'Exec="/opt/a\\\\"b/app"\n'],
    ['/opt/$HOME/`x`/app', 'Exec="/opt/\\\\$HOME/\\\\`x\\\\`/app"\n'],
    ['/opt/back\\slash/app', 'Exec="/opt/back\\\\\\\\slash/app"\n'],
  ])('takes %s as it is, whatever a shell or the file’s own rules would make of it', (program, line) => {
    const command = { program, args: [] }
    expect(autostartEntry(command)).toContain(line)
    expect(readAutostartEntry(entry(command), command)).toBe('this')
  })

  it('is not written for a path that would begin a line of its own', () => {
    expect(autostartEntry({ program: '/opt/a\nExec=/bin/sh', args: [] })).toBeNull()
    expect(autostartEntry({ program: '/opt/a', args: ['--data=/x\ry'] })).toBeNull()
  })

  it('says so where it starts another copy, or is switched off by the desktop’s own settings', () => {
    expect(readAutostartEntry(entry({ ...COMMAND, program: '/old/app' }), COMMAND)).toBe('another')
    expect(readAutostartEntry(entry({ ...COMMAND, args: ['--hidden', '--data=/x'] }), COMMAND)).toBe('another')
    expect(readAutostartEntry(entry().replace('enabled=true', 'enabled=false'), COMMAND)).toBe('off')
    expect(readAutostartEntry(`${entry()}Hidden=true\n`, COMMAND)).toBe('off')
    expect(readAutostartEntry('', COMMAND)).toBe('off')
  })
})
