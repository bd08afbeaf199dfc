import Database from 'better-sqlite3'
import { historyFile } from '../paths.ts'

/** What the log holds goes into the file, without keeping anybody from writing: a commit that must do it takes long. */
export function checkpoint(folder: string): null {
  const database = new Database(historyFile(folder), { fileMustExist: true, timeout: 0 })
  try {
    database.pragma('wal_checkpoint(PASSIVE)')
  } finally {
    database.close()
  }
  return null
}
