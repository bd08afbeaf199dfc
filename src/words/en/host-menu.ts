/** What Electron gives a line of the menu by itself. */
export type MenuRole =
  | 'about'
  | 'services'
  | 'hide'
  | 'hideOthers'
  | 'unhide'
  | 'quit'
  | 'close'
  | 'editMenu'
  | 'undo'
  | 'redo'
  | 'cut'
  | 'copy'
  | 'paste'
  | 'pasteAndMatchStyle'
  | 'delete'
  | 'selectAll'
  | 'showSubstitutions'
  | 'toggleSmartQuotes'
  | 'toggleSmartDashes'
  | 'toggleTextReplacement'
  | 'startSpeaking'
  | 'stopSpeaking'
  | 'resetZoom'
  | 'zoomIn'
  | 'zoomOut'
  | 'togglefullscreen'
  | 'reload'
  | 'toggleDevTools'
  | 'windowMenu'
  | 'minimize'
  | 'zoom'
  | 'front'
  | 'help'

/** The lines that Electron has words for; null: its own, which are English and as each system has them. */
const roles: Readonly<Record<MenuRole, string | null>> = {
  about: null,
  services: null,
  hide: null,
  hideOthers: null,
  unhide: null,
  quit: null,
  close: null,
  editMenu: null,
  undo: null,
  redo: null,
  cut: null,
  copy: null,
  paste: null,
  pasteAndMatchStyle: null,
  delete: null,
  selectAll: null,
  showSubstitutions: null,
  toggleSmartQuotes: null,
  toggleSmartDashes: null,
  toggleTextReplacement: null,
  startSpeaking: null,
  stopSpeaking: null,
  resetZoom: null,
  zoomIn: null,
  zoomOut: null,
  togglefullscreen: null,
  reload: null,
  toggleDevTools: null,
  windowMenu: null,
  minimize: null,
  zoom: null,
  front: null,
  help: null,
}

/** The application's menu. A `&` stands before the letter that opens a menu by key. */
export const menu = {
  file: {
    title: '&File',
    copyDashboardUrl: 'Copy the dashboard URL',
    sendTest: 'Send a test postback',
    export: 'Export',
    import: 'Import an archive or HAR…',
    openData: 'Open the data folder',
    openLogs: 'Open the logs folder',
    clear: 'Clear history…',
    settings: 'Settings…',
  },
  exports: {
    'export.csv': 'What is shown as CSV…',
    'export.ndjson': 'What is shown as NDJSON…',
    'export.json': 'What is shown as JSON…',
    'export.har': 'What is shown as HAR…',
    'export.evidence-html': 'Evidence report of what is shown…',
    'export.archive': 'The whole history as an archive…',
  },
  substitutions: 'Substitutions',
  speech: 'Speech',
  view: {
    title: '&View',
    filter: 'Filter the postbacks',
    pause: 'Pause or resume the list',
    theme: 'Change the theme',
    density: 'Change the height of the rows',
  },
  go: {
    title: '&Go',
    views: {
      postbacks: 'Postbacks',
      insights: 'Insights',
      verify: 'Verify',
      users: 'Users',
      simulator: 'Simulator',
      endpoints: 'Endpoints',
      tunnel: 'Tunnel',
      settings: 'Settings',
      help: 'Help',
    },
  },
  postback: {
    title: '&Postback',
    acts: {
      'postback.ownWindow': 'Open in its own window',
      'postback.copyLink': 'Copy the link to it',
      'postback.copyCurl': 'Copy as cURL',
      'postback.copyRaw': 'Copy the raw request',
      'postback.copyJson': 'Copy as JSON',
      'postback.copyHar': 'Copy as HAR',
      'postback.replay': 'Replay',
      'postback.editReplay': 'Edit and replay',
      'compare.previous': 'Compare with the previous of the same user',
      'postback.pin': 'Pin or unpin',
      'postback.note': 'Write a note',
      'postback.remove': 'Remove…',
    },
  },
  tunnel: {
    title: '&Tunnel',
    acts: {
      'tunnel.open': 'Open the tunnel, or retry now',
      'tunnel.close': 'Close the tunnel',
      'tunnel.probe': 'Look from outside now',
      'public-url.copy': 'Copy the public URL',
    },
  },
  help: {
    guide: 'Guide',
    codes: 'Finding codes',
    tour: 'Try it without Adjump',
    palette: 'Find a command',
    keys: 'All keys',
    documentation: 'Adjump’s documentation',
    licences: 'Licences',
  },
  roles,
}

export type MenuWords = typeof menu
