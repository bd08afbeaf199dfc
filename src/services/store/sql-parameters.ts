/** A value that can be bound. */
export type SqlValue = string | number | Uint8Array | null

/** Gathers values while a statement's text is put together; no value ever stands in the text itself. */
export class SqlParameters {
  readonly values: Record<string, SqlValue> = {}
  #count = 0

  /** Answers the placeholder. */
  add(value: SqlValue): string {
    const name = `p${String(this.#count++)}`
    this.values[name] = value
    return `@${name}`
  }

  /** A comma-separated list of placeholders. */
  list(values: readonly SqlValue[]): string {
    return values.map((value) => this.add(value)).join(', ')
  }
}
