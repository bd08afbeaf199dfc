import { words } from '../../../../words/words.ts'
import { useAction } from '../../../lib/keys.ts'
import { navigate } from '../../../lib/navigation.ts'
import { useViews } from './use-views.ts'

/** Every saved view by its name, for the palette; from anywhere. Draws nothing. */
export function ViewActions() {
  const { views, choose } = useViews()
  return views.map((view) => (
    <ViewAction
      key={view.name}
      name={view.name}
      onChoose={() => {
        choose(view)
        navigate('postbacks')
      }}
    />
  ))
}

function ViewAction({ name, onChoose }: { name: string; onChoose: () => void }) {
  useAction({
    id: `savedView:${name}`,
    title: words().views.action(name),
    group: words().actions.groups.savedViews,
    run: onChoose,
  })
  return null
}
