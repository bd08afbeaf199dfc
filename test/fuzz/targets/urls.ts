import { readFileSync } from 'node:fs'
import { composeTarget, targetProblem, typedTarget } from '../../../src/core/compose.ts'
import { buildDashboardUrl } from '../../../src/core/dashboard-url.ts'
import { checkDashboardUrl } from '../../../src/core/dashboard-url-check.ts'
import { DEFAULT_ENDPOINT_CONFIG, endpointConfigSchema } from '../../../src/core/endpoint.ts'
import { readTargetUrl } from '../../../src/core/target-url.ts'
import { aMapping, readingOf } from '../../support/builders.ts'
import { type FuzzTarget, must, mustBeHarmless, mustEqual, mustLieIn } from '../engine/target.ts'

const PUBLIC_URL = 'https://new-name.loca.lt'
const ENDPOINT = aMapping()

function wrongUrls(): readonly string[] {
  const file = new URL('../../fixtures/dashboard-url/wrong.json', import.meta.url)
  return (JSON.parse(readFileSync(file, 'utf8')) as { cases: { text: string }[] }).cases.map(({ text }) => text)
}

/** The dashboard's URL: checked without a throw, each mark inside the text, and what we build ourselves is right. */
export const dashboardUrl: FuzzTarget = {
  name: 'dashboard-url',
  seeds: [
    ...wrongUrls(),
    buildDashboardUrl(PUBLIC_URL, ENDPOINT),
    'x\x1f/a/b\x1fuid\x1famount',
    `\x1f/\x1f\u{1f600}\x1f(a)'b*`,
  ],
  run({ text, parts: [pasted = '', path = '', userIdParam = '', rewardAmountParam = ''] }) {
    for (const publicUrl of [PUBLIC_URL, null]) {
      const problems = checkDashboardUrl(text, { publicUrl, endpoint: ENDPOINT })
      for (const { span, message, fix } of problems) {
        mustLieIn([span], text.length)
        mustBeHarmless(message + fix, 'a problem’s sentence')
      }
      mustEqual(checkDashboardUrl(text, { publicUrl, endpoint: ENDPOINT }), problems, 'checked twice')
    }
    const config = endpointConfigSchema.safeParse({ ...DEFAULT_ENDPOINT_CONFIG, path, userIdParam, rewardAmountParam })
    if (!config.success) return
    const built = buildDashboardUrl(PUBLIC_URL, config.data)
    mustEqual(
      checkDashboardUrl(built, { publicUrl: PUBLIC_URL, endpoint: config.data }),
      [],
      `what was built: ${built}`,
    )
    checkDashboardUrl(pasted, { publicUrl: PUBLIC_URL, endpoint: config.data })
  },
}

/** URLs of backends: what is read is read the same from what it was read as. */
export const targetUrl: FuzzTarget = {
  name: 'target-url',
  seeds: [
    'http://127.0.0.1:3000/hitpoint',
    'https://[::1]:8443/a?b=c#d',
    ' HTTP://Host.Example ',
    'http://u:p@h/',
    'ftp://x',
  ],
  run({ text }) {
    const read = readTargetUrl(text)
    mustEqual(readTargetUrl(text), read, 'read twice')
    if (!read.ok) {
      must(read.sentence !== '', 'a refusal without a sentence')
      mustBeHarmless(read.sentence, 'a refusal')
      return
    }
    const { origin, path, query } = read.url
    const again = readTargetUrl(origin + path + (query === null ? '' : `?${query}`))
    mustEqual(again, read, 'read again from its parts')
  },
}

/** What is composed can be sent, and is read back to the character. */
export const compose: FuzzTarget = {
  name: 'compose',
  seeds: ['u_1\x1f5', 'é ü\x1f1,50', '{user_id}\x1f{reward_amount}', 'a&b=c#d\x1f%31\x1f+'],
  run({ text, parts: [userId = '', rewardAmount = ''] }) {
    const target = composeTarget(ENDPOINT, { userId, rewardAmount })
    must(targetProblem(target) === null || target.length > 60_000, 'what was composed cannot be sent')
    const { userId: read, rewardAmount: amount } = readingOf(target)
    const wellFormed = (one: string): string => one.replace(/\p{Surrogate}/gu, '\ufffd')
    mustEqual([read, amount], [wellFormed(userId), wellFormed(rewardAmount)], 'composed and read')
    must(/^[\0-\xff]*$/.test(typedTarget(text)), 'a typed target with more than bytes')
    const problem = targetProblem(text)
    if (problem !== null) mustBeHarmless(problem, 'a problem with a target')
  },
}
