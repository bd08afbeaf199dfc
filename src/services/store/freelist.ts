/** The pages that a history's file has free, looked at before anything is written to them. */
import { DamagedFile } from './salvage-file.ts'

/**
 * What is wrong with the list of free pages; null where nothing is. One that names a page in use would give it to the next
 * request. Read directly, so that it takes no longer where the file is large
 * (https://www.sqlite.org/fileformat2.html#the_freelist).
 */
export function freelistFault(file: string): string | null {
  const damaged = new DamagedFile(file)
  try {
    const header = damaged.page(1)
    if (header === null || header.length < 100) return 'its first page is damaged'
    const count = header.readUInt32BE(36)
    let seen = 0
    for (let trunk = header.readUInt32BE(32); trunk !== 0; ) {
      const page = damaged.note(trunk).type === 'free' ? damaged.page(trunk) : null
      const leaves = page === null ? Number.POSITIVE_INFINITY : page.readUInt32BE(4)
      // A list that comes back to itself is longer than what it is said to be.
      seen += 1 + leaves
      if (page === null || seen > count || 8 + leaves * 4 > page.length) return WHY
      for (let at = 0; at < leaves; at++) {
        if (damaged.note(page.readUInt32BE(8 + at * 4)).type !== 'free') return WHY
      }
      trunk = page.readUInt32BE(0)
    }
    return seen === count ? null : WHY
  } finally {
    damaged.close()
  }
}

const WHY = 'its list of free pages is damaged'
