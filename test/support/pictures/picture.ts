import type { Locator, Page } from 'playwright'

/** A started inspector that pictures are taken of. */
export interface Stage {
  /** The screen's address, with its token. */
  readonly screen: string
  /** The receiver's origin. */
  readonly receiver: string
  /** The postback whose URL was pasted through HTML; 0 on an empty history. */
  readonly mistakeId: number
  /** A backend of the user's that credits a repeated delivery twice: where it takes postbacks, and tells balances. */
  readonly backend: { readonly url: string; readonly balanceUrl: string }
}

/** `empty`: the first launch. `history`: some hundred made-up requests of the last hour. */
export type StageName = 'empty' | 'history'

/** One picture: where it lies, what it is of, and how the app is brought there, as a user would bring it there. */
export interface Picture {
  /** From the repository's root. */
  readonly file: string
  readonly stage: StageName
  readonly theme: 'light' | 'dark'
  readonly size: { readonly width: number; readonly height: number }
  /** Ends when all is there that the picture is to show. What the script names must be on the screen, or it fails. */
  readonly prepare: (page: Page, stage: Stage) => Promise<void>
  /** Only this part; the whole window where it is left out. */
  readonly part?: (page: Page) => Locator
  /** Where the words are taken that the picture is compared by; left out: from the part, or all of the window. */
  readonly words?: (page: Page) => Locator
  /** How much of what is around the part is on the picture too, in pixels. */
  readonly margin?: number
}

/** Goes to one of the app's views. */
export async function goTo(page: Page, { screen }: Stage, route: string): Promise<void> {
  await page.goto(`${screen}#/${route}`)
}

/** Waits for a titled part of the screen. */
export function region(page: Page, name: string): Locator {
  return page.getByRole('region', { name, exact: true })
}
