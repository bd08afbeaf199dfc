import type { PostbackDetail } from '../../core/postback.ts'

/** What other features add to the postbacks view: tools over the list. */
export function PostbackTools() {
  return null
}

/** Beside “Copy as” over an open postback. */
export function PostbackActions({ detail: _detail }: { detail: PostbackDetail }) {
  return null
}

/** Under the findings of an open postback. */
export function PostbackSections({ detail: _detail }: { detail: PostbackDetail }) {
  return null
}
