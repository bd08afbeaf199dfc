import type { Expectation } from '../../src/core/expectation.ts'
import { describeOutcome } from '../../src/core/expectation-words.ts'
import { findingText } from '../../src/core/findings/texts.ts'
import { hashOf } from '../../src/core/place.ts'
import type { PostbackSummary } from '../../src/core/postback.ts'
import type { Settings } from '../../src/core/settings.ts'
import type { ReceiverStatus, StoreStatus, TunnelStatus } from '../../src/core/status.ts'
import { hostWords } from '../../src/words/of/host.ts'
import { createLossRule } from './loss-rule.ts'
import { type Clock, createNotifyRule, type Told } from './notify-rule.ts'

export type Topic = keyof Settings['desktop']['notify']

/** What an undo brings back ended long ago. */
const FRESH_MS = 5_000

const tunnelPlace = hashOf({ view: 'tunnel', id: null })

/** What happened, as the rules want to hear it. */
export interface News {
  /** These have arrived, failures or not. */
  arrived(postbacks: readonly PostbackSummary[]): void
  /** These have changed. */
  expectations(changed: readonly Expectation[], now: number): void
  tunnel(status: Pick<TunnelStatus, 'state'>): void
  store(status: Pick<StoreStatus, 'state'>): void
  receiver(status: Pick<ReceiverStatus, 'state'>): void
  /** A window has the focus: what waited to be told is told by the screen. */
  seen(): void
}

/**
 * Puts what happens into notifications, by rule: only while nobody looks, only what the user wants, and never more than
 * one a minute about one matter. Nothing that came from outside is in them: they may stand on a locked screen, and
 * desktops read markup in them.
 */
export function createNews(parts: {
  readonly clock: Clock
  readonly isWatched: () => boolean
  readonly wants: (topic: Topic) => boolean
  readonly tell: (told: Told) => void
}): News {
  const { clock, tell } = parts
  const mayTell = (topic: Topic) => (): boolean => !parts.isWatched() && parts.wants(topic)
  const failures = createNotifyRule({
    clock,
    tell,
    mayTell: mayTell('failures'),
    summary: (count, { hash }) => ({
      title: hostWords().news.moreFailures(count),
      body: hostWords().news.severalFailed,
      hash,
    }),
  })
  const expectations = createNotifyRule({
    clock,
    tell,
    mayTell: mayTell('expectations'),
    summary: (count, { hash }) => ({
      title: hostWords().news.moreExpectations(count),
      body: hostWords().news.severalEnded,
      hash,
    }),
  })
  const unreachable = createNotifyRule({
    clock,
    tell,
    mayTell: mayTell('unreachable'),
    // The newest says all there is to say.
    summary: (_count, newest) => newest,
  })
  const lost = (mustHaveBeen: boolean, told: () => Told) =>
    createLossRule({ clock, mustHaveBeen, onLost: () => unreachable.offer(told()) })
  const tunnel = lost(true, () => ({
    title: hostWords().news.tunnelLost,
    body: hostWords().news.tunnelLostWhat,
    hash: tunnelPlace,
  }))
  const store = lost(false, () => ({
    title: hostWords().news.storeLost,
    body: hostWords().news.storeLostWhat,
    hash: hashOf({ view: 'postbacks', id: null }),
  }))
  const receiver = lost(true, () => ({
    title: hostWords().news.receiverLost,
    body: hostWords().news.receiverLostWhat,
    hash: hashOf({ view: 'settings', id: null }),
  }))

  return {
    arrived(postbacks) {
      for (const postback of postbacks) if (postback.verdict === 'fail') failures.offer(failureTold(postback))
    },
    expectations(changed, now) {
      for (const { id, outcome } of changed) {
        if (outcome.state === 'pending' || outcome.state === 'cancelled' || now - outcome.endedAt > FRESH_MS) continue
        expectations.offer({
          title: hostWords().news.expectation[outcome.state],
          body: describeOutcome({ outcome }),
          hash: hashOf({ view: 'verify', id }),
        })
      }
    },
    tunnel({ state }) {
      switch (state) {
        case 'open':
          tunnel.is('there')
          break
        // Two looks in a row have failed as a sender's request would.
        case 'degraded':
        case 'reopening':
        case 'failed':
          tunnel.is('gone')
          break
        case 'off':
        case 'opening':
          tunnel.is('unwanted')
          break
        default:
          state satisfies never
      }
    },
    store({ state }) {
      store.is(state === 'ok' ? 'there' : 'gone')
    },
    receiver({ state }) {
      receiver.is(state === 'listening' ? 'there' : state === 'failed' ? 'gone' : 'unwanted')
    },
    seen() {
      failures.seen()
      expectations.seen()
      unreachable.seen()
    },
  }
}

function failureTold({ id, findings }: PostbackSummary): Told {
  const worst = findings.find(({ severity }) => severity === 'error')
  const wrong = worst === undefined ? null : findingText(worst.code).wrong
  return {
    title: hostWords().news.failed,
    body: hostWords().news.failedWhy(id, wrong),
    hash: hashOf({ view: 'postbacks', id: String(id) }),
  }
}
