import type { Change } from '../../../core/compare-named.ts'
import { Badge, type Tone } from '../badge.tsx'

const LOOKS: Record<Change, { tone: Tone; word: string }> = {
  same: { tone: 'neutral', word: 'same' },
  changed: { tone: 'warn', word: '≠ changed' },
  added: { tone: 'pass', word: '+ added' },
  removed: { tone: 'fail', word: '− removed' },
  moved: { tone: 'info', word: '↕ moved' },
}

/** What became of a row, in a word and a sign. */
export function ChangeMark({ change, onlyEncoding = false }: { change: Change; onlyEncoding?: boolean }) {
  const { tone, word } = LOOKS[change]
  return <Badge tone={onlyEncoding ? 'info' : tone}>{onlyEncoding ? '≠ encoding only' : word}</Badge>
}
