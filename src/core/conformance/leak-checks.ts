import type { ScenarioPlan } from '../scenarios/scenario.ts'
import { visibleText } from '../visible.ts'
import { headerOf, type Reply } from './evidence.ts'
import type { Check } from './run.ts'

interface Leak {
  readonly what: string
  readonly pattern: RegExp
  readonly expected: string
}

const NO_TRACE = 'An error’s details stay in the backend’s log.'
const BOUND = 'Parameters are bound, not pasted into SQL, and the database’s messages stay in the log.'

/** What the messages of databases and runtimes look like. Each pattern is anchored to a phrase of theirs. */
const LEAKS: readonly Leak[] = [
  {
    what: 'a message of the database',
    pattern:
      /SQLSTATE\[|error in your SQL syntax|\bORA-\d{5}\b|near "[^"]{0,80}": syntax error|SQLITE_[A-Z]{4,}|unrecognized token: "|unterminated quoted string|unclosed quotation mark|incorrect syntax near|PSQLException|\bpg_query\(|mysqli?_(?:query|fetch)|ER_PARSE_ERROR|MongoServerError/i,
    expected: BOUND,
  },
  {
    what: 'a stack trace',
    pattern:
      /Traceback \(most recent call last\)|\n[ \t]+at [^\n]{1,200}[:(]\d+(?::\d+)?\)?|\bat [\w.$]+\([\w$]+\.java:\d+\)|\.cs:line \d+|\bgoroutine \d+ \[|\.rb:\d+:in [`']|(?:Fatal|Parse) error<?\/?b?>?: |PHP (?:Fatal|Parse|Warning|Notice)|#0 \/[^\n]{1,200}\.php\(\d+\)/,
    expected: NO_TRACE,
  },
  {
    what: 'the contents of /etc/passwd',
    pattern: /\broot:[^:\n]{0,40}:0:0:/,
    expected: 'A value is never used as the name of a file.',
  },
]

const EXCERPT = 90

/** What a reply gives away or lets in. */
export function leakChecks(plan: ScenarioPlan, replies: readonly Reply[]): readonly Check[] {
  const found: Check[] = []
  for (const { what, pattern, expected } of LEAKS) {
    const match = firstMatch(replies, pattern)
    if (match !== null) found.push({ verdict: 'fail', sentence: `The reply shows ${what}: “${match}”.`, expected })
  }
  const { markup, injectedHeader } = plan
  if (markup !== null && replies.some((reply) => isHtml(reply) && reply.body.includes(markup))) {
    found.push({
      verdict: 'warning',
      sentence: 'The reply is HTML and has the user id’s markup in it unescaped: a browser would run it.',
      expected: 'Markup escaped as &lt;…&gt;, or a reply that is no HTML.',
    })
  }
  if (injectedHeader !== null && replies.some((reply) => headerOf(reply, injectedHeader) !== null)) {
    found.push({
      verdict: 'fail',
      sentence: 'A line break in the user id became one in the reply’s head: the reply has a header that the id named.',
      expected: 'No received value in a header without its line breaks taken out.',
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
