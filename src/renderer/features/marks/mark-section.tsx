import { Pin, PinOff } from 'lucide-react'
import { useId, useRef } from 'react'
import { MARK_COLOURS, type Mark, type MarkColour } from '../../../core/mark.ts'
import type { PostbackDetail } from '../../../core/postback.ts'
import { words } from '../../../words/words.ts'
import { cx } from '../../lib/cx.ts'
import { useClient } from '../../lib/inspector.tsx'
import { useAction } from '../../lib/keys.ts'
import { COLOUR_LOOKS } from '../../lib/mark-colours.ts'
import { Button } from '../../ui/button.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { changeMark } from './change-mark.ts'
import { useNote } from './use-note.ts'

/** What the user puts to an open request: a pin, a colour and a note. Stands once for each request. */
export function MarkSection({ detail }: { detail: PostbackDetail }) {
  const client = useClient()
  const heading = useId()
  const place = useRef<HTMLDivElement>(null)
  const { id } = detail
  const mark: Mark = { pinned: detail.mark.pinned, colour: detail.mark.colour, note: detail.note }
  const note = useNote(id, mark)
  const w = words().marks

  const setPinned = (pinned: boolean): void => {
    void changeMark(client, id, mark, { pinned }, pinned ? w.pinned(id) : w.unpinned(id))
  }
  const setColour = (colour: MarkColour | null): void => {
    void changeMark(client, id, mark, { colour }, colour === null ? w.uncoloured(id) : w.coloured(id, colour))
  }
  useAction({
    id: 'postback.pin',
    title: mark.pinned ? w.unpinTitle : w.pinTitle,
    run: () => setPinned(!mark.pinned),
  })
  useAction({
    id: 'postback.note',
    run: () => place.current?.querySelector('textarea')?.focus(),
  })
  return (
    <section aria-labelledby={heading} className="border-t border-line px-4 py-3">
      <h3 id={heading} className="mb-1.5 text-s font-semibold text-muted">
        {w.title}
      </h3>
      <div ref={place} className="flex flex-col gap-2">
        <div className="flex flex-wrap items-center gap-x-3 gap-y-1.5">
          <Button
            size="s"
            aria-pressed={mark.pinned}
            icon={mark.pinned ? <PinOff aria-hidden="true" size={13} /> : <Pin aria-hidden="true" size={13} />}
            action="postback.pin"
            onClick={() => setPinned(!mark.pinned)}
          >
            {mark.pinned ? w.unpin : w.pin}
          </Button>
          <Colours chosen={mark.colour} onChoose={setColour} />
        </div>
        <TextField
          label={w.note.label}
          rows={note.text.includes('\n') ? 4 : 2}
          value={note.text}
          placeholder={w.note.placeholder}
          error={note.error}
          onChange={note.type}
          onCommit={note.save}
        />
      </div>
    </section>
  )
}

function Colours({ chosen, onChoose }: { chosen: MarkColour | null; onChoose: (colour: MarkColour | null) => void }) {
  const name = useId()
  const w = words().marks
  return (
    <fieldset aria-label={w.colour} className="flex flex-wrap gap-0.5">
      {([null, ...MARK_COLOURS] as const).map((colour) => (
        <label
          key={colour ?? 'none'}
          className={cx(
            'flex h-control-s items-center gap-1.5 rounded-m border border-transparent px-1.5 text-s text-muted select-none hover:text-ink',
            'has-checked:border-line-strong has-checked:bg-raised has-checked:text-ink',
            'has-focus-visible:outline-2 has-focus-visible:outline-accent',
          )}
        >
          <input
            type="radio"
            name={name}
            checked={colour === chosen}
            onChange={() => onChoose(colour)}
            className="only-heard"
          />
          <span
            aria-hidden="true"
            className={cx('size-2.5 rounded-full', colour === null ? 'border border-field' : COLOUR_LOOKS[colour])}
          />
          {colour === null ? w.noColour : words().status.colours[colour]}
          <ColourAction colour={colour} onChoose={onChoose} />
        </label>
      ))}
    </fieldset>
  )
}

function ColourAction({
  colour,
  onChoose,
}: {
  colour: MarkColour | null
  onChoose: (colour: MarkColour | null) => void
}) {
  useAction({
    id: `postback.colour.${colour ?? 'none'}`,
    run: () => onChoose(colour),
  })
  return null
}
