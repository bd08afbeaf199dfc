import { CallError } from '../../contract/errors.ts'
import type { Handlers } from '../../contract/router.ts'
import { errorsWords } from '../../words/of/errors.ts'
import type { DesktopFace } from '../config.ts'

/** What only the desktop app has: windows, tray, login item. */
export function desktopHandlers(face: DesktopFace | null) {
  const desktop = (): DesktopFace => {
    if (face === null) throw new CallError('refused', errorsWords().desktop.only)
    return face
  }
  return {
    'desktop.state': () => desktop().state(),
    'desktop.startAtLogin': ({ wanted }) => desktop().startAtLogin(wanted),
    'desktop.openPostback': ({ id }) => {
      desktop().openPostback(id)
      return {}
    },
    'desktop.show': (place) => {
      desktop().show(place)
      return {}
    },
    'desktop.takeAsked': () => ({ command: desktop().takeAsked() }),
  } satisfies Partial<Handlers>
}
