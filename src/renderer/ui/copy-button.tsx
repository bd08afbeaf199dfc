import { Check, Copy } from 'lucide-react'
import { useEffect, useState } from 'react'
import { words } from '../../words/words.ts'
import type { ActionId } from '../lib/actions/action-table.ts'
import { copyText } from '../lib/copy-text.ts'
import { say } from '../lib/messages.ts'
import { Button, type ButtonVariant } from './button.tsx'
import { IconButton } from './icon-button.tsx'
import { announce } from './live-region.tsx'

const COPIED_FOR_MS = 1600

/** Copies, and says so. Use it where copying has other triggers too (a key, a menu). `what`: see `copiedWhat`. */
export async function copyAndSay(text: string, what: string): Promise<boolean> {
  const copied = await copyText(text)
  if (copied) announce(words().ui.copiedWhat(what))
  else say(words().ui.copyRefused, { severity: 'error' })
  return copied
}

/** Copies `text`. With `children` it is a button with words, else an icon named by `label`. */
export function CopyButton({
  text,
  label,
  children,
  variant = 'secondary',
  size = 'm',
  action,
  className,
}: {
  text: string
  label: string
  children?: string
  variant?: ButtonVariant
  size?: 's' | 'm'
  action?: ActionId
  className?: string
}) {
  const w = words().ui
  const [copied, setCopied] = useState(false)
  useEffect(() => {
    if (!copied) return
    const timer = setTimeout(() => setCopied(false), COPIED_FOR_MS)
    return () => clearTimeout(timer)
  }, [copied])

  const icon = copied ? <Check aria-hidden="true" size={14} /> : <Copy aria-hidden="true" size={14} />
  const onClick = (): void => void copyAndSay(text, label).then(setCopied)
  const rest = { size, onClick, action, ...(className ? { className } : {}) }
  if (children === undefined) return <IconButton label={copied ? w.copied : label} icon={icon} {...rest} />
  return (
    // Where the words on it are its name, they stay it, with the key beside them left out.
    <Button variant={variant} icon={icon} aria-label={label === children ? undefined : label} {...rest}>
      {/* Both words lie over each other, so that the button keeps its width. */}
      <span className="grid">
        <span className={copied ? 'invisible col-start-1 row-start-1' : 'col-start-1 row-start-1'}>{children}</span>
        <span className={copied ? 'col-start-1 row-start-1 text-left' : 'invisible col-start-1 row-start-1'}>
          {w.copied}
        </span>
      </span>
    </Button>
  )
}
