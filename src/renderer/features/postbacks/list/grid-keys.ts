/** Where a key of the list itself leads; those that users can change are actions. */
export type ListMove =
  | { readonly type: 'by'; readonly rows: number }
  | { readonly type: 'to'; readonly end: 'first' | 'last' }
  | { readonly type: 'open' }
  | { readonly type: 'close' }

/** What a press means to the list; null where it means nothing. `page` is how many rows a page moves. */
export function listMove(
  press: { key: string; ctrlKey: boolean; metaKey: boolean; altKey: boolean },
  page: number,
): ListMove | null {
  if (press.ctrlKey || press.metaKey || press.altKey) return null
  switch (press.key) {
    case 'ArrowDown':
      return { type: 'by', rows: 1 }
    case 'ArrowUp':
      return { type: 'by', rows: -1 }
    case 'PageDown':
      return { type: 'by', rows: page }
    case 'PageUp':
      return { type: 'by', rows: -page }
    case 'Home':
      return { type: 'to', end: 'first' }
    case 'End':
      return { type: 'to', end: 'last' }
    case 'Enter':
      return { type: 'open' }
    case 'Escape':
      return { type: 'close' }
    default:
      return null
  }
}
