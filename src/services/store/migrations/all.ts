import { migration010 } from './010-first.ts'
import { migration020 } from './020-expectations.ts'
import { migration030 } from './030-forwards.ts'
import { migration040 } from './040-conformance.ts'
import { migration050 } from './050-marks.ts'
import { migration060 } from './060-origin.ts'
import { migration070 } from './070-seal.ts'
import { migration080 } from './080-tally.ts'
import { migration090 } from './090-search-apart.ts'
import { migration100 } from './100-removal.ts'
import type { Migration } from './migration.ts'

/** Every migration, oldest first. */
export const MIGRATIONS: readonly Migration[] = [
  migration010,
  migration020,
  migration030,
  migration040,
  migration050,
  migration060,
  migration070,
  migration080,
  migration090,
  migration100,
]

/** The version of the schema that this program writes. */
export const LATEST_VERSION = Math.max(...MIGRATIONS.map((migration) => migration.version))
