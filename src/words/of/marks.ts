import { spokenOf } from '../catalogue.ts'
import { marks } from '../en/marks.ts'

export const marksWords = spokenOf('marks', marks)
