/** A value that can be bound. */
export type SqlValue = string | number | Uint8Array | null

/** Gathers values while a statement's text is put together; no value ever stands in the text itself. */
export class SqlParameters {
  readonly values: Record<string, SqlValue> = {}
  readonly #prefix: string
  #count = 0

  /** `prefix` keeps the names of two apart whose texts are put together. */
  constructor(prefix = 'p') {
    this.#prefix = prefix
  }

  /** Answers the placeholder. */
  add(value: SqlValue): string {
    const name = `${this.#prefix}${String(this.#count++)}`
    this.values[name] = value
    return `@${name}`
  }

  /** A comma-separated list of placeholders. */
  list(values: readonly SqlValue[]): string {
    return values.map((value) => this.add(value)).join(', ')
  }
}
