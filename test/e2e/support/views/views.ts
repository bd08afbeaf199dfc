import type { Page } from '@playwright/test'
import { expect, type Face } from '../../fixtures.ts'
import { LIST_VIEWS } from './list-views.ts'
import { OTHER_VIEWS } from './other-views.ts'
import { openStage, type Stage, type StageName } from './stage.ts'
import type { View } from './view.ts'

export const VIEWS: readonly View[] = [...LIST_VIEWS, ...OTHER_VIEWS]

const PATIENCE_MS = 15_000

/** The history after the first launch, so that both can use one folder. */
const STAGES: readonly StageName[] = ['first', 'history']

/** Brings one inspector of this face to each of these views, one after the other, and hands it over there. */
export async function forEachView(
  face: Face,
  project: string,
  views: readonly View[],
  look: (view: View, page: Page, stage: Stage) => Promise<void>,
): Promise<void> {
  for (const name of STAGES) {
    const wanted = views.filter(({ stage, face: only }) => stage === name && (only ?? project) === project)
    if (wanted.length === 0) continue
    const stage = await openStage(face, project === 'desktop', name)
    stage.page.setDefaultTimeout(PATIENCE_MS)
    try {
      for (const view of wanted) {
        const page = await view.prepare(stage).then((other) => other ?? stage.page, String)
        // Softly: one run names every view that is not what it was.
        if (typeof page === 'string') expect.soft(page, `the way to ${view.name}`).toBe('')
        else await look(view, page, stage)
        await view.leave?.(stage)
      }
    } finally {
      await stage.close()
    }
  }
}
