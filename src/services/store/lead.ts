/**
 * Ways to the ids that match a filter. A lead is a table that lists ids in order of arrival for one of the filter's
 * conditions; what it lists is looked at in `reading`, where all conditions are decided.
 */
import type { PostbackFilter } from '../../core/filter.ts'
import type { SqlValue } from './sql-parameters.ts'

export interface TableLead {
  readonly type: 'table'
  readonly table: string
  /** The column with the id. */
  readonly id: string
  /** Conditions on the table alone, and what of the reading `r` shows that the entry is still true. */
  readonly where: readonly string[]
  readonly verify: readonly string[]
  readonly values: Readonly<Record<string, SqlValue>>
  /** What is left for the row to decide. */
  readonly rest: PostbackFilter
  /** Up to this id it lists everything. */
  readonly through: number
  /** Of the text index, which lists blocks of ids. */
  readonly blocks?: BlockLead
  /** Header sets whose content holds a text, where they were looked up. */
  readonly headerSets?: ReadonlyMap<string, readonly number[]>
}

export interface ListLead {
  readonly type: 'list'
  /** In order of arrival. */
  readonly ids: readonly number[]
  readonly rest: PostbackFilter
}

export type Lead = TableLead | ListLead

/** The part of a lead that is not the same for all. */
export type LeadOf = Omit<TableLead, 'type' | 'values'>

/** The text index lists blocks of ids (search-index/schema.ts), and is silent about requests with long texts. */
export interface BlockLead {
  /** A condition on `search.text t`. */
  readonly match: string
  /** The share of requests that it may list. */
  readonly share: number
  /** A table of the ids up to `through` that it says nothing of. */
  readonly besides: string
}

export function withinIds(id: string): string {
  return `${id} BETWEEN @low AND @high`
}
