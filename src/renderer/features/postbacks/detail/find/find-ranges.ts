import { findInPieces } from './find-text.ts'

/** What is read out but not seen, and what is not text, is not searched. */
const UNSEEN = '.only-heard, [aria-hidden="true"], svg, style, script, [hidden]'
/** More would help nobody, and take long to draw. */
const MOST_MATCHES = 2000

/** Elements that break a text: what stands in two of them is not read as one. */
const BLOCK_DISPLAYS = /^(block|flex|grid|table|list-item|flow-root)/

/** Every place in an element where a text can be seen, in order; at most 2,000. */
export function findRanges(root: Element, wanted: string): readonly Range[] {
  const ranges: Range[] = []
  if (wanted === '') return ranges
  for (const nodes of runsOf(root)) {
    const pieces = nodes.map((node) => node.data)
    for (const { start, end } of findInPieces(pieces, wanted)) {
      const [first, last] = [nodes[start.piece], nodes[end.piece]]
      if (!first || !last) continue
      const range = document.createRange()
      range.setStart(first, start.offset)
      range.setEnd(last, end.offset)
      ranges.push(range)
      if (ranges.length >= MOST_MATCHES) return ranges
    }
  }
  return ranges
}

/** Text nodes that are read as one text each: those of the same block, without a block between them. */
function runsOf(root: Element): readonly Text[][] {
  const runs: Text[][] = []
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT, (node) =>
    node instanceof Element && node.matches(UNSEEN) ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT,
  )
  const blocks = new Map<Element, Element>()
  let block: Element | null = null
  while (walker.nextNode()) {
    const node = walker.currentNode
    if (node instanceof HTMLBRElement) block = null
    if (!(node instanceof Text) || node.data === '' || !node.parentElement) continue
    const own = blockOf(node.parentElement, root, blocks)
    const run = runs.at(-1)
    if (own === block && run) run.push(node)
    else runs.push([node])
    block = own
  }
  return runs
}

function blockOf(element: Element, root: Element, known: Map<Element, Element>): Element {
  const found = known.get(element)
  if (found) return found
  const isBlock = element === root || BLOCK_DISPLAYS.test(getComputedStyle(element).display)
  const parent = element.parentElement
  const block = isBlock || !parent ? element : blockOf(parent, root, known)
  known.set(element, block)
  return block
}

/** Scrolls whatever must be scrolled inside `root` so that a range is seen. */
export function showRange(range: Range, root: Element): void {
  const start = range.startContainer.parentElement
  for (let element = start; element; element = element.parentElement) {
    if (element.scrollHeight > element.clientHeight && /auto|scroll/.test(getComputedStyle(element).overflowY)) {
      const [place, box] = [range.getBoundingClientRect(), element.getBoundingClientRect()]
      const isSeen = place.top >= box.top && place.bottom <= box.top + element.clientHeight
      if (!isSeen) element.scrollTop += place.top - box.top - element.clientHeight / 2 + place.height / 2
    }
    if (element === root) return
  }
}
