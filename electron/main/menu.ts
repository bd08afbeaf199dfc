import { join } from 'node:path'
import { app, Menu, type MenuItemConstructorOptions, shell } from 'electron'

const VIEWS = [
  { label: 'Postbacks', route: '#/postbacks', accelerator: 'CmdOrCtrl+1' },
  { label: 'Endpoints', route: '#/endpoints', accelerator: 'CmdOrCtrl+2' },
  { label: 'Tunnel', route: '#/tunnel', accelerator: 'CmdOrCtrl+3' },
  { label: 'Settings', route: '#/settings', accelerator: 'CmdOrCtrl+4' },
] as const

/** Puts up the application's menu. `show` brings the window to one of the screen's views. */
export function setMenu(dataFolder: string, show: (route: string) => void): void {
  const isMac = process.platform === 'darwin'
  const template: MenuItemConstructorOptions[] = [
    ...(isMac ? [{ role: 'appMenu' } as const] : []),
    {
      label: '&File',
      submenu: [
        { label: 'Open data folder', click: () => void shell.openPath(dataFolder) },
        { label: 'Open logs folder', click: () => void shell.openPath(join(dataFolder, 'logs')) },
        { type: 'separator' },
        { label: 'Clear history…', click: () => show('#/settings/clear') },
        { type: 'separator' },
        isMac ? { role: 'close' } : { role: 'quit' },
      ],
    },
    { role: 'editMenu' },
    {
      label: '&View',
      submenu: [
        ...VIEWS.map(({ label, route, accelerator }) => ({
          label,
          accelerator,
          click: () => {
            show(route)
          },
        })),
        { type: 'separator' },
        { role: 'resetZoom' },
        { role: 'zoomIn' },
        { role: 'zoomOut' },
        { type: 'separator' },
        { role: 'togglefullscreen' },
        { role: 'reload' },
        ...(app.isPackaged ? [] : [{ role: 'toggleDevTools' } as const]),
      ],
    },
    { role: 'windowMenu' },
  ]
  Menu.setApplicationMenu(Menu.buildFromTemplate(template))
}
