import type { TunnelStatus } from '../../../core/status.ts'
import { words } from '../../../words/words.ts'
import { formatAgo, formatDuration, formatSince, formatTimeTitle } from '../../lib/format.ts'
import { useClient } from '../../lib/inspector.tsx'
import { say, sentenceOf } from '../../lib/messages.ts'
import { tunnelWords } from '../../lib/status-words.ts'
import { useNow } from '../../lib/use-now.ts'
import { Button } from '../../ui/button.tsx'
import { CopyButton } from '../../ui/copy-button.tsx'
import { StatusMark } from '../../ui/status-mark.tsx'
import { VisibleText } from '../../ui/visible-text.tsx'

export function TunnelState({ tunnel }: { tunnel: TunnelStatus }) {
  const w = words().tunnel.state
  const now = useNow()
  const client = useClient()
  const { tone, words: state } = tunnelWords(tunnel)
  const ask = (procedure: 'tunnel.open' | 'tunnel.close' | 'tunnel.probe') => () => {
    client.call(procedure, {}).catch((error: unknown) => say(sentenceOf(error), { severity: 'error' }))
  }
  const probe = tunnel.lastProbe
  return (
    <section aria-label={w.label} className="flex flex-col gap-3 rounded-l border border-line bg-panel p-4">
      <div className="flex flex-wrap items-start gap-3">
        <div className="min-w-0 flex-1">
          <p className="flex items-center gap-2 text-l font-semibold">
            <StatusMark tone={tone} size={13} />
            {state}
            <span className="text-s font-normal text-muted" title={formatTimeTitle(tunnel.since)}>
              {formatSince(tunnel.since, now)}
            </span>
          </p>
          <p className="wrap-anywhere text-muted">
            <VisibleText text={tunnel.why} max={1000} />
          </p>
        </div>
        <div className="flex shrink-0 gap-2">
          {tunnel.provider !== 'none' && (
            <>
              <Button size="s" action="tunnel.probe" onClick={ask('tunnel.probe')} disabled={tunnel.url === null}>
                {w.probe}
              </Button>
              <Button size="s" action="tunnel.open" onClick={ask('tunnel.open')} disabled={tunnel.state === 'opening'}>
                {tunnel.state === 'off' ? w.open : w.retry}
              </Button>
              {tunnel.state !== 'off' && (
                <Button size="s" action="tunnel.close" onClick={ask('tunnel.close')}>
                  {w.close}
                </Button>
              )}
            </>
          )}
        </div>
      </div>
      <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-4 gap-y-1">
        <dt className="text-muted">{w.publicUrl}</dt>
        <dd className="flex min-w-0 items-center gap-1">
          {tunnel.url === null ? (
            <span className="text-muted">{w.none}</span>
          ) : (
            <>
              <span className="min-w-0 font-mono break-all">
                <VisibleText text={tunnel.url} max={1000} />
              </span>
              <CopyButton size="s" text={tunnel.url} label={w.copyPublicUrl} />
            </>
          )}
        </dd>
        <dt className="text-muted">{w.lastLook}</dt>
        <dd>
          {probe === null ? (
            <span className="text-muted">{w.noneYet}</span>
          ) : (
            <span className="flex flex-wrap items-baseline gap-x-2">
              <StatusMark tone={probe.ok ? 'good' : 'bad'} />
              <span className="min-w-0 wrap-anywhere">
                <VisibleText text={probe.sentence} max={1000} />
              </span>
              <span className="text-muted" title={formatTimeTitle(probe.at)}>
                {probe.latencyMs === null
                  ? formatAgo(probe.at, now)
                  : w.lookTook(formatAgo(probe.at, now), formatDuration(probe.latencyMs))}
              </span>
            </span>
          )}
        </dd>
        {tunnel.nextAttemptAt !== null && (
          <>
            <dt className="text-muted">{w.nextAttempt}</dt>
            <dd>
              {tunnel.nextAttemptAt > now
                ? w.attemptIn(formatDuration(wholeSeconds(tunnel.nextAttemptAt - now)))
                : w.attemptNow}
            </dd>
          </>
        )}
        {tunnel.reminderPage && (
          <>
            <dt className="text-muted">{w.reminderPage}</dt>
            <dd>{w.reminderMeaning}</dd>
          </>
        )}
      </dl>
    </section>
  )
}

const wholeSeconds = (ms: number): number => Math.ceil(ms / 1000) * 1000
