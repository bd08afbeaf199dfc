import { useRef, useState } from 'react'

/** Selected text that is longer is hardly what somebody looks for. */
const LONGEST_SELECTION = 200

export interface FindBarState {
  /** 0 while it is closed; another number each time it is asked for. */
  readonly opened: number
  readonly wanted: string
  readonly setWanted: (wanted: string) => void
  readonly open: () => void
  readonly close: () => void
}

/** Opens the search with what is selected in `texts`, and gives the focus back where it was. */
export function useFindBar(texts: HTMLElement | null): FindBarState {
  const [opened, setOpened] = useState(0)
  const [wanted, setWanted] = useState('')
  const before = useRef<Element | null>(null)
  return {
    opened,
    wanted,
    setWanted,
    open: () => {
      if (opened === 0) before.current = document.activeElement
      const selected = selectionIn(texts)
      if (selected !== null) setWanted(selected)
      setOpened(opened + 1)
    },
    close: () => {
      setOpened(0)
      const element = before.current
      if (element instanceof HTMLElement && element.isConnected && element !== document.body) element.focus()
      else texts?.focus()
    },
  }
}

/** What is selected there, where it is one line of a sensible length. */
function selectionIn(element: HTMLElement | null): string | null {
  const selection = window.getSelection()
  const text = selection?.toString() ?? ''
  const isInside = element !== null && selection?.anchorNode !== undefined && element.contains(selection.anchorNode)
  return isInside && text.trim() !== '' && !text.includes('\n') && text.length <= LONGEST_SELECTION ? text : null
}
