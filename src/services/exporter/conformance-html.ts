import type { Check, ConformanceRun, ConformanceVerdict, Exchange, ScenarioResult } from '../../core/conformance/run.ts'
import { answerOf, countVerdicts, verdictOf } from '../../core/conformance/verdicts.ts'
import { SCENARIO_GROUPS, scenarioGroupTitle } from '../../core/scenarios/scenario.ts'
import { visibleText } from '../../core/visible.ts'
import { ENGLISH, speaking } from '../../words/locale.ts'
import { REPORT_STYLE } from './conformance-style.ts'
import { escapeHtml, received } from './html-text.ts'

const WORDS: Record<ConformanceVerdict, string> = {
  pass: '✓ Pass',
  warning: '▲ Warning',
  fail: '✕ Fail',
  ask: '? Open',
}

/**
 * A run as one HTML file: no script, nothing loaded, whatever was sent or received as escaped text. The policy in its
 * head forbids the rest, should a reader's browser see it differently.
 */
export function conformanceHtml(run: ConformanceRun): string {
  const counts = countVerdicts(run.results)
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Conformance of ${escapeHtml(visibleText(run.url))}</title>
<style>${REPORT_STYLE}</style>
</head>
<body>
<h1>Postback conformance</h1>
<p class="muted">${received(run.url).html}</p>
<p>${Object.entries(counts)
    .map(
      ([verdict, count]) =>
        `<span class="verdict ${verdict}">${WORDS[verdict as ConformanceVerdict]} ${String(count)}</span>`,
    )
    .join(' &nbsp; ')}</p>
${run.why === null ? '' : `<p class="verdict warning">${received(run.why).html}</p>`}
${facts(run)}
<h2>Summary</h2>
<table>
<thead><tr><th>Scenario</th><th>Verdict</th><th>Status</th><th>Time</th></tr></thead>
<tbody>
${run.results.map(summaryRow).join('\n')}
</tbody>
</table>
${groups(run.results)}
</body>
</html>
`
}

function facts(run: ConformanceRun): string {
  const rows: [string, string][] = [
    ['Started', new Date(run.startedAt).toISOString()],
    ['Ended', run.endedAt === null ? 'not yet' : new Date(run.endedAt).toISOString()],
    ['Inspector', run.version],
    ['User id in', run.names.userIdParam],
    ['Amount in', run.names.rewardAmountParam],
    ['Transaction id in', run.names.transactionIdParam ?? 'none'],
    ...run.names.constants.map(([name, value]): [string, string] => ['Sent along', `${name}=${value}`]),
    ['Balance from', run.balanceUrl ?? 'none given: what only you can see was asked'],
    ['Users of this run', run.knownUser ?? `${run.prefix}-…`],
    ['Scenarios', `${String(run.results.length)} of ${String(run.total)}`],
  ]
  return `<dl>${rows.map(([name, value]) => `<dt>${escapeHtml(name)}</dt><dd>${received(value).html}</dd>`).join('')}</dl>`
}

function summaryRow(result: ScenarioResult): string {
  const verdict = verdictOf(result)
  return `<tr><td><a href="#${escapeHtml(result.scenarioId)}">${escapeHtml(result.title)}</a></td><td class="verdict ${verdict}">${WORDS[verdict]}</td><td>${escapeHtml(statusesOf(result))}</td><td>${String(Math.round(result.durationMs))} ms</td></tr>`
}

/** `200`, `200 ×2, 409 ×48`, `none`. */
function statusesOf({ exchanges }: ScenarioResult): string {
  const counts = new Map<string, number>()
  for (const { status, count } of exchanges.flatMap(({ replies }) => replies)) {
    const name = status === null ? 'none' : String(status)
    counts.set(name, (counts.get(name) ?? 0) + count)
  }
  return [...counts].map(([name, count]) => (count === 1 ? name : `${name} ×${String(count)}`)).join(', ')
}

function groups(results: readonly ScenarioResult[]): string {
  return SCENARIO_GROUPS.map((group) => {
    const title = speaking(ENGLISH, () => scenarioGroupTitle(group))
    const own = results.filter((result) => result.group === group)
    return own.length === 0 ? '' : `<h2>${escapeHtml(title)}</h2>\n${own.map(article).join('\n')}`
  }).join('\n')
}

function article(result: ScenarioResult): string {
  const verdict = verdictOf(result)
  return `<article id="${escapeHtml(result.scenarioId)}">
<header><span class="verdict ${verdict}">${WORDS[verdict]}</span><h3>${escapeHtml(result.title)}</h3></header>
<p class="muted">A correct backend: ${escapeHtml(result.correct)}</p>
<ul>${result.checks.map(checkItem).join('')}${result.questions.map(questionItem).join('')}</ul>
${result.balances.length === 0 ? '' : balanceTable(result)}
${result.exchanges.map(exchangeBlock).join('\n')}
</article>`
}

function checkItem({ verdict, sentence, expected }: Check): string {
  const wanted = verdict === 'pass' ? '' : `<br><span class="muted">Expected: ${received(expected).html}</span>`
  return `<li><span class="verdict ${verdict}">${WORDS[verdict]}</span> ${received(sentence).html}${wanted}</li>`
}

function questionItem(question: ScenarioResult['questions'][number]): string {
  const answer = answerOf(question)
  const verdict = answer?.verdict ?? 'ask'
  return `<li><span class="verdict ${verdict}">${WORDS[verdict]}</span> ${received(question.text).html}<br>${
    answer === null ? '<span class="muted">Not answered.</span>' : `Answer: ${escapeHtml(answer.label)}`
  }</li>`
}

function balanceTable({ balances }: ScenarioResult): string {
  const cell = (text: string | null): string => `<td><code>${received(text ?? '—').html}</code></td>`
  const rows = balances.map(
    ({ userId, before, after, problem }) =>
      `<tr>${cell(userId.length > 120 ? `${userId.slice(0, 60)}…` : userId)}${cell(before)}${cell(after)}<td>${received(problem ?? '').html}</td></tr>`,
  )
  return `<table><thead><tr><th>Balance of</th><th>Before</th><th>After</th><th></th></tr></thead><tbody>${rows.join('')}</tbody></table>`
}

function exchangeBlock({ label, method, target, sent, replies }: Exchange): string {
  const times = sent === 1 ? '' : ` (${String(sent)} at once)`
  const answers = replies.map((reply) => {
    const count = reply.count === 1 ? '' : `${String(reply.count)} × `
    const head = `${count}${reply.status === null ? 'No reply' : String(reply.status)} in ${String(Math.round(reply.ms))} ms`
    const why = reply.failure === null ? '' : `: ${received(reply.failure).html}`
    const cut =
      reply.bodyLength > reply.body.length
        ? ` <span class="muted">(${String(reply.bodyLength)} bytes in all)</span>`
        : ''
    const body = reply.body === '' ? '' : `<pre>${lines(reply.body)}</pre>`
    return `<p>${head}${why}${cut}</p>${body}`
  })
  return `<p class="muted">${escapeHtml(label)}${times}</p><pre>${received(`${method} ${target}`).html}</pre>${answers.join('')}`
}

/** Line breaks stay line breaks; everything else invisible is escaped. */
function lines(text: string): string {
  return text
    .split('\n')
    .map((line) => received(line).html)
    .join('\n')
}
