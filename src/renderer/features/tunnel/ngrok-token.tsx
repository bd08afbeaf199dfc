import { useEffect, useRef, useState } from 'react'
import { CallError } from '../../../contract/errors.ts'
import type { TunnelTokenStatus } from '../../../contract/secret-procedures.ts'
import { words } from '../../../words/words.ts'
import { useClient, useOnEvent, useOnResync } from '../../lib/inspector.tsx'
import { say, sentenceOf } from '../../lib/messages.ts'
import { Button } from '../../ui/button.tsx'
import { SecretField } from '../../ui/secret-field.tsx'
import { StatusMark } from '../../ui/status-mark.tsx'
import { tokenWords } from './token-words.ts'

/** Whether there is a token, where it comes from, and a field that takes another one. It is never shown. */
export function NgrokToken() {
  const w = words().tunnel.token
  const client = useClient()
  const [status, setStatus] = useState<TunnelTokenStatus | null>(null)
  const [error, setError] = useState<string | null>(null)
  const newest = useRef(0)

  function read(): void {
    newest.current += 1
    const mine = newest.current
    client.call('tunnelToken.status', {}).then(
      (found) => {
        if (mine === newest.current) setStatus(found)
      },
      (failure: unknown) => setError(sentenceOf(failure)),
    )
  }
  // Once for each host: `read` itself is new at every turn.
  useEffect(read, [client])
  useOnResync(read)
  useOnEvent('tunnelToken.changed', ({ token }) => {
    newest.current += 1
    setStatus(token)
  })

  async function ask(wanted: Promise<TunnelTokenStatus>, told: string): Promise<void> {
    try {
      setStatus(await wanted)
      setError(null)
      say(told, { subject: 'ngrok token' })
    } catch (failure) {
      setError(failure instanceof CallError ? (failure.issues[0]?.message ?? failure.message) : sentenceOf(failure))
    }
  }

  if (status === null) return error === null ? null : <p className="text-fail">{error}</p>
  const { tone, words: state } = tokenWords(status)
  return (
    <div className="flex flex-col gap-2">
      <div className="flex flex-wrap items-center gap-2">
        <p className="flex min-w-0 items-baseline gap-2">
          <StatusMark tone={tone} />
          <span className="min-w-0">{state}</span>
        </p>
        {status.stored && (
          <Button size="s" onClick={() => void ask(client.call('tunnelToken.remove', {}), w.removed)}>
            {w.remove}
          </Button>
        )}
      </div>
      {status.refusal === null ? (
        <SecretField
          label={w.label}
          placeholder={status.stored ? w.pasteAnother : w.paste}
          action={status.stored ? w.replace : w.save}
          error={error}
          hint={w.hint}
          onType={() => setError(null)}
          onSave={(token) => ask(client.call('tunnelToken.save', { token }), w.saved)}
        />
      ) : (
        <p className="text-s text-muted">{status.refusal}</p>
      )}
      {status.refusal !== null && error !== null && (
        <p role="alert" className="text-s text-fail">
          {error}
        </p>
      )}
    </div>
  )
}
