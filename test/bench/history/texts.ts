import type { Line } from '../line.ts'
import { firstPage, type Question, worstOf } from './ask.ts'
import { ABSENT_WORD, COMMON_WORD, RARE_WORD } from './requests.ts'
import { largeScreen } from './screen.ts'
import { someRequest, someUser } from './searches.ts'

const text = (name: string, needle: (...at: Parameters<Question['call']>) => string): Question => ({
  name,
  call: (screen, n) => firstPage(screen, { texts: [needle(screen, n)] }),
})

const LONG: readonly Question[] = [
  text('common in the target', () => COMMON_WORD),
  text('rare in the target', () => RARE_WORD),
  text('absent', (_, n) => `${ABSENT_WORD}${String(n)}`),
  text('one click id', (screen, n) => /click=(\w+)/.exec(someRequest(screen, n).target ?? '')?.[1] ?? ABSENT_WORD),
  text('a part of one', (screen, n) => /click=(\w{9})/.exec(someRequest(screen, n).target ?? '')?.[1] ?? ABSENT_WORD),
  text('common in a header', () => 'axios/1.7'),
  text('one header’s value', (screen, n) => someRequest(screen, n).rawHeaders[17] ?? ABSENT_WORD),
  text('a user id', (screen, n) => someUser(screen, n)),
  text('two words', (_, n) => `offer=${String(n % 900)}&`),
  {
    name: 'part of a user id',
    call: (screen, n) => firstPage(screen, { userIdContains: someUser(screen, n).slice(-5) }),
  },
]

const SHORT: readonly Question[] = [
  text('one character, common', () => 'a'),
  text('one character, absent', () => '~'),
  text('two characters, common', () => 'tx'),
  text('two characters, absent', () => 'q~'),
]

export const TEXT_LINES: readonly Line[] = [
  {
    subject: 'history',
    name: '… free text and substring in target, headers, ids: common, rare, absent',
    target: 'first page p99 ≤ 50 ms',
    measure: async (context) => worstOf(context, await largeScreen(context), LONG, 50),
  },
  {
    subject: 'history',
    name: '… one and two characters',
    target: 'first page p99 ≤ 300 ms, or shown as they are found',
    measure: async (context) => worstOf(context, await largeScreen(context), SHORT, 300),
  },
]
