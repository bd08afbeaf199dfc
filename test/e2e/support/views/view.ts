import { expect, type Locator, type Page } from '@playwright/test'
import type { Stage, StageName } from './stage.ts'

/** One state of the screen that every check is made in. */
export interface View {
  /** Of letters and hyphens: it names files. */
  readonly name: string
  readonly stage: StageName
  /** Left out: both faces have it. */
  readonly face?: 'desktop' | 'browser'
  /** Brings the screen there, as a user would, and ends when all of it is there. Answers with the window where it is another. */
  readonly prepare: (stage: Stage) => Promise<Page | void>
  /** Takes back what would be seen in the views after it. */
  readonly leave?: (stage: Stage) => Promise<void>
  /** Also kept as pictures and boxes. */
  readonly pictured?: true
}

/** Waits for a titled part of the screen. */
export function region(page: Page, name: string): Locator {
  return page.getByRole('region', { name, exact: true })
}

/** The postbacks, listed. */
export async function openList(stage: Stage, place = 'postbacks'): Promise<void> {
  await stage.open(place)
  await region(stage.page, 'Activity').waitFor()
  await expect(stage.page.getByRole('grid', { name: 'Postbacks' }).getByRole('row').nth(8)).toBeVisible()
  await expect(stage.page.getByLabel('What is shown')).toContainText('postbacks')
}

/** The newest postback, open beside the list. */
export async function openNewest(stage: Stage): Promise<void> {
  await openList(stage, `postbacks/${String(stage.newestId)}`)
  await region(stage.page, 'Findings').waitFor()
  await expect(stage.page.getByRole('complementary', { name: 'Postback details' })).toHaveAttribute(
    'aria-busy',
    'false',
  )
}

/** Presses a sequence of keys, as in `h c`. */
export async function press(page: Page, keys: string): Promise<void> {
  for (const key of keys.split(' ')) await page.keyboard.press(key)
}
