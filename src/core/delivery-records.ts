import { z } from 'zod'
import { type PostbackSummary, postbackSummarySchema } from './postback.ts'

/** The most attempts that one series shows, and the most postbacks that are looked through for an endpoint's. */
export const MOST_ATTEMPTS = 200

/** The deliveries of one reward around one of them, oldest first. `earlier`, `later`: there are more on that side. */
export const deliverySeriesSchema = z.object({
  attempts: z.array(postbackSummarySchema).readonly(),
  earlier: z.boolean(),
  later: z.boolean(),
})
export type DeliverySeries = z.infer<typeof deliverySeriesSchema>

/** What the history knows of rewards that were delivered more than once. */
export interface DeliveryRecords {
  /**
   * Every postback with the same endpoint, user id, amount text and transaction id as this one; where user id or
   * amount is missing, with the same target. Empty where it is no postback. At most `MOST_ATTEMPTS`, those around it.
   */
  series(id: number): Promise<DeliverySeries>
  /** The newest `MOST_ATTEMPTS` postbacks of an endpoint, oldest first. */
  ofEndpoint(endpointId: string): Promise<readonly PostbackSummary[]>
}
