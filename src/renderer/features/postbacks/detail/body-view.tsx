import { useMemo, useState } from 'react'
import { words } from '../../../../words/words.ts'
import { Segmented } from '../../../ui/segmented.tsx'
import { VisibleText } from '../../../ui/visible-text.tsx'
import { bytesFromBase64, hexDump, latin1, utf8OrNull } from './body-bytes.ts'

/** More than this is not drawn; “copy as” gives all that was kept. */
const MOST_CHARACTERS = 20_000
const MOST_HEX_BYTES = 4096
/** Each line is elements of its own. */
const MOST_LINES = 2000

type Form = 'text' | 'hex'

/** A body as text or as bytes. `length` is how many bytes really arrived. */
export function BodyView({ label, base64, length }: { label: string; base64: string; length: number }) {
  const bytes = useMemo(() => bytesFromBase64(base64), [base64])
  const text = useMemo(() => utf8OrNull(bytes), [bytes])
  const [chosen, setForm] = useState<Form | null>(null)
  const form = chosen ?? (text === null ? 'hex' : 'text')
  const w = words().detail.body
  const shown = form === 'hex' ? Math.min(bytes.length, MOST_HEX_BYTES) : bytes.length
  return (
    <div className="flex flex-col gap-1.5">
      <div className="flex flex-wrap items-center gap-2 text-s text-muted">
        <Segmented
          label={w.as(label)}
          size="s"
          value={form}
          options={[
            { value: 'text', label: w.text },
            { value: 'hex', label: w.hex },
          ]}
          onChange={setForm}
        />
        <span>
          {w.size(
            length,
            bytes.length < length ? bytes.length : null,
            shown < bytes.length ? shown : null,
            form === 'text' && text === null,
          )}
        </span>
      </div>
      <pre className="max-h-80 overflow-auto rounded-m border border-line bg-sunken px-2.5 py-2 font-mono text-s break-all whitespace-pre-wrap">
        {form === 'hex' ? (
          <span className="break-normal whitespace-pre">{hexDump(bytes, MOST_HEX_BYTES)}</span>
        ) : (
          <BodyText text={text ?? latin1(bytes)} />
        )}
      </pre>
    </div>
  )
}

/** Line breaks are lines here; everything else that cannot be seen is an escape. */
function BodyText({ text }: { text: string }) {
  const cut = text.slice(0, MOST_CHARACTERS)
  const lines = linesOf(cut)
  return (
    <>
      {lines.slice(0, MOST_LINES).map((line) => (
        <span key={line.at}>
          <VisibleText text={line.text} />
          {line.broken && '\n'}
        </span>
      ))}
      {(cut.length < text.length || lines.length > MOST_LINES) && (
        <span data-cut="" className="text-muted">
          …
        </span>
      )}
    </>
  )
}

/** The lines of a text with the offsets at which they begin; the last one ends without a break. */
function linesOf(text: string): readonly { at: number; text: string; broken: boolean }[] {
  const lines: { at: number; text: string; broken: boolean }[] = []
  let at = 0
  for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', at)) {
    lines.push({ at, text: text.slice(at, end), broken: true })
    at = end + 1
  }
  return [...lines, { at, text: text.slice(at), broken: false }]
}
