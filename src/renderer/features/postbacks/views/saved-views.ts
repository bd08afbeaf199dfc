import type { Sort } from '../../../../core/filter.ts'
import { LONGEST_QUERY, LONGEST_VIEW_NAME, MOST_VIEWS, type SavedView } from '../../../../core/saved-view.ts'
import { words } from '../../../../words/words.ts'

/** What a view keeps, as it is shown now. */
export interface Shown {
  readonly query: string
  readonly sort: Sort
  /** Ids of the columns that are shown, in their order. */
  readonly columns: readonly string[]
}

type Views = readonly SavedView[]

export function viewOf(name: string, { query, sort, columns }: Shown): SavedView {
  return { name: name.trim(), query: query.trim(), sort, columns: [...columns] }
}

/** Whether all that the view says is as it is shown. */
export function isAsShown(view: SavedView, shown: Shown): boolean {
  const { sort, columns } = view
  return (
    view.query.trim() === shown.query.trim() &&
    (sort === null || (sort.column === shown.sort.column && sort.direction === shown.sort.direction)) &&
    (columns === null ||
      (columns.length === shown.columns.length && columns.every((id, at) => id === shown.columns[at])))
  )
}

/** The view that was chosen, and whether something was changed since; without one, a view that is just what is shown. */
export function currentView(
  views: Views,
  chosen: string | null,
  shown: Shown,
): { readonly view: SavedView; readonly changed: boolean } | null {
  const view = views.find(({ name }) => name === chosen)
  if (view) return { view, changed: !isAsShown(view, shown) }
  const alike = views.find((one) => isAsShown(one, shown))
  return alike ? { view: alike, changed: false } : null
}

/** Why a view cannot have this name, in a sentence; null where it can. `own` is its name so far. */
export function nameProblem(views: Views, name: string, own: string | null): string | null {
  const w = words().views.nameProblem
  const wanted = name.trim()
  if (wanted === '') return w.missing
  if (wanted.length > LONGEST_VIEW_NAME) return w.tooLong(LONGEST_VIEW_NAME)
  if (wanted !== own && views.some((view) => view.name === wanted)) return w.taken
  return null
}

/** Why what is shown cannot be saved; null where it can. */
export function savingProblem(views: Views, { query }: Shown): string | null {
  const w = words().views.savingProblem
  if (query.trim().length > LONGEST_QUERY) return w.filterTooLong(LONGEST_QUERY)
  return views.length < MOST_VIEWS ? null : w.tooMany(MOST_VIEWS)
}

/** The view takes the place of the one with its name, or stands behind all others. */
export function withView(views: Views, view: SavedView): SavedView[] {
  const isThere = views.some(({ name }) => name === view.name)
  return isThere ? views.map((other) => (other.name === view.name ? view : other)) : [...views, view]
}

export function withoutView(views: Views, name: string): SavedView[] {
  return views.filter((view) => view.name !== name)
}

export function withName(views: Views, name: string, next: string): SavedView[] {
  return views.map((view) => (view.name === name ? { ...view, name: next.trim() } : view))
}

/** Puts the view at a place, from 0. */
export function withPlace(views: Views, name: string, to: number): SavedView[] {
  const view = views.find((one) => one.name === name)
  const others = withoutView(views, name)
  if (view) others.splice(to, 0, view)
  return others
}
