import { join } from 'node:path'
import { app, BrowserWindow, dialog } from 'electron'
import type { FileDialogs } from '../../src/app/config.ts'
import { ARCHIVE_SUFFIX } from '../../src/core/archive.ts'
import { hostWords } from '../../src/words/of/host.ts'

const ARCHIVE_EXTENSION = ARCHIVE_SUFFIX.slice(1)

/** The system's own dialogs, over the window that has the focus. They remember the folder that was chosen last. */
export function fileDialogs(): FileDialogs {
  return {
    async chooseSave(suggestedName) {
      const extension = suggestedName.slice(suggestedName.lastIndexOf('.') + 1)
      const w = hostWords().dialogs
      const options = {
        title: w.export,
        defaultPath: join(app.getPath('downloads'), suggestedName),
        filters: [
          { name: extension === ARCHIVE_EXTENSION ? w.archive : extension.toUpperCase(), extensions: [extension] },
        ],
      }
      const window = ownWindow()
      const { canceled, filePath } = await (window === null
        ? dialog.showSaveDialog(options)
        : dialog.showSaveDialog(window, options))
      return canceled || filePath === '' ? null : filePath
    },
    async chooseOpen() {
      const w = hostWords().dialogs
      const options = {
        title: w.import,
        properties: ['openFile' as const],
        filters: [
          { name: w.archivesAndHars, extensions: [ARCHIVE_EXTENSION, 'har'] },
          { name: w.allFiles, extensions: ['*'] },
        ],
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
