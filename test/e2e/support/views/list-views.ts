import { expect } from '@playwright/test'
import { openList, openNewest, press, region, type View } from './view.ts'

const filter = { role: 'combobox', name: 'Filter postbacks' } as const

/** The list of postbacks, the open postback, and what opens over them. */
export const LIST_VIEWS: readonly View[] = [
  {
    name: 'first-steps',
    stage: 'first',
    pictured: true,
    async prepare(stage) {
      await stage.open('postbacks')
      await region(stage.page, 'First steps').getByRole('button', { name: 'Copy this URL' }).waitFor()
    },
  },
  {
    name: 'postbacks-none',
    stage: 'first',
    pictured: true,
    async prepare(stage) {
      await stage.open('postbacks/1')
      await stage.page.getByText('There is no postback 1').waitFor()
      await stage.page.keyboard.press('Escape')
      await expect(stage.page.getByRole('complementary')).toHaveCount(1)
    },
  },
  {
    name: 'postbacks',
    stage: 'history',
    pictured: true,
    prepare: openList,
  },
  {
    name: 'postbacks-no-match',
    stage: 'history',
    async prepare(stage) {
      await openList(stage)
      await stage.page.getByRole(filter.role, filter).fill('user:nobody verdict:fail')
      await stage.page.keyboard.press('Escape')
      await stage.page.getByRole('button', { name: 'Clear the filter' }).last().waitFor()
      await expect(stage.page.getByRole('grid')).toHaveCount(0)
    },
  },
  {
    name: 'suggestions',
    stage: 'history',
    pictured: true,
    async prepare(stage) {
      await openList(stage)
      await stage.page.keyboard.press('/')
      await stage.page.keyboard.type('verdict:')
      await stage.page.getByRole('listbox', { name: 'Suggestions' }).getByRole('option').first().waitFor()
      await stage.page.keyboard.press('ArrowDown')
    },
  },
  {
    name: 'detail',
    stage: 'history',
    pictured: true,
    prepare: openNewest,
  },
  {
    name: 'missing-postback',
    stage: 'history',
    pictured: true,
    async prepare(stage) {
      await openList(stage, 'postbacks/999999')
      await stage.page.getByText('There is no postback 999999').waitFor()
    },
  },
  {
    name: 'find-in-detail',
    stage: 'history',
    async prepare(stage) {
      await openNewest(stage)
      await stage.page.keyboard.press('Control+f')
      await stage.page.getByRole('search').getByRole('textbox').fill('u_1042')
    },
  },
  {
    name: 'finding-help',
    stage: 'history',
    async prepare(stage) {
      await openNewest(stage)
      await stage.page.getByRole('button', { name: 'What is this? html-ampersand' }).click()
      await stage.page.getByRole('dialog').getByRole('heading', { name: 'Example' }).waitFor()
    },
  },
  {
    name: 'replay',
    stage: 'history',
    async prepare(stage) {
      await openNewest(stage)
      await press(stage.page, 'r e')
      await stage.page.getByRole('dialog').getByRole('button', { name: 'Send', exact: true }).waitFor()
    },
  },
  {
    name: 'compare',
    stage: 'history',
    async prepare(stage) {
      await openNewest(stage)
      await press(stage.page, 'x m j')
      const details = stage.page.getByRole('complementary', { name: 'Postback details' })
      await expect(details.getByRole('heading', { level: 2 })).toHaveText(`Postback ${String(stage.newestId - 1)}`)
      await press(stage.page, 'x x')
      await stage.page.getByRole('dialog').getByRole('table', { name: 'Query' }).waitFor()
    },
  },
  {
    name: 'copy-menu',
    stage: 'history',
    async prepare(stage) {
      await openNewest(stage)
      await stage.page.getByRole('button', { name: 'Copy as' }).click()
      await stage.page.getByRole('menu').waitFor()
    },
  },
  {
    name: 'export-menu',
    stage: 'history',
    async prepare(stage) {
      await openList(stage)
      await stage.page.getByRole('button', { name: 'Export', exact: true }).click()
      await stage.page.getByRole('menu', { name: 'Export' }).waitFor()
    },
  },
  {
    name: 'columns',
    stage: 'history',
    async prepare(stage) {
      await openList(stage)
      await stage.page.getByRole('button', { name: 'Columns' }).click()
      await stage.page.getByRole('checkbox', { name: 'Method' }).waitFor()
    },
  },
  {
    name: 'saved-views',
    stage: 'history',
    async prepare(stage) {
      await openList(stage)
      await stage.page.getByRole('button', { name: /^Views/ }).click()
      await stage.page.getByRole('textbox', { name: 'Save what is shown as a new view' }).waitFor()
    },
  },
  {
    name: 'clear-dialog',
    stage: 'history',
    pictured: true,
    async prepare(stage) {
      await openList(stage)
      await press(stage.page, 'h c')
      await stage.page
        .getByRole('dialog')
        .getByRole('button', { name: /^Remove \d/ })
        .waitFor()
    },
  },
]
