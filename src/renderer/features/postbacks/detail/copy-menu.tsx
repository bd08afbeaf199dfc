import { ChevronDown, Copy } from 'lucide-react'
import { toCurl, toJsonLine, toRawRequest } from '../../../../core/as-text.ts'
import { toHar } from '../../../../core/har-entry.ts'
import type { PostbackDetail } from '../../../../core/postback.ts'
import { baseUrlOf } from '../../../lib/dashboard.ts'
import { useOverview } from '../../../lib/inspector.tsx'
import { useAction } from '../../../lib/keys.ts'
import { Button } from '../../../ui/button.tsx'
import { copyAndSay } from '../../../ui/copy-button.tsx'
import { Menu, type MenuItem } from '../../../ui/menu.tsx'

/** Where the receiver stands while it is not listening: only so that a copied command has an address. */
const USUAL_ADDRESS = 'http://127.0.0.1:4070'

/** Copies the request in the form that the next tool wants. */
export function CopyMenu({ detail, endpointName }: { detail: PostbackDetail; endpointName: string | null }) {
  const overview = useOverview()
  const copyCurl = (): void =>
    void copyAndSay(toCurl(detail, baseUrlOf(overview).url ?? USUAL_ADDRESS), 'the cURL command')
  const copyRaw = (): void => void copyAndSay(toRawRequest(detail), 'the raw request')
  const copyJson = (): void => {
    const json = JSON.stringify(toJsonLine(detail, endpointName), null, 2)
    void copyAndSay(json, 'the postback as JSON')
  }
  const har = (): string => toHar(detail, endpointName, overview.info.version) ?? ''
  const copyHar = (): void => void copyAndSay(har(), 'the postback as HAR')
  const copyTarget = (): void => void copyAndSay(detail.target ?? '', 'the target')

  const group = 'Postback'
  useAction({ id: 'postback.copyCurl', title: 'Copy as cURL', key: 'c c', group, run: copyCurl })
  useAction({ id: 'postback.copyRaw', title: 'Copy the raw request', key: 'c r', group, run: copyRaw })
  useAction({ id: 'postback.copyJson', title: 'Copy as JSON', key: 'c j', group, run: copyJson })
  useAction(
    detail.target === null ? null : { id: 'postback.copyHar', title: 'Copy as HAR', key: 'c h', group, run: copyHar },
  )
  useAction(
    detail.target === null
      ? null
      : { id: 'postback.copyTarget', title: 'Copy the target', key: 'c t', group, run: copyTarget },
  )

  const items: readonly MenuItem[] = [
    { label: 'cURL', shortcut: 'c c', run: copyCurl },
    { label: 'Raw request', shortcut: 'c r', run: copyRaw },
    { label: 'JSON', shortcut: 'c j', run: copyJson },
    { label: 'HAR', shortcut: 'c h', run: copyHar, disabled: detail.target === null },
    { label: 'Target', shortcut: 'c t', run: copyTarget, disabled: detail.target === null },
  ]
  return (
    <Menu
      label="Copy as"
      items={items}
      trigger={
        <Button size="s" icon={<Copy aria-hidden="true" size={13} />}>
          Copy as
          <ChevronDown aria-hidden="true" size={13} />
        </Button>
      }
    />
  )
}
