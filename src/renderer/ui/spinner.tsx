import { LoaderCircle } from 'lucide-react'

/** Something is under way. `label` says what, to those who do not see it turn. */
export function Spinner({ label, size = 14 }: { label: string; size?: number }) {
  return (
    <span className="inline-flex text-muted">
      <LoaderCircle aria-hidden="true" size={size} className="turning" />
      <span className="only-heard">{label}</span>
    </span>
  )
}
