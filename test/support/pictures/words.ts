import type { Page } from 'playwright'
import type { Picture } from './picture.ts'

/** The words of the headings, fields and buttons that are on a picture, in order of the alphabet, each once. */
export type Words = readonly string[]

/** Where the words lie that go with the pictures: taken together, and compared with the app by a test. */
export const WORDS_FILE = 'docs/pictures/words.json'

const NAMED = 'h1, h2, h3, label, legend, th, dt, button, [role="menuitem"]'
/** What somebody sent is no word of the app's. */
const RECEIVED = '[role="grid"] [role="row"], tbody, bdi'
/** A key beside a word, a choice's options, and what stands there only to keep a button's width. */
const NO_WORDS = 'kbd, select, .invisible'
/** Where a picture is of the whole window: the view, and a dialog or menu over it. */
const WINDOW = 'main, dialog[open], [role="menu"]'

/**
 * What the parts of the screen that are on a picture call their things. Every number is `#`: counts, ports and times
 * differ from one day to the next.
 */
export async function wordsOf(page: Page, { part, words }: Pick<Picture, 'part' | 'words'>): Promise<Words> {
  const texts = await ((words ?? part)?.(page) ?? page.locator(WINDOW)).evaluateAll(
    (parts, { named, received, noWords }) =>
      parts
        .flatMap((one) => [...one.querySelectorAll(named)])
        .filter((element) => element.closest(received) === null)
        .map((element) => {
          const copy = element.cloneNode(true) as Element
          for (const left of copy.querySelectorAll(`${received}, ${noWords}`)) left.remove()
          return copy.textContent
        }),
    { named: NAMED, received: RECEIVED, noWords: NO_WORDS },
  )
  const found = texts.map((text) =>
    text
      .replaceAll(/\d+(?:[.,:]\d+)*/g, '#')
      .replaceAll(/\s+/g, ' ')
      .trim(),
  )
  return [...new Set(found.filter(Boolean))].sort()
}
