import type { AmountReading } from '../amount.ts'
import type { Mapping } from '../endpoint.ts'
import type { FieldReading } from '../fields.ts'
import type { NameReading } from '../names.ts'
import type { PathMatch } from '../paths.ts'
import type { CapturedRequest, Finding, Span } from '../postback.ts'
import type { Target } from '../query.ts'
import type { HeaderFacts } from '../request-headers.ts'
import type { Swallowed } from '../swallowed.ts'
import { type FindingCode, SEVERITY_BY_CODE } from './codes.ts'
import { quote } from './quote.ts'

/** Everything that is known of a postback before the rules look at it. */
export interface RuleContext {
  readonly request: CapturedRequest
  readonly method: string
  readonly target: Target
  readonly headers: HeaderFacts
  /** The endpoint whose mapping reads it. */
  readonly mapping: Mapping
  /** Null where the path is no endpoint's. */
  readonly match: PathMatch | null
  readonly user: FieldReading
  readonly amount: FieldReading
  readonly extras: readonly FieldReading[]
  /** All of them: user, amount, extras. */
  readonly fields: readonly FieldReading[]
  /** Null where there is no text to read an amount from. */
  readonly amountReading: AmountReading | null
  readonly swallowed: readonly Swallowed[]
  readonly names: NameReading
}

/**
 * One rule, or one tight family whose members exclude each other. `find` is a pure function and adds what it
 * found, in any order across codes: the reading sorts by the table of codes.
 */
export interface Rule {
  readonly codes: readonly FindingCode[]
  readonly find: (context: RuleContext, found: Finding[]) => void
}

/** Findings carry at most this many places of evidence; a stranger may repeat a name thousands of times. */
const MOST_EVIDENCE = 50

interface FindingParts {
  readonly field?: string | null
  readonly param?: string | null
  readonly evidence?: readonly Span[]
}

/** Builds a finding; its severity follows from its code. */
export function finding(code: FindingCode, detail: string, parts: FindingParts = {}): Finding {
  const evidence = parts.evidence ?? []
  return {
    code,
    severity: SEVERITY_BY_CODE[code],
    field: parts.field ?? null,
    param: parts.param ?? null,
    detail,
    evidence: evidence.length > MOST_EVIDENCE ? evidence.slice(0, MOST_EVIDENCE) : evidence,
    related: null,
  }
}

/** The value's place in the target, for findings about the value as a whole. */
export function valueSpans({ value }: FieldReading): readonly Span[] {
  return value === null ? [] : [value.span]
}

/** Reports a trait of one field's value where there is evidence of it. Only then `detail` says so, of the quoted name. */
export function reportTrait(
  found: Finding[],
  code: FindingCode,
  { field, param }: FieldReading,
  evidence: readonly Span[],
  detail: (param: string) => string,
): void {
  if (evidence.length > 0) found.push(finding(code, detail(quote(param)), { field, param, evidence }))
}
