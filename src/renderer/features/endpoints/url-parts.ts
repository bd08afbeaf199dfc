import type { DashboardUrlEndpoint } from '../../../core/dashboard-url.ts'

/** What of an endpoint, as it is being typed, decides its dashboard URL. */
export type UrlParts = DashboardUrlEndpoint
