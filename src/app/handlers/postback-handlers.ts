import { JsonText } from '../../contract/json-text.ts'
import type { Handlers } from '../../contract/router.ts'
import type { Mapping } from '../../core/endpoint.ts'
import type { PostbackStore } from '../../core/ports.ts'
import { refusingNow } from '../refusing-now.ts'
import { spokenFindings } from '../spoken-findings.ts'

/** Reading the history. */
export function postbackHandlers(store: PostbackStore, endpoints: () => readonly Mapping[]) {
  return {
    'postback.page': async (request) => new JsonText(await store.texts.page(request)),
    'postback.ids': (request) => store.ids(request),
    'postback.byIds': async ({ ids }) => new JsonText(await store.texts.byIds(ids)),
    'postback.detail': async ({ id }) => {
      const detail = await store.detail(id)
      return detail && { ...detail, findings: await spokenFindings(detail, endpoints(), store) }
    },
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
