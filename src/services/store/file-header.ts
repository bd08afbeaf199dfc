/** A database's header, read without SQLite: a file of a newer version must not be touched in any way. */
import { DamagedFile } from './salvage-file.ts'

const MAGIC = 'SQLite format 3\0'

export interface FileHeader {
  readonly applicationId: number
  readonly version: number
  /** False where a byte that is the same in every history is another: SQLite would not, or could not, write the file. */
  readonly isWhole: boolean
}

/** Null where the file, with its log, does not start like a database. */
export function readHeader(file: string): FileHeader | null {
  const damaged = new DamagedFile(file)
  try {
    const page = damaged.page(1)
    if (page === null || page.length < 100 || page.toString('latin1', 0, 16) !== MAGIC) return null
    const formats = [page[18], page[19]]
    return {
      applicationId: page.readUInt32BE(68),
      version: page.readUInt32BE(60),
      isWhole:
        formats.every((format) => format === 1 || format === 2) &&
        page.readUInt32BE(20) === 0x00402020 &&
        page.readUInt32BE(44) <= 4 &&
        page.readUInt32BE(56) <= 1,
    }
  } finally {
    damaged.close()
  }
}
