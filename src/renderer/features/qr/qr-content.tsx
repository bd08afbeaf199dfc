import { useMemo } from 'react'
import { words } from '../../../words/words.ts'
import { useDashboardUrl } from '../../lib/dashboard.ts'
import { useOverview } from '../../lib/inspector.tsx'
import { MOST_QR_BYTES, qrModules } from '../../lib/qr-code.ts'
import type { QrSubject } from '../../lib/qr-shown.ts'
import { CopyButton } from '../../ui/copy-button.tsx'
import { QrImage } from '../../ui/qr-image.tsx'
import { StatusMark } from '../../ui/status-mark.tsx'
import { UrlText } from '../../ui/url-text.tsx'

interface Shown {
  readonly url: string | null
  /** What speaks against scanning it, or why there is nothing to scan. */
  readonly warnings: readonly string[]
  /** What a phone makes of it; null where none can reach it. */
  readonly meaning: string | null
}

/** The code, what must be known of it, and the URL as text. */
export function QrContent({ subject }: { subject: QrSubject }) {
  const w = words().qr
  const { url, warnings, meaning } = useShown(subject)
  const modules = useMemo(() => (url === null ? null : qrModules(url)), [url])
  return (
    <div className="flex flex-col gap-3">
      {warnings.map((warning) => (
        <p key={warning} className="flex items-baseline gap-2">
          <StatusMark tone="poor" />
          <span className="min-w-0">{warning}</span>
        </p>
      ))}
      {url !== null && (
        <>
          {modules === null ? (
            <p>{w.tooLong(MOST_QR_BYTES)}</p>
          ) : (
            <div className="flex justify-center">
              <QrImage modules={modules} label={w.code[subject.what]} />
            </div>
          )}
          <div className="flex items-start gap-3">
            {/* A long URL must not push the code out of sight. */}
            <output aria-label={w.urlInCode} className="max-h-24 min-w-0 flex-1 overflow-auto pt-0.5">
              <UrlText url={url} />
            </output>
            <CopyButton text={url} label={w.copyUrl[subject.what]}>
              {words().ui.copy}
            </CopyButton>
          </div>
          {modules !== null && meaning !== null && <p className="text-s text-muted">{meaning}</p>}
        </>
      )}
    </div>
  )
}

function useShown(subject: QrSubject): Shown {
  const w = words().qr
  const { tunnel } = useOverview()
  const endpoint = subject.what === 'dashboard-url' ? subject.endpoint : null
  const { reach, dashboardUrl, why } = useDashboardUrl(endpoint)
  if (endpoint === null) {
    return {
      url: tunnel.url,
      warnings: tunnel.url === null ? [words().status.noPublicUrl(tunnel.why).trim()] : [],
      meaning: w.meanings['public-url'],
    }
  }
  const local = reach === 'local' ? [w.onlyHere(why)] : []
  const secret = (endpoint.pathToken ?? null) === null ? [] : [w.secret]
  return {
    url: dashboardUrl,
    warnings: reach === 'none' ? [why] : [...local, ...secret],
    meaning: reach === 'public' ? w.meanings['dashboard-url'] : null,
  }
}
