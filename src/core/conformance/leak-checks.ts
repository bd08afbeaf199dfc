import type { ConformanceWords } from '../../words/en/conformance.ts'
import { conformanceWords } from '../../words/of/conformance.ts'
import type { ScenarioPlan } from '../scenarios/scenario.ts'
import { visibleText } from '../visible.ts'
import { headerOf, type Reply } from './evidence.ts'
import type { Check } from './run.ts'

interface Leak {
  readonly what: keyof ConformanceWords['leak']['shows']
  readonly pattern: RegExp
}

/** What the messages of databases and runtimes look like. Each pattern is anchored to a phrase of theirs. */
const LEAKS: readonly Leak[] = [
  {
    what: 'database',
    pattern:
      /SQLSTATE\[|error in your SQL syntax|\bORA-\d{5}\b|near "[^"]{0,80}": syntax error|SQLITE_[A-Z]{4,}|unrecognized token: "|unterminated quoted string|unclosed quotation mark|incorrect syntax near|PSQLException|\bpg_query\(|mysqli?_(?:query|fetch)|ER_PARSE_ERROR|MongoServerError/i,
  },
  {
    what: 'trace',
    pattern:
      /Traceback \(most recent call last\)|\n[ \t]+at [^\n]{1,200}[:(]\d+(?::\d+)?\)?|\bat [\w.$]+\([\w$]+\.java:\d+\)|\.cs:line \d+|\bgoroutine \d+ \[|\.rb:\d+:in [`']|(?:Fatal|Parse) error<?\/?b?>?: |PHP (?:Fatal|Parse|Warning|Notice)|#0 \/[^\n]{1,200}\.php\(\d+\)/,
  },
  {
    what: 'file',
    pattern: /\broot:[^:\n]{0,40}:0:0:/,
  },
]

const EXCERPT = 90

/** What a reply gives away or lets in. */
export function leakChecks(plan: ScenarioPlan, replies: readonly Reply[]): readonly Check[] {
  const w = conformanceWords().leak
  const found: Check[] = []
  for (const { what, pattern } of LEAKS) {
    const match = firstMatch(replies, pattern)
    if (match === null) continue
    found.push({ verdict: 'fail', sentence: w.shows[what](match), expected: w.showsExpected[what] })
  }
  const { markup, injectedHeader } = plan
  if (markup !== null && replies.some((reply) => isHtml(reply) && reply.body.includes(markup))) {
    found.push({
      verdict: 'warning',
      sentence: w.markup,
      expected: w.markupExpected,
    })
  }
  if (injectedHeader !== null && replies.some((reply) => headerOf(reply, injectedHeader) !== null)) {
    found.push({
      verdict: 'fail',
      sentence: w.header,
      expected: w.headerExpected,
    })
  }
  return found
}

function firstMatch(replies: readonly Reply[], pattern: RegExp): string | null {
  for (const { body } of replies) {
    const match = pattern.exec(body)
    if (match !== null) return visibleText(body.slice(match.index, match.index + EXCERPT).trim())
  }
  return null
}

function isHtml(reply: Reply): boolean {
  const type = headerOf(reply, 'content-type')
  return type === null ? /^\s*</.test(reply.body) : /\bhtml\b/i.test(type)
}
