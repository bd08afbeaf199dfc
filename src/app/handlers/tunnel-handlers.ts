import { CallError } from '../../contract/errors.ts'
import type { Handlers } from '../../contract/router.ts'
import { errorsWords } from '../../words/of/errors.ts'
import type { EndpointDirectory } from '../endpoint-directory.ts'
import type { ReceiverControl } from '../receiver-control.ts'
import { sendTestPostback } from '../test-postback.ts'
import type { TunnelControl } from '../tunnel-control.ts'
import type { UrlWatch } from '../url-watch.ts'

/** The way in from outside. */
export function tunnelHandlers(parts: {
  readonly tunnel: TunnelControl
  readonly receiver: ReceiverControl
  readonly endpoints: EndpointDirectory
  readonly urlWatch: UrlWatch
  readonly userAgent: string
}) {
  const { tunnel, receiver, endpoints, urlWatch } = parts
  return {
    'tunnel.open': () => {
      tunnel.open()
      return {}
    },
    'tunnel.close': () => {
      tunnel.shut()
      return {}
    },
    'tunnel.probe': async () => {
      await tunnel.probeNow()
      return {}
    },
    'url.dismissChange': async () => {
      await urlWatch.dismiss()
      tunnel.acceptName()
      return {}
    },
    'test.send': ({ endpointId, userId, rewardAmount }) => {
      const endpoint = endpoints.byId(endpointId)
      if (endpoint === null) throw new CallError('not-found', errorsWords().endpoint.gone)
      const receiverUrl = receiver.status.url
      if (receiverUrl === null) throw new CallError('unavailable', receiver.status.why)
      const publicUrl = tunnel.status.state === 'off' ? null : tunnel.status.url
      return sendTestPostback({ endpoint, publicUrl, receiverUrl, userId, rewardAmount, userAgent: parts.userAgent })
    },
  } satisfies Partial<Handlers>
}
