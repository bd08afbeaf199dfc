import { getSpoken } from './locale.ts'

/** The words for one and for another number of things. */
export interface Forms {
  readonly one: string
  readonly other: string
}

const numberFormats = new Map<string, Intl.NumberFormat>()
const pluralRules = new Map<string, Intl.PluralRules>()
const listFormats = new Map<string, Intl.ListFormat>()

/** A whole number as the region writes it: `12,345` or `12.345`. Never for amounts, which stay as they arrived. */
export function number(value: number): string {
  return kept(numberFormats, (locale) => new Intl.NumberFormat(locale)).format(value)
}

/** The form that goes with this number, without the number. */
export function plural(count: number, forms: Forms): string {
  // The rule of English for whole numbers (CLDR), without asking for it: this is said of every request that arrives.
  if (getSpoken().language === 'en') return count === 1 ? forms.one : forms.other
  const rule = kept(pluralRules, (locale) => new Intl.PluralRules(locale)).select(count)
  return rule === 'one' ? forms.one : forms.other
}

/** The number with what is counted: `1 request`, `12,345 requests`. */
export function counted(count: number, one: string, other: string): string {
  return `${number(count)} ${plural(count, { one, other })}`
}

/** `a, b and c` in the spoken language. In English without a comma before “and”. */
export function listed(items: readonly string[]): string {
  // The same here. British English has no comma before the last “and”; whatever the region, the texts are written so.
  if (getSpoken().language === 'en') {
    return items.length < 2 ? (items[0] ?? '') : `${items.slice(0, -1).join(', ')} and ${items.at(-1) ?? ''}`
  }
  return kept(listFormats, (locale) => new Intl.ListFormat(locale, { type: 'conjunction' })).format(items)
}

/** Formats are dear to make and few. */
function kept<Format>(formats: Map<string, Format>, make: (locale: string) => Format): Format {
  const { locale } = getSpoken()
  const found = formats.get(locale) ?? make(locale)
  formats.set(locale, found)
  return found
}
