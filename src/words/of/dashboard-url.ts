import { spokenOf } from '../catalogue.ts'
import { dashboardUrl } from '../en/dashboard-url.ts'

export const dashboardUrlWords = spokenOf('dashboardUrl', dashboardUrl)
