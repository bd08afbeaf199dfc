import { join } from 'node:path'
import { expect, type Page } from '@playwright/test'
import type { Running } from '../fixtures.ts'

const PICTURES = process.env['ADJUMP_INSPECTOR_PICTURES']

/** Keeps a picture for whoever wants to look, in the folder that the environment names. */
export async function picture(page: Page, name: string): Promise<void> {
  if (PICTURES) await page.screenshot({ path: join(PICTURES, `hostile-${name}.png`) })
}

/** The same in light and dark, narrow and wide, with nothing out of its place and nothing unseen in any of them. */
export async function expectSoundEverywhere(page: Page, name: string): Promise<void> {
  await expectNothingHidden(page)
  for (const [width, height] of [
    [900, 600],
    [1440, 900],
  ] as const) {
    await page.setViewportSize({ width, height })
    await expectWholeLayout(page)
    if (!PICTURES) continue
    for (const colorScheme of ['dark', 'light'] as const) {
      await page.emulateMedia({ colorScheme })
      await picture(page, `${name}-${String(width)}-${colorScheme}`)
    }
  }
}

/** One postback that has the text everywhere a sender can put it. */
export async function sendEverywhere({ receiverUrl }: Pick<Running, 'receiverUrl'>, text: string): Promise<void> {
  const value = encodeURIComponent(text)
  const reply = await fetch(`${receiverUrl}/hitpoint?user_id=${value}&reward_amount=${value}&${value}=${value}`, {
    method: 'POST',
    headers: { 'x-text': text.replace(/[^ -~]/g, ''), 'user-agent': '<b>agent</b>', [`x-${'w'.repeat(90)}`]: '1' },
    body: text,
  })
  expect(reply.status).toBe(200)
}

/** What a page did that no text may make it do. */
export interface Watch {
  /** Fails where anything of a stranger's ran, was fetched or broke the page's policy. */
  harmless(): Promise<void>
}

/** Listens from now on. */
export function watchPage(page: Page): Watch {
  const seen: string[] = []
  page.on('dialog', (dialog) => {
    seen.push(`dialog ${dialog.message()}`)
    void dialog.dismiss()
  })
  page.on('request', (request) => {
    if (request.url().includes('hostile.test')) seen.push(`request ${request.url().slice(0, 200)}`)
  })
  page.on('console', (message) => {
    if (/content.security.policy|refused to/i.test(message.text())) seen.push(`console ${message.text().slice(0, 300)}`)
  })
  page.on('pageerror', (error) => seen.push(`error ${error.message.slice(0, 300)}`))
  return {
    async harmless() {
      expect(seen).toEqual([])
      expect(await page.evaluate(() => 'pwned' in window)).toBe(false)
    },
  }
}

/**
 * Nothing pushes the page wider than its window: neither the page nor a panel scrolls sideways, and what is drawn ends
 * where the window does. What has a scroll bar of its own (code, a wide table) may be wider inside.
 */
export async function expectWholeLayout(page: Page): Promise<void> {
  // What slides in from beside the window stands where it belongs in a moment.
  await page.evaluate(() =>
    Promise.allSettled(
      document
        .getAnimations()
        .filter(({ effect }) => effect?.getComputedTiming().iterations !== Infinity)
        .map(({ finished }) => finished),
    ),
  )
  const broken = await page.evaluate(() => {
    const width = document.documentElement.clientWidth
    const found: string[] = []
    if (document.documentElement.scrollWidth > width) found.push(`page ${String(document.documentElement.scrollWidth)}`)
    const clipped = (element: Element): boolean => {
      for (let at = element.parentElement; at !== null && at !== document.body; at = at.parentElement) {
        if (getComputedStyle(at).overflowX !== 'visible') return true
      }
      return false
    }
    for (const element of document.body.querySelectorAll('*')) {
      const { right, left, height } = element.getBoundingClientRect()
      if (height === 0 || clipped(element)) continue
      if (right > width + 1 || left < -1)
        found.push(`${element.tagName} ${(element.getAttribute('class') ?? '').slice(0, 60)}`)
    }
    // A pane that scrolls up and down must not scroll sideways too.
    for (const pane of document.querySelectorAll('aside, main, aside > div, dialog > div > div')) {
      const scrolls = /auto|scroll/.test(getComputedStyle(pane).overflowX)
      if (scrolls && pane.scrollWidth > pane.clientWidth + 1)
        found.push(`pane ${pane.tagName} ${pane.className.slice(0, 80)}`)
    }
    const heights = [...document.querySelectorAll('[role="grid"] [role="row"][data-id]')].map(
      (row) => row.getBoundingClientRect().height,
    )
    if (new Set(heights).size > 1) found.push(`rows ${heights.join(' ')}`)
    return found
  })
  expect(broken).toEqual([])
}

/** No invisible or direction-turning character stands in the page's text, its tooltips or its spoken names. */
export async function expectNothingHidden(page: Page): Promise<void> {
  const hidden = await page.evaluate(() => {
    const odd =
      /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff]/
    const found: string[] = []
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      // What is edited there stays as it is, in a box that its direction cannot leave.
      if (node.parentElement instanceof HTMLTextAreaElement) continue
      if (odd.test(node.nodeValue ?? '')) found.push(`text in ${node.parentElement?.outerHTML.slice(0, 160) ?? ''}`)
    }
    for (const element of document.body.querySelectorAll('[title], [aria-label]')) {
      for (const name of ['title', 'aria-label']) {
        if (odd.test(element.getAttribute(name) ?? '')) found.push(`${name} of ${element.outerHTML.slice(0, 160)}`)
      }
    }
    return found
  })
  expect(hidden).toEqual([])
}
