/** What is told when something was saved, or was not. */
export const saving = {
  notSaved: (why: string) => `Not saved: ${why}`,
  notUndone: (why: string) => `Not undone: ${why}`,
  settingsNotLoaded: 'The settings are not loaded yet.',
  settingsNotSaved: 'The settings could not be saved.',
  settingsAsBefore: 'The settings are as they were before.',
  endpointNotSaved: 'The endpoint was not saved.',
  endpointAsBefore: (name: string) => `“${name}” is as it was before.`,
  endpointInForce: (name: string) => `“${name}” is saved and in force.`,
  endpointPartly: (name: string) => `“${name}” is saved except for what is marked as wrong.`,
}
