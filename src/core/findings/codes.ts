import { z } from 'zod'

/** How much a finding weighs. `error` fails the postback, `warning` needs a look, `info` is worth knowing. */
export const severitySchema = z.enum(['error', 'warning', 'info'])
export type Severity = z.infer<typeof severitySchema>

/**
 * Every finding code with its severity, in the order in which findings are reported.
 * The codes are outer vocabulary: JSON lines, exports, filters and the screen all speak them.
 */
export const SEVERITY_BY_CODE = {
  'param-missing': 'error',
  'param-empty': 'error',
  'macro-not-replaced': 'error',
  'amount-not-a-number': 'error',
  'amount-decimal-comma': 'error',
  'amount-separator-ambiguous': 'error',
  'amount-thousands-separator': 'error',
  'amount-has-unit': 'error',
  'values-swapped': 'error',
  'method-not-get': 'error',
  'path-unknown': 'warning',
  'path-differs': 'warning',
  'name-near-miss': 'warning',
  'template-name-left': 'warning',
  'html-ampersand': 'warning',
  'html-entity-in-value': 'warning',
  'separators-encoded': 'warning',
  'semicolon-separator': 'warning',
  'question-mark-missing': 'warning',
  'question-mark-encoded': 'warning',
  'question-mark-repeated': 'warning',
  'repeated-param': 'warning',
  'double-encoded': 'warning',
  'percent-invalid': 'warning',
  'utf8-invalid': 'warning',
  'plus-as-space': 'warning',
  'edge-whitespace': 'warning',
  'control-character': 'warning',
  'invisible-character': 'warning',
  'user-id-placeholder': 'warning',
  'amount-exponent': 'warning',
  'amount-negative': 'warning',
  'amount-zero': 'warning',
  'amount-plus-sign': 'warning',
  'possible-duplicate': 'warning',
  'extra-params': 'info',
  'amount-trailing-zeros': 'info',
  'amount-bare-point': 'info',
  'leading-zeros': 'info',
  'precision-beyond-double': 'info',
  'inner-whitespace': 'info',
  'non-ascii': 'info',
  'user-id-is-email': 'info',
  'markup-in-value': 'info',
  'formula-in-value': 'info',
  'fragment-in-target': 'info',
  'absolute-form': 'info',
  'opened-in-browser': 'info',
} as const satisfies Record<string, Severity>

export type FindingCode = keyof typeof SEVERITY_BY_CODE

/** All codes, errors first. */
export const FINDING_CODES = Object.keys(SEVERITY_BY_CODE) as [FindingCode, ...FindingCode[]]

export const findingCodeSchema = z.enum(FINDING_CODES)
