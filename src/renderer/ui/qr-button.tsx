import { QrCode } from 'lucide-react'
import { words } from '../../words/words.ts'
import type { ActionId } from '../lib/actions/action-table.ts'
import { type QrSubject, showQr } from '../lib/qr-shown.ts'
import { IconButton } from './icon-button.tsx'

/** Beside a button that copies a URL: shows the same URL as a QR code. */
export function QrButton({
  subject,
  size = 'm',
  action,
}: {
  subject: QrSubject
  size?: 's' | 'm'
  /** The action that does the same by key; none where another URL than the chosen endpoint's is shown. */
  action?: ActionId
}) {
  return (
    <IconButton
      label={words().ui.showQr[subject.what]}
      size={size}
      icon={<QrCode aria-hidden="true" size={size === 's' ? 14 : 16} />}
      onClick={() => showQr(subject)}
      action={action}
    />
  )
}
