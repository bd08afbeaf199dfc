import { expect, test } from './fixtures.ts'
import { keptFile, RENEWS } from './support/views/kept.ts'
import { stopsBack, tabStops } from './support/views/tab-stops.ts'
import { forEachView, VIEWS } from './support/views/views.ts'

/** What opens beside its button and closes with the focus: arrows lead through it. */
const WITHOUT_TAB = ['suggestions', 'copy-menu', 'export-menu', 'columns', 'saved-views', 'find-in-detail']
/** What the desktop has more of; the rest is the same there. */
const DESKTOP_DIFFERS = ['detail', 'own-window', 'settings']

test('Tab leads through each view in the order that is kept, back again, and is seen at every stop', async ({
  face,
}, info) => {
  test.setTimeout(600_000)
  const isDesktop = info.project.name === 'desktop'
  const views = VIEWS.filter(({ name }) => (isDesktop ? DESKTOP_DIFFERS.includes(name) : !WITHOUT_TAB.includes(name)))
  const kept = keptFile<readonly string[]>('tab-order.json')
  await forEachView(face, info.project.name, views, async ({ name }, page) => {
    const key = isDesktop ? `${name} (desktop)` : name
    const stops = await tabStops(page)
    const whats = stops.map(({ what }) => what)
    if (RENEWS) kept.keep(key, whats)
    // Softly: one run names every view whose order is another one.
    expect.soft(whats, `${key}: run “npm run snapshots” if this order is meant`).toEqual(kept.of(key))
    expect
      .soft(
        stops.filter(({ ring }) => ring === 0),
        `${key}: no ring shows the focus`,
      )
      .toEqual([])
    expect
      .soft(
        stops.filter(({ isInSight }) => !isInSight),
        `${key}: the focus is out of sight`,
      )
      .toEqual([])
    expect.soft(await stopsBack(page), `${key}: the way back`).toEqual(stops.map((_stop, place) => place).toReversed())
  })
})
