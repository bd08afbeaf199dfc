import type { TunnelTokenStatus } from '../../../contract/secret-procedures.ts'
import type { StatusWords } from '../../lib/status-words.ts'

/** Where the token stands, in one sentence. */
export function tokenWords({ source, problem }: TunnelTokenStatus): StatusWords {
  const trouble = problem === null ? '' : ` ${problem}`
  switch (source) {
    case 'stored':
      return { tone: 'good', words: 'A token is stored, encrypted by this system.' }
    case 'environment':
      return {
        tone: problem === null ? 'good' : 'poor',
        words: `The token comes from the environment variable NGROK_AUTHTOKEN.${trouble}`,
      }
    case 'none':
      return { tone: 'bad', words: problem ?? 'No token is set: the tunnel cannot open without one.' }
    default:
      return source satisfies never
  }
}
