import type { Page } from '@playwright/test'

/** What cannot be read or reached in a view as it stands now, one sentence each. */
export function illegible(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const found: string[] = []
    // What lies over the view covers it, and goes with a press of Esc.
    const overlays =
      'dialog[open], [data-radix-popper-content-wrapper]:has([role="menu"], [role="dialog"]), [role="listbox"]'
    const root = document.querySelector(overlays) ?? document.body
    const nameOf = (element: Element): string => {
      const words = (element.getAttribute('aria-label') ?? element.textContent ?? '').trim().slice(0, 60)
      return `<${element.tagName.toLowerCase()}> “${words}”`
    }
    /** Kept from sight on purpose: it is there to be heard. */
    const isHeardOnly = (element: Element | null): boolean => {
      if (element === null || element === document.body) return false
      const { position, clipPath, clip } = getComputedStyle(element)
      return (
        (position === 'absolute' && (clipPath === 'inset(50%)' || clip !== 'auto')) ||
        isHeardOnly(element.parentElement)
      )
    }
    const isSeen = (element: Element): boolean =>
      element.checkVisibility({ visibilityProperty: true, opacityProperty: true }) &&
      element.closest('svg, [inert], [data-radix-focus-guard]') === null &&
      !isHeardOnly(element)
    const isTiny = ({ width, height }: DOMRect): boolean => width < 2 || height < 2
    const within = (a: DOMRect, b: DOMRect): DOMRect => {
      const [left, top] = [Math.max(a.left, b.left), Math.max(a.top, b.top)]
      const [right, bottom] = [Math.min(a.right, b.right), Math.min(a.bottom, b.bottom)]
      return new DOMRect(left, top, Math.max(0, right - left), Math.max(0, bottom - top))
    }
    /** The part of a box that what is around its element lets be seen. */
    const shownPart = (element: Element, box: DOMRect): DOMRect => {
      let part = within(box, new DOMRect(0, 0, window.innerWidth, window.innerHeight))
      for (let around: Element | null = element; around !== null; around = around.parentElement) {
        const { overflowX, overflowY, display } = getComputedStyle(around)
        if (display === 'contents' || (overflowX === 'visible' && overflowY === 'visible')) continue
        part = within(part, around.getBoundingClientRect())
      }
      return part
    }
    const isAt = (element: Element, { left, top, width, height }: DOMRect): boolean => {
      const on = document.elementFromPoint(left + width / 2, top + height / 2)
      return (
        on !== null && (on.contains(element) || element.contains(on) || on.closest('label')?.contains(element) === true)
      )
    }
    /** What may end in an ellipsis: the whole of it is in a tooltip, or behind the row that it stands in. */
    const isCutOnPurpose = (element: Element): boolean =>
      getComputedStyle(element).textOverflow === 'ellipsis' &&
      (element.closest('[title], [role="row"], button, a, [role="option"], select') !== null ||
        element.querySelector('[title]') !== null)

    for (const element of root.querySelectorAll('*')) {
      if (!isSeen(element)) continue
      const { overflowX, overflowY } = getComputedStyle(element)
      const isCut = (overflow: string): boolean => overflow === 'hidden' || overflow === 'clip'
      const box = element.getBoundingClientRect()
      if (isTiny(box) || element.matches('[role="grid"] [role="rowgroup"], progress')) continue
      if (isCut(overflowX) && element.scrollWidth > element.clientWidth + 1 && !isCutOnPurpose(element)) {
        found.push(`cut at its side: ${nameOf(element)}`)
      }
      if (isCut(overflowY) && element.scrollHeight > element.clientHeight + 3 && element.textContent !== '') {
        found.push(`cut below: ${nameOf(element)}`)
      }
    }

    const controls = 'button, a[href], input, select, textarea, summary, [tabindex="0"]'
    for (const control of root.querySelectorAll(controls)) {
      const drawn = isHeardOnly(control) ? (control.closest('label') ?? control) : control
      if (!isSeen(drawn) || control.matches(':disabled, [role="grid"]')) continue
      drawn.scrollIntoView({ block: 'center', inline: 'center', behavior: 'instant' })
      const box = drawn.getBoundingClientRect()
      const part = shownPart(drawn, box)
      if (isTiny(part)) found.push(`out of reach: ${nameOf(control)}`)
      else if (!isAt(drawn, part)) found.push(`covered: ${nameOf(control)}`)
    }

    const texts = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
    for (let text = texts.nextNode(); text !== null; text = texts.nextNode()) {
      const holder = text.parentElement
      if (holder === null || (text.textContent ?? '').trim() === '' || !isSeen(holder) || holder.closest('option'))
        continue
      holder.scrollIntoView({ block: 'center', inline: 'nearest', behavior: 'instant' })
      const range = document.createRange()
      range.selectNodeContents(text)
      const [widest] = [...range.getClientRects()].sort((a, b) => b.width - a.width)
      if (widest === undefined || isTiny(widest)) continue
      const part = shownPart(holder, widest)
      if (isTiny(part)) found.push(`out of sight: ${nameOf(holder)}`)
      else if (!isAt(holder, part) && getComputedStyle(holder).pointerEvents !== 'none') {
        found.push(`under something else: ${nameOf(holder)}`)
      }
      // Words that stand out of the button or field that they are of lie over what is beside it.
      const button = holder.closest('button, a[href], [role="columnheader"]')
      if (button !== null && getComputedStyle(button).display !== 'inline') {
        const box = button.getBoundingClientRect()
        for (const rect of range.getClientRects()) {
          const seen = shownPart(holder, rect)
          if (!isTiny(seen) && (seen.bottom > box.bottom + 2 || seen.top < box.top - 2 || seen.right > box.right + 2)) {
            found.push(`stands out of its button: ${nameOf(button)}`)
            break
          }
        }
      }
    }
    return [...new Set(found)]
  })
}
