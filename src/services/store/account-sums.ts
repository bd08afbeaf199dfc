/** One user's account while it grows: exact, and quick for the amounts that most postbacks have. */
import { Buffer } from 'node:buffer'
import type { Database } from 'better-sqlite3'
import { decimalSortKey, formatDecimal, isSummable, parseDecimal } from '../../core/decimal.ts'
import { addDecimals, createExactSum, type ExactSum } from '../../core/exact-sum.ts'
import { type Account, type NotSummedReason, type User, whyNotSummed } from '../../core/users.ts'
import { KIND_NUMBERS, VERDICT_NUMBERS } from './column-codes.ts'
import { type Column, textFromColumn } from './exact-text.ts'
import { findingsFromText } from './findings-text.ts'
import { prepared } from './statement-cache.ts'

/** What an account takes of a postback. */
export interface AccountRow {
  readonly id: number
  readonly user_id: Column
  readonly received_at: number
  readonly verdict: number | null
  readonly amount_value: string | null
  readonly duplicate: number | null
  readonly amount_text: Column
  readonly findings: string | null
}

/** The columns of an `AccountRow`; `r` is the reading. */
export const ACCOUNT_COLUMNS = `r.id, r.user_id, r.received_at, r.verdict, r.amount_value, d.id AS duplicate,
  CASE WHEN r.amount_value IS NULL THEN r.amount_text END AS amount_text,
  CASE WHEN r.amount_value IS NULL THEN r.findings END AS findings`
/** Makes `d` the mark of a possible duplicate. */
export const DUPLICATE_JOIN = `LEFT JOIN reading_code d ON d.code = 'possible-duplicate' AND d.id = r.id`

const ROWS = `SELECT ${ACCOUNT_COLUMNS}
  FROM (SELECT * FROM reading WHERE id > @after AND id <= @until) r ${DUPLICATE_JOIN}
  WHERE +r.kind = ${String(KIND_NUMBERS.postback)} ORDER BY r.id`

/** The postbacks with an id in (after, until], in order of arrival. */
export function accountRows(database: Database, after: number, until: number): IterableIterator<AccountRow> {
  return prepared<{ after: number; until: number }, AccountRow>(database, ROWS).iterate({ after, until })
}

/** An account as the search index keeps it (search-index/schema.ts). */
export interface StoredSums {
  readonly count: number
  readonly first_seen: number
  readonly last_seen: number
  readonly pass: number
  readonly warn: number
  readonly fail: number
  readonly duplicates: number
  /** Exact decimals: of all postbacks, and without possible duplicates. */
  readonly sum: string
  readonly single: string
  /** JSON, [reason, count] each. */
  readonly not_summed: string | null
}

export const SUMS_COLUMNS = 'count, first_seen, last_seen, pass, warn, fail, duplicates, sum, single, not_summed'

/** Amounts of up to this many digits before and after the point are added as whole millionths, which doubles hold exactly. */
const WHOLE_DIGITS = 9
const PLACES = 6
const UNIT = 1e6
const MOST_UNITS = 2 ** 52

/** What the millionths do not hold. */
interface Odd {
  readonly all: ExactSum
  readonly single: ExactSum
}

export class AccountSums {
  readonly userId: Column
  count = 0
  lastSeen = Number.NEGATIVE_INFINITY
  #firstSeen = Number.POSITIVE_INFINITY
  #pass = 0
  #warn = 0
  #fail = 0
  #duplicates = 0
  #units = 0
  #singleUnits = 0
  #odd: Odd | null = null
  #reasons: Map<NotSummedReason, number> | null = null

  constructor(userId: Column, stored: StoredSums | undefined) {
    this.userId = userId
    if (stored === undefined) return
    this.count = stored.count
    this.lastSeen = stored.last_seen
    this.#firstSeen = stored.first_seen
    this.#pass = stored.pass
    this.#warn = stored.warn
    this.#fail = stored.fail
    this.#duplicates = stored.duplicates
    this.#addExactly(stored.sum, stored.single)
    // Written below, and by nobody else.
    if (stored.not_summed !== null)
      this.#reasons = new Map(JSON.parse(stored.not_summed) as [NotSummedReason, number][])
  }

