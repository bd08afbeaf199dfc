import { useMemo } from 'react'
import { useDashboardUrl } from '../../lib/dashboard.ts'
import { formatCount } from '../../lib/format.ts'
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
  readonly name: string
  /** What a phone makes of it; null where none can reach it. */
  readonly meaning: string | null
}

/** The code, what must be known of it, and the URL as text. */
export function QrContent({ subject }: { subject: QrSubject }) {
  const { url, warnings, name, meaning } = useShown(subject)
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
            <p>
              This URL is too long for a QR code, which holds {formatCount(MOST_QR_BYTES)} bytes: shorten the endpoint’s
              path or names, or copy the text.
            </p>
          ) : (
            <div className="flex justify-center">
              <QrImage modules={modules} label={`QR code of the ${name}`} />
            </div>
          )}
          <div className="flex items-start gap-3">
            {/* A long URL must not push the code out of sight. */}
            <output aria-label="URL in the code" className="max-h-24 min-w-0 flex-1 overflow-auto pt-0.5">
              <UrlText url={url} />
            </output>
            <CopyButton text={url} label={`Copy the ${name}`}>
              Copy
            </CopyButton>
          </div>
          {modules !== null && meaning !== null && <p className="text-s text-muted">{meaning}</p>}
        </>
      )}
    </div>
  )
}

function useShown(subject: QrSubject): Shown {
  const { tunnel } = useOverview()
  const endpoint = subject.what === 'dashboard-url' ? subject.endpoint : null
  const { reach, dashboardUrl, why } = useDashboardUrl(endpoint)
  if (endpoint === null) {
    return {
      url: tunnel.url,
      warnings: tunnel.url === null ? [`There is no public URL. ${tunnel.why}`.trim()] : [],
      name: 'public URL',
      meaning:
        'A phone that opens it sends a request here, which is counted as noise: it shows that the phone gets through.',
    }
  }
  const local = reach === 'local' ? [`This address is this computer’s own: no phone can reach it. ${why}`] : []
  const secret = (endpoint.pathToken ?? null) === null ? [] : [SECRET]
  return {
    url: dashboardUrl,
    warnings: reach === 'none' ? [why] : [...local, ...secret],
    name: 'dashboard URL',
    meaning: reach === 'public' ? OPENED : null,
  }
}

const OPENED =
  'Scan it to have the URL on a phone. If the phone opens it, a postback arrives here whose macros are not replaced.'
const SECRET = 'The URL holds the endpoint’s secret path: whoever scans or photographs this code knows it.'
