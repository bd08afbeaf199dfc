import { spokenOf } from '../catalogue.ts'
import { forwards } from '../en/forwards.ts'

export const forwardsWords = spokenOf('forwards', forwards)
