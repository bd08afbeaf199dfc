import { createExternalStore } from './external-store.ts'

/** Which opening of the tour “Try it without Adjump” is shown in this window; 0 for none. How far it is, the history says. */
export const tourOpening = createExternalStore(0)
let openings = 0

/** Shows the tour; where it is shown already, takes the focus there. */
export function openTour(): void {
  openings += 1
  tourOpening.set(openings)
}
