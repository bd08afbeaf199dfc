import { spokenOf } from '../catalogue.ts'
import { findingTexts } from '../en/findings-texts.ts'

export const findingTextsWords = spokenOf('findingTexts', findingTexts)
