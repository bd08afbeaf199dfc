import { groupDeliveries } from '../../../core/deliveries.ts'
import type { Endpoint } from '../../../core/endpoint.ts'
import { words } from '../../../words/words.ts'
import { useClient } from '../../lib/inspector.tsx'
import { Section } from '../../ui/section.tsx'
import { RewardName, TimeLine } from './time-line.tsx'
import { useLiveAnswer } from './use-live-answer.ts'

/** So many are drawn; they are the newest. */
const MOST_SERIES = 5

/** What senders did after the replies that they got: the rewards of an endpoint that came more than once. */
export function EndpointDeliveries({ endpoint }: { endpoint: Endpoint }) {
  const client = useClient()
  const answer = useLiveAnswer(
    () => client.call('delivery.ofEndpoint', { id: endpoint.id }),
    endpoint.id,
    ({ endpointId }) => endpointId === endpoint.id,
    ({ attempts }) => attempts.map((attempt) => attempt.id),
  )
  if (answer === null) return null
  const w = words().deliveries.endpoint
  const all = groupDeliveries(answer.attempts)
  const repeated = all.filter((attempts) => attempts.length > 1 || attempts[0]?.reply.ending !== undefined)
  return (
    <Section title={w.title} description={w.text}>
      {repeated.length === 0 && <p className="text-muted">{all.length === 0 ? w.nothing : w.noneRepeated}</p>}
      <ul className="flex flex-col gap-4">
        {repeated.slice(0, MOST_SERIES).map((attempts) => {
          const [first] = attempts
          return (
            first && (
              <li key={first.id} className="flex flex-col gap-1">
                <h3>
                  <RewardName attempt={first} />
                </h3>
                <TimeLine attempts={attempts} current={null} />
              </li>
            )
          )
        })}
      </ul>
      {repeated.length > MOST_SERIES && <p className="text-s text-muted">{w.older(repeated.length - MOST_SERIES)}</p>}
    </Section>
  )
}
