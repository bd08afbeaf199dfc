import { CallError } from '../../contract/errors.ts'
import type { Handlers } from '../../contract/router.ts'
import { errorsWords } from '../../words/of/errors.ts'

/** Opens one of the inspector's own folders in the system's file manager, where the face has one at hand. */
export function folderHandlers(
  folders: Readonly<Record<'data' | 'logs', string>>,
  openFolder: ((path: string) => Promise<string | null>) | null,
) {
  return {
    'app.openFolder': async ({ folder }) => {
      if (openFolder === null) {
        throw new CallError('refused', errorsWords().desktop.onlyOpensFolders(folders[folder]))
      }
      const failure = await openFolder(folders[folder])
      if (failure !== null)
        throw new CallError('conflict', errorsWords().desktop.folderNotOpened(folders[folder], failure))
      return {}
    },
  } satisfies Partial<Handlers>
}
