import { limits } from './settings-limits.ts'

/** The view of settings, but for its keys, the desktop app's part and the history's. */
export const settings = {
  title: 'Settings',
  receiver: {
    title: 'Receiver',
    description: 'Where postbacks arrive on this machine; a tunnel leads here.',
    saved: 'The receiver’s settings are saved.',
    port: 'Port',
    portHint: '0 takes any free port.',
    portTaken: 'When the port is taken',
    whenTaken: { 'next-free': 'Take the next free one', fail: 'Stop and say so' },
  },
  bounds: {
    title: 'Advanced bounds',
    allDefault: 'all at their defaults',
    changed: (changed: number, all: number) => `${String(changed)} of ${String(all)} changed`,
    description:
      'What a stranger who finds the URL may use. A change is in force at once, on the same port. Sizes are understood in bytes, KiB, MiB and GiB, times in ms and s.',
    reset: 'Reset to defaults',
    inForce: 'The receiver’s bounds are in force.',
    groups: {
      request: 'One request',
      time: 'Time',
      connections: 'Connections',
      strangers: 'What strangers leave in the history',
    },
    hint: (range: string, fallback: string, beyond: string) => `${range}, by default ${fallback}. ${beyond}`,
  },
  limits,
  appearance: {
    title: 'Appearance',
    description: 'Text follows the zoom: Ctrl or Cmd with + and −.',
    theme: 'Theme',
    themes: { system: 'System', light: 'Light', dark: 'Dark' },
    density: 'Rows of the list',
    densities: { compact: 'Compact', comfortable: 'Comfortable' },
    language: 'Language',
    // Each by its own name, in every language.
    languages: { system: 'System', en: 'English', de: 'Deutsch' },
    languageFailed: 'The words of this language could not be loaded: reload the page to try again.',
  },
  data: {
    title: 'Data',
    description: 'The whole history and these settings. Nothing leaves this machine.',
  },
  folder: {
    copyPath: { data: 'Copy the data folder’s path', logs: 'Copy the logs folder’s path' },
    open: 'Open',
  },
  log: {
    title: 'Log',
    description: 'What happened to the inspector itself, without secrets: for finding out why something went wrong.',
    rawValues: 'Write what arrives into the log as well',
    rawValuesHint:
      'Every request’s target, and what sentences quote, as it came: user ids and the secret part of a path too.',
  },
  about: {
    title: 'About',
    version: 'Version',
    runsAs: 'Runs as',
    faces: { desktop: 'Desktop app', browser: 'Command line, in a browser' },
    system: 'System',
    runtime: 'Runtime',
  },
}

export type SettingsWords = typeof settings
