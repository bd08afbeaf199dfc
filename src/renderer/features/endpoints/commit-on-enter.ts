import type { KeyboardEvent } from 'react'
import type { EndpointFormState } from '../../lib/use-endpoint-form.ts'

/** Enter means what is typed, also while the focus stays in its row. */
export function commitOnEnter(state: EndpointFormState): (event: KeyboardEvent) => void {
  return (event) => {
    if (event.key === 'Enter' && !event.nativeEvent.isComposing) state.commit()
  }
}
