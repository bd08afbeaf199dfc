import {
  BadgeCheck,
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
import { Kbd } from '../ui/kbd.tsx'
import { Tooltip } from '../ui/tooltip.tsx'

export const NAVIGATION: readonly { view: View; label: string; key: string; icon: LucideIcon }[] = [
  { view: 'postbacks', label: 'Postbacks', key: 'g p', icon: Inbox },
  { view: 'verify', label: 'Verify', key: 'g v', icon: BadgeCheck },
  { view: 'users', label: 'Users', key: 'g u', icon: Users },
  { view: 'simulator', label: 'Simulator', key: 'g m', icon: FlaskConical },
  { view: 'endpoints', label: 'Endpoints', key: 'g e', icon: Waypoints },
  { view: 'tunnel', label: 'Tunnel', key: 'g t', icon: Globe },
  { view: 'settings', label: 'Settings', key: 'g s', icon: Settings },
]

const ITEM_LOOK = 'flex h-8 w-full items-center gap-2.5 rounded-m px-2 text-muted hover:bg-hover hover:text-ink'
/** Where there is little room, the icons stand alone; the words remain their names. */
const WORDS = 'flex-1 text-left max-[1100px]:only-heard'
const KEYS = 'opacity-0 group-hover:opacity-100 group-focus-visible:opacity-100 max-[1100px]:hidden'

export function Sidebar({ onPalette, onKeys }: { onPalette: () => void; onKeys: () => void }) {
  const { view: current } = useRoute()
  return (
    <aside className="flex w-44 shrink-0 flex-col gap-1 border-r border-line bg-canvas p-2 max-[1100px]:w-12">
      <div className="flex h-9 items-center gap-2.5 px-1.5 font-semibold tracking-tight">
        <Logo />
        <span className="max-[1100px]:only-heard">Inspector</span>
      </div>
      <nav aria-label="Views">
        <ul className="flex flex-col gap-0.5">
          {NAVIGATION.map(({ view, label, key, icon: Icon }) => (
            <li key={view}>
              <Tooltip text={label} shortcut={key}>
                <a
                  href={hashOf({ view, id: null })}
                  aria-current={view === current ? 'page' : undefined}
                  className={cx(
                    'group',
                    ITEM_LOOK,
                    view === current && 'bg-selected font-medium text-ink hover:bg-selected',
                  )}
                >
                  <Icon aria-hidden="true" size={16} className="shrink-0" />
                  <span className={WORDS}>{label}</span>
                </a>
              </Tooltip>
            </li>
          ))}
        </ul>
      </nav>
      <div className="mt-auto flex flex-col gap-0.5">
        <Tooltip text="Find any command" shortcut="mod+k">
          <button type="button" className={cx('group', ITEM_LOOK)} onClick={onPalette}>
            <Command aria-hidden="true" size={16} className="shrink-0" />
            <span className={WORDS}>Commands</span>
            <span className={KEYS}>
              <Kbd combo="mod+k" />
            </span>
          </button>
        </Tooltip>
        <Tooltip text="All keys" shortcut="?">
          <button type="button" className={cx('group', ITEM_LOOK)} onClick={onKeys}>
            <Keyboard aria-hidden="true" size={16} className="shrink-0" />
            <span className={WORDS}>Keys</span>
            <span className={KEYS}>
              <Kbd combo="?" />
            </span>
          </button>
        </Tooltip>
      </div>
    </aside>
  )
}

function Logo() {
  return (
    <svg aria-hidden="true" width="20" height="20" viewBox="0 0 32 32" className="shrink-0">
      <rect width="32" height="32" rx="8" className="fill-accent-solid" />
      <path
        d="M8 17.5 13.5 23 24 10"
        fill="none"
        stroke="#fff"
        strokeWidth="3.6"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  )
}
