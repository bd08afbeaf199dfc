import type { Endpoint } from './endpoint.ts'
import { effectivePath } from './secret-path.ts'

/** What of an endpoint decides its dashboard URL. */
export type DashboardUrlEndpoint = Pick<Endpoint, 'path' | 'userIdParam' | 'rewardAmountParam'> &
  Partial<Pick<Endpoint, 'pathToken' | 'formerPathTokens'>>

/** Adjump's two macros, as its S2S Postback Setup page writes them. */
export const USER_ID_MACRO = '{user_id}'
export const REWARD_AMOUNT_MACRO = '{reward_amount}'

/**
 * The URL to paste into the Adjump dashboard: public URL, path, the endpoint's names percent-encoded, and the
 * macros literal in braces, for Adjump replaces exactly those. `publicUrl` may end with slashes.
 */
export function buildDashboardUrl(publicUrl: string, endpoint: DashboardUrlEndpoint): string {
  const userId = `${encodeName(endpoint.userIdParam)}=${USER_ID_MACRO}`
  const rewardAmount = `${encodeName(endpoint.rewardAmountParam)}=${REWARD_AMOUNT_MACRO}`
  return `${publicUrl.replace(/\/+$/, '')}${effectivePath(endpoint)}?${userId}&${rewardAmount}`
}

/** A parameter name as it stands in a query. Lone surrogates, which no URL can hold, become U+FFFD. */
export function encodeName(name: string): string {
  // encodeURIComponent leaves these five bare; quotes and brackets do not survive every form or mail.
  return encodeURIComponent(name.replace(/\p{Surrogate}/gu, '\ufffd')).replace(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  )
}
