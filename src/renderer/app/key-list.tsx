import { useExternalStore } from '../lib/external-store.ts'
import { describeCombo } from '../lib/key-combo.ts'
import { actions, keysOf } from '../lib/keys.ts'
import { Dialog } from '../ui/dialog.tsx'
import { Kbd } from '../ui/kbd.tsx'
import { VisibleText } from '../ui/visible-text.tsx'
import { groupActions } from './action-groups.ts'

/** Every key that does something in the view that is shown. */
export function KeyList({ open, onClose }: { open: boolean; onClose: () => void }) {
  const all = useExternalStore(actions)
  const groups = groupActions(all.filter((action) => keysOf(action).length > 0))
  return (
    <Dialog open={open} onClose={onClose} title="Keys" width="l">
      <div className="columns-2 gap-8 max-[700px]:columns-1">
        {groups.map(({ group, actions: found }) => (
          <section key={group} aria-label={group} className="mb-4 break-inside-avoid">
            <h3 className="mb-1 text-s font-semibold text-muted">{group}</h3>
            <dl>
              {found.map((action) => (
                <div key={action.id} className="flex items-center gap-3 py-0.5">
                  <dt className="min-w-0 flex-1 wrap-anywhere">
                    <VisibleText text={action.title} max={300} />
                  </dt>
                  <dd className="flex gap-2">
                    {keysOf(action).map((combo) => (
                      <span key={combo}>
                        <span className="only-heard">{describeCombo(combo).join(' ')}</span>
                        <Kbd combo={combo} />
                      </span>
                    ))}
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  )
}
