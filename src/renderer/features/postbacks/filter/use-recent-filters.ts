import { LONGEST_QUERY, MOST_RECENT } from '../../../../core/saved-view.ts'
import { useInspector, useOverview } from '../../../lib/inspector.tsx'
import { saveSettings } from '../../../lib/settings.ts'

/** The filters after one was used: the last one first, each once. */
export function withRecent(recent: readonly string[], used: string): readonly string[] {
  const text = used.trim()
  if (text === '' || text.length > LONGEST_QUERY || recent[0] === text) return recent
  return [text, ...recent.filter((other) => other !== text)].slice(0, MOST_RECENT)
}

/** Filters that were used, remembered with the settings. */
export function useRecentFilters(): { readonly recent: readonly string[]; readonly remember: (used: string) => void } {
  const inspector = useInspector()
  const { recentFilters } = useOverview().settings.screen
  return {
    recent: recentFilters,
    remember: (used) => {
      if (withRecent(recentFilters, used) === recentFilters) return
      // Where it cannot be saved nothing is lost that anybody asked to keep.
      void saveSettings(
        inspector,
        (all) => ({
          ...all,
          screen: { ...all.screen, recentFilters: [...withRecent(all.screen.recentFilters, used)] },
        }),
        { ahead: true },
      )
    },
  }
}
