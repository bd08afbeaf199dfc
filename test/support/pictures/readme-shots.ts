import { goTo, type Picture, region } from './picture.ts'

const FULL = { stage: 'history', size: { width: 1440, height: 900 } } as const

/** The README's pictures: whole windows. */
export const README_PICTURES: readonly Picture[] = [
  {
    ...FULL,
    file: 'resources/screenshots/detail-light.png',
    theme: 'light',
    async prepare(page, stage) {
      await goTo(page, stage, `postbacks/${String(stage.mistakeId)}`)
      await region(page, 'Findings').waitFor()
    },
  },
  {
    ...FULL,
    file: 'resources/screenshots/postbacks-dark.png',
    theme: 'dark',
    async prepare(page, stage) {
      await goTo(page, stage, 'postbacks')
      await region(page, 'Activity').waitFor()
    },
  },
  {
    ...FULL,
    file: 'resources/screenshots/endpoint-light.png',
    theme: 'light',
    async prepare(page, stage) {
      await goTo(page, stage, 'endpoints')
      await region(page, 'Path and names').waitFor()
    },
  },
]
