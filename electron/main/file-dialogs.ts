import { join } from 'node:path'
import { app, BrowserWindow, dialog } from 'electron'
import type { FileDialogs } from '../../src/app/config.ts'
import { ARCHIVE_SUFFIX } from '../../src/core/archive.ts'

const ARCHIVES = { name: 'Archive of the Adjump Inspector', extensions: [ARCHIVE_SUFFIX.slice(1)] }
const IMPORTS = { name: 'Archives and HAR files', extensions: [...ARCHIVES.extensions, 'har'] }

/** The system's own dialogs, over the window that has the focus. They remember the folder that was chosen last. */
export function fileDialogs(): FileDialogs {
  return {
    async chooseSave(suggestedName) {
      const extension = suggestedName.slice(suggestedName.lastIndexOf('.') + 1)
      const options = {
        title: 'Export',
        defaultPath: join(app.getPath('downloads'), suggestedName),
        filters:
          extension === ARCHIVES.extensions[0]
            ? [ARCHIVES]
            : [{ name: extension.toUpperCase(), extensions: [extension] }],
      }
      const window = ownWindow()
      const { canceled, filePath } = await (window === null
        ? dialog.showSaveDialog(options)
        : dialog.showSaveDialog(window, options))
      return canceled || filePath === '' ? null : filePath
    },
    async chooseOpen() {
      const options = {
        title: 'Import an archive or a HAR',
        properties: ['openFile' as const],
        filters: [IMPORTS, { name: 'All files', extensions: ['*'] }],
      }
      const window = ownWindow()
      const { canceled, filePaths } = await (window === null
        ? dialog.showOpenDialog(options)
        : dialog.showOpenDialog(window, options))
      return canceled ? null : (filePaths[0] ?? null)
    },
  }
}

function ownWindow(): BrowserWindow | null {
  return BrowserWindow.getFocusedWindow() ?? BrowserWindow.getAllWindows()[0] ?? null
}
