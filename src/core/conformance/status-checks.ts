import type { RefusalAdvice } from '../../words/en/conformance-checks.ts'
import { conformanceWords } from '../../words/of/conformance.ts'
import { scenariosWords } from '../../words/of/scenarios.ts'
import type { Delivery } from '../scenarios/scenario.ts'
import { visibleText } from '../visible.ts'
import { classOf, headerOf, isAccepted, type Reply } from './evidence.ts'
import type { Check } from './run.ts'

/** Longer than this, in ms, and a sender may have given up. */
const SLOW_MS = 5000

/** What the statuses of one delivery's replies say. */
export function statusChecks(delivery: Delivery, replies: readonly Reply[]): readonly Check[] {
  const w = conformanceWords().status
  const expected = w.expected[delivery.expects]
  const check = (verdict: Check['verdict'], sentence: string, wanted = expected): Check => ({
    verdict,
    sentence: `${labelOf(delivery)}${sentence}`,
    expected: wanted,
  })
  const found: Check[] = []
  const of = (some: readonly Reply[]): string => (replies.length === 1 ? '' : w.someOf(some.length, replies.length))

  const failed = replies.filter(({ failure }) => failure !== null)
  if (failed[0]?.failure) {
    found.push(check('fail', `${of(failed)}${w.noReply(failed[0].failure.sentence)}`, w.noReplyExpected))
  }
  const whole = replies.filter(({ failure }) => failure === null)
  const broken = whole.filter(({ status }) => classOf(status) >= 5)
  if (broken.length > 0) {
    found.push(check('fail', `${of(broken)}${w.fellOver(statuses(broken))}`, w.fellOverExpected))
  }
  const redirected = whole.find(({ status }) => classOf(status) === 3)
  if (redirected) found.push(check('fail', redirectSentence(redirected), w.redirectedExpected))

  const accepted = whole.filter(isAccepted)
  const refused = whole.filter(({ status }) => classOf(status) === 4)
  if (found.length === 0) found.push(judgeAnswered(delivery, accepted, refused, check))

  const slowest = Math.max(0, ...whole.map(({ ms }) => ms))
  if (slowest - delivery.dripMs > SLOW_MS) {
    found.push(check('warning', w.slow(Math.round(slowest)), w.slowExpected(SLOW_MS)))
  }
  return found
}

type MakeCheck = (verdict: Check['verdict'], sentence: string) => Check

function judgeAnswered(
  delivery: Delivery,
  accepted: readonly Reply[],
  refused: readonly Reply[],
  check: MakeCheck,
): Check {
  const w = conformanceWords().status
  const { expects } = delivery
  const all = [...accepted, ...refused]
  switch (expects) {
    case 'either':
      return check('pass', w.answered(statuses(all)))
    case 'refuse':
      return accepted.length === 0
        ? check('pass', w.refused(statuses(refused)))
        : check('warning', w.accepted(statuses(accepted)))
    case 'accept':
      return refused.length === 0
        ? check('pass', w.answered(statuses(accepted)))
        : check('fail', w.refusedCorrect(statuses(refused), adviceOn(refused)))
    case 'repeat':
      if (refused.length === 0) {
        return check('pass', all.length > 1 ? w.answeredEveryTime(statuses(accepted)) : w.answered(statuses(accepted)))
      }
      if (accepted.length === 0 && delivery.atOnce > 1) {
        return check('fail', w.refusedCorrect(statuses(refused), adviceOn(refused)))
      }
      return check(
        'warning',
        accepted.length === 0
          ? w.refusedRepetition(statuses(refused))
          : w.refusedSome(
              { count: accepted.length, statuses: statuses(accepted) },
              { count: refused.length, statuses: statuses(refused) },
            ),
      )
    default:
      return expects satisfies never
  }
}

function adviceOn(refused: readonly Reply[]): RefusalAdvice {
  const status = refused[0]?.status
  if (status === 429) return 'rate'
  return status === 401 || status === 403 ? 'key' : 'user'
}

function redirectSentence(reply: Reply): string {
  const to = headerOf(reply, 'location')
  const where = to === null ? null : visibleText(to.slice(0, 200))
  return conformanceWords().status.redirected(String(reply.status), where)
}

/** Each once: `200`, or `200` and `409`. */
function statuses(replies: readonly Reply[]): readonly string[] {
  return [...new Set(replies.map(({ status }) => String(status)))].toSorted()
}

/** Nothing before what is said of a scenario's only request. */
function labelOf({ label }: Delivery): string {
  return label === scenariosWords().labels.only ? '' : conformanceWords().status.labelled(label)
}
