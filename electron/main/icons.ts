import { join } from 'node:path'
import { type NativeImage, nativeImage } from 'electron'

/** Beside the built code, in the package as in the source tree; made by `scripts/icons.mjs`. */
const ICONS = join(import.meta.dirname, '../../resources/icon')

/** What the tray's icon says by its shape: all is well, failures wait to be seen, or nothing can arrive. */
export type TrayMark = 'calm' | 'unseen' | 'trouble'

/** The app's own icon of that size. */
export function iconFile(name: `${number}x${number}.png`): string {
  return join(ICONS, 'linux', name)
}

/**
 * The tray's icon. macOS colours a template by itself; Windows takes the size that fits its scale from the files beside;
 * Linux is given one that is large enough for every panel.
 */
export function trayIcon(mark: TrayMark): NativeImage {
  if (process.platform === 'darwin') return nativeImage.createFromPath(join(ICONS, 'tray', `${mark}Template.png`))
  return nativeImage.createFromPath(
    join(ICONS, 'tray', process.platform === 'win32' ? `${mark}.png` : `${mark}-32.png`),
  )
}

/** What Windows lays over the taskbar's button while failures wait to be seen. */
export function overlayIcon(): NativeImage {
  return nativeImage.createFromPath(join(ICONS, 'tray', 'overlay.png'))
}
