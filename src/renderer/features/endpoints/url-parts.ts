import type { Endpoint } from '../../../core/endpoint.ts'

/** What of an endpoint, as it is being typed, decides its dashboard URL. */
export type UrlParts = Pick<Endpoint, 'path' | 'userIdParam' | 'rewardAmountParam'>
