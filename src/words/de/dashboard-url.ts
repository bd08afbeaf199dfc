import type { DashboardUrlWords } from '../en/dashboard-url.ts'
import { dashboardUrlProblems } from './dashboard-url-problems.ts'

export const dashboardUrl: DashboardUrlWords = {
  title: 'Dashboard-URL',
  copyPublic: 'Diese Dashboard-URL kopieren',
  copyLocal: 'Diese lokale URL kopieren',
  local: (why) => `Lokal: Adjump erreicht sie nicht. ${why ?? ''}`,

  check: 'Die URL prüfen, die im Dashboard steht',
  checkPlaceholder: 'URL einfügen, wie sie im Adjump-Dashboard steht',
  found: 'Ergebnis der Prüfung',
  right: 'Diese URL stimmt: Nichts weicht von dem ab, was dieser Inspector erwartet.',
  rightButHost:
    'Pfad, Namen und Makros stimmen. Der Host kann nicht geprüft werden: Es gibt gerade keine öffentliche URL.',

  quoted: (text) => `„${text}“`,
  problems: dashboardUrlProblems,
}
