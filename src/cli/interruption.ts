import { ended } from './ended.ts'

/** Aborts when the process is asked to end, so that a command can clean up first; a second request ends it at once. */
export function interruption(): AbortSignal {
  const abort = new AbortController()
  void ended().then(() => {
    abort.abort(new Error('interrupted'))
  })
  return abort.signal
}
