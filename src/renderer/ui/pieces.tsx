import { createElement, Fragment, type ReactNode } from 'react'
import type { Pieces as Sentence } from '../../words/pieces.ts'

/** A sentence whose texts and nodes stand in the order of its language. */
export function Pieces({ of }: { of: Sentence<ReactNode> }) {
  return createElement(Fragment, null, ...of)
}
