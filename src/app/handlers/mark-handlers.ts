import type { Handlers } from '../../contract/router.ts'
import type { Marked } from '../../core/mark.ts'
import type { PostbackStore } from '../../core/ports.ts'

/** Notes, pins and colours. `onChange` hears of every change that was stored. */
export function markHandlers(store: PostbackStore, onChange: (marks: readonly Marked[]) => void) {
  return {
    'mark.set': async ({ ids, patch }) => {
      const marks = await store.marks.set(ids, patch)
      onChange(marks)
      return { marks }
    },
  } satisfies Partial<Handlers>
}
