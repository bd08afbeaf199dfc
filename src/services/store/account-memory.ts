/**
 * Every user's account, kept by the thread that answers for them: once added up, only what is new is added. Of all
 * postbacks; a span, an endpoint or a part of an id is added up when it is asked for (user-queries.ts).
 */
import type { Database } from 'better-sqlite3'
import { compareDecimals, formatDecimal, isSummable, parseDecimal } from '../../core/decimal.ts'
import { addDecimals, createExactSum, type ExactSum } from '../../core/exact-sum.ts'
import type { Account, NotSummedReason, User, UserSort, UserTotals } from '../../core/users.ts'
import { DUPLICATE_JOIN, reasonOf } from './account-functions.ts'
import { KIND_NUMBERS, VERDICT_NUMBERS } from './column-codes.ts'
import { type Column, textFromColumn } from './exact-text.ts'
import { prepared, preparedColumn } from './statement-cache.ts'
import { topOf } from './top-of.ts'

/** More users than these are not kept: they would fill the memory. */
const MOST_USERS = 250_000
/** Rows between two looks at whether an answer is still wanted. */
const ROWS_AT_ONCE = 20_000

/** What the accounts are of: null while readings change, or where others still come in below. */
const READINGS = `SELECT coalesce((SELECT value FROM meta WHERE name = 'reading_generation'), '0') || ' '
    || coalesce((SELECT value FROM meta WHERE name = 'tally_edits'), '0')
  FROM reread WHERE running = 0 AND NOT EXISTS (SELECT 1 FROM meta WHERE name = 'salvage')`
const ROWS = `SELECT r.id, r.user_id, r.received_at, r.verdict, r.amount_value, d.id AS duplicate,
    CASE WHEN r.amount_value IS NULL THEN r.amount_text END AS amount_text,
    CASE WHEN r.amount_value IS NULL THEN r.findings END AS findings
  FROM (SELECT * FROM reading WHERE id > @after ORDER BY id LIMIT ${String(ROWS_AT_ONCE)}) r ${DUPLICATE_JOIN}
  WHERE r.kind = ${String(KIND_NUMBERS.postback)} ORDER BY r.id`
const LAST = `SELECT max(id) FROM (SELECT id FROM reading WHERE id > @after ORDER BY id LIMIT ${String(ROWS_AT_ONCE)})`

interface Row {
  readonly user_id: Column
  readonly received_at: number
  readonly verdict: number | null
  readonly amount_value: string | null
  readonly duplicate: number | null
  readonly amount_text: Column
  readonly findings: string | null
}

export class AccountMemory {
  readonly #database: Database
  #of: string | null = null
  #after = 0
  #users = new Map<string, Kept>()
  #all = new Kept(null)
  #without = new Kept(null)

  constructor(database: Database) {
    this.#database = database
  }

