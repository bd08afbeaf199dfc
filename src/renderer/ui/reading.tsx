import { Spinner } from './spinner.tsx'

/** Stands where something is still being read; seen only where that takes long. `what` is said: “Reading the users”. */
export function Reading({ what }: { what: string }) {
  return (
    <output className="late flex items-center gap-2 py-1 text-muted">
      <Spinner label="" />
      {what}…
    </output>
  )
}
