/** The part of a zod schema that is needed here. */
interface Schema<T> {
  safeParse(value: unknown): { success: true; data: T } | { success: false }
}

/**
 * What can be kept of a stored object: every part that the schema accepts beside the defaults; all else is the
 * default's. Never throws: a value from another version must not keep the inspector from starting.
 */
export function parseLeniently<T extends object>(schema: Schema<T>, defaults: T, json: string | null): T {
  const stored = objectFrom(json)
  const whole = schema.safeParse({ ...defaults, ...stored })
  if (whole.success) return whole.data
  let kept = defaults
  for (const name of Object.keys(defaults)) {
    if (!Object.hasOwn(stored, name)) continue
    const attempt = schema.safeParse({ ...kept, [name]: stored[name] })
    if (attempt.success) kept = attempt.data
  }
  return kept
}

function objectFrom(json: string | null): Record<string, unknown> {
  if (json === null) return {}
  try {
    const value: unknown = JSON.parse(json)
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {}
  } catch {
    return {}
  }
}
