import { z } from 'zod'
import { conformanceWords } from '../../words/of/conformance.ts'
import { SCENARIOS } from '../scenarios/table.ts'
import { readTargetUrl } from '../target-url.ts'
import { readConformanceTarget } from './target.ts'

/** Stands in the balance URL for the percent-encoded user id. */
export const BALANCE_MACRO = '{user_id}'

const LONGEST_URL = 2000
const MOST_PARAMETERS = 50
const TIMEOUT_MS = { least: 100, most: 120_000 } as const
const name = z
  .string()
  .min(1, { error: () => conformanceWords().options.noName })
  .max(200, { error: () => conformanceWords().options.longName })
const url = z.string().max(LONGEST_URL, { error: () => conformanceWords().options.longUrl(LONGEST_URL) })
const isScenario = (id: string): boolean => SCENARIOS.some((scenario) => scenario.id === id)

/** What a run is started with. */
export const conformanceOptionsSchema = z
  .object({
    /** The backend, as typed: anything in its query is sent along; macros in it name the parameters. */
    url,
    names: z.object({
      userIdParam: name,
      rewardAmountParam: name,
      transactionIdParam: name.nullable(),
      constants: z
        .array(z.tuple([name, z.string().max(LONGEST_URL)]))
        .max(MOST_PARAMETERS, { error: () => conformanceWords().options.manyParameters(MOST_PARAMETERS) }),
    }),
    /** Empty: all of them. */
    scenarioIds: z
      .array(
        z.string().refine(isScenario, { error: ({ input }) => conformanceWords().options.noScenario(String(input)) }),
      )
      .max(200),
    /** Answers with a user’s balance; `{user_id}` stands for the id. Null where there is none. */
    balanceUrl: url.nullable(),
    /** Path of the balance in a JSON answer, such as `data.balance`; null: the first one that is named so, or the first number. */
    balanceField: z
      .string()
      .max(200, { error: () => conformanceWords().options.longField })
      .nullable(),
    /** A user that the backend knows; null: new ids, which it is to credit like any. */
    knownUser: z
      .string()
      .min(1)
      .max(200, { error: () => conformanceWords().options.longUser })
      .nullable(),
    timeoutMs: z
      .int({ error: () => conformanceWords().options.timeoutWhole })
      .min(TIMEOUT_MS.least, { error: () => conformanceWords().options.timeoutLeast(TIMEOUT_MS.least) })
      .max(TIMEOUT_MS.most, { error: () => conformanceWords().options.timeoutMost(TIMEOUT_MS.most) }),
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
        conformanceWords().options.balanceMacro(BALANCE_MACRO, 'http://127.0.0.1:3000/balance?user={user_id}'),
      )
    } else if (
      !balanceUrl
        .slice(balanceUrl.indexOf('//') + 2)
        .split(/[/?]/)[0]
        ?.includes(BALANCE_MACRO)
    )
      return
    else refuse('balanceUrl', conformanceWords().options.balanceHost)
  })
export type ConformanceOptions = z.infer<typeof conformanceOptionsSchema>
