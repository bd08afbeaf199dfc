import { z } from 'zod'
import type { PostbackStore } from '../core/ports.ts'
import { type UrlChange, urlChangeSchema } from '../core/status.ts'

const KNOWN_URL = 'dashboard-url-base'
const CHANGE = 'url-change'

/**
 * Remembers which public URL the dashboard was last given, and says so when the tunnel now has another.
 * The notice stays, over restarts too, until it is dismissed or the old URL is back.
 */
export interface UrlWatch {
  readonly change: UrlChange | null
  /** Whether there ever was a public URL. */
  readonly hasSeen: boolean
  /** The public URL that is in force now. */
  seen(url: string): Promise<void>
  /** The user has put the new URL into the dashboard. */
  dismiss(): Promise<void>
}

export async function createUrlWatch(
  store: Pick<PostbackStore, 'memo' | 'saveMemo'>,
  onChange: (change: UrlChange | null) => void,
): Promise<UrlWatch> {
  let known = await store.memo(KNOWN_URL)
  let change = parseChange(await store.memo(CHANGE))

  async function set(next: UrlChange | null): Promise<void> {
    change = next
    onChange(next)
    await store.saveMemo(CHANGE, next === null ? null : JSON.stringify(next))
  }

  async function setKnown(url: string): Promise<void> {
    known = url
    await store.saveMemo(KNOWN_URL, url)
  }

  return {
    get change() {
      return change
    },
    get hasSeen() {
      return known !== null
    },
    async seen(url) {
      if (known === null) {
        await setKnown(url)
      } else if (url === known) {
        if (change !== null) await set(null)
      } else if (change?.newUrl !== url) {
        await set({ oldUrl: known, newUrl: url, at: Date.now() })
      }
    },
    async dismiss() {
      if (change === null) return
      await setKnown(change.newUrl)
      await set(null)
    },
  }
}

function parseChange(text: string | null): UrlChange | null {
  if (text === null) return null
  const parsed = z
    .string()
    .transform((json, context) => {
      try {
        return JSON.parse(json) as unknown
      } catch {
        context.addIssue({ code: 'custom', message: 'no JSON' })
        return z.NEVER
      }
    })
    .pipe(urlChangeSchema)
    .safeParse(text)
  return parsed.success ? parsed.data : null
}
