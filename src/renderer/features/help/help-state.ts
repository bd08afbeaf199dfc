import { createExternalStore } from '../../lib/external-store.ts'

/** What is typed in the help's search field: it stays while one page after the other is looked at. */
export const helpSearch = createExternalStore('')
