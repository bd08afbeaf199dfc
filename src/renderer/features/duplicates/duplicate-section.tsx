import { useId, useState } from 'react'
import { answerOf } from '../../../core/deliveries.ts'
import type { DuplicateGroup, DuplicateMember } from '../../../core/duplicate-group.ts'
import type { PostbackDetail } from '../../../core/postback.ts'
import { words } from '../../../words/words.ts'
import { formatDuration, formatMoment, formatTimeTitle } from '../../lib/format.ts'
import { useClient, useOnEvent, useOnResync } from '../../lib/inspector.tsx'
import { postbackLink } from '../../lib/postback-view.ts'
import { useCoalesced } from '../../lib/use-coalesced.ts'
import { useNow } from '../../lib/use-now.ts'
import { useOnRemoved } from '../../lib/use-on-removed.ts'
import { VisibleText } from '../../ui/visible-text.tsx'

/** The postbacks that may be the same delivery as the open one, earlier and later, each a link. */
export function DuplicateSection({ detail }: { detail: PostbackDetail }) {
  const w = words().duplicates
  const heading = useId()
  const now = useNow()
  const group = useDuplicateGroup(detail)
  if (group === null || group.members.length < 2) return null
  const { members } = group
  const at = members.findIndex(({ id }) => id === detail.id)
  const withTransactions = members.some(({ transactionId }) => transactionId !== null)
  const { postback, arrived, spacing: apart, transaction, answered } = w.head
  const titles = [postback, arrived, apart, ...(withTransactions ? [transaction] : []), answered]
  return (
    <section aria-labelledby={heading} className="border-t border-line px-4 py-3">
      <h3 id={heading} className="text-s font-semibold text-muted">
        {w.title}
      </h3>
      <p className="mb-1.5 text-s text-muted">{sentence(group, at)}</p>
      <table aria-labelledby={heading} className="w-full border-collapse text-left">
        <thead className="text-s text-faint">
          <tr>
            {titles.map((title) => (
              <th key={title} scope="col" className="py-0.5 pr-3 font-normal">
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {members.map((member, index) => (
            <tr key={member.id} className="border-t border-line/60 align-top">
              <td className="py-1 pr-3 whitespace-nowrap">
                <Name member={member} open={member.id === detail.id} openId={detail.id} />
              </td>
              <td className="py-1 pr-3 tabular-nums" title={formatTimeTitle(member.receivedAt)}>
                {formatMoment(member.receivedAt, now)}
              </td>
              <td className="py-1 pr-3 tabular-nums">{spacing(member, members[index - 1])}</td>
              {withTransactions && (
                <td className="py-1 pr-3 font-mono text-s break-all">
                  {member.transactionId === null ? '–' : <VisibleText text={member.transactionId} max={200} />}
                </td>
              )}
              <td className="py-1 tabular-nums">{answerOf(member.reply)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {(group.moreEarlier || group.moreLater) && (
        <p className="mt-1 text-s text-muted">{w.more(group.moreEarlier, group.moreLater)}</p>
      )}
    </section>
  )
}

function Name({ member, open, openId }: { member: DuplicateMember; open: boolean; openId: number }) {
  const w = words().duplicates
  if (open) return <span className="font-semibold">{w.thisOne(member.id)}</span>
  return (
    <>
      <a href={postbackLink(member.id)} className="text-accent underline underline-offset-2">
        {member.id}
      </a>
      {member.related === openId && <span className="text-s text-muted"> {w.namesThis}</span>}
    </>
  )
}

function spacing(member: DuplicateMember, before: DuplicateMember | undefined): string {
  return before === undefined ? '–' : formatDuration(member.receivedAt - before.receivedAt)
}

function sentence({ members, windowMinutes, moreEarlier, moreLater }: DuplicateGroup, at: number): string {
  return words().duplicates.sentence(windowMinutes, at, moreEarlier, members.length - 1 - at, moreLater)
}

/** Read again when one like it arrives, and after a re-reading. */
function useDuplicateGroup(detail: PostbackDetail): DuplicateGroup | null {
  const client = useClient()
  const [group, setGroup] = useState<DuplicateGroup | null>(null)
  const ask = useCoalesced(async (isWanted) => {
    try {
      const fresh = await client.call('duplicate.group', { id: detail.id })
      if (isWanted()) setGroup(fresh)
    } catch {
      // The pane itself says where the history cannot be read.
    }
  }, detail.id)
  useOnEvent('postback.received', ({ postbacks }) => {
    if (postbacks.some((one) => one.userId === detail.userId && one.rewardAmount === detail.rewardAmount)) ask()
  })
  useOnRemoved(ask)
  useOnEvent('reread.progressed', ({ state }) => {
    if (state === 'done') ask()
  })
  useOnResync(() => ask())
  return group
}
