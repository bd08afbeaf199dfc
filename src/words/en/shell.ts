/** The frame around the views: sidebar, palette, list of keys, messages, and what can be done everywhere. */
export const shell = {
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
  /** What the window is called. */
  title: (view: string) => `${view} · Adjump Inspector`,
  postbackTitle: (id: number) => `Postback ${String(id)} · Adjump Inspector`,
  /** What is missing while it is broken; each stands at a sentence's beginning. */
  parts: {
    screen: 'The screen',
    window: 'This window',
    view: 'This view',
    expectationNews: 'The news of expectations',
    states: 'The line of states',
    notice: 'A notice',
    transfers: 'The line of exports and imports',
    clearing: 'Clearing the history',
    removing: 'Removing it',
    tour: 'The tour',
    importing: 'Importing',
    qr: 'The QR code',
    marks: 'The marks',
    duplicates: 'The list of duplicates',
    deliveries: 'The list of deliveries',
    forwards: 'The list of forwards',
  },
  /** What screen readers call the links to the views. */
  navigation: 'Views',
  sidebar: {
    label: 'Sidebar',
    product: 'Inspector',
    commands: 'Commands',
    findCommand: 'Find any command',
    keys: 'Keys',
    allKeys: 'All keys',
  },
  palette: {
    title: 'Commands',
    placeholder: 'What do you want to do?',
    usedLast: 'Used last',
    nothingFound: 'No command has these words.',
  },
  keyList: {
    title: 'Keys',
    toHelp: 'What the finding codes mean, and the guide',
    change: 'Change the keys',
    lettersOff: 'Keys of letters and signs alone are switched off in the settings.',
    inLists: 'In lists',
    upAndDown: 'Up and down',
    pageUpAndDown: 'A page up and down',
    firstAndLast: 'First and last',
    open: 'Open',
    closeInnermost: 'Close what is innermost',
  },
  messages: 'Messages',
  startup: {
    connecting: 'Connecting to the inspector',
    unreachable: 'The inspector cannot be reached',
    unreachableWhy:
      'It may have been closed, or this address may be out of date: each start prints a new one. This page connects by itself as soon as it can.',
    unreadable: 'The inspector could not be read',
  },
  /** What the desktop app's menu asks for and this window does not do. */
  menu: {
    dialogOpen: 'Close the dialog that is open first.',
    impossible: 'That is not possible with what is shown here.',
  },
  commands: {
    notSent: 'The connection to the inspector is lost: nothing was sent.',
    noMessage: 'There is no message.',
    nothingToUndo: 'There is nothing to undo.',
    themeChosen: { system: 'Theme: system.', light: 'Theme: light.', dark: 'Theme: dark.' },
    changeTheme: {
      system: 'Change the theme (now system)',
      light: 'Change the theme (now light)',
      dark: 'Change the theme (now dark)',
    },
    densityChosen: { compact: 'Rows: compact.', comfortable: 'Rows: comfortable.' },
    higherRows: 'Show higher rows, fewer of them',
    lowerRows: 'Show lower rows, more of them',
    lettersOff: 'Switch keys of single letters off',
    lettersOn: 'Switch keys of single letters on',
    lettersAreOff: 'Keys of letters and signs alone do nothing now.',
    lettersAreOn: 'Keys of letters and signs alone work again.',
    editEndpoint: (name: string) => `Edit the endpoint “${name}”`,
    editEndpointWords: 'open show mapping',
  },
}

export type ShellWords = typeof shell
