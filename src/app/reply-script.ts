import type { Endpoint } from '../core/endpoint.ts'
import type { PlannedReply } from '../core/postback.ts'
import { replyAt } from '../core/reply-script.ts'

/** How many postbacks a script has answered since it began. */
export interface ScriptPosition {
  readonly endpointId: string
  readonly given: number
}

/** The running reply scripts: where each endpoint's stands. In memory: a start of the inspector starts them over. */
export interface ReplyScripts {
  /** From now on these endpoints' scripts run. One that was changed starts over. */
  setEndpoints(endpoints: readonly Endpoint[]): void
  /** The reply for a postback that has just arrived, which takes a step. */
  next(endpoint: Endpoint): PlannedReply
  /** Starts over with the first step. */
  restart(endpointId: string): void
  /** Of every endpoint with a script. */
  positions(): readonly ScriptPosition[]
}

/** `onMoved` hears, a moment later and once for many, where scripts stand that have moved. */
export function createReplyScripts(onMoved: (positions: readonly ScriptPosition[]) => void): ReplyScripts {
  const running = new Map<string, { readonly script: string; given: number }>()
  const moved = new Set<string>()

  function tellLater(endpointId: string): void {
    moved.add(endpointId)
    if (moved.size > 1) return
    setImmediate(() => {
      const positions = [...moved].map((id) => ({ endpointId: id, given: running.get(id)?.given ?? 0 }))
      moved.clear()
      onMoved(positions)
    })
  }

  return {
    setEndpoints(endpoints) {
      const ids = new Set(endpoints.map(({ id }) => id))
      for (const id of running.keys()) if (!ids.has(id)) running.delete(id)
      for (const { id, replyScript } of endpoints) {
        const script = JSON.stringify(replyScript)
        const before = running.get(id)
        if (before?.script === script) continue
        running.set(id, { script, given: 0 })
        if (before !== undefined) tellLater(id)
      }
    },
    next(endpoint) {
      const position = running.get(endpoint.id)
      if (position === undefined || endpoint.replyScript.steps.length === 0) return endpoint.reply
      const { reply } = replyAt(endpoint, position.given)
      position.given += 1
      tellLater(endpoint.id)
      return reply
    },
    restart(endpointId) {
      const position = running.get(endpointId)
      if (position === undefined) return
      position.given = 0
      tellLater(endpointId)
    },
    positions: () => [...running].map(([endpointId, { given }]) => ({ endpointId, given })),
  }
}
