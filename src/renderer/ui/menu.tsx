import { Check } from 'lucide-react'
import { DropdownMenu } from 'radix-ui'
import type { ReactNode } from 'react'
import type { ActionId } from '../lib/actions/action-table.ts'
import { cx } from '../lib/cx.ts'
import { placed } from '../lib/placed.ts'
import { ActionKeys } from './kbd.tsx'

export type MenuItem =
  | {
      readonly type?: 'action'
      readonly label: string
      readonly run: () => void
      readonly icon?: ReactNode
      /** What it does: its present key stands beside it. */
      readonly action?: ActionId
      readonly danger?: boolean
      readonly disabled?: boolean
    }
  | {
      readonly type: 'check'
      readonly label: string
      readonly checked: boolean
      readonly onChange: (checked: boolean) => void
      readonly disabled?: boolean
    }
  | { readonly type: 'separator' }
  | { readonly type: 'heading'; readonly label: string }

const ITEM_LOOK =
  'flex h-control items-center gap-2 rounded-m px-2 outline-none select-none data-highlighted:bg-hover ' +
  'data-disabled:opacity-50'

/** A button's menu. `trigger` is one button; `label` names the list. */
export function Menu({
  label,
  trigger,
  items,
  align = 'end',
}: {
  label: string
  trigger: ReactNode
  items: readonly MenuItem[]
  align?: 'start' | 'end'
}) {
  return (
    // Not modal: a modal menu locks scrolling by an injected style, which the content security policy forbids.
    <DropdownMenu.Root modal={false}>
      <DropdownMenu.Trigger asChild>{trigger}</DropdownMenu.Trigger>
      <Content label={label} items={items} align={align} />
    </DropdownMenu.Root>
  )
}

/** A menu at a point of the window (in CSS pixels), open until it is closed: for what is asked by the right button. */
export function MenuAt({
  label,
  items,
  x,
  y,
  onClose,
}: {
  label: string
  items: readonly MenuItem[]
  x: number
  y: number
  /** Also gives the focus back. */
  onClose: () => void
}) {
  return (
    <DropdownMenu.Root open modal={false} onOpenChange={(open) => !open && onClose()}>
      <DropdownMenu.Trigger asChild>
        <span aria-hidden="true" className="pointer-events-none fixed size-0" style={{ left: x, top: y }} />
      </DropdownMenu.Trigger>
      <Content label={label} items={items} align="start" onClosed={(event) => event.preventDefault()} />
    </DropdownMenu.Root>
  )
}

function Content({
  label,
  items,
  align,
  onClosed,
}: {
  label: string
  items: readonly MenuItem[]
  align: 'start' | 'end'
  onClosed?: (event: Event) => void
}) {
  return (
    <DropdownMenu.Portal>
      <DropdownMenu.Content
        aria-label={label}
        align={align}
        sideOffset={4}
        collisionPadding={8}
        onCloseAutoFocus={onClosed}
        className="appearing z-40 max-h-(--radix-dropdown-menu-content-available-height) max-w-96 min-w-44 overflow-auto rounded-l bg-raised p-1 text-m text-ink shadow-float"
      >
        {placed(items).map(({ item, place }) => (
          <Item key={place} item={item} />
        ))}
      </DropdownMenu.Content>
    </DropdownMenu.Portal>
  )
}

function Item({ item }: { item: MenuItem }) {
  switch (item.type) {
    case 'separator':
      return <DropdownMenu.Separator className="my-1 h-px bg-line" />
    case 'heading':
      return <DropdownMenu.Label className="px-2 py-1 text-s text-muted">{item.label}</DropdownMenu.Label>
    case 'check':
      return (
        <DropdownMenu.CheckboxItem
          checked={item.checked}
          disabled={item.disabled ?? false}
          onCheckedChange={item.onChange}
          // Several are often switched in a row: the menu stays.
          onSelect={(event) => event.preventDefault()}
          className={ITEM_LOOK}
        >
          <span className="flex w-4 justify-center">
            <DropdownMenu.ItemIndicator>
              <Check aria-hidden="true" size={14} />
            </DropdownMenu.ItemIndicator>
          </span>
          {item.label}
        </DropdownMenu.CheckboxItem>
      )
    case 'action':
    case undefined:
      return (
        <DropdownMenu.Item
          disabled={item.disabled ?? false}
          onSelect={item.run}
          className={cx(ITEM_LOOK, item.danger && 'text-fail')}
        >
          {item.icon}
          <span className="flex-1 truncate">{item.label}</span>
          <ActionKeys action={item.action} />
        </DropdownMenu.Item>
      )
    default:
      return item satisfies never
  }
}
