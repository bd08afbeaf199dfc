import type { Change } from './compare-named.ts'
import { alignLists } from './difference.ts'

/** One line of text, or sixteen bytes in hex, on both sides. */
export interface BodyRow {
  readonly change: Exclude<Change, 'moved'>
  readonly left: string | null
  readonly right: string | null
}

/** `same` where every byte is; lines where both are UTF-8 text, else bytes at the same offsets beside each other. */
export interface ComparedBody {
  readonly form: 'same' | 'lines' | 'bytes'
  readonly rows: readonly BodyRow[]
  /** More differs than the rows show. */
  readonly cut: boolean
}

const MOST_LINES = 2000
const MOST_HEX_ROWS = 512
const BYTES_A_ROW = 16

/** Compares two bodies, one character a byte. */
export function compareBodies(left: string, right: string): ComparedBody {
  if (left === right) return { form: 'same', rows: [], cut: false }
  const leftText = utf8Text(left)
  const rightText = utf8Text(right)
  return leftText === null || rightText === null ? compareBytes(left, right) : compareLines(leftText, rightText)
}

function compareLines(left: string, right: string): ComparedBody {
  const leftLines = left === '' ? [] : left.split('\n')
  const rightLines = right === '' ? [] : right.split('\n')
  const cut = leftLines.length > MOST_LINES || rightLines.length > MOST_LINES
  const one = leftLines.slice(0, MOST_LINES)
  const other = rightLines.slice(0, MOST_LINES)
  const rows: BodyRow[] = []
  for (const pair of alignLists(one, other)) {
    const leftLine = pair.left === null ? null : (one[pair.left] ?? '')
    const rightLine = pair.right === null ? null : (other[pair.right] ?? '')
    // A line that was taken away and one that was put in right there are one line that changed.
    const waiting =
      leftLine === null ? rows.findIndex(({ change }, at) => change === 'removed' && isOpen(rows, at)) : -1
    const removed = rows[waiting]
    if (removed && rightLine !== null) rows[waiting] = { change: 'changed', left: removed.left, right: rightLine }
    else {
      const change = leftLine === null ? 'added' : rightLine === null ? 'removed' : 'same'
      rows.push({ change, left: leftLine, right: rightLine })
    }
  }
  return { form: 'lines', rows, cut }
}

/** Nothing the same stands behind it: it belongs to the change that is being read. */
function isOpen(rows: readonly BodyRow[], at: number): boolean {
  return rows.slice(at).every(({ change }) => change !== 'same')
}

function compareBytes(left: string, right: string): ComparedBody {
  const rows: BodyRow[] = []
  const length = Math.max(left.length, right.length)
  let at = 0
  for (; at < length && rows.length < MOST_HEX_ROWS; at += BYTES_A_ROW) {
    const one = left.slice(at, at + BYTES_A_ROW)
    const other = right.slice(at, at + BYTES_A_ROW)
    const change = one === other ? 'same' : one === '' ? 'added' : other === '' ? 'removed' : 'changed'
    rows.push({ change, left: one === '' ? null : hexRow(at, one), right: other === '' ? null : hexRow(at, other) })
  }
  return { form: 'bytes', rows, cut: at < length }
}

/** Offset, bytes in hex, and what of them can be printed. */
function hexRow(offset: number, bytes: string): string {
  const hex = Array.from(bytes, (byte) => byte.charCodeAt(0).toString(16).padStart(2, '0')).join(' ')
  const shown = bytes.replace(/[^\x20-\x7e]/g, '.')
  return `${offset.toString(16).padStart(6, '0')}  ${hex.padEnd(BYTES_A_ROW * 3 - 1)}  ${shown}`
}

function utf8Text(bytes: string): string | null {
  try {
    const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
    const text = decoder.decode(Uint8Array.from(bytes, (byte) => byte.charCodeAt(0)))
    return text.includes('\0') ? null : text
  } catch {
    return null
  }
}
