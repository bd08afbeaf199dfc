import { migration010 } from './010-first.ts'
import type { Migration } from './migration.ts'

/** Every migration, oldest first. */
export const MIGRATIONS: readonly Migration[] = [migration010]

/** The version of the schema that this program writes. */
export const LATEST_VERSION = Math.max(...MIGRATIONS.map((migration) => migration.version))
