import { words } from '../../../words/words.ts'
import { useChosenEndpoint } from '../../lib/dashboard.ts'
import { useExternalStore } from '../../lib/external-store.ts'
import { useAction } from '../../lib/keys.ts'
import { say } from '../../lib/messages.ts'
import { qrShown, showQr } from '../../lib/qr-shown.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { QrContent } from './qr-content.tsx'

/** Shows a URL as a QR code, for a phone: from its button, its key or the palette. */
export function QrHost() {
  const endpoint = useChosenEndpoint()
  const subject = useExternalStore(qrShown)
  useAction({
    id: 'dashboard-url.qr',
    run: () => {
      if (endpoint) showQr({ what: 'dashboard-url', endpoint })
      else say(words().qr.noEndpoint, { severity: 'error' })
    },
  })
  useAction({ id: 'public-url.qr', run: () => showQr({ what: 'public-url' }) })
  if (subject === null) return null
  return (
    <Dialog open title={words().qr.titles[subject.what]} onClose={() => qrShown.set(null)}>
      <QrContent subject={subject} />
    </Dialog>
  )
}
