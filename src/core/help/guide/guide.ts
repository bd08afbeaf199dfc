import { keeping } from './keeping.ts'
import { proving } from './proving.ts'
import { receiving } from './receiving.ts'
import type { GuideSection } from './section.ts'
import { sending } from './sending.ts'

function sections() {
  return [...receiving(), ...proving(), ...sending(), ...keeping()]
}

/** The names of the sections, as links have them. */
export type GuideSectionId = ReturnType<typeof sections>[number]['id']

export type GuidePage = GuideSection & { readonly id: GuideSectionId }

/** The guide in the spoken language, from the first launch on. */
export function guide(): readonly GuidePage[] {
  return sections()
}
