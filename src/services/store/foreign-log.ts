/** Tells a write-ahead log that is not the history's own: SQLite would apply it without a word. */
import { readHeader } from './file-header.ts'
import { historyFile } from './paths.ts'
import { DamagedFile } from './salvage-file.ts'
import { tablesOfHistory } from './salvage-schema.ts'
import { SalvageTree } from './salvage-tree.ts'

/** Every run writes the installation's id into the log, and every checkpoint into the file. */
export function isForeignLog(folder: string, applicationId: number): boolean {
  const file = historyFile(folder)
  const alone = installationOf(file, true)
  const together = installationOf(file, false)
  if (alone !== null && together !== null && alone !== together) return true
  return alone !== null && readHeader(file)?.applicationId !== applicationId
}

function installationOf(path: string, withoutLog: boolean): string | null {
  const file = new DamagedFile(path, { withoutLog })
  try {
    for (const { name, value } of new SalvageTree(file, tablesOfHistory()).allRows('meta')) {
      if (name === 'installation_id' && typeof value === 'string') return value
    }
    return null
  } finally {
    file.close()
  }
}
