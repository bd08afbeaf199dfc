import type { Pieces } from '../pieces.ts'

/** Saved views of the list. */
export const views = {
  savedViews: 'Saved views',
  menu: 'Views',
  menuOf: (view: string, changed: boolean) => `Views: ${view}${changed ? ', changed' : ''}`,
  changedMark: '· changed',
  /** In the palette. */
  action: (view: string) => `View: ${view}`,
  saveChangesToView: (view: string) => `Save the changes to the view “${view}”`,
  saveChangesTo: <Node>(view: Node): Pieces<Node> => ['Save the changes to “', view, '”'],
  allPostbacks: 'All postbacks',
  noneYet: 'No view is saved yet. A view keeps the filter, the sort and the columns.',
  saveAsNew: 'Save what is shown as a new view',
  itsName: 'Its name',
  /** Beneath a view without a filter. */
  everyPostback: 'Every postback',
  putInto: (view: string) => `Put what is shown into “${view}”`,
  renameView: (view: string) => `Rename “${view}”`,
  deleteView: (view: string) => `Delete “${view}”`,
  name: 'Name of the view',
  rename: 'Rename',
  leaveName: 'Leave the name',
  nameProblem: {
    missing: 'Give the view a name.',
    tooLong: (most: number) => `A name has at most ${String(most)} characters.`,
    taken: 'Another view has this name.',
  },
  savingProblem: {
    filterTooLong: (most: number) => `The filter is too long to be saved: ${String(most)} characters at most.`,
    tooMany: (most: number) => `${String(most)} views are saved; delete one first.`,
  },
  notSaved: (why: string) => `Not saved: ${why}`,
  notUndone: (why: string) => `Not undone: ${why}`,
  asBefore: 'The views are as they were before.',
  replaced: (view: string) => `“${view}” now keeps what is shown.`,
  saved: (view: string) => `The view “${view}” is saved.`,
  renamed: (view: string) => `The view is now “${view}”.`,
  deleted: (view: string) => `The view “${view}” is deleted.`,
}

export type ViewsWords = typeof views
