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
  const option = (value: string, label: string, verdict: Option['verdict'], sentence: string): Option => ({
    value,
    label,
    verdict,
    sentence: `You looked: ${sentence}`,
  })
  const question = (text: string, options: readonly Option[]): Question => ({ id: kind, text, options, answer: null })
  switch (kind) {
    case 'credited-once':
      return question(`How often was ${user} credited with ${credit}?`, [
        option('once', 'Once', 'pass', `${credit} was credited once.`),
        option('more', 'More than once', 'fail', `${credit} was credited more than once.`),
        option('never', 'Not at all', 'fail', `${credit} was accepted but not credited.`),
      ])
    case 'credited-exactly':
      return question(`Is the balance of ${user} in the database ${credit} more than before, to the last digit?`, [
        option('yes', 'To the last digit', 'pass', `the balance grew by exactly ${credit}.`),
        option('no', 'It is another amount', 'fail', `the balance did not grow by exactly ${credit}.`),
      ])
    case 'credited-to':
      return question(`Is the credited user’s id exactly ${user} in the database?`, [
        option('yes', 'Exactly this id', 'pass', `${user} was credited, exactly this id.`),
        option('no', 'Another id', 'fail', `another user than ${user} was credited.`),
      ])
    case 'not-credited': {
      const doubtful = account.doubtful !== undefined
      return question(`Did the balance of ${user} stay as it was?`, [
        option('yes', 'It stayed', 'pass', 'the balance stayed as it was.'),
        option('no', 'It changed', doubtful ? 'warning' : 'fail', 'the balance changed.'),
      ])
    }
    default:
      return kind satisfies never
  }
}
