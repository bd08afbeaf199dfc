import type { Overview } from '../../contract/procedures.ts'
import { buildDashboardUrl, type DashboardUrlEndpoint } from '../../core/dashboard-url.ts'
import type { Endpoint } from '../../core/endpoint.ts'
import { words } from '../../words/words.ts'
import { createExternalStore, useExternalStore } from './external-store.ts'
import { useOverview } from './inspector.tsx'

/** Which endpoint the strip's URL is for; null is the first one. */
const chosenEndpointId = createExternalStore<string | null>(null)

export function chooseEndpoint(id: string): void {
  chosenEndpointId.set(id)
}

/** The endpoint whose dashboard URL is at hand; null only where there is none at all. */
export function useChosenEndpoint(): Endpoint | null {
  const { endpoints } = useOverview()
  const id = useExternalStore(chosenEndpointId)
  return endpoints.find((endpoint) => endpoint.id === id) ?? endpoints[0] ?? null
}

/** Where postbacks can be sent. `reach` says who gets through; `why` is a sentence where Adjump does not. */
export type BaseUrl =
  | { readonly reach: 'public'; readonly url: string; readonly why: null }
  | { readonly reach: 'local'; readonly url: string; readonly why: string }
  | { readonly reach: 'none'; readonly url: null; readonly why: string }

export function baseUrlOf({ tunnel, receiver }: Pick<Overview, 'tunnel' | 'receiver'>): BaseUrl {
  if (tunnel.url !== null) return { reach: 'public', url: tunnel.url, why: null }
  if (receiver.url === null) return { reach: 'none', url: null, why: words().status.notListening(receiver.why) }
  return { reach: 'local', url: receiver.url, why: words().status.noPublicUrl(tunnel.why).trim() }
}

export type DashboardUrl = BaseUrl & { readonly dashboardUrl: string | null }

/** The whole URL for the Adjump dashboard, names and macros included, for an endpoint as it is or as it is typed. */
export function useDashboardUrl(endpoint: DashboardUrlEndpoint | null): DashboardUrl {
  const base = baseUrlOf(useOverview())
  const dashboardUrl = base.url === null || !endpoint ? null : buildDashboardUrl(base.url, endpoint)
  return { ...base, dashboardUrl }
}
