import type { Handlers } from '../../contract/router.ts'
import type { Transfers } from '../transfers.ts'

/** Files out of the history and into it. */
export function transferHandlers(transfers: Transfers) {
  return {
    'export.start': (wish) => transfers.startExport(wish),
    'export.cancel': ({ id }) => {
      transfers.cancel(id)
      return {}
    },
    'export.jobs': () => transfers.jobs,
    'import.choose': () => transfers.chooseImport(),
    'import.begin': ({ fileName }) => transfers.beginUpload(fileName),
    'import.piece': async ({ id, bytesBase64 }) => {
      await transfers.addPiece(id, Buffer.from(bytesBase64, 'base64'))
      return {}
    },
    'import.end': async ({ id }) => {
      await transfers.endUpload(id)
      return {}
    },
    'import.cancel': ({ id }) => {
      transfers.cancel(id)
      return {}
    },
  } satisfies Partial<Handlers>
}
