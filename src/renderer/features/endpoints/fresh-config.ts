import type { EndpointConfig } from '../../../core/endpoint.ts'
import { words } from '../../../words/words.ts'

/** A new endpoint's start: Adjump's documented example, with a name and a path that nobody has yet. */
export function freshConfig(
  example: EndpointConfig,
  existing: readonly Pick<EndpointConfig, 'name' | 'path'>[],
): EndpointConfig {
  const names = new Set(existing.map(({ name }) => name))
  const paths = new Set(existing.map(({ path }) => path.toLowerCase()))
  for (let number = existing.length + 1; ; number += 1) {
    const name = words().endpoints.newName(String(number))
    const path = `${example.path}-${String(number)}`
    if (!names.has(name) && !paths.has(path)) return { ...example, name, path }
  }
}
