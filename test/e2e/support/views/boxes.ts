import type { Page } from '@playwright/test'

/** `region Findings: 920 150 520 300`: what it is, then left, top, width and height in px. */
export type Box = string

/** A difference of fonts moves things by this much at most: a part of the way, and some. */
const OTHER_FONTS = { share: 0.15, px: 40 }

/** The parts that a view is made of, in their order. Digits in names are `#`. */
export function boxesOf(page: Page): Promise<readonly Box[]> {
  return page.evaluate(() => {
    const parts: Readonly<Record<string, string>> = {
      banner: 'header[aria-label]',
      navigation: 'nav',
      complementary: 'aside',
      main: 'main',
      region: 'section[aria-label], section[aria-labelledby]',
      dialog: 'dialog[open]',
      grid: '[role="grid"]',
      listbox: '[role="listbox"]',
      table: 'table',
      heading: 'h1:not(.only-heard), h2:not(.only-heard)',
    }
    const nameOf = (element: Element): string => {
      const by = document.getElementById(element.getAttribute('aria-labelledby') ?? '')
      const heading = /^H\d$/.test(element.tagName) ? element.textContent : ''
      return (element.getAttribute('aria-label') ?? by?.textContent ?? heading ?? '').trim().replaceAll(/\d+/g, '#')
    }
    return [...document.querySelectorAll(Object.values(parts).join(', '))]
      .filter((element) => element.checkVisibility())
      .map((element) => {
        const role = Object.keys(parts).find((one) => element.matches(parts[one] ?? '')) ?? ''
        const { x, y, width, height } = element.getBoundingClientRect()
        return `${role} ${nameOf(element)}: ${[x, y, width, height].map((part) => String(Math.round(part))).join(' ')}`
      })
  })
}

/** What differs between two views of parts; with other fonts, only what fonts do not explain. */
export function boxesApart(now: readonly Box[], kept: readonly Box[], sameFonts: boolean): readonly string[] {
  const [names, keptNames] = [now.map(nameOf), kept.map(nameOf)]
  if (names.join('\n') !== keptNames.join('\n')) {
    return [...names.filter((name) => !keptNames.includes(name)).map((name) => `new: ${name}`)]
      .concat(keptNames.filter((name) => !names.includes(name)).map((name) => `gone: ${name}`))
      .concat('the parts, or their order, are others')
  }
  return now.filter((box, place) => {
    const was = numbersOf(kept[place] ?? '')
    return numbersOf(box).some((number, side) => {
      const before = was[side] ?? 0
      const allowed = sameFonts ? 1 : OTHER_FONTS.px + OTHER_FONTS.share * Math.abs(before)
      return Math.abs(number - before) > allowed
    })
  })
}

const nameOf = (box: Box): string => box.slice(0, box.lastIndexOf(':'))
const numbersOf = (box: Box): readonly number[] =>
  box
    .slice(box.lastIndexOf(':') + 2)
    .split(' ')
    .map(Number)
