import type { TunnelTokenStatus } from '../../../contract/secret-procedures.ts'
import { words } from '../../../words/words.ts'
import type { StatusWords } from '../../lib/status-words.ts'

/** Where the token stands, in one sentence. */
export function tokenWords({ source, problem }: TunnelTokenStatus): StatusWords {
  const w = words().tunnel.token
  const trouble = problem === null ? '' : ` ${problem}`
  switch (source) {
    case 'stored':
      return { tone: 'good', words: w.stored }
    case 'environment':
      return {
        tone: problem === null ? 'good' : 'poor',
        words: `${w.environment}${trouble}`,
      }
    case 'none':
      return { tone: 'bad', words: problem ?? w.none }
    default:
      return source satisfies never
  }
}
