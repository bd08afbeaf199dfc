import { X } from 'lucide-react'
import { type ReactNode, useEffect, useEffectEvent, useId, useLayoutEffect, useRef } from 'react'
import { words } from '../../words/words.ts'
import { cx } from '../lib/cx.ts'
import { IconButton } from './icon-button.tsx'
import { closeTooltips } from './tooltip.tsx'
import { VisibleText } from './visible-text.tsx'

export interface DialogProps {
  open: boolean
  onClose: () => void
  title: string
  hideTitle?: boolean
  children: ReactNode
  footer?: ReactNode
  width?: 's' | 'm' | 'l' | 'xl'
  /** The content holds nothing that takes the focus: it takes it itself, so that keys can scroll it. */
  reading?: boolean
}

/** The browser's own modal dialog: it keeps the focus, closes on Esc and needs no injected styles. */
export function Dialog({ open, ...rest }: DialogProps) {
  return open ? <OpenDialog {...rest} /> : null
}

function OpenDialog({
  onClose,
  title,
  hideTitle = false,
  children,
  footer,
  width = 'm',
  reading = false,
}: Omit<DialogProps, 'open'>) {
  const ref = useRef<HTMLDialogElement>(null)
  const titleRef = useRef<HTMLHeadingElement>(null)
  const titleId = useId()
  const pressed = useEffectEvent((event: MouseEvent) => {
    // A press on the backdrop has the dialog itself as its target: the content fills the rest.
    if (event.target === ref.current) onClose()
  })
  useEffect(() => {
    const dialog = ref.current
    const listen = (event: MouseEvent): void => pressed(event)
    dialog?.addEventListener('mousedown', listen)
    return () => dialog?.removeEventListener('mousedown', listen)
  }, [])
  // Layout: it must be closed while it is still in the page, or the focus does not go back to where it was.
  useLayoutEffect(() => {
    const dialog = ref.current
    if (!dialog) return
    dialog.showModal()
    closeTooltips()
    // Not on the first button, which would open its tooltip; where the title is hidden, the content has a field.
    const first = titleRef.current ?? dialog.querySelector('input')
    first?.focus()
    return () => dialog.close()
  }, [])

  return (
    <dialog
      ref={ref}
      aria-labelledby={titleId}
      onCancel={(event) => {
        event.preventDefault()
        onClose()
      }}
      className={cx(
        'max-h-[calc(100vh-64px)] max-w-[calc(100vw-32px)] overflow-clip rounded-l bg-raised p-0 text-ink shadow-float',
        { s: 'w-[420px]', m: 'w-[560px]', l: 'w-[760px]', xl: 'w-[1080px]' }[width],
      )}
    >
      <div className="flex max-h-[calc(100vh-64px)] flex-col">
        {hideTitle ? (
          <h2 id={titleId} className="only-heard">
            <VisibleText text={title} max={300} />
          </h2>
        ) : (
          <header className="flex items-center gap-2 px-4 pt-3 pb-1">
            <h2 ref={titleRef} id={titleId} tabIndex={-1} className="min-w-0 flex-1 text-l font-semibold outline-none">
              <VisibleText text={title} max={300} />
            </h2>
            <IconButton label={words().ui.close} icon={<X aria-hidden="true" size={16} />} onClick={onClose} />
          </header>
        )}
        <div
          {...(reading ? { role: 'group', 'aria-labelledby': titleId, tabIndex: 0 } : {})}
          className={cx('min-h-0 flex-1 overflow-auto focus-visible:outline-offset-[-2px]', !hideTitle && 'px-4 pb-4')}
        >
          {children}
        </div>
        {footer !== undefined && (
          <footer className="flex justify-end gap-2 border-t border-line px-4 py-3">{footer}</footer>
        )}
      </div>
    </dialog>
  )
}
