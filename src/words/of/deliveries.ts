import { spokenOf } from '../catalogue.ts'
import { deliveries } from '../en/deliveries.ts'

export const deliveriesWords = spokenOf('deliveries', deliveries)
