import { ChevronDown, ChevronUp, X } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { words } from '../../../../../words/words.ts'
import { useOverview } from '../../../../lib/inspector.tsx'
import { isMac } from '../../../../lib/key-combo.ts'
import { useAction } from '../../../../lib/keys.ts'
import { IconButton } from '../../../../ui/icon-button.tsx'
import { TextField } from '../../../../ui/text-field.tsx'
import type { Found } from './finder.ts'
import { useFind } from './use-find.ts'

/** Looks for words in what is shown of a postback. */
export function FindBar({
  texts,
  wanted,
  opened,
  onWanted,
  onClose,
}: {
  /** What is searched; another element for another postback. */
  texts: HTMLElement | null
  wanted: string
  /** Another number each time the bar is asked for. */
  opened: number
  onWanted: (wanted: string) => void
  onClose: () => void
}) {
  const w = words().detail.find
  const { info } = useOverview()
  const input = useRef<HTMLInputElement>(null)
  const { found, move } = useFind(texts, wanted)
  useEffect(() => {
    if (opened === 0) return
    input.current?.focus()
    input.current?.select()
  }, [opened])
  useAction({ id: 'find.next', run: () => move(1) })
  useAction({
    id: 'find.previous',
    run: () => move(-1),
  })
  useAction({ id: 'find.close', run: onClose })

  return (
    <search
      aria-label={w.label}
      className="flex shrink-0 flex-wrap items-center gap-1 border-b border-line bg-canvas px-2 py-1.5"
    >
      <TextField
        label={w.label}
        hideLabel
        placeholder={w.label}
        value={wanted}
        onChange={onWanted}
        inputRef={input}
        className="min-w-32 flex-1"
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing) return
          const isFind = event.key.toLowerCase() === 'f' && (isMac() ? event.metaKey : event.ctrlKey)
          // A second press is for the browser's own search, which looks through the whole page.
          if (isFind && info.face === 'browser') {
            event.stopPropagation()
            return
          }
          if (event.key === 'Enter') move(event.shiftKey ? -1 : 1)
          else if (event.key === 'Escape') onClose()
          else return
          event.preventDefault()
          event.stopPropagation()
        }}
      />
      <output className="min-w-14 px-1 text-right text-s text-muted tabular-nums">{foundWords(wanted, found)}</output>
      <IconButton
        label={w.previous}
        fixedKey="shift+enter"
        disabled={found.count === 0}
        icon={<ChevronUp aria-hidden="true" size={16} />}
        onClick={() => move(-1)}
      />
      <IconButton
        label={w.next}
        fixedKey="enter"
        disabled={found.count === 0}
        icon={<ChevronDown aria-hidden="true" size={16} />}
        onClick={() => move(1)}
      />
      <IconButton label={w.close} action="find.close" icon={<X aria-hidden="true" size={16} />} onClick={onClose} />
      {found.cut > 0 && <p className="w-full px-1 text-s text-muted">{w.cut(found.cut)}</p>}
    </search>
  )
}

function foundWords(wanted: string, { count, current }: Found): string {
  if (wanted === '') return ''
  const w = words().detail.find
  return count === 0 ? w.none : w.place(current + 1, count)
}
