// `npm run docs:pictures`: the pictures of the README and the guide, taken of the built app on a made-up history, and the
// words that are on each. Look at them before you commit them.
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Locator } from 'playwright'
import { findBrowser } from '../../scripts/browser-runtime.mjs'
import { forEachPicture } from './pictures/take.ts'
import { WORDS_FILE, type Words, wordsOf } from './pictures/words.ts'
import { ROOT } from './serve-process.ts'

/** Counts and the activity strip follow what is shown within a second. */
const SETTLE_MS = 1500

const executablePath = await findBrowser()
if (executablePath === null) throw new Error('no Chromium was found')
const words: Record<string, Words> = {}
await forEachPicture(executablePath, async (picture, page) => {
  const { file, part, margin = 0 } = picture
  await page.waitForTimeout(SETTLE_MS)
  const path = join(ROOT, file)
  mkdirSync(dirname(path), { recursive: true })
  await page.screenshot({ path, ...(part === undefined ? {} : { clip: await areaOf(part(page), margin) }) })
  words[file] = await wordsOf(page, picture)
  console.log(`took ${file}`)
})
writeFileSync(join(ROOT, WORDS_FILE), `${JSON.stringify(words, null, 2)}\n`)

async function areaOf(part: Locator, margin: number) {
  await part.scrollIntoViewIfNeeded()
  const box = await part.boundingBox()
  if (box === null) throw new Error('what the picture is to show is not on the screen')
  return { x: box.x - margin, y: box.y - margin, width: box.width + 2 * margin, height: box.height + 2 * margin }
}
