import { ChevronDown, GitCompareArrows } from 'lucide-react'
import { useState } from 'react'
import type { PostbackDetail } from '../../../core/postback.ts'
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
  const canCompare = marked !== null && marked !== id

  const mark = (): void => {
    markedId.set(id)
    const combo = keyOf('compare.marked')
    const how = combo === null ? 'choose “With the marked one” there' : `press ${describeCombo(combo).join(' ')}`
    say(`Postback ${String(id)} is marked. Open another one and ${how} to compare them.`, { subject: 'compare' })
  }
  const withPrevious = async (): Promise<void> => {
    try {
      const found = await previousOfUser(client, detail)
      if (found === null) say('This user has no earlier postback.', { subject: 'compare' })
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
          title: `Compare with the marked postback ${String(marked)}`,
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
    { label: 'Mark for comparing', action: 'compare.mark', run: mark },
    {
      label: canCompare ? `With the marked one (${String(marked)})` : 'With the marked one',
      action: 'compare.marked',
      disabled: !canCompare,
      run: () => setOther(marked),
    },
    {
      label: 'With the previous of this user',
      action: 'compare.previous',
      disabled: detail.userId === null,
      run: () => void withPrevious(),
    },
  ]
  return (
    <>
      <Menu
        label="Compare"
        items={items}
        trigger={
          <Button size="s" title="Compare" icon={<GitCompareArrows aria-hidden="true" size={13} />}>
            <span className="only-heard">Compare</span>
            <ChevronDown aria-hidden="true" size={13} />
          </Button>
        }
      />
      {other !== null && <CompareDialog detail={detail} otherId={other} onClose={() => setOther(null)} />}
    </>
  )
}
