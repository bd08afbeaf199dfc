import { useEffect, useState } from 'react'
import type { RemovalPreview, RemovalSelection } from '../../../core/clearing.ts'
import { EVERYTHING, NEWEST_FIRST, type PostbackFilter } from '../../../core/filter.ts'
import { describeFilter } from '../../../core/filter-describe.ts'
import { useExternalStore } from '../../lib/external-store.ts'
import { formatMoment, formatPlural, formatTimeTitle } from '../../lib/format.ts'
import { useClient, useOverview } from '../../lib/inspector.tsx'
import { useAction } from '../../lib/keys.ts'
import { sentenceOf } from '../../lib/messages.ts'
import { navigate, useRoute } from '../../lib/navigation.ts'
import { useNow } from '../../lib/use-now.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Segmented } from '../../ui/segmented.tsx'
import { asked, isEverything, shownFilter } from './clearing-state.ts'
import { useClearing } from './use-clearing.ts'

/** Stands in the shell: the action, and the dialog that it opens. */
export function ClearingHost() {
  const isOpen = useExternalStore(asked)
  const route = useRoute()
  const { clearing } = useOverview()
  const ask = (): void => asked.update(() => true)
  useAction(clearing.state === 'running' || clearing.state === 'waiting' ? null : { id: 'history.clear', run: ask })
  // The desktop app's menu leads here.
  const isFromMenu = route.view === 'settings' && route.id === 'clear'
  useEffect(() => {
    if (!isFromMenu) return
    navigate('settings', null, { replace: true })
    asked.update(() => true)
  }, [isFromMenu])
  return isOpen ? <ClearDialog onClose={() => asked.update(() => false)} /> : null
}

const SCOPES = [
  { value: 'shown', label: 'What the list shows' },
  { value: 'all', label: 'The whole history' },
] as const

function ClearDialog({ onClose }: { onClose: () => void }) {
  const { remove } = useClearing()
  // As it stood when it was asked: what the list shows may go on while somebody reads.
  const [shown] = useState(() => shownFilter.get())
  const hasScopes = !isEverything(shown)
  const [scope, setScope] = useState<'shown' | 'all'>(hasScopes ? 'shown' : 'all')
  const filter = hasScopes && scope === 'shown' ? shown : EVERYTHING
  const { selection, preview, error } = usePreview(filter)
  const words = useWords(filter)

  return (
    <Dialog
      open
      onClose={onClose}
      title="Clear the history"
      width="s"
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button
            variant="danger"
            disabled={selection === null || preview === null || preview.requests === 0}
            onClick={() => {
              if (selection === null) return
              onClose()
              void remove(selection, preview?.requests)
            }}
          >
            {preview === null ? 'Remove' : `Remove ${formatPlural(preview.requests, 'request')}`}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-3">
        {hasScopes && <Segmented label="What to remove" value={scope} options={SCOPES} onChange={setScope} />}
        {hasScopes && scope === 'shown' && <p className="text-muted">{words}.</p>}
        <div aria-live="polite" className="flex flex-col gap-1">
          {error !== null ? (
            <p className="text-fail">{error}</p>
          ) : preview === null ? (
            <p className="text-muted">Counting…</p>
          ) : (
            <Outcome preview={preview} />
          )}
        </div>
        <p className="text-s text-muted">
          It can be undone for ten seconds. After that only an archive made before brings them back.
        </p>
      </div>
    </Dialog>
  )
}

function Outcome({ preview }: { preview: RemovalPreview }) {
  const { requests, marked, from, to } = preview
  const now = useNow()
  return (
    <>
      <p>
        {requests === 0 ? (
          'There is nothing to remove.'
        ) : (
          <>
            <strong className="font-semibold">{formatPlural(requests, 'request')}</strong>
            {from !== null && to !== null && (
              <>
                {' '}
                from <span title={formatTimeTitle(from)}>{formatMoment(from, now)}</span> to{' '}
                <span title={formatTimeTitle(to)}>{formatMoment(to, now)}</span>
              </>
            )}
            , with replies and forwards.
          </>
        )}
      </p>
      {marked > 0 && (
        <p>
          {formatPlural(marked, 'request')} that you marked {marked === 1 ? 'stays' : 'stay'}.
        </p>
      )}
    </>
  )
}

/** What it comes to, up to the newest that is there now: what comes while the dialog is open stays. */
function usePreview(filter: PostbackFilter): {
  selection: RemovalSelection | null
  preview: RemovalPreview | null
  error: string | null
} {
  const client = useClient()
  const [found, setFound] = useState<{ filter: PostbackFilter; selection: RemovalSelection; preview: RemovalPreview }>()
  const [error, setError] = useState<string | null>(null)
  useEffect(() => {
    let isWanted = true
    const ask = async (): Promise<void> => {
      try {
        const newest = { filter: EVERYTHING, sort: NEWEST_FIRST, cursor: null, newerThan: null, limit: 1 }
        const upTo = (await client.call('postback.ids', newest)).items[0] ?? 0
        const selection = { filter, ids: null, upTo }
        const preview = await client.call('history.preview', { selection })
        if (isWanted) setFound({ filter, selection, preview })
      } catch (failure) {
        if (isWanted) setError(sentenceOf(failure))
      }
    }
    void ask()
    return () => {
      isWanted = false
    }
  }, [client, filter])
  const isCurrent = found?.filter === filter
  return { selection: isCurrent ? found.selection : null, preview: isCurrent ? found.preview : null, error }
}

function useWords(filter: PostbackFilter): string {
  const { endpoints } = useOverview()
  return describeFilter(filter, {
    now: filter.from ?? 0,
    endpoints,
    timeZoneOffsetMinutes: (at) => -new Date(at).getTimezoneOffset(),
  })
}
