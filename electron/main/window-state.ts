import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { BrowserWindow } from 'electron'
import { screen } from 'electron'
import { z } from 'zod'
import { placeOn } from './window-place.ts'

const stateSchema = z.object({
  bounds: z.object({ x: z.int(), y: z.int(), width: z.int().min(480), height: z.int().min(320) }),
  maximized: z.boolean(),
})
export type WindowState = z.infer<typeof stateSchema>

/** Whose place is kept: the main window's, and that of the last window that a postback had for itself. */
export type KeptWindow = 'window' | 'postback-window'

const fileIn = (dataFolder: string, which: KeptWindow): string => join(dataFolder, `${which}.json`)

/** Where the window last stood; null at first, or where that place is on no display any more. */
export function loadWindowState(dataFolder: string, which: KeptWindow): WindowState | null {
  try {
    const state = stateSchema.parse(JSON.parse(readFileSync(fileIn(dataFolder, which), 'utf8')))
    const bounds = placeOn(workAreas(), state.bounds)
    return bounds === null ? null : { ...state, bounds }
  } catch {
    // Missing or not ours: the window starts where the system puts it.
    return null
  }
}

/** Remembers the window's place whenever it closes, or is hidden instead. */
export function keepWindowState(window: BrowserWindow, dataFolder: string, which: KeptWindow): void {
  window.on('close', () => {
    const state: WindowState = { bounds: window.getNormalBounds(), maximized: window.isMaximized() }
    try {
      writeFileSync(fileIn(dataFolder, which), JSON.stringify(state))
    } catch {
      // A full disk must not keep the window from closing; only its place is forgotten.
    }
  })
}

/** Brings a window back that stands where no display is any more: one was unplugged while it was hidden. */
export function bringIntoSight(window: BrowserWindow): void {
  if (window.isMaximized() || window.isFullScreen()) return
  const bounds = window.getNormalBounds()
  if (placeOn(workAreas(), bounds) === null) window.center()
}

function workAreas() {
  return screen.getAllDisplays().map(({ workArea }) => workArea)
}
