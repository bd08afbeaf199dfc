import { conformanceWords } from '../../words/of/conformance.ts'
import type { ConformanceNames } from '../scenarios/context.ts'
import { readTargetUrl, type TargetUrl } from '../target-url.ts'
import { decodeText } from './decode-name.ts'

export type ReadConformanceTarget =
  | { readonly ok: true; readonly url: TargetUrl; readonly names: ConformanceNames }
  | { readonly ok: false; readonly sentence: string }

/**
 * Reads the backend's URL as it was typed. Where it is a dashboard's URL with macros in its query, these name the
 * parameters, before the given names do; everything else in its query is sent along each time, as it stands.
 */
export function readConformanceTarget(text: string, names: ConformanceNames): ReadConformanceTarget {
  const read = readTargetUrl(text)
  if (!read.ok) return read
  const kept: string[] = []
  let { userIdParam, rewardAmountParam } = names
  for (const piece of (read.url.query ?? '').split('&')) {
    const [name = '', value = ''] = piece.split(/=(.*)/s)
    const macro = decodeText(value)
    if (macro === '{user_id}') userIdParam = decodeText(name)
    else if (macro === '{reward_amount}') rewardAmountParam = decodeText(name)
    else kept.push(piece)
  }
  if (userIdParam === rewardAmountParam) {
    return { ok: false, sentence: conformanceWords().options.sameNames }
  }
  return {
    ok: true,
    url: { ...read.url, query: read.url.query === null ? null : kept.join('&') },
    names: { ...names, userIdParam, rewardAmountParam },
  }
}
