import { randomBytes } from 'node:crypto'
import { CallError } from '../../contract/errors.ts'
import type { Handlers } from '../../contract/router.ts'
import type { DeliveryRecords } from '../../core/delivery-records.ts'
import type { Endpoint, EndpointConfig } from '../../core/endpoint.ts'
import { withPathToken } from '../../core/secret-path.ts'
import { errorsWords } from '../../words/of/errors.ts'
import type { EndpointDirectory } from '../endpoint-directory.ts'
import type { PathWatch } from '../path-watch.ts'
import type { ReplyScripts } from '../reply-script.ts'

/** 128 random bits, which nobody guesses. */
const TOKEN_BYTES = 16

/** Reply scripts, what senders made of the replies, and secret paths. */
export function replyHandlers(parts: {
  readonly scripts: ReplyScripts
  readonly deliveries: DeliveryRecords
  readonly endpoints: EndpointDirectory
  readonly pathWatch: PathWatch
}) {
  const { scripts, deliveries, endpoints, pathWatch } = parts
  return {
    'endpoint.scriptPositions': () => ({ positions: scripts.positions() }),
    'endpoint.restartScript': ({ id }) => {
      if (endpoints.byId(id) === null) throw new CallError('not-found', errorsWords().endpoint.gone)
      scripts.restart(id)
      return {}
    },
    'delivery.series': ({ id }) => deliveries.series(id),
    'delivery.ofEndpoint': async ({ id }) => ({ attempts: await deliveries.ofEndpoint(id) }),
    'endpoint.rotateToken': ({ id }) =>
      endpoints.change(id, (endpoint) => withToken(endpoint, randomBytes(TOKEN_BYTES).toString('base64url'))),
    'endpoint.removeToken': ({ id }) => endpoints.change(id, (endpoint) => withToken(endpoint, null)),
    'endpoint.restoreToken': ({ id }) =>
      endpoints.change(id, (endpoint) => {
        const former = endpoint.formerPathTokens.at(-1)
        if (former === undefined) throw new CallError('refused', errorsWords().endpoint.noFormerToken)
        return withToken(endpoint, former.token)
      }),
    'path.changes': () => ({ changes: pathWatch.changes }),
    'path.dismissChange': async ({ id }) => {
      await pathWatch.dismiss(id)
      return {}
    },
  } satisfies Partial<Handlers>
}

function withToken({ id: _id, ...config }: Endpoint, token: string | null): EndpointConfig {
  return { ...config, ...withPathToken(config, token, Date.now()) }
}
