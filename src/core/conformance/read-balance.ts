import { conformanceWords } from '../../words/of/conformance.ts'
import { formatDecimal, parseDecimal } from '../decimal.ts'
import { encodeValue } from '../scenarios/encode-value.ts'
import type { Reply } from './evidence.ts'
import { readJsonLeaves } from './json-leaves.ts'
import { BALANCE_MACRO } from './options.ts'

/** A balance as an exact decimal in canonical form, or one sentence on why there is none. */
export type ReadBalance =
  | { readonly value: string; readonly problem: null }
  | { readonly value: null; readonly problem: string }

/** Longer is no balance. */
const LONGEST_NUMBER = 400

/** `http://…/balance?user={user_id}` for one user. */
export function balanceUrlFor(template: string, userId: string): string {
  return template.replaceAll(BALANCE_MACRO, () => encodeValue(userId))
}

/**
 * Reads the answer of the balance URL: in JSON the field at `field` (`data.balance`), else the first that has
 * “balance” in its name, else the first number; in a text its first number. 404 means: no such user yet, so 0.
 */
export function readBalance(reply: Reply, field: string | null): ReadBalance {
  const w = conformanceWords().balance.problem
  if (reply.failure !== null) return none(reply.failure.sentence)
  if (reply.status === 404) return { value: '0', problem: null }
  if (reply.status !== 200) return none(w.answered(String(reply.status)))
  const text = find(reply.body, field)
  if (text === null) return none(field === null ? w.noNumber : w.noField(field))
  const decimal = text.length > LONGEST_NUMBER ? null : parseDecimal(text)
  return decimal === null ? none(w.noDecimal) : { value: formatDecimal(decimal), problem: null }
}

function none(problem: string): ReadBalance {
  return { value: null, problem }
}

function find(body: string, field: string | null): string | null {
  const leaves = readJsonLeaves(body)
  if (field !== null) return leaves?.find(({ path }) => path === field)?.text ?? null
  if (leaves === null) return /-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/.exec(body)?.[0] ?? null
  const decimals = leaves.filter(({ text }) => text.length <= LONGEST_NUMBER && parseDecimal(text) !== null)
  return (decimals.find(({ name }) => /balance/i.test(name)) ?? decimals[0])?.text ?? null
}
