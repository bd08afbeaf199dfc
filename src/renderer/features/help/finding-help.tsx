import { ArrowLeft } from 'lucide-react'
import { useState } from 'react'
import type { FindingCode } from '../../../core/findings/codes.ts'
import { findingPage } from '../../../core/help/finding-pages.ts'
import { words } from '../../../words/words.ts'
import { useAction } from '../../lib/keys.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { FindingPageBody } from './finding-page-body.tsx'
import { helpLink, LINK_LOOK } from './help-link.ts'

/**
 * Beside a finding: opens its page over what is being read, so that Escape leads back to the very same place.
 * `leading`: the finding that the verdict is about, which has a key as well.
 */
export function FindingHelp({ code, leading }: { code: FindingCode; leading: boolean }) {
  const w = words().help.finding
  /** The pages that were gone through, the one that is shown last; empty while nothing is open. */
  const [trail, setTrail] = useState<readonly FindingCode[]>([])
  const shown = trail.at(-1)
  const open = (): void => setTrail([code])
  useAction(leading ? { id: 'finding.explain', title: w.explain(code), run: open } : null)
  return (
    <>
      <button
        type="button"
        aria-haspopup="dialog"
        aria-label={w.whatOf(code)}
        onClick={open}
        className="text-s text-muted underline decoration-dotted underline-offset-2 hover:text-ink"
      >
        {w.what}
      </button>
      {shown !== undefined && (
        <FindingDialog
          // Another page is another dialog: it begins at its top, with the focus on its title.
          key={shown}
          code={shown}
          onOther={(other) => setTrail([...trail, other])}
          onBack={trail.length > 1 ? () => setTrail(trail.slice(0, -1)) : null}
          onClose={() => setTrail([])}
        />
      )}
    </>
  )
}

function FindingDialog({
  code,
  onOther,
  onBack,
  onClose,
}: {
  code: FindingCode
  onOther: (code: FindingCode) => void
  /** Null on the first page. */
  onBack: (() => void) | null
  onClose: () => void
}) {
  const w = words().help.finding
  return (
    <Dialog
      open
      onClose={onClose}
      title={findingPage(code).title}
      width="l"
      footer={
        <div className="flex min-h-control w-full items-center gap-4">
          {onBack !== null && (
            <Button size="s" variant="ghost" icon={<ArrowLeft aria-hidden="true" size={13} />} onClick={onBack}>
              {w.back}
            </Button>
          )}
          <a href={helpLink(code)} className={LINK_LOOK}>
            {w.inHelp}
          </a>
        </div>
      }
    >
      <div className="flex flex-col gap-4">
        <FindingPageBody
          code={code}
          renderLink={(other) => (
            <button type="button" className={`font-mono text-s ${LINK_LOOK}`} onClick={() => onOther(other)}>
              {other}
            </button>
          )}
        />
      </div>
    </Dialog>
  )
}
