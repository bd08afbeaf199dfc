import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { forEachPicture } from '../support/pictures/take.ts'
import { WORDS_FILE, type Words, wordsOf } from '../support/pictures/words.ts'
import { ROOT } from '../support/serve-process.ts'
import { required } from './support/desktop.ts'

test('the pictures of the documents show the app as it is', async () => {
  test.setTimeout(180_000)
  const taken = JSON.parse(readFileSync(join(ROOT, WORDS_FILE), 'utf8')) as Record<string, Words>
  const seen: string[] = []
  await forEachPicture(required('ADJUMP_INSPECTOR_BROWSER'), async (picture, page) => {
    const { file } = picture
    seen.push(file)
    // Softly: one run names every picture that is out of date.
    await expect
      .soft(async () => {
        expect(
          await wordsOf(page, picture),
          `${file} is out of date: run “npm run docs:pictures” and look at it`,
        ).toEqual(taken[file])
      })
      .toPass({ timeout: 10_000 })
  })
  expect(seen.sort()).toEqual(Object.keys(taken).sort())
})
