import { dashboardUrlProblems } from './dashboard-url-problems.ts'

/** The URL for the Adjump dashboard, and the check of the one that stands there. */
export const dashboardUrl = {
  title: 'Dashboard URL',
  copyPublic: 'Copy this dashboard URL',
  copyLocal: 'Copy this local URL',
  local: (why: string | null) => `Local: Adjump cannot reach it. ${why ?? ''}`,

  check: 'Check the URL that stands in the dashboard',
  checkPlaceholder: 'Paste the URL as it stands in the Adjump dashboard',
  found: 'What the check found',
  right: 'This URL is right: nothing differs from what this inspector expects.',
  rightButHost: 'Path, names and macros are right. The host cannot be checked: there is no public URL just now.',

  /** Received text inside a sentence. */
  quoted: (text: string) => `“${text}”`,
  problems: dashboardUrlProblems,
}

export type DashboardUrlWords = typeof dashboardUrl
