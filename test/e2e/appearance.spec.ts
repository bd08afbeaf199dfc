import type { Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'
import { gridRow, sendPostback } from './support/screen.ts'

/** From now on keeps what began to move, and for how many ms. */
async function watchMotion(page: Page): Promise<() => Promise<readonly string[]>> {
  await page.evaluate(() => {
    const moved: string[] = []
    Object.assign(window, { moved })
    const look = (): void => {
      for (const animation of document.getAnimations()) {
        const { activeDuration = 0 } = animation.effect?.getComputedTiming() ?? {}
        const target = animation.effect instanceof KeyframeEffect ? animation.effect.target : null
        if (Number(activeDuration) > 1)
          moved.push(`${target?.className.toString() ?? ''}: ${String(activeDuration)} ms`)
      }
      requestAnimationFrame(look)
    }
    look()
  })
  return () => page.evaluate(() => [...new Set(Reflect.get(window, 'moved') as string[])])
}

/** Opens what moves where motion is wanted: a menu, a message, the palette, details, another view. */
async function tour(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Export', exact: true }).click()
  await page.getByRole('menu', { name: 'Export' }).waitFor()
  await page.keyboard.press('Escape')
  await gridRow(page, 'u_1').click()
  await expect(page.getByRole('complementary', { name: 'Postback details' })).toHaveAttribute('aria-busy', 'false')
  await page.keyboard.press('x')
  await page.keyboard.press('m')
  await page.getByRole('log', { name: 'Messages' }).getByText('is marked').waitFor()
  await page.keyboard.press('Control+k')
  await page.getByRole('dialog').getByRole('option').first().waitFor()
  await page.keyboard.press('Escape')
}

test('with reduced motion nothing moves, and without it something does', async ({ running }) => {
  const { page } = running
  await sendPostback(running, '/hitpoint?user_id=u_1&reward_amount=5')
  await expect(gridRow(page, 'u_1')).toBeVisible()
  for (const reducedMotion of ['reduce', 'no-preference'] as const) {
    await page.emulateMedia({ reducedMotion })
    await page.reload()
    await expect(gridRow(page, 'u_1')).toBeVisible()
    const moved = await watchMotion(page)
    await tour(page)
    if (reducedMotion === 'reduce') expect(await moved()).toEqual([])
    else expect((await moved()).length).toBeGreaterThan(0)
    const transitions = await page.evaluate(
      () =>
        [...document.querySelectorAll('*')].filter((element) => {
          const { transitionProperty, transitionDuration } = getComputedStyle(element)
          return transitionProperty !== 'none' && /[1-9]/.test(transitionDuration)
        }).length,
    )
    if (reducedMotion === 'reduce') expect(transitions).toBe(0)
    await page.keyboard.press('Escape')
  }
})

test('with forced colours, verdicts, the focus and what is chosen are still seen', async ({ running }) => {
  const { page } = running
  await sendPostback(running, '/hitpoint?user_id=u_1&reward_amount=5')
  await sendPostback(running, '/hitpoint?user_id=u_2&reward_amount=1,50')
  await expect(gridRow(page, 'u_2')).toBeVisible()
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ forcedColors: 'active', colorScheme })
    await gridRow(page, 'u_2').click()
    const look = await page.evaluate(() => {
      const style = (selector: string) => getComputedStyle(document.querySelector(selector) ?? document.body)
      const canvas = style('[role="row"][aria-selected="false"]').backgroundColor
      return {
        chosenRow: style('[role="row"][aria-selected="true"]').backgroundColor,
        otherRow: style('[role="grid"]').backgroundColor,
        chosenView: style('nav [aria-current="page"]').backgroundColor,
        otherView: style('nav a:not([aria-current])').backgroundColor,
        pressed: style('[aria-pressed="true"]').backgroundColor,
        notPressed: style('[aria-pressed="false"]').backgroundColor,
        mark: style('[role="row"][aria-selected="false"] [role="img"]').color,
        cut: style('[role="row"][aria-selected="false"] [role="img"] path:last-child').stroke,
        canvas,
      }
    })
    expect(look.chosenRow).not.toBe(look.otherRow)
    expect(look.chosenView).not.toBe(look.otherView)
    expect(look.pressed).not.toBe(look.notPressed)
    expect(look.mark).not.toBe(look.otherRow)
    // The tick within the mark.
    expect(look.cut).not.toBe(look.mark)
    await page.keyboard.press('Shift+Tab')
    await page.keyboard.press('Tab')
    const focus = await page.evaluate(() => {
      const row = document.querySelector('.row-active')
      const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(row ?? document.body)
      return { outlineStyle, width: Number.parseFloat(outlineWidth), outlineColor }
    })
    expect(focus.outlineStyle).toBe('solid')
    expect(focus.width).toBeGreaterThanOrEqual(2)
    expect(focus.outlineColor).not.toBe(look.chosenRow)
  }
})
