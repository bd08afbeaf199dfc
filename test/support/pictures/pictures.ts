import { GUIDE_PICTURES } from '../../../src/core/help/guide/section.ts'
import { GUIDE_SHOTS } from './guide-shots.ts'
import type { Picture } from './picture.ts'
import { README_PICTURES } from './readme-shots.ts'

/** Every picture that a document shows, in the order in which they are taken. */
export const PICTURES: readonly Picture[] = [
  ...README_PICTURES,
  ...GUIDE_PICTURES.map((name) => ({
    file: `docs/pictures/${name}.png`,
    theme: 'light' as const,
    ...GUIDE_SHOTS[name],
  })),
]
