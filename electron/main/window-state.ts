import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { BrowserWindow, Rectangle } from 'electron'
import { screen } from 'electron'
import { z } from 'zod'

const stateSchema = z.object({
  bounds: z.object({ x: z.int(), y: z.int(), width: z.int().min(480), height: z.int().min(320) }),
  maximized: z.boolean(),
})
export type WindowState = z.infer<typeof stateSchema>

const fileIn = (dataFolder: string): string => join(dataFolder, 'window.json')

/** Where the window last stood; null at first, or where that place is on no display any more. */
export function loadWindowState(dataFolder: string): WindowState | null {
  try {
    const state = stateSchema.parse(JSON.parse(readFileSync(fileIn(dataFolder), 'utf8')))
    return isOnADisplay(state.bounds) ? state : null
  } catch {
    // Missing or not ours: the window starts where the system puts it.
    return null
  }
}

/** Remembers the window's place whenever it closes. */
export function keepWindowState(window: BrowserWindow, dataFolder: string): void {
  window.on('close', () => {
    const state: WindowState = { bounds: window.getNormalBounds(), maximized: window.isMaximized() }
    try {
      writeFileSync(fileIn(dataFolder), JSON.stringify(state))
    } catch {
      // A full disk must not keep the window from closing; only its place is forgotten.
    }
  })
}

function isOnADisplay(bounds: Rectangle): boolean {
  return screen.getAllDisplays().some(({ workArea }) => {
    const overlapX = Math.min(bounds.x + bounds.width, workArea.x + workArea.width) - Math.max(bounds.x, workArea.x)
    const overlapY = Math.min(bounds.y + bounds.height, workArea.y + workArea.height) - Math.max(bounds.y, workArea.y)
    return overlapX >= 100 && overlapY >= 100
  })
}
