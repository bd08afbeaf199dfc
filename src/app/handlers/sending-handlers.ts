import { CallError } from '../../contract/errors.ts'
import type { Handlers } from '../../contract/router.ts'
import { methodProblem, targetProblem } from '../../core/compose.ts'
import type { PostbackStore } from '../../core/ports.ts'
import { headersForResending, resendProblem, targetAt } from '../../core/resend.ts'
import type { Place } from '../../core/sending.ts'
import { readTargetUrl, type TargetUrl } from '../../core/target-url.ts'
import { errorsWords } from '../../words/of/errors.ts'
import type { ReceiverControl } from '../receiver-control.ts'
import type { SendRuns } from '../send-runs.ts'
import type { TunnelControl } from '../tunnel-control.ts'

/** Replays and composed postbacks. */
export function sendingHandlers(parts: {
  readonly store: PostbackStore
  readonly runs: SendRuns
  readonly receiver: ReceiverControl
  readonly tunnel: TunnelControl
}) {
  const { store, runs } = parts

  function placed(place: Place): TargetUrl {
    const text = place.kind === 'url' ? place.url : parts[place.kind === 'public' ? 'tunnel' : 'receiver'].status.url
    if (text === null) {
      const why = place.kind === 'public' ? parts.tunnel.status.why : parts.receiver.status.why
      throw new CallError('unavailable', errorsWords().send.nowhere(why))
    }
    const read = readTargetUrl(text)
    if (!read.ok) throw new CallError('invalid-input', read.sentence, [issue(['to', 'url'], read.sentence)])
    return read.url
  }

  /** A public URL may have a path of its own, under which a proxy leads here. */
  function throughPrefix(place: Place, url: TargetUrl, target: string): { target: string; arrivesAs: string } {
    const prefix = place.kind === 'public' ? url.path.replace(/\/+$/, '') : ''
    return { target: prefix + target, arrivesAs: target }
  }

  return {
    'send.start': ({ to, request, plan, confirmed }) => {
      refuseUnsendable(request.method, request.target, 'request')
      const url = placed(to)
      const { target, arrivesAs } = throughPrefix(to, url, request.target)
      return runs.start({
        request: {
          origin: url.origin,
          method: request.method,
          target,
          rawHeaders: request.rawHeaders,
          body: Buffer.from(request.bodyBase64, 'base64'),
        },
        plan,
        confirmed,
        replayOf: null,
        arrivesAs,
      })
    },
    'send.replay': async ({ id, edits, to, plan, confirmed }) => {
      const detail = await store.detail(id)
      if (detail === null) throw new CallError('not-found', errorsWords().send.noRequest(id))
      const url = placed(to)
      const problem = resendProblem(detail)
      if (problem !== null) throw new CallError('refused', problem)
      if (edits.target === undefined && url.query !== null) {
        const sentence = errorsWords().send.queryOfItsOwn
        throw new CallError('invalid-input', sentence, [issue(['to', 'url'], sentence)])
      }
      const method = edits.method ?? detail.method ?? ''
      const wanted = edits.target ?? (to.kind === 'url' ? targetAt(url, detail.target ?? '') : (detail.target ?? ''))
      refuseUnsendable(method, wanted, 'edits')
      const { target, arrivesAs } = throughPrefix(to, url, wanted)
      if (edits.bodyBase64 === undefined && detail.bodyLength > Buffer.byteLength(detail.bodyBase64, 'base64')) {
        throw new CallError('refused', errorsWords().send.bodyCut)
      }
      return runs.start({
        request: {
          origin: url.origin,
          method,
          target,
          rawHeaders: edits.rawHeaders ?? headersForResending(detail.rawHeaders, url.origin),
          body: Buffer.from(edits.bodyBase64 ?? detail.bodyBase64, 'base64'),
        },
        plan,
        confirmed,
        replayOf: id,
        arrivesAs,
      })
    },
    'send.cancel': ({ runId }) => runs.cancel(runId),
    'send.runs': () => runs.all(),
    'send.results': ({ runId, from, limit }) => runs.results(runId, from, limit),
  } satisfies Partial<Handlers>
}

function refuseUnsendable(method: string, target: string, form: 'request' | 'edits'): void {
  const wrongMethod = methodProblem(method)
  if (wrongMethod !== null) throw new CallError('invalid-input', wrongMethod, [issue([form, 'method'], wrongMethod)])
  const wrongTarget = targetProblem(target)
  if (wrongTarget !== null) throw new CallError('invalid-input', wrongTarget, [issue([form, 'target'], wrongTarget)])
}

function issue(path: (string | number)[], message: string) {
  return { path, message }
}
