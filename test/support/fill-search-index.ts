import { fillKeys } from '../../src/services/store/search-index/fill-keys.ts'
import { fillText } from '../../src/services/store/search-index/fill-text.ts'
import { openSearchIndex } from '../../src/services/store/search-index/open.ts'
import { LARGE_SLICE } from '../../src/services/store/search-index/slice.ts'

/** Fills the search index of a folder's history to its end. The store may be open, or not. */
export function fillSearchIndex(folder: string): void {
  const { history, search, close } = openSearchIndex(folder)
  try {
    for (const fill of [fillKeys, fillText]) {
      let slice = fill(history, search, LARGE_SLICE)
      while (slice.through < slice.end) slice = fill(history, search, LARGE_SLICE)
    }
  } finally {
    close()
  }
}
