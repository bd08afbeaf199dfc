/** HTML that is written by hand, and text that is not: only the first goes into a page unescaped. */
import { visibleSegments } from '../../core/visible.ts'

/** Finished HTML. */
export interface Html {
  readonly html: string
}

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/** Text for between tags and for attributes in quotes. */
export function escapeHtml(text: string): string {
  return text.replaceAll(/[&<>"']/g, (character) => ESCAPES[character] ?? '')
}

/** Received text: what is invisible becomes an escape, set apart by `<i>`. */
export function received(text: string): Html {
  const pieces = visibleSegments(text).map(({ text: piece, escaped }) =>
    escaped ? `<i>${escapeHtml(piece)}</i>` : escapeHtml(piece),
  )
  return { html: pieces.join('') }
}

type Value = string | number | Html | readonly Html[]

/** A template: strings in it are taken for received text, numbers as they are, finished HTML untouched. */
export function html(parts: TemplateStringsArray, ...values: readonly Value[]): Html {
  return {
    html: parts.map((part, index) => part + (index < values.length ? written(values[index] ?? '') : '')).join(''),
  }
}

function written(value: Value): string {
  if (typeof value === 'string') return received(value).html
  if (typeof value === 'number') return String(value)
  if ('html' in value) return value.html
  return value.map(({ html: piece }) => piece).join('')
}
