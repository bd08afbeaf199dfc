import { KEEPING } from './keeping.ts'
import { PROVING } from './proving.ts'
import { RECEIVING } from './receiving.ts'
import type { GuideSection } from './section.ts'
import { SENDING } from './sending.ts'

const SECTIONS = [...RECEIVING, ...PROVING, ...SENDING, ...KEEPING] as const

/** The names of the sections, as links have them. */
export type GuideSectionId = (typeof SECTIONS)[number]['id']

export type GuidePage = GuideSection & { readonly id: GuideSectionId }

/** The guide, from the first launch on. */
export const GUIDE: readonly GuidePage[] = SECTIONS
