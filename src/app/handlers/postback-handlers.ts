import type { Handlers } from '../../contract/router.ts'
import type { PostbackStore } from '../../core/ports.ts'
import { refusingNow } from '../refusing-now.ts'

/** Reading the history. */
export function postbackHandlers(store: PostbackStore) {
  return {
    'postback.page': (request) => store.page(request),
    'postback.ids': (request) => store.ids(request),
    'postback.byIds': ({ ids }) => store.byIds(ids),
    'postback.detail': ({ id }) => store.detail(id),
    'postback.counts': ({ filter }) => store.counts(filter),
    'postback.activity': ({ filter, from, to, bucketMs }) => store.activity(filter, from, to, bucketMs),
    'postback.codes': ({ from, to }) => store.codes(from, to),
    'postback.suggestUserIds': ({ prefix, limit }) => store.userIdsLike(prefix, limit),
    'outage.list': async ({ from, to }) => [
      ...(await store.outages(from, to)),
      ...refusingNow(store.status()).filter((outage) => outage.from < to),
    ],
  } satisfies Partial<Handlers>
}
