import { AxeBuilder } from '@axe-core/playwright'
import { expect, test } from './fixtures.ts'
import { forEachView, VIEWS } from './support/views/views.ts'

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
/** The rules that read colours. All others read what is the same in both themes: names, roles, sizes, order. */
const COLOUR_RULES = ['color-contrast', 'link-in-text-block']
/** An open menu lies outside the landmarks, as every menu does: the focus is in it, and it is gone with it. */
const MENU = '<div data-radix-popper'

test('axe finds nothing in any view, in either theme', async ({ face }, info) => {
  test.setTimeout(600_000)
  await forEachView(face, info.project.name, VIEWS, async ({ name }, page) => {
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme })
      // There are no frames, and Electron opens no page for another way.
      const { violations } = await new AxeBuilder({ page })
        .setLegacyMode()
        .options({ runOnly: colorScheme === 'light' ? TAGS : COLOUR_RULES, resultTypes: ['violations'] })
        .analyze()
      const found = violations.flatMap(({ id, help, nodes }) =>
        nodes
          .filter(({ html }) => !(id === 'region' && html.startsWith(MENU)))
          .map(({ target, failureSummary }) => `${id}: ${help}: ${target.join(' ')}: ${failureSummary ?? ''}`),
      )
      // Softly: one run names every view with something to mend.
      expect.soft(found, `${name}, ${colorScheme}`).toEqual([])
    }
  })
})
