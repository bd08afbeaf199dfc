/** The looks of bars and shades: each has a pattern of its own, so that none depends on its colour. */
export type PatternName = 'pass' | 'warn' | 'fail' | 'other' | 'outage'

/** The value of `fill`, where `BarPatterns` with this id is among the drawing’s definitions. */
export function barFill(id: string, name: PatternName): string {
  switch (name) {
    case 'pass':
      return 'var(--pass)'
    case 'other':
      return 'var(--faint)'
    case 'warn':
    case 'fail':
    case 'outage':
      return `url(#${id}-${name})`
    default:
      return name satisfies never
  }
}

/** Failures are striped, warnings dotted, spans in which nothing could come hatched. */
export function BarPatterns({ id }: { id: string }) {
  return (
    <>
      <pattern id={`${id}-fail`} width="6" height="10" patternUnits="userSpaceOnUse">
        <rect width="6" height="10" fill="var(--fail)" />
        <path d="M0 2h6" stroke="var(--panel)" strokeWidth="1.6" opacity="0.55" />
      </pattern>
      <pattern id={`${id}-warn`} width="6" height="8" patternUnits="userSpaceOnUse">
        <rect width="6" height="8" fill="var(--warn)" />
        <circle cx="3" cy="4" r="1.3" fill="var(--panel)" opacity="0.6" />
      </pattern>
      <pattern id={`${id}-outage`} width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <rect width="5" height="5" fill="var(--outage)" />
        <path d="M0 0v5" stroke="var(--line-strong)" strokeWidth="1.2" opacity="0.6" />
      </pattern>
    </>
  )
}
