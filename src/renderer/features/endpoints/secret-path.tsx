import { KeyRound, RotateCw } from 'lucide-react'
import type { Endpoint } from '../../../core/endpoint.ts'
import { effectivePath } from '../../../core/secret-path.ts'
import { words } from '../../../words/words.ts'
import { formatMoment, formatTimeTitle } from '../../lib/format.ts'
import { useClient, useConnection, useInspector } from '../../lib/inspector.tsx'
import { useAction } from '../../lib/keys.ts'
import { say, sentenceOf } from '../../lib/messages.ts'
import { useNow } from '../../lib/use-now.ts'
import { Button } from '../../ui/button.tsx'
import { Section } from '../../ui/section.tsx'

type Change = 'endpoint.rotateToken' | 'endpoint.removeToken' | 'endpoint.restoreToken'

/** The unguessable last segment of an endpoint's path: added, rotated and removed with one click each. */
export function SecretPath({ endpoint }: { endpoint: Endpoint }) {
  const client = useClient()
  const { store } = useInspector()
  const connected = useConnection() === 'connected'
  const now = useNow(60_000)
  const { pathToken, formerPathTokens } = endpoint
  const latest = formerPathTokens.at(-1)
  const subject = `secret path ${endpoint.id}`
  const w = words().endpoints.secretPath

  const change = async (procedure: Change, done: string): Promise<void> => {
    try {
      const saved = await client.call(procedure, { id: endpoint.id })
      store.patch((overview) => ({
        ...overview,
        endpoints: overview.endpoints.map((one) => (one.id === saved.id ? saved : one)),
      }))
      const undo = (): void => void change('endpoint.restoreToken', w.restored)
      const action = { label: words().ui.undo, run: undo }
      say(done, { subject, ...(procedure === 'endpoint.restoreToken' ? {} : { action }) })
    } catch (error) {
      say(w.notChanged(sentenceOf(error)), { severity: 'error', subject })
    }
  }
  const rotate = (): void => void change('endpoint.rotateToken', pathToken === null ? w.added : w.rotated)
  useAction({
    id: 'token.rotate',
    title: pathToken === null ? w.addToPath : w.rotateInPath,
    run: rotate,
  })

  const remove = (): void => void change('endpoint.removeToken', w.removed)
  useAction(
    pathToken === null
      ? null
      : {
          id: 'token.remove',
          run: remove,
        },
  )

  return (
    <Section title={w.title} description={w.text}>
      <output
        aria-label={w.whole}
        className="rounded-m border border-line bg-panel px-2.5 py-1.5 font-mono wrap-anywhere"
      >
        {effectivePath(endpoint)}
      </output>
      <div className="flex flex-wrap items-center gap-2">
        <Button
          size="s"
          action="token.rotate"
          disabled={!connected}
          icon={
            pathToken === null ? <KeyRound aria-hidden="true" size={13} /> : <RotateCw aria-hidden="true" size={13} />
          }
          onClick={rotate}
        >
          {pathToken === null ? w.add : w.rotate}
        </Button>
        {pathToken !== null && (
          <Button size="s" variant="ghost" disabled={!connected} action="token.remove" onClick={remove}>
            {words().ui.remove}
          </Button>
        )}
        {latest !== undefined && (
          <span className="text-s text-muted" title={formatTimeTitle(latest.until)}>
            {w.changedLast(formatMoment(latest.until, now))}
          </span>
        )}
      </div>
    </Section>
  )
}
