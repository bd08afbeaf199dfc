import { findingsDocument } from './findings-document.ts'
import { guideDocument } from './guide-document.ts'

/** Every document that is made and not written. */
export const DOCUMENTS: readonly { readonly file: string; readonly make: () => string }[] = [
  { file: 'docs/findings.md', make: findingsDocument },
  { file: 'docs/guide.md', make: guideDocument },
]
