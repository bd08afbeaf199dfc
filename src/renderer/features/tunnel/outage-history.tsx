import { useEffect, useRef, useState } from 'react'
import { words } from '../../../words/words.ts'
import { formatDuration, formatMoment, formatTimeTitle } from '../../lib/format.ts'
import { useClient } from '../../lib/inspector.tsx'
import { useNow } from '../../lib/use-now.ts'
import { FailedReading } from '../../ui/failed-reading.tsx'
import { Reading } from '../../ui/reading.tsx'
import { VisibleText } from '../../ui/visible-text.tsx'
import { type Outages, watchOutages } from './watch-outages.ts'

/** Spans in which nobody could have reached us, newest first. */
export function OutageHistory() {
  const w = words().tunnel.outages
  const client = useClient()
  const now = useNow()
  const [found, setFound] = useState<Outages>({ state: 'loading' })
  const again = useRef(() => {})
  useEffect(() => {
    const watch = watchOutages(client, setFound)
    again.current = watch.ask
    return watch.stop
  }, [client])

  if (found.state === 'loading') return <Reading what={w.reading} />
  if (found.state === 'failed') return <FailedReading sentence={found.sentence} onRetry={() => again.current()} />
  const { outages } = found
  if (outages.length === 0) return <p className="text-muted">{w.none}</p>
  return (
    <table className="w-full table-fixed text-left">
      <thead className="text-s text-muted">
        <tr>
          <th className="w-32 py-1 font-medium">{w.from}</th>
          <th className="w-28 py-1 font-medium">{w.lasted}</th>
          <th className="w-28 py-1 font-medium">{w.what}</th>
          <th className="py-1 font-medium">{w.why}</th>
        </tr>
      </thead>
      <tbody>
        {outages.map((outage) => (
          <tr key={outage.id} className="border-t border-line align-top">
            <td className="py-1" title={formatTimeTitle(outage.from)}>
              {formatMoment(outage.from, now)}
            </td>
            <td className="py-1">
              {outage.to === null
                ? w.soFar(formatDuration(wholeSeconds(now - outage.from)))
                : formatDuration(outage.to - outage.from)}
            </td>
            <td className="py-1">{w.reasons[outage.reason]}</td>
            <td className="py-1 wrap-anywhere text-muted">
              <VisibleText text={outage.why} max={1000} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

const wholeSeconds = (ms: number): number => Math.max(0, Math.floor(ms / 1000) * 1000)
