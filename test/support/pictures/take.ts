import { type Browser, chromium, type Page } from 'playwright'
import type { Picture, StageName } from './picture.ts'
import { PICTURES } from './pictures.ts'
import { openStage } from './stages.ts'

const STAGES: readonly StageName[] = ['empty', 'history']

/** Brings the app to every picture, one after the other, and hands each page over while it shows what it is to show. */
export async function forEachPicture(
  executablePath: string,
  look: (picture: Picture, page: Page) => Promise<void>,
): Promise<void> {
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-background-networking'] })
  try {
    for (const stage of STAGES) await onStage(browser, stage, look)
  } finally {
    await browser.close()
  }
}

async function onStage(
  browser: Browser,
  name: StageName,
  look: (picture: Picture, page: Page) => Promise<void>,
): Promise<void> {
  const stage = await openStage(name)
  try {
    for (const picture of PICTURES.filter((one) => one.stage === name)) {
      const page = await browser.newPage({ viewport: picture.size, colorScheme: picture.theme })
      await picture.prepare(page, stage)
      await look(picture, page)
      await page.close()
    }
  } finally {
    await stage.close()
  }
}
