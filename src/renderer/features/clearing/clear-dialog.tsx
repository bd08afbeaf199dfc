import { useEffect, useState } from 'react'
import type { RemovalPreview, RemovalSelection } from '../../../core/clearing.ts'
import { EVERYTHING, NEWEST_FIRST, type PostbackFilter } from '../../../core/filter.ts'
import { describeFilter } from '../../../core/filter-describe.ts'
import { words } from '../../../words/words.ts'
import { useExternalStore } from '../../lib/external-store.ts'
import { formatMoment, formatTimeTitle } from '../../lib/format.ts'
import { useClient, useOverview } from '../../lib/inspector.tsx'
import { useAction } from '../../lib/keys.ts'
import { sentenceOf } from '../../lib/messages.ts'
import { navigate, useRoute } from '../../lib/navigation.ts'
import { useNow } from '../../lib/use-now.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Pieces } from '../../ui/pieces.tsx'
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

const SCOPES = ['shown', 'all'] as const

function ClearDialog({ onClose }: { onClose: () => void }) {
  const { remove } = useClearing()
  // As it stood when it was asked: what the list shows may go on while somebody reads.
  const [shown] = useState(() => shownFilter.get())
  const hasScopes = !isEverything(shown)
  const [scope, setScope] = useState<'shown' | 'all'>(hasScopes ? 'shown' : 'all')
  const filter = hasScopes && scope === 'shown' ? shown : EVERYTHING
  const { selection, preview, error } = usePreview(filter)
  const described = useDescription(filter)
  const w = words().clearing

  return (
    <Dialog
      open
      onClose={onClose}
      title={w.dialog.title}
      width="s"
      footer={
        <>
          <Button onClick={onClose}>{words().ui.cancel}</Button>
          <Button
            variant="danger"
            disabled={selection === null || preview === null || preview.requests === 0}
            onClick={() => {
              if (selection === null) return
              onClose()
              void remove(selection, preview?.requests)
            }}
          >
            {preview === null ? words().ui.remove : w.removeRequests(preview.requests)}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-3">
        {hasScopes && (
          <Segmented
            label={w.dialog.scope}
            value={scope}
            options={SCOPES.map((value) => ({ value, label: w.dialog.scopes[value] }))}
            onChange={setScope}
          />
        )}
        {hasScopes && scope === 'shown' && <p className="text-muted">{described}.</p>}
        <div aria-live="polite" className="flex flex-col gap-1">
          {error !== null ? (
            <p className="text-fail">{error}</p>
          ) : preview === null ? (
            <p className="text-muted">{w.dialog.counting}</p>
          ) : (
            <Outcome preview={preview} />
          )}
        </div>
        <p className="text-s text-muted">{w.dialog.undoable}</p>
      </div>
    </Dialog>
  )
}

function Outcome({ preview }: { preview: RemovalPreview }) {
  const { requests, marked, from, to } = preview
  const now = useNow()
  const w = words().clearing
  const what = <strong className="font-semibold">{w.dialog.requests(requests)}</strong>
  const moment = (at: number) => <span title={formatTimeTitle(at)}>{formatMoment(at, now)}</span>
  return (
    <>
      <p>
        {requests === 0 ? (
          w.dialog.nothing
        ) : from === null || to === null ? (
          <Pieces of={w.dialog.outcome(what)} />
        ) : (
          <Pieces of={w.dialog.outcomeWithin(what, moment(from), moment(to))} />
        )}
      </p>
      {marked > 0 && <p>{w.markedStay(marked)}</p>}
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

function useDescription(filter: PostbackFilter): string {
  const { endpoints } = useOverview()
  return describeFilter(filter, {
    now: filter.from ?? 0,
    endpoints,
    timeZoneOffsetMinutes: (at) => -new Date(at).getTimezoneOffset(),
  })
}
