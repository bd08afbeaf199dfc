import { randomUUID } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { expect } from '@playwright/test'
import type { Running } from '../fixtures.ts'

/**
 * Saves what `act` has the screen write into a file of this folder, as its user would: by the system's dialog on the
 * desktop, as a download in the browser. Answers with the file's path and the name that was suggested.
 */
export async function saved(
  running: Running,
  folder: string,
  act: () => Promise<void>,
): Promise<{ path: string; suggested: string }> {
  const path = join(folder, `saved-${randomUUID()}`)
  if (running.desktop === null) {
    const [download] = await Promise.all([running.page.waitForEvent('download'), act()])
    await download.saveAs(path)
    return { path, suggested: download.suggestedFilename() }
  }
  await running.desktop.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = (...all: unknown[]) => {
      const options = all.at(-1) as { defaultPath: string }
      Object.assign(globalThis, { suggestedPath: options.defaultPath })
      return Promise.resolve({ canceled: false, filePath })
    }
  }, path)
  await act()
  await expect
    .poll(() =>
      readFile(path).then(
        () => true,
        () => false,
      ),
    )
    .toBe(true)
  const suggested = await running.desktop.evaluate(() =>
    String((globalThis as { suggestedPath?: string }).suggestedPath),
  )
  return { path, suggested: basename(suggested) }
}

/** Has the screen take this file where `act` asks for one. */
export async function opened(running: Running, path: string, act: () => Promise<void>): Promise<void> {
  if (running.desktop === null) {
    const chosen = running.page.waitForEvent('filechooser')
    // A page that is busy hears of it later than of the next key, and its dialog would be the browser's own: an answer
    // of the page says that it has.
    await running.page.evaluate(() => new Promise((resolve) => requestAnimationFrame(resolve)))
    const [chooser] = await Promise.all([chosen, act()])
    await chooser.setFiles(path)
    return
  }
  await running.desktop.evaluate(({ dialog }, filePath) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [filePath] })
  }, path)
  await act()
}
