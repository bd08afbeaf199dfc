import type { ActionsWords } from '../en/actions.ts'
import { everywhereActions } from './actions-everywhere.ts'
import { listActions } from './actions-list.ts'
import { postbackActions } from './actions-postback.ts'
import { workshopActions } from './actions-workshop.ts'

export const actions: ActionsWords = {
  groups: {
    general: 'Allgemein',
    everywhere: 'Überall',
    views: 'Ansichten',
    postbacks: 'Postbacks',
    postback: 'Postback',
    savedViews: 'Gespeicherte Ansichten',
    exports: 'Exporte',
    insights: 'Auswertung',
    users: 'Nutzer',
    verify: 'Prüfen',
    simulator: 'Simulator',
    endpoints: 'Endpunkte',
    tunnel: 'Tunnel',
    tour: 'Rundgang',
    history: 'Verlauf',
    settings: 'Einstellungen',
    help: 'Hilfe',
  },
  entries: { ...everywhereActions, ...listActions, ...postbackActions, ...workshopActions },
}
