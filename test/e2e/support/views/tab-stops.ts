import type { Page } from '@playwright/test'

/** What the Tab key comes to. */
export interface TabStop {
  /** Role and name, as `button Copy dashboard URL`. Digits are `#`: counts and ports differ from day to day. */
  readonly what: string
  /** The width in px of the ring that shows the focus; 0 where nothing shows it. */
  readonly ring: number
  readonly isInSight: boolean
}

interface Reached {
  readonly place: number
  readonly ring: number
  readonly isInSight: boolean
}

/** More stops than any view has: in a trap, Tab comes to no end. */
const MOST_STOPS = 300

/** All that Tab comes to, from the first to the last; of an open dialog where there is one. */
export async function tabStops(page: Page): Promise<readonly TabStop[]> {
  const reached = await walk(page, 'Tab')
  const stops: TabStop[] = []
  for (const { place, ring, isInSight } of reached) {
    const snapshot = await page.locator(`[data-tab-stop="${String(place)}"]`).ariaSnapshot()
    // A `summary` is heard as its text. Else the first line is the stop itself, `- button "Copy" [pressed]: more`; YAML quotes some of them as a whole.
    const [, role = '', name = ''] =
      /^- (text): (.*)/.exec(snapshot) ?? /^- '?(\w+)(?: "((?:[^"\\]|\\.)*)")?/.exec(snapshot) ?? []
    stops.push({ what: `${role} ${name}`.replaceAll(/\d+(?:[.,:]\d+)*/g, '#').trimEnd(), ring, isInSight })
  }
  return stops
}

/** The places of the stops that Shift+Tab comes to, after `tabStops` has numbered them from 0. */
export async function stopsBack(page: Page): Promise<readonly number[]> {
  return (await walk(page, 'Shift+Tab')).map(({ place }) => place)
}

async function walk(page: Page, key: 'Tab' | 'Shift+Tab'): Promise<readonly Reached[]> {
  await page.evaluate(beginAtEdge, key === 'Shift+Tab')
  const reached: Reached[] = []
  for (let place = 0; place < MOST_STOPS; place += 1) {
    await page.keyboard.press(key)
    const stop = await page.evaluate(readFocus, { place, isBack: key === 'Shift+Tab' })
    // Out of the page, or around to where it began.
    if (stop === null || reached.some((other) => other.place === stop.place)) return reached
    reached.push(stop)
  }
  throw new Error(`${key} comes to no end after ${String(MOST_STOPS)} stops.`)
}

/** Puts the focus before the first, or behind the last, of all that can have it. In the page. */
function beginAtEdge(isBack: boolean): void {
  for (const left of document.querySelectorAll('[data-tab-edge]')) left.remove()
  if (!isBack)
    for (const numbered of document.querySelectorAll('[data-tab-stop]')) numbered.removeAttribute('data-tab-stop')
  const edge = document.createElement('span')
  edge.tabIndex = -1
  edge.dataset['tabEdge'] = ''
  const place = document.querySelector('dialog[open]') ?? document.body
  if (isBack) place.append(edge)
  else place.prepend(edge)
  edge.focus({ preventScroll: true })
}

/** What has the focus, numbered; null where nothing of the page has it. In the page. */
function readFocus({ place, isBack }: { place: number; isBack: boolean }): Reached | null {
  const focused = document.activeElement
  if (!(focused instanceof HTMLElement) || focused === document.body || 'tabEdge' in focused.dataset) return null
  const known = focused.dataset['tabStop']
  if (known === undefined && isBack) return { place: -1 - place, ring: 0, isInSight: false }
  focused.dataset['tabStop'] ??= String(place)
  // A hidden radio button lies in the label that is drawn for it, and a list shows its row.
  const label = focused.closest('label')
  const shown = label ?? focused
  const row = focused.querySelector('.row-active')
  const ring = Math.max(
    ...[focused, label, row].map((element) => {
      if (element === null) return 0
      const { outlineStyle, outlineWidth } = getComputedStyle(element)
      return outlineStyle === 'none' ? 0 : Number.parseFloat(outlineWidth)
    }),
  )
  const box = shown.getBoundingClientRect()
  const isInSight =
    box.width > 0 &&
    box.height > 0 &&
    box.right > 0 &&
    box.bottom > 0 &&
    box.left < window.innerWidth &&
    box.top < window.innerHeight
  return { place: Number(focused.dataset['tabStop']), ring, isInSight }
}