  add({ received_at, verdict, amount_value, duplicate, amount_text, findings }: AccountRow): void {
    this.count += 1
    if (received_at > this.lastSeen) this.lastSeen = received_at
    if (received_at < this.#firstSeen) this.#firstSeen = received_at
    if (verdict === VERDICT_NUMBERS.pass) this.#pass += 1
    else if (verdict === VERDICT_NUMBERS.warn) this.#warn += 1
    else if (verdict === VERDICT_NUMBERS.fail) this.#fail += 1
    const isSingle = duplicate === null
    if (!isSingle) this.#duplicates += 1
    if (amount_value !== null && isSummable(amount_value)) {
      this.#addExactly(amount_value, isSingle ? amount_value : '0')
      return
    }
    const reason =
      amount_value === null ? whyNotSummed(textFromColumn(amount_text), findingsFromText(findings)) : 'beyond-bounds'
    this.#reasons ??= new Map()
    this.#reasons.set(reason, (this.#reasons.get(reason) ?? 0) + 1)
  }

  get sum(): string {
    const sum = decimalOf(this.#units)
    return this.#odd === null ? sum : addDecimals(sum, this.#odd.all.result().total)
  }

  /** Texts that stand in the order of the sums. */
  get sumKey(): string {
    return decimalSortKey(this.sum)
  }

  account(): Account {
    const notSummed = [...(this.#reasons ?? [])].map(([reason, count]) => ({ reason, count }))
    return {
      count: this.count,
      sum: this.sum,
      notSummed: notSummed.sort((a, b) => b.count - a.count),
      duplicates: this.#duplicates,
      sumWithoutDuplicates: this.#single(),
    }
  }

  user(): User {
    return {
      userId: textFromColumn(this.userId) ?? '',
      firstSeen: this.#firstSeen,
      lastSeen: this.lastSeen,
      verdicts: { pass: this.#pass, warn: this.#warn, fail: this.#fail },
      ...this.account(),
    }
  }

  toStored(): StoredSums {
    return {
      count: this.count,
      first_seen: this.#firstSeen,
      last_seen: this.lastSeen,
      pass: this.#pass,
      warn: this.#warn,
      fail: this.#fail,
      duplicates: this.#duplicates,
      sum: this.sum,
      single: this.#single(),
      not_summed: this.#reasons === null ? null : JSON.stringify([...this.#reasons]),
    }
  }

  #addExactly(value: string, single: string): void {
    const units = unitsOf(value)
    const singleUnits = unitsOf(single)
    if (
      units !== null &&
      singleUnits !== null &&
      Math.abs(this.#units + units) < MOST_UNITS &&
      Math.abs(this.#singleUnits + singleUnits) < MOST_UNITS
    ) {
      this.#units += units
      this.#singleUnits += singleUnits
      return
    }
    this.#odd ??= { all: createExactSum(), single: createExactSum() }
    this.#odd.all.add(value)
    this.#odd.single.add(single)
  }

  #single(): string {
    const single = decimalOf(this.#singleUnits)
    return this.#odd === null ? single : addDecimals(single, this.#odd.single.result().total)
  }
}

/** One that no other user id has: what is stored as text has no half of a pair (exact-text.ts). */
export function keyOf(userId: string | Uint8Array): string {
  return typeof userId === 'string' ? userId : `\ud800${Buffer.from(userId).toString('latin1')}`
}

/** Null for an amount that is no whole number of millionths, or a large one. */
function unitsOf(value: string): number | null {
  const point = value.indexOf('.')
  const whole = point === -1 ? value.length : point
  const places = point === -1 ? 0 : value.length - point - 1
  if (whole > WHOLE_DIGITS || places > PLACES || value.includes('e')) return null
  return Math.round(Number(value) * UNIT)
}

function decimalOf(units: number): string {
  const decimal = parseDecimal(`${String(units)}e-${String(PLACES)}`)
  return decimal ? formatDecimal(decimal) : '0'
}
