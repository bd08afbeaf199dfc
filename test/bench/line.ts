/** What a measurement is: a line of the table that `npm run bench` prints. Every line stands in a file of its own. */

/** A line of the table: something that the product promises, measured. */
export interface Line {
  /** What `--only` chooses by; also the folder that the line stands in. */
  readonly subject: string
  /** The row's first cell. */
  readonly name: string
  /** What is asked for, and of what, in words. */
  readonly target: string
  measure(context: BenchContext): Promise<Measured>
}

export interface Measured {
  readonly figures: readonly Figure[]
  /** What else is worth knowing: rates, counts, which of several was the worst. One sentence or none. */
  readonly detail: string
}

/** A measured value. Without `atLeast` and `atMost` it is shown and not judged; a value that is no number is a miss. */
export interface Figure {
  /** What it is, such as `p99`; empty for a line's only figure. */
  readonly what: string
  readonly value: number
  /**
   * `times`: a ratio to something else in the same run, which other machines can repeat. Every other unit is absolute and
   * judged for this machine alone.
   */
  readonly unit: 'times' | 'ms' | '/s' | 'MB' | 'bytes' | '%' | 'lost'
  readonly atLeast?: number
  readonly atMost?: number
}

/** What the runner gives to a line. */
export interface BenchContext {
  /** Shorter and rougher: for looking at a change, not for figures to keep. */
  readonly quick: boolean
  /** How many requests the large history has. */
  readonly rows: number
  /** Says on standard error what goes on. */
  say(what: string): void
  /** A temporary folder, gone at the end. */
  folder(): Promise<string>
  /** Asked for by several lines, opened once, and closed at the end, the latest first. */
  shared<Resource>(name: string, open: () => Promise<Opened<Resource>>): Promise<Resource>
  /** Aborts on Ctrl+C. A line that takes long should reject then. */
  readonly signal: AbortSignal
}

/** Something shared, and how it is let go. */
export interface Opened<Resource> {
  readonly resource: Resource
  close(): Promise<void> | void
}

/** Whether a figure is as it is asked for; null where nothing is asked. */
export function isMet({ value, atLeast, atMost }: Figure): boolean | null {
  if (atLeast === undefined && atMost === undefined) return null
  return value >= (atLeast ?? Number.NEGATIVE_INFINITY) && value <= (atMost ?? Number.POSITIVE_INFINITY)
}
