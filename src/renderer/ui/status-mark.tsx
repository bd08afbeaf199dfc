import type { StatusTone } from '../lib/status-words.ts'

const COLOURS: Record<StatusTone, string> = {
  good: 'text-pass',
  busy: 'text-accent',
  poor: 'text-warn',
  bad: 'text-fail',
  off: 'text-faint',
}

/** A state's shape and colour; the words beside it say the same. */
export function StatusMark({ tone, size = 11 }: { tone: StatusTone; size?: number }) {
  return (
    <svg aria-hidden="true" width={size} height={size} viewBox="0 0 12 12" className={`shrink-0 ${COLOURS[tone]}`}>
      <Shape tone={tone} />
    </svg>
  )
}

function Shape({ tone }: { tone: StatusTone }) {
  switch (tone) {
    case 'good':
      return <circle cx="6" cy="6" r="4.5" fill="currentColor" />
    case 'busy':
      return (
        <>
          <circle cx="6" cy="6" r="4.5" fill="none" stroke="currentColor" strokeWidth="1.6" />
          <path d="M6 2a4 4 0 0 1 0 8Z" fill="currentColor" />
        </>
      )
    case 'poor':
      return <path d="M6 1 11.5 10.8H.5Z" fill="currentColor" />
    case 'bad':
      return <path d="m1.8 1.8 8.4 8.4m0-8.4-8.4 8.4" stroke="currentColor" strokeWidth="2.6" strokeLinecap="round" />
    case 'off':
      return <circle cx="6" cy="6" r="4.2" fill="none" stroke="currentColor" strokeWidth="1.6" />
    default:
      return tone satisfies never
  }
}
