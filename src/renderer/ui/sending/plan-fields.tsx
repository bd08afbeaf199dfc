import type { ReactNode } from 'react'
import { type SendPlan, sendPlanSchema } from '../../../core/sending.ts'
import { words } from '../../../words/words.ts'
import { TextField } from '../text-field.tsx'

/** A plan as it is typed: texts, so that a half-typed number is no other number. */
export type PlanDraft = Readonly<Record<keyof SendPlan, string>>

export const PLAN_ONCE: PlanDraft = { times: '1', atOnce: '1', pauseMs: '0', timeoutMs: '15000' }

const FIELDS: readonly (keyof SendPlan)[] = ['times', 'atOnce', 'pauseMs', 'timeoutMs']

/** Reads a typed plan; where something is wrong, what by its field. */
export function readPlan(
  draft: PlanDraft,
): { readonly plan: SendPlan; readonly errors: null } | { readonly plan: null; readonly errors: Partial<PlanDraft> } {
  const numbers = Object.fromEntries(FIELDS.map((key) => [key, toNumber(draft[key])]))
  const parsed = sendPlanSchema.safeParse(numbers)
  if (parsed.success) return { plan: parsed.data, errors: null }
  const errors: Partial<Record<string, string>> = {}
  for (const issue of parsed.error.issues) errors[String(issue.path[0])] ??= issue.message
  return { plan: null, errors }
}

function toNumber(text: string): number {
  return /^\s*\d{1,9}\s*$/.test(text) ? Number(text) : Number.NaN
}

/** How often, how many at once, the pause between them and the time-out. */
export function PlanFields({ draft, onChange }: { draft: PlanDraft; onChange: (draft: PlanDraft) => void }): ReactNode {
  const { errors } = readPlan(draft)
  return (
    <div className="grid grid-cols-4 items-start gap-3 max-[700px]:grid-cols-2">
      {FIELDS.map((key) => (
        <TextField
          key={key}
          label={words().ui.sending.plan[key]}
          numeric
          value={draft[key]}
          error={errors?.[key]}
          onChange={(text) => onChange({ ...draft, [key]: text })}
        />
      ))}
    </div>
  )
}
