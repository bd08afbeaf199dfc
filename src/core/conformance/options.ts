import { z } from 'zod'
import { SCENARIOS } from '../scenarios/table.ts'
import { readTargetUrl } from '../target-url.ts'
import { readConformanceTarget } from './target.ts'

/** Stands in the balance URL for the percent-encoded user id. */
export const BALANCE_MACRO = '{user_id}'

const LONGEST_URL = 2000
const name = z.string().min(1, 'Enter the parameter’s name.').max(200, 'A name can have 200 characters at most.')
const isScenario = (id: string): boolean => SCENARIOS.some((scenario) => scenario.id === id)

/** What a run is started with. */
export const conformanceOptionsSchema = z
  .object({
    /** The backend, as typed: anything in its query is sent along; macros in it name the parameters. */
    url: z.string().max(LONGEST_URL, 'A URL can have 2,000 characters at most.'),
    names: z.object({
      userIdParam: name,
      rewardAmountParam: name,
      transactionIdParam: name.nullable(),
      constants: z.array(z.tuple([name, z.string().max(LONGEST_URL)])).max(50, 'There can be 50 parameters at most.'),
    }),
    /** Empty: all of them. */
    scenarioIds: z
      .array(z.string().refine(isScenario, { error: ({ input }) => `There is no scenario “${String(input)}”.` }))
      .max(200),
    /** Answers with a user’s balance; `{user_id}` stands for the id. Null where there is none. */
    balanceUrl: z.string().max(LONGEST_URL, 'A URL can have 2,000 characters at most.').nullable(),
    /** Path of the balance in a JSON answer, such as `data.balance`; null: the first one that is named so, or the first number. */
    balanceField: z.string().max(200, 'A field’s path can have 200 characters at most.').nullable(),
    /** A user that the backend knows; null: new ids, which it is to credit like any. */
    knownUser: z.string().min(1).max(200, 'The user id can have 200 characters at most.').nullable(),
    timeoutMs: z
      .int('The time-out is a whole number of milliseconds.')
      .min(100, 'The time-out is 100 ms at least.')
      .max(120_000, 'The time-out is 120,000 ms at most.'),
    /** The user said yes to a target that is not local. */
    confirmed: z.boolean(),
  })
  .superRefine(({ url, names, balanceUrl }, context) => {
    const refuse = (field: string, message: string): void => {
      context.addIssue({ code: 'custom', path: [field], message })
    }
    const target = readConformanceTarget(url, names)
    if (!target.ok) refuse('url', target.sentence)
    if (balanceUrl === null) return
    const balance = readTargetUrl(balanceUrl)
    if (!balance.ok) refuse('balanceUrl', balance.sentence)
    else if (!balanceUrl.includes(BALANCE_MACRO)) {
      refuse(
        'balanceUrl',
        `Write ${BALANCE_MACRO} where the user’s id goes: http://127.0.0.1:3000/balance?user={user_id}.`,
      )
    } else if (
      !balanceUrl
        .slice(balanceUrl.indexOf('//') + 2)
        .split(/[/?]/)[0]
        ?.includes(BALANCE_MACRO)
    )
      return
    else refuse('balanceUrl', 'The user’s id cannot stand in the host.')
  })
export type ConformanceOptions = z.infer<typeof conformanceOptionsSchema>
