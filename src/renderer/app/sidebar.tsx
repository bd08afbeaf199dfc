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
import { cx } from '../lib/cx.ts'
import { hashOf, useRoute, type View } from '../lib/navigation.ts'
import { ActionKeys } from '../ui/kbd.tsx'
import { Tooltip } from '../ui/tooltip.tsx'

interface NavigationItem {
  readonly view: View
  readonly label: string
  readonly icon: LucideIcon
}

const VIEWS: readonly NavigationItem[] = [
  { view: 'postbacks', label: 'Postbacks', icon: Inbox },
  { view: 'insights', label: 'Insights', icon: ChartColumn },
  { view: 'verify', label: 'Verify', icon: BadgeCheck },
  { view: 'users', label: 'Users', icon: Users },
  { view: 'simulator', label: 'Simulator', icon: FlaskConical },
  { view: 'endpoints', label: 'Endpoints', icon: Waypoints },
  { view: 'tunnel', label: 'Tunnel', icon: Globe },
  { view: 'settings', label: 'Settings', icon: Settings },
]
/** Stands with the keys and the commands: what is asked for, not worked in. */
const HELP: NavigationItem = { view: 'help', label: 'Help', icon: CircleQuestionMark }

export const NAVIGATION: readonly NavigationItem[] = [...VIEWS, HELP]

const ITEM_LOOK = 'flex h-8 w-full items-center gap-2.5 rounded-m px-2 text-muted hover:bg-hover hover:text-ink'
/** Where there is little room, the icons stand alone; the words remain their names. */
const WORDS = 'flex-1 text-left max-[68.75rem]:only-heard'
const KEYS = 'opacity-0 group-hover:opacity-100 group-focus-visible:opacity-100 max-[68.75rem]:hidden'

export function Sidebar({ onPalette, onKeys }: { onPalette: () => void; onKeys: () => void }) {
  const { view: current } = useRoute()
  return (
    <aside
      aria-label="Sidebar"
      className="flex w-44 shrink-0 flex-col gap-1 border-r border-line bg-canvas p-2 max-[68.75rem]:w-12"
    >
      <div className="flex h-9 items-center gap-2.5 px-1.5 font-semibold tracking-tight">
        <Logo />
        <span className="max-[68.75rem]:only-heard">Inspector</span>
      </div>
      <nav aria-label="Views">
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
        <Tooltip text="Find any command" action="palette.open">
          <button type="button" className={cx('group', ITEM_LOOK)} onClick={onPalette}>
            <Command aria-hidden="true" size={16} className="shrink-0" />
            <span className={WORDS}>Commands</span>
            <span className={KEYS}>
              <ActionKeys action="palette.open" />
            </span>
          </button>
        </Tooltip>
        <Tooltip text="All keys" action="keys.show">
          <button type="button" className={cx('group', ITEM_LOOK)} onClick={onKeys}>
            <Keyboard aria-hidden="true" size={16} className="shrink-0" />
            <span className={WORDS}>Keys</span>
            <span className={KEYS}>
              <ActionKeys action="keys.show" />
            </span>
          </button>
        </Tooltip>
      </div>
    </aside>
  )
}

function ViewLink({ item: { view, label, icon: Icon }, current }: { item: NavigationItem; current: View }) {
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
