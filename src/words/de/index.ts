import type { Words } from '../en/index.ts'
import { actions } from './actions.ts'
import { activity } from './activity.ts'
import { checks } from './checks.ts'
import { clearing } from './clearing.ts'
import { compare } from './compare.ts'
import { conformance } from './conformance.ts'
import { dashboardUrl } from './dashboard-url.ts'
import { deliveries } from './deliveries.ts'
import { desktop } from './desktop.ts'
import { detail } from './detail.ts'
import { duplicates } from './duplicates.ts'
import { endpoints } from './endpoints.ts'
import { errors } from './errors.ts'
import { filter } from './filter.ts'
import { findings } from './findings.ts'
import { findingTexts } from './findings-texts.ts'
import { firstRun } from './first-run.ts'
import { format } from './format.ts'
import { forwards } from './forwards.ts'
import { help } from './help.ts'
import { host } from './host.ts'
import { insights } from './insights.ts'
import { keys } from './keys.ts'
import { marks } from './marks.ts'
import { postbacks } from './postbacks.ts'
import { qr } from './qr.ts'
import { replay } from './replay.ts'
import { scenarios } from './scenarios.ts'
import { sending } from './sending.ts'
import { settings } from './settings.ts'
import { shell } from './shell.ts'
import { simulator } from './simulator.ts'
import { status } from './status.ts'
import { strip } from './strip.ts'
import { tour } from './tour.ts'
import { transfers } from './transfers.ts'
import { tunnel } from './tunnel.ts'
import { ui } from './ui.ts'
import { users } from './users.ts'
import { verify } from './verify.ts'
import { views } from './views.ts'

/** German, addressing the user as “Sie”. */
export const de: Words = {
  actions,
  activity,
  checks,
  clearing,
  compare,
  conformance,
  dashboardUrl,
  deliveries,
  desktop,
  detail,
  duplicates,
  endpoints,
  errors,
  filter,
  findings,
  findingTexts,
  firstRun,
  format,
  forwards,
  help,
  host,
  insights,
  keys,
  marks,
  postbacks,
  qr,
  replay,
  scenarios,
  sending,
  settings,
  shell,
  simulator,
  status,
  strip,
  tour,
  transfers,
  tunnel,
  ui,
  users,
  verify,
  views,
}
