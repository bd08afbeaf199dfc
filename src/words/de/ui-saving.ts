import type { UiWords } from '../en/ui.ts'

export const saving: UiWords['saving'] = {
  notSaved: (why) => `Nicht gespeichert: ${why}`,
  notUndone: (why) => `Nicht rückgängig gemacht: ${why}`,
  settingsNotLoaded: 'Die Einstellungen sind noch nicht geladen.',
  settingsNotSaved: 'Die Einstellungen konnten nicht gespeichert werden.',
  settingsAsBefore: 'Die Einstellungen sind wieder wie zuvor.',
  endpointNotSaved: 'Der Endpunkt wurde nicht gespeichert.',
  endpointAsBefore: (name) => `„${name}“ ist wieder wie zuvor.`,
  endpointInForce: (name) => `„${name}“ ist gespeichert und in Kraft.`,
  endpointPartly: (name) => `„${name}“ ist gespeichert, außer dem, was als falsch markiert ist.`,
}
