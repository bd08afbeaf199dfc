import { ChevronDown } from 'lucide-react'
import type { TunnelStatus } from '../../../core/status.ts'
import { words } from '../../../words/words.ts'
import { Button } from '../../ui/button.tsx'
import { Menu, type MenuItem } from '../../ui/menu.tsx'

export interface TunnelCommands {
  readonly open: () => void
  readonly close: () => void
  readonly probe: () => void
  readonly showView: () => void
}

/** What can be done about the tunnel in its present state. */
export function TunnelMenu({ tunnel, commands }: { tunnel: TunnelStatus; commands: TunnelCommands }) {
  const w = words().strip.tunnelMenu
  const items: MenuItem[] = []
  const off = tunnel.state === 'off'
  if (tunnel.provider === 'none') {
    items.push({ type: 'heading', label: w.noneChosen })
  } else {
    items.push({
      label: off ? w.open : w.retry,
      action: 'tunnel.open',
      run: commands.open,
      disabled: tunnel.state === 'opening',
    })
    items.push({ label: w.probe, action: 'tunnel.probe', run: commands.probe, disabled: tunnel.url === null })
    items.push({ label: w.close, action: 'tunnel.close', run: commands.close, disabled: off })
  }
  items.push({ type: 'separator' }, { label: w.settings, action: 'view.tunnel', run: commands.showView })
  return (
    <Menu
      label={w.label}
      trigger={
        <Button variant="ghost" size="s" aria-label={w.button} className="px-1">
          <ChevronDown aria-hidden="true" size={14} />
        </Button>
      }
      items={items}
    />
  )
}
