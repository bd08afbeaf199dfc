import { ChevronDown, Copy } from 'lucide-react'
import { toCurl, toJsonLine, toRawRequest } from '../../../../core/as-text.ts'
import { linkToPostback } from '../../../../core/deep-link.ts'
import { toHar } from '../../../../core/har-entry.ts'
import type { PostbackDetail } from '../../../../core/postback.ts'
import { words } from '../../../../words/words.ts'
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
  const { copied, copyMenu } = words().detail
  const copyCurl = (): void => void copyAndSay(toCurl(detail, baseUrlOf(overview).url ?? USUAL_ADDRESS), copied.curl)
  const copyRaw = (): void => void copyAndSay(toRawRequest(detail), copied.raw)
  const copyJson = (): void => {
    const json = JSON.stringify(toJsonLine(detail, endpointName), null, 2)
    void copyAndSay(json, copied.json)
  }
  const har = (): string => toHar(detail, endpointName, overview.info.version) ?? ''
  const copyHar = (): void => void copyAndSay(har(), copied.har)
  const copyTarget = (): void => void copyAndSay(detail.target ?? '', copied.target)
  // Only the installed app answers to such links.
  const hasLink = overview.info.face === 'desktop'
  const copyLink = (): void => void copyAndSay(linkToPostback(detail.id), copied.link)

  useAction({ id: 'postback.copyCurl', run: copyCurl })
  useAction({ id: 'postback.copyRaw', run: copyRaw })
  useAction({ id: 'postback.copyJson', run: copyJson })
  useAction(detail.target === null ? null : { id: 'postback.copyHar', run: copyHar })
  useAction(detail.target === null ? null : { id: 'postback.copyTarget', run: copyTarget })
  useAction(hasLink ? { id: 'postback.copyLink', run: copyLink } : null)

  const items: readonly MenuItem[] = [
    { label: copyMenu.curl, action: 'postback.copyCurl', run: copyCurl },
    { label: copyMenu.raw, action: 'postback.copyRaw', run: copyRaw },
    { label: copyMenu.json, action: 'postback.copyJson', run: copyJson },
    { label: copyMenu.har, action: 'postback.copyHar', run: copyHar, disabled: detail.target === null },
    { label: copyMenu.target, action: 'postback.copyTarget', run: copyTarget, disabled: detail.target === null },
    ...(hasLink ? [{ label: copyMenu.link, action: 'postback.copyLink', run: copyLink } as const] : []),
  ]
  return (
    <Menu
      label={copyMenu.label}
      items={items}
      trigger={
        <Button size="s" icon={<Copy aria-hidden="true" size={13} />}>
          {copyMenu.label}
          <ChevronDown aria-hidden="true" size={13} />
        </Button>
      }
    />
  )
}
