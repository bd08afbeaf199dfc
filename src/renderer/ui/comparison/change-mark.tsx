import type { Change } from '../../../core/compare-named.ts'
import { words } from '../../../words/words.ts'
import { Badge, type Tone } from '../badge.tsx'

const TONES: Record<Change, Tone> = { same: 'neutral', changed: 'warn', added: 'pass', removed: 'fail', moved: 'info' }

/** What became of a row, in a word and a sign. */
export function ChangeMark({ change, onlyEncoding = false }: { change: Change; onlyEncoding?: boolean }) {
  const w = words().ui.comparison
  return <Badge tone={onlyEncoding ? 'info' : TONES[change]}>{onlyEncoding ? w.onlyEncoding : w.changes[change]}</Badge>
}
