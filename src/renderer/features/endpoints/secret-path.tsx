import { KeyRound, RotateCw } from 'lucide-react'
import type { Endpoint } from '../../../core/endpoint.ts'
import { effectivePath } from '../../../core/secret-path.ts'
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

  const change = async (procedure: Change, done: string): Promise<void> => {
    try {
      const saved = await client.call(procedure, { id: endpoint.id })
      store.patch((overview) => ({
        ...overview,
        endpoints: overview.endpoints.map((one) => (one.id === saved.id ? saved : one)),
      }))
      const undo = (): void => void change('endpoint.restoreToken', 'The path is as it was before.')
      say(done, { subject, ...(procedure === 'endpoint.restoreToken' ? {} : { action: { label: 'Undo', run: undo } }) })
    } catch (error) {
      say(`Not changed: ${sentenceOf(error)}`, { severity: 'error', subject })
    }
  }
  const rotate = (): void =>
    void change(
      'endpoint.rotateToken',
      pathToken === null
        ? 'The path has a secret segment now. Paste the new URL in the dashboard.'
        : 'The secret segment is a new one. Paste the new URL in the dashboard.',
    )
  useAction({
    id: 'token.rotate',
    title: pathToken === null ? 'Add a secret segment to the path' : 'Rotate the secret segment of the path',
    run: rotate,
  })

  const remove = (): void => void change('endpoint.removeToken', 'The path has no secret segment any more.')
  useAction(
    pathToken === null
      ? null
      : {
          id: 'token.remove',
          run: remove,
        },
  )

  return (
    <Section
      title="Secret path"
      description="A last segment that nobody guesses keeps strangers from crediting themselves. Only the dashboard’s URL has it."
    >
      <output
        aria-label="Whole path"
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
          {pathToken === null ? 'Add a secret segment' : 'Rotate'}
        </Button>
        {pathToken !== null && (
          <Button size="s" variant="ghost" disabled={!connected} action="token.remove" onClick={remove}>
            Remove
          </Button>
        )}
        {latest !== undefined && (
          <span className="text-s text-muted" title={formatTimeTitle(latest.until)}>
            Changed last {formatMoment(latest.until, now)}. What arrived before is still read as it was.
          </span>
        )}
      </div>
    </Section>
  )
}
