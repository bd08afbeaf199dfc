/**
 * The search index: a file of its own beside the history, filled behind by a thread of its own. Nothing in it is the
 * truth. It may be behind, and it may be removed: it is filled again.
 *
 * **Complete, never exact.** For every request up to `keys_through` (`text_through` for the text) each value of its
 * reading has an entry. There may be more: entries of readings that were made anew, of requests that are gone. So whatever an
 * entry leads to is compared with the row it leads to, and nothing is ever taken out. What came later than the index is
 * read row by row, newest first.
 *
 * **Of one generation.** `generation` is that of the history (meta `reading_generation`) for which the above holds. It
 * grows in the transaction that begins a re-reading; the index then counts as empty (`keys_through` 0; the text is that of
 * the requests, which never changes) and follows the re-reading. `history` is the history's own id (`installation_id`).
 *
 * **The accounts are exact.** `account` and `account_total` are the sums of all postbacks up to `accounts_through`, of the
 * readings that `accounts_of` names (history-bounds.ts). Where the history's are others, they are of no use at all.
 */
import type { Database } from 'better-sqlite3'

/**
 * So many requests are one document of the text index: those from `block * TEXT_BLOCK` on have the rowid `block`. What they
 * have in common then takes its room once: a request takes 180 bytes in it, by itself 310. With 16 it would take 150, and a
 * needle of six hexadecimal digits would lead to seven times as many requests that do not have it.
 */
export const TEXT_BLOCK = 8

/** In `user_version`; an index of another version is thrown away. */
export const SEARCH_VERSION = 3

/** Rows of `account_total`: of all postbacks with a user id, and of those without. */
export const ALL_USERS = 'users'
export const NO_USER = 'none'

const SUMS = `
    count INTEGER NOT NULL,
    first_seen INTEGER NOT NULL,
    last_seen INTEGER NOT NULL,
    pass INTEGER NOT NULL,
    warn INTEGER NOT NULL,
    fail INTEGER NOT NULL,
    duplicates INTEGER NOT NULL,
    sum TEXT NOT NULL,
    single TEXT NOT NULL,
    not_summed TEXT`

export const SEARCH_SCHEMA = `
  -- One row.
  CREATE TABLE state (
    one INTEGER PRIMARY KEY CHECK (one = 1),
    history TEXT NOT NULL,
    generation INTEGER NOT NULL,
    keys_through INTEGER NOT NULL,
    text_through INTEGER NOT NULL,
    accounts_through INTEGER NOT NULL,
    accounts_of TEXT,
    -- The latest request that was taken in and when it arrived: a history that has another one under that id is another.
    last_id INTEGER NOT NULL,
    last_received_at INTEGER NOT NULL
  ) STRICT;

  CREATE TABLE user_of (user_id ANY NOT NULL, id INTEGER NOT NULL, PRIMARY KEY (user_id, id)) STRICT, WITHOUT ROWID;
  CREATE TABLE amount_of (amount_key TEXT NOT NULL, id INTEGER NOT NULL, PRIMARY KEY (amount_key, id)) STRICT, WITHOUT ROWID;

  -- Of postbacks: deliveryHash with the transaction id (or none), and where there is one a second entry for any.
  CREATE TABLE delivery_of (
    delivery INTEGER NOT NULL,
    received_at INTEGER NOT NULL,
    id INTEGER NOT NULL,
    PRIMARY KEY (delivery, received_at, id)
  ) STRICT, WITHOUT ROWID;

  -- Every user id that ever was, once, folded for substring search.
  CREATE TABLE user (user_id ANY PRIMARY KEY, folded TEXT NOT NULL) STRICT, WITHOUT ROWID;

  -- All that a free text is looked for in, folded to lower case, by three characters; the rowid is a block (TEXT_BLOCK).
  CREATE VIRTUAL TABLE text USING fts5(
    content, content = '', detail = none, columnsize = 0, tokenize = 'trigram case_sensitive 1'
  );
  -- Requests too long for the text index: always candidates.
  CREATE TABLE long_text (id INTEGER PRIMARY KEY) STRICT;

  -- What the postbacks of each user come to (account-sums.ts).
  CREATE TABLE account (user_id ANY PRIMARY KEY, ${SUMS}, sum_key TEXT NOT NULL) STRICT, WITHOUT ROWID;
  CREATE TABLE account_total (whose TEXT PRIMARY KEY, ${SUMS}) STRICT, WITHOUT ROWID;
`

export interface SearchState {
  readonly history: string
  readonly generation: number
  readonly keysThrough: number
  readonly textThrough: number
  readonly accountsThrough: number
  readonly accountsOf: string | null
}

interface StateRow {
  readonly history: string
  readonly generation: number
  readonly keys_through: number
  readonly text_through: number
  readonly accounts_through: number
  readonly accounts_of: string | null
}

export function readSearchState(database: Database, schema = 'main'): SearchState | null {
  const row = database
    .prepare<[], StateRow>(
      `SELECT history, generation, keys_through, text_through, accounts_through, accounts_of FROM ${schema}.state`,
    )
    .get()
  return row === undefined
    ? null
    : {
        history: row.history,
        generation: row.generation,
        keysThrough: row.keys_through,
        textThrough: row.text_through,
        accountsThrough: row.accounts_through,
        accountsOf: row.accounts_of,
      }
}
