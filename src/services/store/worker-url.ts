/**
 * Where the threads' own modules are. From source they lie beside this file and Node strips their types; in a
 * bundle every chunk and all threads lie flat in one folder.
 */
export type StoreThread = 'writer' | 'reader' | 'search'

/** True where this module runs from a bundle. */
const bundled = import.meta.url.endsWith('.js')

export function workerUrl(thread: StoreThread): URL {
  switch (thread) {
    case 'writer':
      return bundled ? new URL('./store-writer.js', import.meta.url) : new URL('./writer-worker.ts', import.meta.url)
    case 'reader':
      return bundled ? new URL('./store-reader.js', import.meta.url) : new URL('./reader-worker.ts', import.meta.url)
    case 'search':
      return bundled
        ? new URL('./store-search.js', import.meta.url)
        : new URL('./search-index/search-worker.ts', import.meta.url)
  }
}
