import { conformanceWords } from '../../words/of/conformance.ts'
import type { AskKind, ScenarioPlan } from '../scenarios/scenario.ts'
import { quoted } from './quoted.ts'
import type { Question } from './run.ts'

type Option = Question['options'][number]

/** What the user is asked where neither a balance nor the reply tells it. */
export function questionFor(kind: AskKind, plan: ScenarioPlan): Question | null {
  const [account] = plan.accounts
  if (account === undefined) return null
  const user = quoted(account.userId)
  const [credit = '0'] = account.credits
  const all = conformanceWords().questions
  const option = (value: string, label: string, verdict: Option['verdict'], sentence: string): Option => ({
    value,
    label,
    verdict,
    sentence,
  })
  const question = (text: string, options: readonly Option[]): Question => ({ id: kind, text, options, answer: null })
  switch (kind) {
    case 'credited-once': {
      const w = all[kind]
      return question(w.text(user, credit), [
        option('once', w.once, 'pass', w.onceMeans(credit)),
        option('more', w.more, 'fail', w.moreMeans(credit)),
        option('never', w.never, 'fail', w.neverMeans(credit)),
      ])
    }
    case 'credited-exactly': {
      const w = all[kind]
      return question(w.text(user, credit), [
        option('yes', w.yes, 'pass', w.yesMeans(credit)),
        option('no', w.no, 'fail', w.noMeans(credit)),
      ])
    }
    case 'credited-to': {
      const w = all[kind]
      return question(w.text(user), [
        option('yes', w.yes, 'pass', w.yesMeans(user)),
        option('no', w.no, 'fail', w.noMeans(user)),
      ])
    }
    case 'not-credited': {
      const w = all[kind]
      const doubtful = account.doubtful !== undefined
      return question(w.text(user), [
        option('yes', w.yes, 'pass', w.yesMeans),
        option('no', w.no, doubtful ? 'warning' : 'fail', w.noMeans),
      ])
    }
    default:
      return kind satisfies never
  }
}
