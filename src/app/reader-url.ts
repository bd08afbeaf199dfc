/** The module of the store's readers as the app runs them; in a bundle both threads lie beside every chunk. */
export const READER_URL = import.meta.url.endsWith('.js')
  ? new URL('./store-reader.js', import.meta.url)
  : new URL('./reader-worker.ts', import.meta.url)
