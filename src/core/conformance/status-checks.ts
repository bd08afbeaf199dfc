import type { Delivery } from '../scenarios/scenario.ts'
import { visibleText } from '../visible.ts'
import { classOf, headerOf, isAccepted, type Reply } from './evidence.ts'
import type { Check } from './run.ts'

/** Longer than this, in ms, and a sender may have given up. */
const SLOW_MS = 5000

const EXPECTED: Record<Delivery['expects'], string> = {
  accept: 'A status from 200 to 299.',
  refuse: 'A status from 400 to 499, and nothing credited.',
  either: 'A status from 200 to 299, or from 400 to 499 where it is refused.',
  repeat: 'The same status as for the first delivery, from 200 to 299.',
}

/** What the statuses of one delivery's replies say. */
export function statusChecks(delivery: Delivery, replies: readonly Reply[]): readonly Check[] {
  const expected = EXPECTED[delivery.expects]
  const check = (verdict: Check['verdict'], sentence: string, wanted = expected): Check => ({
    verdict,
    sentence: `${labelOf(delivery)}${sentence}`,
    expected: wanted,
  })
  const found: Check[] = []
  const of = (some: readonly Reply[]): string =>
    replies.length === 1 ? '' : `${String(some.length)} of ${String(replies.length)}: `

  const failed = replies.filter(({ failure }) => failure !== null)
  if (failed[0]?.failure) {
    found.push(
      check('fail', `${of(failed)}No whole reply came: ${failed[0].failure.sentence}`, 'A whole reply, in time.'),
    )
  }
  const whole = replies.filter(({ failure }) => failure === null)
  const broken = whole.filter(({ status }) => classOf(status) >= 5)
  if (broken.length > 0) {
    found.push(
      check(
        'fail',
        `${of(broken)}It fell over: status ${statuses(broken)}.`,
        'No status from 500 on, whatever is sent.',
      ),
    )
  }
  const redirected = whole.find(({ status }) => classOf(status) === 3)
  if (redirected) found.push(check('fail', redirectSentence(redirected), 'No redirect: a sender need not follow it.'))

  const accepted = whole.filter(isAccepted)
  const refused = whole.filter(({ status }) => classOf(status) === 4)
  if (found.length === 0) found.push(judgeAnswered(delivery, accepted, refused, check))

  const slowest = Math.max(0, ...whole.map(({ ms }) => ms))
  if (slowest - delivery.dripMs > SLOW_MS) {
    const sentence = `The reply took ${String(Math.round(slowest))} ms: a sender may give up and deliver again.`
    found.push(check('warning', sentence, `A reply within ${String(SLOW_MS)} ms; do slow work after it.`))
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
  const { expects } = delivery
  const all = [...accepted, ...refused]
  switch (expects) {
    case 'either':
      return check('pass', `Answered ${statuses(all)}.`)
    case 'refuse':
      return accepted.length === 0
        ? check('pass', `Refused with ${statuses(refused)}.`)
        : check(
            'warning',
            `It answered ${statuses(accepted)} to a postback that cannot be credited: whoever sent it takes it for ` +
              'delivered, and nobody hears of the loss.',
          )
    case 'accept':
      return refused.length === 0
        ? check('pass', `Answered ${statuses(accepted)}.`)
        : check('fail', `It refused a correct postback with ${statuses(refused)}.${adviceOn(refused)}`)
    case 'repeat':
      if (refused.length === 0)
        return check('pass', `Answered ${statuses(accepted)}${all.length > 1 ? ' every time' : ''}.`)
      if (accepted.length === 0 && delivery.atOnce > 1) {
        return check('fail', `It refused a correct postback with ${statuses(refused)}.${adviceOn(refused)}`)
      }
      return check(
        'warning',
        accepted.length === 0
          ? `The repetition was answered ${statuses(refused)}: a sender takes that for a failure and may deliver again.`
          : `${String(accepted.length)} were answered ${statuses(accepted)} and ${String(refused.length)} ` +
              `${statuses(refused)}: a sender takes the second for failures and may deliver again.`,
      )
    default:
      return expects satisfies never
  }
}

function adviceOn(refused: readonly Reply[]): string {
  const status = refused[0]?.status
  if (status === 429) return ' It limits the rate: rewards come in bursts, so let Adjump’s through.'
  if (status === 401 || status === 403) return ' Where it wants a key, put it into the URL, as in the dashboard.'
  return ' Where it credits only users that it knows, give one of them as the known user.'
}

function redirectSentence(reply: Reply): string {
  const to = headerOf(reply, 'location')
  const where = to === null ? '' : ` to ${visibleText(to.slice(0, 200))}`
  return `It redirected (${String(reply.status)})${where}: enter the final URL in the dashboard.`
}

/** `200`, or `200 and 409`. */
function statuses(replies: readonly Reply[]): string {
  return [...new Set(replies.map(({ status }) => String(status)))].toSorted().join(' and ')
}

function labelOf({ label }: Delivery): string {
  return label === 'Postback' ? '' : `${label}: `
}
