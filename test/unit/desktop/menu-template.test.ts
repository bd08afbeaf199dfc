import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { MenuItemConstructorOptions } from 'electron'
import { describe, expect, it } from 'vitest'
import { GO, type MenuActs, menuTemplate, POSTBACK_MENU_ID } from '../../../electron/main/menu-template.ts'
import { MENU_COMMANDS } from '../../../src/contract/desktop-procedures.ts'
import { VIEWS } from '../../../src/core/place.ts'
import { learn } from '../../../src/words/learn.ts'
import { speaking } from '../../../src/words/locale.ts'
import { ROOT } from '../../support/serve-process.ts'

await learn('de')

const RENDERER = join(ROOT, 'src/renderer')
const SOURCES = readdirSync(RENDERER, { recursive: true, encoding: 'utf8' })
  .filter((path) => /\.tsx?$/.test(path))
  .map((path) => readFileSync(join(RENDERER, path), 'utf8'))
  .join('\n')

/** What Electron gives these roles by itself, on one system or another. */
const KEYS_OF_ROLES = ['0', '+', '=', '-', 'r', 'w', 'q', 'm', 'h', 'x', 'c', 'v', 'a']

function aMenu(isMac: boolean, hasLicences = true) {
  const done: string[] = []
  const acts: MenuActs = {
    show: (hash) => done.push(`show ${hash}`),
    askMain: (command) => done.push(`main ${command}`),
    askFocused: (command) => done.push(`focused ${command}`),
    openFolder: (folder) => done.push(`folder ${folder}`),
    openPage: (url) => done.push(`page ${url}`),
    openLicences: hasLicences ? () => done.push('licences') : null,
  }
  const items = (all: readonly MenuItemConstructorOptions[]): MenuItemConstructorOptions[] =>
    all.flatMap((item) => [item, ...(Array.isArray(item.submenu) ? items(item.submenu) : [])])
  const top = menuTemplate(acts, { isMac, isPackaged: true })
  const all = items(top)
  const press = (item: MenuItemConstructorOptions): void => {
    // Electron hands over the item, the window and the event, none of which is looked at.
    ;(item.click as (() => void) | undefined)?.()
  }
  return { top, all, press, done }
}

describe.each([
  ['macOS', true],
  ['elsewhere', false],
])('the application’s menu on %s', (_, isMac) => {
  it('leads to every view, each by a key of its own', () => {
    const { all, press, done } = aMenu(isMac)
    expect(GO.map(({ view }) => view)).toEqual(VIEWS)
    const go = all.filter(({ accelerator }) => accelerator !== undefined)
    for (const item of go) press(item)
    expect(done).toEqual(VIEWS.map((view) => `show #/${view}`))
    expect(new Set(go.map(({ accelerator }) => accelerator)).size).toBe(VIEWS.length)
  })

  it('takes no key that the screen has, nor one of Electron’s own', () => {
    const mine = aMenu(isMac).all.flatMap(({ accelerator }) =>
      typeof accelerator === 'string' ? [accelerator.replace('CmdOrCtrl+', '').toLowerCase()] : [],
    )
    const screens = [...SOURCES.matchAll(/['"]mod\+([^'"]+)['"]/g)].map(([, key]) => key)
    expect(screens).toContain('k')
    expect(mine.filter((key) => screens.includes(key) || KEYS_OF_ROLES.includes(key))).toEqual([])
  })

  it('does something with every line, and every command that it may give is one of its lines', () => {
    const { all, press, done } = aMenu(isMac)
    for (const item of all) {
      const isKnown = item.role !== undefined || item.type === 'separator' || Array.isArray(item.submenu)
      expect(isKnown || item.click !== undefined, item.label).toBe(true)
      press(item)
    }
    const given = done.flatMap((line) => /^(?:main|focused) (.+)$/.exec(line)?.[1] ?? [])
    expect(given.toSorted()).toEqual([...MENU_COMMANDS].toSorted())
  })

  it('leads to the licences where there are any', () => {
    const { all, press, done } = aMenu(isMac)
    for (const item of all.filter(({ label }) => label === 'Licences')) press(item)
    expect(done).toEqual(['licences'])
    expect(aMenu(isMac, false).all.map(({ label }) => label)).not.toContain('Licences')
  })

  it('has every line in the spoken language, those of Electron too', () => {
    const german = speaking({ language: 'de', locale: 'de-DE' }, () => aMenu(isMac))
    const labels = (all: readonly MenuItemConstructorOptions[]) =>
      all.filter(({ role, type }) => role !== 'appMenu' && type !== 'separator').map(({ label }) => label)
    expect(labels(german.all)).not.toContain(undefined)
    expect(german.top.map(({ label }) => label)).toContain('Bearbeiten')
    expect(german.all).toHaveLength(aMenu(isMac).all.length)
  })

  it('asks the window that shows the postback for what concerns it', () => {
    const { top, press, done } = aMenu(isMac)
    const menu = top.find(({ id }) => id === POSTBACK_MENU_ID)?.submenu
    for (const item of Array.isArray(menu) ? menu : []) press(item)
    expect(done.length).toBeGreaterThan(8)
    expect(done.filter((line) => !line.startsWith('focused '))).toEqual([])
  })
})

it('names only actions that the screen has', () => {
  // Those of exports are put together of their format.
  const isThere = (id: string): boolean =>
    SOURCES.includes(`id: '${id}'`) || (id.startsWith('export.') && SOURCES.includes('id: `export.${choice.format}`'))
  expect(MENU_COMMANDS.filter((id) => !isThere(id))).toEqual([])
})
