import { findingTextsWords } from '../../words/of/finding-texts.ts'
import type { FindingCode } from './codes.ts'

/** What a finding means, whatever the case: `wrong` says what is the matter, `fix` what to do about it. */
export interface FindingText {
  readonly wrong: string
  readonly fix: string
}

/** What the code means. The sentence about the very case at hand is the finding's own `detail`. */
export function findingText(code: FindingCode): FindingText {
  return findingTextsWords()[code]
}
