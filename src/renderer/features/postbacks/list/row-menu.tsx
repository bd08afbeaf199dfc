import { exactUserFilter } from '../../../../core/filter-edit.ts'
import type { PostbackSummary } from '../../../../core/postback.ts'
import { words } from '../../../../words/words.ts'
import { ACTIONS, type ActionId } from '../../../lib/actions/action-table.ts'
import { useClient, useOverview } from '../../../lib/inspector.tsx'
import { openOwnWindow } from '../../../lib/own-window.ts'
import { setQuery } from '../../../lib/postback-view.ts'
import { MenuAt, type MenuItem } from '../../../ui/menu.tsx'
import { askOf } from '../asked-action.ts'

/** Where a row's menu was asked for, in CSS pixels of the window. */
export interface RowMenuPlace {
  readonly row: PostbackSummary
  readonly x: number
  readonly y: number
}

const LINE = { type: 'separator' } as const

/** What can be done with a row's postback. All but the first lines open its details, and do it there. */
export function RowMenu({
  at: { row, x, y },
  onOpen,
  onClose,
}: {
  at: RowMenuPlace
  onOpen: (id: number) => void
  onClose: () => void
}) {
  const w = words().postbacks.rowMenu
  const client = useClient()
  const { face } = useOverview().info
  const { id, userId } = row
  const isHttp = row.target !== null
  const does = (action: ActionId): MenuItem => ({
    label: ACTIONS[action].title,
    action,
    danger: action === 'postback.remove',
    run: () => {
      onOpen(id)
      askOf(id, action)
    },
  })
  const only = (actions: readonly ActionId[], possible: boolean): readonly MenuItem[] =>
    possible ? actions.map(does) : []
  const items: readonly MenuItem[] = [
    { label: w.open, run: () => onOpen(id) },
    {
      label: ACTIONS['postback.ownWindow'].title,
      action: 'postback.ownWindow',
      run: () => openOwnWindow(client, face, id),
    },
    ...(userId === null || userId === ''
      ? []
      : [{ label: w.onlyUser, run: () => setQuery(exactUserFilter(userId)) } satisfies MenuItem]),
    LINE,
    ...only(['postback.copyLink'], face === 'desktop'),
    ...only(['postback.copyCurl', 'postback.copyRaw', 'postback.copyJson'], true),
    ...only(['postback.copyHar'], isHttp),
    ...(isHttp ? [LINE] : []),
    ...only(['postback.replay', 'postback.editReplay'], isHttp),
    ...only(['compare.previous'], isHttp && userId !== null),
    LINE,
    ...only(['postback.pin', 'postback.note'], true),
    LINE,
    does('postback.remove'),
  ]
  return <MenuAt label={w.label(id)} items={items} x={x} y={y} onClose={onClose} />
}
