import { everywhereActions } from './actions-everywhere.ts'
import { listActions } from './actions-list.ts'
import { postbackActions } from './actions-postback.ts'
import { workshopActions } from './actions-workshop.ts'

/** What can be done, by the ids of the table of actions, and the groups that the list of keys files it in. */
export const actions = {
  groups: {
    general: 'General',
    everywhere: 'Everywhere',
    views: 'Views',
    postbacks: 'Postbacks',
    postback: 'Postback',
    savedViews: 'Saved views',
    exports: 'Exports',
    insights: 'Insights',
    users: 'Users',
    verify: 'Verify',
    simulator: 'Simulator',
    endpoints: 'Endpoints',
    tunnel: 'Tunnel',
    tour: 'Tour',
    history: 'History',
    settings: 'Settings',
    help: 'Help',
  },
  entries: { ...everywhereActions, ...listActions, ...postbackActions, ...workshopActions },
}

export type ActionsWords = typeof actions
