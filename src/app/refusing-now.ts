import type { Outage, StoreStatus } from '../core/status.ts'

/**
 * The store notes a span without commits only when it commits again: until then its status says so. Without an id of
 * its own, it gives way to the stored one.
 */
export function refusingNow({ state, since, why }: StoreStatus): readonly Outage[] {
  return state === 'refusing' ? [{ id: 0, reason: 'store-refusing', from: since, to: null, why }] : []
}