  /** Null where the accounts are not kept now: they are to be added up. Within a transaction. */
  page(sort: UserSort, offset: number, limit: number): User[] | null {
    if (!this.#isUpToDate()) return null
    return topOf([...this.#users.values()], orderOf(sort), offset + limit)
      .slice(offset)
      .map((kept) => kept.user())
  }

  /** The same for all of them. */
  totals(): UserTotals | null {
    if (!this.#isUpToDate()) return null
    return { users: this.#users.size, ...this.#all.account(), withoutUserId: this.#without.account() }
  }

  #isUpToDate(): boolean {
    const of = preparedColumn<[], string>(this.#database, READINGS).get() ?? null
    if (of === null || of !== this.#of) this.#forget()
    if (of === null) return false
    try {
      while (this.#takeRows()) if (this.#users.size > MOST_USERS) break
    } catch (error) {
      this.#forget()
      throw error
    }
    this.#of = of
    if (this.#users.size <= MOST_USERS) return true
    this.#forget()
    return false
  }

  /** Answers whether there may be more. */
  #takeRows(): boolean {
    const after = { after: this.#after }
    preparedColumn<[], number>(this.#database, 'SELECT still_wanted()').get()
    const last = preparedColumn<typeof after, number | null>(this.#database, LAST).get(after) ?? null
    if (last === null) return false
    for (const row of prepared<typeof after, Row>(this.#database, ROWS).all(after)) {
      if (row.user_id === null) {
        this.#without.add(row)
        continue
      }
      const key = typeof row.user_id === 'string' ? row.user_id : `\0${Buffer.from(row.user_id).toString('latin1')}\0`
      let kept = this.#users.get(key)
      if (kept === undefined) this.#users.set(key, (kept = new Kept(row.user_id)))
      kept.add(row)
      this.#all.add(row)
    }
    this.#after = last
    return true
  }

  #forget(): void {
    this.#of = null
    this.#after = 0
    this.#users = new Map()
    this.#all = new Kept(null)
    this.#without = new Kept(null)
  }
}

/** Amounts of up to this many digits before and after the point are added as whole millionths, which doubles hold exactly. */
const WHOLE_DIGITS = 9
const PLACES = 6
const UNIT = 1e6
const MOST_UNITS = 2 ** 52

/** Sums of amounts that are no such thing. */
interface Odd {
  readonly all: ExactSum
  readonly single: ExactSum
}

class Kept {
  readonly id: Column
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

  constructor(id: Column) {
    this.id = id
  }

  add({ received_at, verdict, amount_value, duplicate, amount_text, findings }: Row): void {
    this.count += 1
    if (received_at > this.lastSeen) this.lastSeen = received_at
    if (received_at < this.#firstSeen) this.#firstSeen = received_at
    if (verdict === VERDICT_NUMBERS.pass) this.#pass += 1
    else if (verdict === VERDICT_NUMBERS.warn) this.#warn += 1
    else if (verdict === VERDICT_NUMBERS.fail) this.#fail += 1
    const isSingle = duplicate === null
    if (!isSingle) this.#duplicates += 1
    const units = amount_value === null ? null : unitsOf(amount_value)
    if (
      units !== null &&
      Math.abs(this.#units + units) < MOST_UNITS &&
      Math.abs(this.#singleUnits + units) < MOST_UNITS
    ) {
      this.#units += units
      if (isSingle) this.#singleUnits += units
      return
    }
    if (amount_value !== null && isSummable(amount_value)) {
      this.#odd ??= { all: createExactSum(), single: createExactSum() }
      this.#odd.all.add(amount_value)
      if (isSingle) this.#odd.single.add(amount_value)
      return
    }
    const reason = amount_value === null ? reasonOf(amount_text, findings) : 'beyond-bounds'
    this.#reasons ??= new Map()
    this.#reasons.set(reason, (this.#reasons.get(reason) ?? 0) + 1)
  }

  /** Below 0 where this one's sum is the smaller. */
  compareSum(other: Kept): number {
    if (this.#odd === null && other.#odd === null) return this.#units - other.#units
    return compareDecimals(this.#sum(), other.#sum())
  }

  account(): Account {
    const notSummed = [...(this.#reasons ?? [])].map(([reason, count]) => ({ reason, count }))
    const single = decimalOf(this.#singleUnits)
    return {
      count: this.count,
      sum: this.#sum(),
      notSummed: notSummed.sort((a, b) => b.count - a.count),
      duplicates: this.#duplicates,
      sumWithoutDuplicates: this.#odd === null ? single : addDecimals(single, this.#odd.single.result().total),
    }
  }

  user(): User {
    return {
      userId: textFromColumn(this.id) ?? '',
      firstSeen: this.#firstSeen,
      lastSeen: this.lastSeen,
      verdicts: { pass: this.#pass, warn: this.#warn, fail: this.#fail },
      ...this.account(),
    }
  }

  #sum(): string {
    const sum = decimalOf(this.#units)
    return this.#odd === null ? sum : addDecimals(sum, this.#odd.all.result().total)
  }
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

function orderOf({ column, direction }: UserSort): (a: Kept, b: Kept) => number {
  const sign = direction === 'ascending' ? 1 : -1
  switch (column) {
    case 'count':
      return (a, b) => sign * (a.count - b.count) || compareIds(a.id, b.id)
    case 'sum':
      return (a, b) => sign * a.compareSum(b) || compareIds(a.id, b.id)
    case 'lastSeen':
      return (a, b) => sign * (a.lastSeen - b.lastSeen) || compareIds(a.id, b.id)
    case 'userId':
      return (a, b) => sign * compareIds(a.id, b.id)
  }
}

const PAIRED = /[\ud800-\udfff]/

/** As SQLite compares: text before bytes, each byte by byte. */
function compareIds(a: Column, b: Column): number {
  if (typeof a === 'string' && typeof b === 'string') {
    // Only pairs stand in another order as UTF-16.
    if (!PAIRED.test(a) && !PAIRED.test(b)) return a < b ? -1 : a > b ? 1 : 0
    return Buffer.compare(Buffer.from(a), Buffer.from(b))
  }
  if (typeof a === 'string') return -1
  if (typeof b === 'string') return 1
  return Buffer.compare(a ?? new Uint8Array(), b ?? new Uint8Array())
}
