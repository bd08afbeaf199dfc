import { markedLines as lineWithMarks } from '../../../src/cli/marked-line.ts'
import { printable } from '../../../src/cli/output.ts'
import { markDifference } from '../../../src/core/difference.ts'
import { causesOf } from '../../../src/core/difference-cause.ts'
import { compareArrival } from '../../../src/core/expectation-match.ts'
import { markedLines, markedSegments } from '../../../src/core/marked-text.ts'
import { alignTexts } from '../../../src/core/text-alignment.ts'
import { visibleSegments, visibleText } from '../../../src/core/visible.ts'
import { textCell } from '../../../src/services/exporter/csv-cell.ts'
import { type FuzzTarget, must, mustBeHarmless, mustEqual, mustLieIn } from '../engine/target.ts'

const TEXTS = [
  'plain',
  ' edges ',
  'tab\there',
  '\x1b[31mred\x1b[0m',
  'a\u202eb',
  '👩‍👩‍👧 ❤️ 1️⃣',
  '葛󠄀',
  '\ud800',
  'e\u0301',
  '\u200b',
]

/** What is shown or printed holds nothing that acts, and nothing of the text is lost in it. */
export const visible: FuzzTarget = {
  name: 'visible',
  seeds: [...TEXTS, ...TEXTS.map((text) => `${text}\x1f1\x1f3`)],
  run({ text, parts: [marked = '', from = '', to = ''] }) {
    for (const shown of [visibleText(text), printable(text)]) mustBeHarmless(shown, 'what is shown')
    const back = visibleSegments(text).map((segment) => (segment.escaped ? unescaped(segment.text) : segment.text))
    must(back.join('') === text, 'undone, it is another text')
    const start = Math.min(marked.length, Number.parseInt(from, 10) || 0)
    const end = Math.min(marked.length, Math.max(start, Number.parseInt(to, 10) || 0))
    // A mark never stands within a character: the product's own do not.
    if (isWithin(marked, start) || isWithin(marked, end)) return
    const spans = [{ start, end }]
    const plain = markedSegments(marked, spans).map((segment) => segment.text)
    must(plain.join('') === visibleText(marked), 'marked, it is another text')
    for (const line of [...markedLines(marked, spans), ...lineWithMarks(marked, { start, end })]) {
      mustBeHarmless(line, 'a marked line')
    }
  },
}

function isWithin(text: string, at: number): boolean {
  const [before, after] = [text.charCodeAt(at - 1), text.charCodeAt(at)]
  return before >= 0xd800 && before <= 0xdbff && after >= 0xdc00 && after <= 0xdfff
}

const SHORT: Readonly<Record<string, string>> = { '\\t': '\t', '\\n': '\n', '\\r': '\r', '\\x20': ' ' }

function unescaped(escape: string): string {
  return SHORT[escape] ?? String.fromCodePoint(Number.parseInt(escape.replace(/[^\da-f]/g, ''), 16))
}

/** Two texts beside each other: what differs is marked inside each, and has a cause. */
export const differences: FuzzTarget = {
  name: 'differences',
  seeds: [
    'u_1\x1fU_1',
    '5\x1f5.00',
    'a b\x1fa+b',
    'é\x1fÃ©',
    '1.50\x1f1,50',
    'a\x1f%61',
    'x\x1f{user_id}',
    '007\x1f7',
    'ﬁ\x1ffi',
  ],
  run({ parts: [expected = '', arrived = '', amount = '5', got = '5'] }) {
    const { left, right } = markDifference(expected, arrived)
    must(left.map((part) => part.text).join('') === expected, 'the left side')
    must(right.map((part) => part.text).join('') === arrived, 'the right side')
    const marks = alignTexts(expected, arrived)
    mustLieIn(marks.expected, expected.length)
    mustLieIn(marks.arrived, arrived.length)
    if (expected !== arrived) {
      for (const field of ['user_id', 'reward_amount'] as const) {
        const causes = causesOf(field, expected, arrived)
        must(causes.length > 0, 'a difference without a cause')
        mustEqual(causesOf(field, expected, arrived), causes, 'asked twice')
      }
    }
    const arrival = { ...ARRIVAL, userId: arrived, rewardAmount: got }
    const compared = compareArrival({ ...EXPECTED, userId: expected, amount }, arrival)
    must((compared === null) === (expected === arrived && amount === got), 'equal, or a comparison')
    must(
      compared === null || (compared.distance > 0 && compared.differences.length > 0),
      'a distance without a difference',
    )
  },
}

const EXPECTED = { endpointId: 'e1', userId: '', amount: '' }
const ARRIVAL = { id: 1, receivedAt: 5, kind: 'postback', endpointId: 'e1', userId: '', rewardAmount: '' } as const

/** A cell of a table: never a formula, and the exact text comes back from it. */
export const csvCell: FuzzTarget = {
  name: 'csv-cell',
  seeds: ['=1+1', '+x', '-x', '@SUM(A1)', "'", ' =x', 'a;=b', 'a\n=b', '"', 'a,b', '\t=', '＝x', "a|'b"],
  run({ text }) {
    const cell = textCell(text)
    const isQuoted = cell.startsWith('"')
    const content = isQuoted ? cell.slice(1, -1).replaceAll('""', '"') : cell
    must(!/^["\s]*[=+\-@＝＋－＠]/.test(content), 'it starts as a formula')
    must(isQuoted || !/[",;\t\r\n]/.test(content), 'a separator without quotes')
    const back = content.replace(/(^|[;|\t\r\n])'/g, '$1')
    must(back === text, `${JSON.stringify(back)} is not ${JSON.stringify(text)}`)
  },
}
