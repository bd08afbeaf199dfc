import { ChevronDown, GitCompareArrows } from 'lucide-react'
import { useState } from 'react'
import type { PostbackDetail } from '../../../core/postback.ts'
import { words } from '../../../words/words.ts'
import { useExternalStore } from '../../lib/external-store.ts'
import { useClient } from '../../lib/inspector.tsx'
import { describeCombo } from '../../lib/key-combo.ts'
import { keyOf, useAction } from '../../lib/keys.ts'
import { say, sentenceOf } from '../../lib/messages.ts'
import { Button } from '../../ui/button.tsx'
import { Menu, type MenuItem } from '../../ui/menu.tsx'
import { CompareDialog } from './compare-dialog.tsx'
import { markedId, previousOfUser } from './comparing.ts'

/** Over an open postback: marks it for comparing, or compares it. */
export function CompareActions({ detail }: { detail: PostbackDetail }) {
  const client = useClient()
  const marked = useExternalStore(markedId)
  const [other, setOther] = useState<number | null>(null)
  const { id } = detail
  const w = words().compare.actions
  const canCompare = marked !== null && marked !== id

  const mark = (): void => {
    markedId.set(id)
    const combo = keyOf('compare.marked')
    say(w.marked(id, combo === null ? null : describeCombo(combo).join(' ')), { subject: 'compare' })
  }
  const withPrevious = async (): Promise<void> => {
    try {
      const found = await previousOfUser(client, detail)
      if (found === null) say(w.noEarlier, { subject: 'compare' })
      else setOther(found)
    } catch (error) {
      say(sentenceOf(error), { severity: 'error', subject: 'compare' })
    }
  }

  useAction({ id: 'compare.mark', run: mark })
  useAction(
    canCompare
      ? {
          id: 'compare.marked',
          title: w.withMarkedTitle(marked),
          run: () => setOther(marked),
        }
      : null,
  )
  useAction(
    detail.userId === null
      ? null
      : {
          id: 'compare.previous',
          run: () => void withPrevious(),
        },
  )

  const items: readonly MenuItem[] = [
    { label: w.mark, action: 'compare.mark', run: mark },
    {
      label: canCompare ? w.withMarkedId(marked) : w.withMarked,
      action: 'compare.marked',
      disabled: !canCompare,
      run: () => setOther(marked),
    },
    {
      label: w.withPrevious,
      action: 'compare.previous',
      disabled: detail.userId === null,
      run: () => void withPrevious(),
    },
  ]
  return (
    <>
      <Menu
        label={w.compare}
        items={items}
        trigger={
          <Button size="s" title={w.compare} icon={<GitCompareArrows aria-hidden="true" size={13} />}>
            <span className="only-heard">{w.compare}</span>
            <ChevronDown aria-hidden="true" size={13} />
          </Button>
        }
      />
      {other !== null && <CompareDialog detail={detail} otherId={other} onClose={() => setOther(null)} />}
    </>
  )
}
