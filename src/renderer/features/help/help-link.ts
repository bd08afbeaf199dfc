import type { FindingCode } from '../../../core/findings/codes.ts'
import type { GuideSectionId } from '../../../core/help/guide/guide.ts'
import { hashOf } from '../../lib/navigation.ts'

/** The page on which the guide's sections are listed. */
export const GUIDE_CONTENTS = 'guide'

/** Every page of the help: the list of codes (null), the guide's contents, a section, a code. */
export type HelpPageId = FindingCode | GuideSectionId | typeof GUIDE_CONTENTS | null

/** The look of a link to another page. */
export const LINK_LOOK = 'text-accent underline underline-offset-2'

export function helpLink(id: HelpPageId): string {
  return hashOf({ view: 'help', id })
}
