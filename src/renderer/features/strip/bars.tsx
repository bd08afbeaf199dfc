import { useState } from 'react'
import { words } from '../../../words/words.ts'
import { formatTime } from '../../lib/format.ts'
import { useClient, useConnection, useOnEvent, useOverview } from '../../lib/inspector.tsx'
import { useAction } from '../../lib/keys.ts'
import { say, sentenceOf } from '../../lib/messages.ts'
import { NoticeBar } from '../../ui/notice-bar.tsx'
import { VisibleText } from '../../ui/visible-text.tsx'
import { LostBar } from './lost-bar.tsx'
import { PathChangeBars } from './path-change-bar.tsx'
import { RereadBar } from './reread-bar.tsx'
import { UrlChangeBar } from './url-change-bar.tsx'

/** What must not be overlooked, under the strip: the gravest first. */
export function Bars() {
  const w = words().strip
  const { receiver, store, urlChange, notices, reread } = useOverview()
  const connection = useConnection()
  const client = useClient()
  const [dismissed, setDismissed] = useState<ReadonlySet<string>>(new Set())

  const dismissChange = (): void => {
    client.call('url.dismissChange', {}).catch((error: unknown) => say(sentenceOf(error), { severity: 'error' }))
  }
  useAction(
    urlChange && {
      id: 'url.dismissChange',
      run: dismissChange,
    },
  )

  useOnEvent('reread.progressed', ({ state, total, changed }) => {
    if (state === 'done' && total > 0) {
      say(w.reread.done(total, changed), { subject: 'reread' })
    }
  })

  return (
    <div className="flex max-h-[45vh] shrink-0 flex-col overflow-auto">
      {connection !== 'connected' && <LostBar />}
      {store.state === 'refusing' && (
        <NoticeBar severity="error" label={w.notStoring.label}>
          <strong className="font-semibold">{w.notStoring.what}</strong> <VisibleText text={store.why} max={1000} />{' '}
          {w.notStoring.nothingLost} <span className="text-muted">{w.notStoring.since(formatTime(store.since))}</span>
        </NoticeBar>
      )}
      {receiver.state === 'failed' && (
        <NoticeBar severity="error" label={w.receiverFailed.label}>
          <strong className="font-semibold">{w.receiverFailed.what}</strong>{' '}
          <VisibleText text={receiver.why} max={1000} />
        </NoticeBar>
      )}
      <PathChangeBars />
      {urlChange && <UrlChangeBar change={urlChange} onDismiss={dismissChange} />}
      {notices
        .filter((notice) => !dismissed.has(notice.text))
        .map((notice) => (
          <NoticeBar
            key={notice.text}
            severity={notice.severity}
            label={w.notice}
            onDismiss={() => setDismissed((all) => new Set([...all, notice.text]))}
          >
            <VisibleText text={notice.text} max={1000} />
            {notice.detail !== null && (
              <span className="block text-s break-all text-muted">
                <VisibleText text={notice.detail} max={1000} />
              </span>
            )}
          </NoticeBar>
        ))}
      {reread.state === 'running' && <RereadBar done={reread.done} total={reread.total} />}
    </div>
  )
}
