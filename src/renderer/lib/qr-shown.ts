import type { DashboardUrlEndpoint } from '../../core/dashboard-url.ts'
import { createExternalStore } from './external-store.ts'

/** Which URL is shown as a QR code: it is followed, so that the code is never that of an old one. */
export type QrSubject =
  | { readonly what: 'public-url' }
  /** `endpoint`: as it is, or as it is being typed. */
  | { readonly what: 'dashboard-url'; readonly endpoint: DashboardUrlEndpoint }

/** Null while no code is shown. */
export const qrShown = createExternalStore<QrSubject | null>(null)

export function showQr(subject: QrSubject): void {
  qrShown.set(subject)
}
