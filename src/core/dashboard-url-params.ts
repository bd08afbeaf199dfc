import { dashboardUrlWords } from '../words/of/dashboard-url.ts'
import { type DashboardUrlEndpoint, encodeName } from './dashboard-url.ts'
import { decodeTyped, MACRO_BY_ROLE, type MacroReading, ROLES, type Role, readMacro } from './dashboard-url-macro.ts'
import { type ReportProblem, shown } from './dashboard-url-problem.ts'
import type { TypedPiece } from './dashboard-url-query.ts'
import { editDistance } from './nearest.ts'
import type { Span } from './postback.ts'

/** A parameter with its name decoded and its value read. */
interface Parameter extends TypedPiece {
  readonly decoded: string
  readonly macro: MacroReading
}

type ByRole = Record<Role, Parameter | null>

/** `end` is where a missing parameter would stand. */
export function checkParameters(
  pieces: readonly TypedPiece[],
  endpoint: DashboardUrlEndpoint,
  end: Span,
  report: ReportProblem,
): void {
  const names = { user_id: endpoint.userIdParam, reward_amount: endpoint.rewardAmountParam }
  const parameters = pieces.map((piece) => ({
    ...piece,
    decoded: decodeTyped(piece.name),
    macro: readMacro(piece.value),
  }))
  const found = assignRoles(parameters, names)
  for (const role of ROLES) {
    checkName(role, found[role], names, report)
    checkRepeats(found[role], parameters, names[role], report)
  }
  checkMissing(found, names, end, report)
  if (areSwapped(found)) {
    const [first, second] = [found.user_id, found.reward_amount].sort((a, b) => a.span.start - b.span.start)
    report(
      'macros-swapped',
      { start: first?.valueSpan.start ?? 0, end: second?.valueSpan.end ?? 0 },
      dashboardUrlWords().problems.macrosSwapped(ROLES.map((role) => `${names[role]}=${MACRO_BY_ROLE[role]}`)),
    )
    return
  }
  for (const role of ROLES) checkMacro(role, found[role], report)
}

/** Which parameter is meant for which role: by its name, else by its macro, else by elimination. */
function assignRoles(parameters: readonly Parameter[], names: Record<Role, string>): ByRole {
  const found: ByRole = { user_id: null, reward_amount: null }
  const taken = new Set<Parameter>()
  const assign = (fits: (parameter: Parameter, role: Role) => boolean): void => {
    for (const role of ROLES) {
      if (found[role]) continue
      const match = parameters.find((parameter) => !taken.has(parameter) && fits(parameter, role))
      if (!match) continue
      found[role] = match
      taken.add(match)
    }
  }
  const mapped = Object.values(names)
  assign((parameter, role) => parameter.decoded === names[role])
  // A repeated mapped name is that: a repeat, and no other role's candidate.
  for (const parameter of parameters) if (mapped.includes(parameter.decoded)) taken.add(parameter)
  assign((parameter, role) => parameter.macro.role === role)
  assign((parameter, role) => isNear(parameter.decoded, names[role]))
  assign((parameter) => isTemplateName(parameter.decoded))
  const open = ROLES.filter((role) => !found[role])
  const left = parameters.filter((parameter) => !taken.has(parameter) && parameter.macro.state === 'unknown')
  if (open.length === left.length) assign((parameter) => left.includes(parameter))
  return found
}

function checkName(role: Role, parameter: Parameter | null, names: Record<Role, string>, report: ReportProblem): void {
  if (parameter === null) return
  const { decoded, nameSpan } = parameter
  const w = dashboardUrlWords().problems
  const expected = names[role]
  const written = shown(encodeName(expected))
  const fix = w.nameFix(written)
  if (decoded === expected) {
    if (/[^\x21-\x7e]/.test(parameter.name)) {
      report('name-not-encoded', nameSpan, w.nameNotEncoded(shown(expected), written))
    }
  } else if (parameter.name === '') {
    report('name-differs', parameter.span, { message: w.nameMissing(MACRO_BY_ROLE[role]), fix })
  } else if (isTemplateName(decoded)) {
    report('template-name-left', nameSpan, w.templateLeft(shown(decoded), written))
  } else {
    const near = isNear(decoded, expected)
    const message = w.nameDiffers(shown(decoded), shown(expected))
    report(near ? 'name-near-miss' : 'name-differs', nameSpan, { message, fix })
  }
}

function checkRepeats(
  first: Parameter | null,
  parameters: readonly Parameter[],
  expected: string,
  report: ReportProblem,
): void {
  const repeat = parameters.find((parameter) => parameter !== first && parameter.decoded === expected)
  if (first === null || repeat === undefined) return
  report('repeated-param', repeat.span, dashboardUrlWords().problems.nameTwice(shown(expected)))
}

function checkMissing(found: ByRole, names: Record<Role, string>, end: Span, report: ReportProblem): void {
  const missing = ROLES.filter((role) => found[role] === null)
  if (missing.length === 0) return
  const what = missing.map((role) => shown(names[role]))
  const pieces = missing.map((role) => `${encodeName(names[role])}=${MACRO_BY_ROLE[role]}`).join('&')
  report('param-missing', end, dashboardUrlWords().problems.paramsMissing(what, pieces))
}

function areSwapped(found: ByRole): found is Record<Role, Parameter> {
  return found.user_id?.macro.role === 'reward_amount' && found.reward_amount?.macro.role === 'user_id'
}

function checkMacro(role: Role, parameter: Parameter | null, report: ReportProblem): void {
  if (parameter === null) return
  const { macro, value, valueSpan, span } = parameter
  const wanted = MACRO_BY_ROLE[role]
  const is = shown(value ?? '')
  const w = dashboardUrlWords().problems
  const fix = w.macroFix(wanted)
  if (macro.role !== null && macro.role !== role) {
    report('macro-wrong', valueSpan, { message: w.macroOther(is, wanted), fix })
    return
  }
  switch (macro.state) {
    case 'exact':
      return
    case 'encoded':
      report('macro-encoded', valueSpan, { message: w.macroEncoded(is), fix })
      return
    case 'around':
      report('text-around-macro', valueSpan, { message: w.macroAround(is), fix })
      return
    case 'misspelt':
      report('macro-misspelt', valueSpan, { message: w.macroMisspelt(is), fix })
      return
    case 'unknown':
      report('macro-misspelt', valueSpan, { message: w.macroUnknown(is), fix })
      return
    case 'fixed':
      report('macro-missing', valueSpan, { message: w.macroFixed(is), fix })
      return
    case 'empty':
      report('macro-missing', span, { message: w.macroMissing(shown(parameter.decoded)), fix })
      return
    default:
      macro.state satisfies never
  }
}

/** `[YourParamName]`, and any other name that stands in brackets. */
function isTemplateName(name: string): boolean {
  return /^(?:\[.*\]|\{.*\}|<.*>)$/.test(name) || /^[[{<]?yourparamname[\]}>]?$/i.test(name)
}

/** The same but for case and marks, or a slip or two away. */
function isNear(name: string, expected: string): boolean {
  const bare = (text: string): string => text.toLowerCase().replace(/[^\p{Letter}\p{Number}]/gu, '')
  if (bare(name) === bare(expected) && bare(name) !== '') return true
  const limit = expected.length <= 3 ? 1 : 2
  return editDistance(name.toLowerCase(), expected.toLowerCase(), limit) <= limit
}
