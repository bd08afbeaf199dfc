import { NEWEST_FIRST } from '../../../../core/filter.ts'
import type { SavedView } from '../../../../core/saved-view.ts'
import { words } from '../../../../words/words.ts'
import { useExternalStore } from '../../../lib/external-store.ts'
import { useInspector } from '../../../lib/inspector.tsx'
import { say, unsayAbout } from '../../../lib/messages.ts'
import { viewState } from '../../../lib/postback-view.ts'
import { saveSettings, useSettings } from '../../../lib/settings.ts'
import { visibleColumns, withColumns } from '../list/column-choice.ts'
import { useAllColumns } from '../list/use-columns.ts'
import {
  currentView,
  isAsShown,
  type Shown,
  viewOf,
  withName,
  withoutView,
  withPlace,
  withView,
} from './saved-views.ts'

const SUBJECT = 'saved views'

export interface SavedViews {
  readonly views: readonly SavedView[]
  readonly current: ReturnType<typeof currentView>
  readonly shown: Shown
  /** Shows what the view says: its filter, and where it has them its sort and columns. */
  readonly choose: (view: SavedView) => void
  /** Shows all postbacks, newest first; the columns stay. */
  readonly leave: () => void
  /** Keeps what is shown under a name; a view that has it already is replaced. */
  readonly save: (name: string) => void
  readonly rename: (view: SavedView, name: string) => void
  readonly move: (view: SavedView, to: number) => void
  readonly remove: (view: SavedView) => void
}

/** The saved views, which of them is shown, and what can be done with them; each change can be undone. */
export function useViews(): SavedViews {
  const w = words().views
  const inspector = useInspector()
  const [settings, changeSettings] = useSettings()
  const { query, sort, view: chosen } = useExternalStore(viewState)
  const known = useAllColumns()
  const { screen } = settings
  const views = screen.savedFilters
  const shown: Shown = { query, sort, columns: visibleColumns(known, screen).map(({ id }) => id) }
  const setChosen = (name: string | null): void => viewState.update((state) => ({ ...state, view: name }))

  const put = (change: (views: readonly SavedView[]) => SavedView[]) =>
    saveSettings(
      inspector,
      (all) => ({ ...all, screen: { ...all.screen, savedFilters: change(all.screen.savedFilters) } }),
      { ahead: true },
    )
  const change = async (
    make: (views: readonly SavedView[]) => SavedView[],
    told: string,
    next: string | null,
  ): Promise<void> => {
    const before = { views, chosen }
    setChosen(next)
    const undo = async (): Promise<void> => {
      const refused = await put(() => [...before.views])
      if (!refused) setChosen(before.chosen)
      say(refused ? w.notUndone(refused.message) : w.asBefore, {
        severity: refused ? 'error' : 'info',
        subject: SUBJECT,
      })
    }
    const saving = put(make)
    // Told when it is shown, ahead of the host: an undo right after it must not reach the change before. The host is told
    // of one after the other.
    say(told, { subject: SUBJECT, action: { label: words().ui.undo, run: () => void undo() } })
    const failure = await saving
    if (!failure) return
    setChosen(before.chosen)
    say(w.notSaved(failure.message), { severity: 'error', subject: SUBJECT })
  }

  return {
    views,
    current: currentView(views, chosen, shown),
    shown,
    choose: (view) => {
      viewState.update((state) => ({
        ...state,
        query: view.query,
        sort: view.sort ?? state.sort,
        view: view.name,
      }))
      const { columns } = view
      if (columns === null || isAsShown(view, { ...shown, query: view.query, sort: view.sort ?? sort })) return
      void changeSettings((all) => ({
        ...all,
        screen: { ...all.screen, ...withColumns(known, all.screen, columns) },
      }))
    },
    leave: () => viewState.update((state) => ({ ...state, query: '', sort: NEWEST_FIRST, view: null })),
    save: (name) => {
      const view = viewOf(name, shown)
      const isThere = views.some((other) => other.name === view.name)
      const told = isThere ? w.replaced(view.name) : w.saved(view.name)
      void change((all) => withView(all, view), told, view.name)
    },
    rename: (view, name) => {
      const next = chosen === view.name ? name.trim() : chosen
      void change((all) => withName(all, view.name, name), w.renamed(name.trim()), next)
    },
    move: (view, to) => {
      // An older undo would take the order back too.
      unsayAbout(SUBJECT)
      void put((all) => withPlace(all, view.name, to))
    },
    remove: (view) => {
      const next = chosen === view.name ? null : chosen
      void change((all) => withoutView(all, view.name), w.deleted(view.name), next)
    },
  }
}
