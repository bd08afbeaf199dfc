import type { Handlers } from '../../contract/router.ts'
import type { PostbackStore } from '../../core/ports.ts'

/** Postbacks added up by user, and what repeats among them. */
export function userHandlers(store: PostbackStore) {
  return {
    'user.page': async (request) => ({ users: await store.users.page(request) }),
    'user.totals': ({ filter }) => store.users.totals(filter),
    'user.detail': ({ userId, filter }) => store.users.detail(userId, filter),
    'duplicate.group': ({ id }) => store.duplicateGroup(id),
  } satisfies Partial<Handlers>
}
