/** What the screen says about the desktop app. */
export const desktop = {
  title: 'Desktop',
  description: 'What the app does while you look at something else. It captures all the time.',
  asking: 'The system is being asked.',
  closeToTray: 'Keep running in the tray when the window is closed',
  trayQuit: (why: string) => `${why} “Quit” in its menu, or in the File menu, ends the inspector.`,
  trayNotFollowed: (why: string) => `Chosen, but not followed here: closing the window quits. ${why}`,
  startAtLogin: 'Start at login',
  notChanged: (why: string) => `Not changed. ${why}`,
  notifications: 'Notifications',
  topics: {
    failures: 'A postback failed',
    expectations: 'An expectation was met, or its time is over',
    unreachable: 'Nothing can arrive: the tunnel is lost, or the history cannot be written',
  },
  ownWindow: 'Open in its own window',
  ownTab: 'Open in a tab of its own',
}

export type DesktopWords = typeof desktop
