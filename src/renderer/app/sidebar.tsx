import {
  BadgeCheck,
  ChartColumn,
  CircleQuestionMark,
  Command,
  FlaskConical,
  Globe,
  Inbox,
  Keyboard,
  type LucideIcon,
  Settings,
  Users,
  Waypoints,
} from 'lucide-react'
import { words } from '../../words/words.ts'
import { cx } from '../lib/cx.ts'
import { hashOf, useRoute, type View } from '../lib/navigation.ts'
import { ActionKeys } from '../ui/kbd.tsx'
import { Tooltip } from '../ui/tooltip.tsx'

interface NavigationItem {
  readonly view: View
  readonly icon: LucideIcon
}

const VIEWS: readonly NavigationItem[] = [
  { view: 'postbacks', icon: Inbox },
  { view: 'insights', icon: ChartColumn },
  { view: 'verify', icon: BadgeCheck },
  { view: 'users', icon: Users },
  { view: 'simulator', icon: FlaskConical },
  { view: 'endpoints', icon: Waypoints },
  { view: 'tunnel', icon: Globe },
  { view: 'settings', icon: Settings },
]
/** Stands with the keys and the commands: what is asked for, not worked in. */
const HELP: NavigationItem = { view: 'help', icon: CircleQuestionMark }

const ITEM_LOOK = 'flex h-8 w-full items-center gap-2.5 rounded-m px-2 text-muted hover:bg-hover hover:text-ink'
/** Where there is little room, the icons stand alone; the words remain their names. */
const WORDS = 'flex-1 text-left max-[68.75rem]:only-heard'
const KEYS = 'opacity-0 group-hover:opacity-100 group-focus-visible:opacity-100 max-[68.75rem]:hidden'

export function Sidebar({ onPalette, onKeys }: { onPalette: () => void; onKeys: () => void }) {
  const { navigation, sidebar: w } = words().shell
  const { view: current } = useRoute()
  return (
    <aside
      aria-label={w.label}
      className="flex w-44 shrink-0 flex-col gap-1 border-r border-line bg-canvas p-2 max-[68.75rem]:w-12"
    >
      <div className="flex h-9 items-center gap-2.5 px-1.5 font-semibold tracking-tight">
        <Logo />
        <span className="max-[68.75rem]:only-heard">{w.product}</span>
      </div>
      <nav aria-label={navigation}>
        <ul className="flex flex-col gap-0.5">
          {VIEWS.map((item) => (
            <li key={item.view}>
              <ViewLink item={item} current={current} />
            </li>
          ))}
        </ul>
      </nav>
      <div className="mt-auto flex flex-col gap-0.5">
        <ViewLink item={HELP} current={current} />
        <Tooltip text={w.findCommand} action="palette.open">
          <button type="button" className={cx('group', ITEM_LOOK)} onClick={onPalette}>
            <Command aria-hidden="true" size={16} className="shrink-0" />
            <span className={WORDS}>{w.commands}</span>
            <span className={KEYS}>
              <ActionKeys action="palette.open" />
            </span>
          </button>
        </Tooltip>
        <Tooltip text={w.allKeys} action="keys.show">
          <button type="button" className={cx('group', ITEM_LOOK)} onClick={onKeys}>
            <Keyboard aria-hidden="true" size={16} className="shrink-0" />
            <span className={WORDS}>{w.keys}</span>
            <span className={KEYS}>
              <ActionKeys action="keys.show" />
            </span>
          </button>
        </Tooltip>
      </div>
    </aside>
  )
}

function ViewLink({ item: { view, icon: Icon }, current }: { item: NavigationItem; current: View }) {
  const label = words().shell.views[view]
  return (
    <Tooltip text={label} action={`view.${view}`}>
      <a
        href={hashOf({ view, id: null })}
        aria-current={view === current ? 'page' : undefined}
        className={cx('group', ITEM_LOOK, view === current && 'bg-selected font-medium text-ink hover:bg-selected')}
      >
        <Icon aria-hidden="true" size={16} className="shrink-0" />
        <span className={WORDS}>{label}</span>
      </a>
    </Tooltip>
  )
}

/** The icon as resources/icon/source/small.svg has it, in the theme’s own accent. */
function Logo() {
  return (
    <svg aria-hidden="true" width="20" height="20" viewBox="0 0 32 32" className="shrink-0">
      <rect width="32" height="32" rx="7.5" className="fill-accent-solid" />
      <g fill="none" stroke="#fff" strokeLinecap="round" strokeLinejoin="round">
        <path d="M7.5 11.5v-4h4M7.5 20.5v4h4M20.5 24.5h4v-4" strokeOpacity={0.6} strokeWidth={2.2} />
        <path d="m9 15.8 3.7 3.7L24.5 7.5M18.6 7.5h5.9v5.9" strokeWidth={3.2} />
      </g>
    </svg>
  )
}
