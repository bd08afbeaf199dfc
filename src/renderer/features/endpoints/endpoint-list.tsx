import type { Endpoint } from '../../../core/endpoint.ts'
import { effectivePath } from '../../../core/secret-path.ts'
import { words } from '../../../words/words.ts'
import { cx } from '../../lib/cx.ts'
import { hashOf } from '../../lib/navigation.ts'
import { VisibleText } from '../../ui/visible-text.tsx'

export function EndpointList({ endpoints, chosenId }: { endpoints: readonly Endpoint[]; chosenId: string | null }) {
  return (
    <nav aria-label={words().endpoints.list}>
      <ul className="flex flex-col gap-0.5">
        {endpoints
          .map((endpoint) => ({ ...endpoint, path: effectivePath(endpoint) }))
          .map(({ id, name, path }) => (
            <li key={id}>
              <a
                href={hashOf({ view: 'endpoints', id })}
                aria-current={id === chosenId ? 'true' : undefined}
                className={cx(
                  'flex flex-col rounded-m px-2 py-1 hover:bg-hover',
                  id === chosenId && 'bg-selected hover:bg-selected',
                )}
              >
                <span className="truncate font-medium">
                  <VisibleText text={name} />
                </span>
                <span className="truncate font-mono text-xs text-muted">
                  <VisibleText text={path} />
                </span>
              </a>
            </li>
          ))}
      </ul>
    </nav>
  )
}
