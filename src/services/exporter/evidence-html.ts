import { describeDifference, describeOutcome, outageWords, outcomeWord } from '../../core/expectation-words.ts'
import { ENGLISH, speaking } from '../../words/locale.ts'
import type { EvidenceExpectation, EvidenceReport, EvidenceRequest } from './evidence.ts'
import { EVIDENCE_STYLE } from './evidence-style.ts'
import { escapeHtml, type Html, html, received } from './html-text.ts'

const VERDICT_WORDS = { pass: 'Pass', warn: 'Warning', fail: 'Fail' } as const
const NOTHING: Html = { html: '' }

/**
 * The report as one HTML file that needs nothing else: no scripts, no resources from elsewhere (and a content security
 * policy that says so), everything received written as text. Pieces, for a report can be long.
 */
export function* evidenceHtml(report: EvidenceReport): Generator<string> {
  yield `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>Postback evidence &middot; ${escapeHtml(report.createdAt)}</title>
<style>${EVIDENCE_STYLE}</style>
</head>
<body>
<main>
`
  yield head(report).html
  yield totals(report).html
  if (report.expectations.length > 0) {
    yield '<h2>Expectations</h2>\n'
    for (const expectation of report.expectations) yield inEnglish(() => expectationPart(expectation).html)
  }
  yield inEnglish(() => outages(report).html)
  yield `<h2>Requests</h2>\n`
  if (report.requests.length === 0) yield '<p>None.</p>\n'
  for (const request of report.requests) yield requestPart(request).html
  yield versions(report).html
  yield '</main>\n</body>\n</html>\n'
}

/** The report is in English, whatever is spoken. */
function inEnglish(make: () => string): string {
  return speaking(ENGLISH, make)
}

function head({ subject, span, createdAt }: EvidenceReport): Html {
  return html`<header>
<h1>Postback evidence</h1>
<p>${subject}</p>
<dl>
<dt>Made</dt><dd><time>${createdAt}</time></dd>
<dt>From</dt><dd>${span.from ?? 'the first request'}</dd>
<dt>To</dt><dd>${span.to ?? 'the last request'}</dd>
</dl>
</header>
`
}

function totals({ totals: { requests, byKind, byVerdict, amounts, expectations } }: EvidenceReport): Html {
  const outcomes = Object.entries(expectations).map(([state, count]) => `${String(count)} ${state}`)
  return html`<section>
<h2>In short</h2>
<dl>
<dt>Requests</dt><dd>${requests}: ${byKind.postback} postbacks, ${byKind.probe} probes, ${byKind.noise} noise, ${byKind.rejected} rejected</dd>
<dt>Verdicts</dt><dd><span class="pass">${byVerdict.pass} pass</span>, <span class="warn">${byVerdict.warn} warning</span>, <span class="fail">${byVerdict.fail} fail</span></dd>
<dt>Sum of amounts</dt><dd><code>${amounts.sum}</code>, exact, of ${amounts.included} postbacks${amounts.leftOut === 0 ? '' : `; ${String(amounts.leftOut)} more have no amount that is an exact decimal`}</dd>
${outcomes.length === 0 ? NOTHING : html`<dt>Expectations</dt><dd>${outcomes.join(', ')}</dd>`}
</dl>
</section>
`
}

function outages({ outages: spans }: EvidenceReport): Html {
  const rows = spans.map(
    ({ from, to, reason, why }) =>
      html`<tr><td>${from}</td><td>${to ?? 'still lasts'}</td><td>${outageWords(reason)}</td><td>${why}</td></tr>\n`,
  )
  return html`<section>
<h2>Times in which nothing could have arrived</h2>
${
  rows.length === 0
    ? html`<p>None in this span.</p>`
    : html`<table><thead><tr><th>From</th><th>To</th><th>What</th><th>Why</th></tr></thead><tbody>${rows}</tbody></table>`
}
</section>
`
}

function expectationPart(expectation: EvidenceExpectation): Html {
  const { outcome } = expectation
  const look = outcome.state === 'met' ? 'pass' : outcome.state === 'mismatched' ? 'fail' : 'warn'
  const nearest = outcome.state === 'mismatched' || outcome.state === 'pending' ? outcome.nearest : null
  const differences = (nearest?.differences ?? []).map(
    (difference) =>
      html`<li>${describeDifference(difference)} Expected <code>${difference.expected}</code>, arrived ${
        difference.arrived === null ? html`nothing` : html`<code>${difference.arrived}</code>`
      }.</li>`,
  )
  return html`<article>
<h3><span class="${{ html: look }}">${outcomeWord(outcome.state)}</span> &middot; ${expectation.endpoint ?? 'an endpoint that is gone'}</h3>
<p>${describeOutcome(expectation)}</p>
<dl>
<dt>Expected user id</dt><dd><code>${expectation.userId}</code></dd>
<dt>Expected amount</dt><dd><code>${expectation.amount}</code></dd>
<dt>Armed</dt><dd>${expectation.armedAt}</dd>
<dt>Waited until</dt><dd>${expectation.until}</dd>
${outcome.state === 'met' ? html`<dt>Met by</dt><dd>request ${outcome.postbackId}</dd>` : NOTHING}
${nearest === null ? NOTHING : html`<dt>Nearest</dt><dd>request ${nearest.postbackId}</dd>`}
</dl>
${differences.length === 0 ? NOTHING : html`<ul>${differences}</ul>`}
${
  outcome.state === 'not-listening'
    ? html`<ul>${outcome.spans.map(
        ({ reason, from, to }) =>
          html`<li>${new Date(from).toISOString()} to ${new Date(to).toISOString()}: ${outageWords(reason)}</li>`,
      )}</ul>`
    : NOTHING
}
</article>
`
}

function requestPart(request: EvidenceRequest): Html {
  const { id, receivedAt, kind, verdict, reply } = request
  const judgement =
    verdict === null ? html`${kind}` : html`<span class="${{ html: verdict }}">${VERDICT_WORDS[verdict]}</span>`
  const fixes = new Map(request.meanings.map(({ code, fix }) => [code, fix]))
  const findings = request.findings.map(
    ({ code, severity, detail }) =>
      html`<li><b>${severity}</b> <code>${code}</code>: ${detail} <span class="muted">${fixes.get(code) ?? ''}</span></li>`,
  )
  const after =
    request.replyAfterMs === null ? 'not known to have been sent' : `after ${String(request.replyAfterMs)} ms`
  return html`<article id="${{ html: `request-${String(id)}` }}">
<h3>Request ${id} &middot; ${judgement} &middot; <time>${receivedAt}</time></h3>
<dl>
<dt>Endpoint</dt><dd>${request.endpoint ?? 'none'}</dd>
<dt>user_id</dt><dd>${value(request.userId)}</dd>
<dt>reward_amount</dt><dd>${value(request.rewardAmount)}${
    request.amountValue === null ? NOTHING : html` = <code>${request.amountValue}</code> exactly`
  }</dd>
<dt>From</dt><dd>${request.remoteAddress ?? 'unknown'}</dd>
<dt>Reply</dt><dd>${reply.status}, ${after}${reply.senderGone ? ', the sender was gone' : ''}</dd>
</dl>
${findings.length === 0 ? html`<p class="muted">No findings.</p>` : html`<ul>${findings}</ul>`}
<pre>${rawLines(request, marksOf(request))}</pre>
${reply.body === '' ? NOTHING : html`<p class="muted">Reply&rsquo;s body</p><pre>${lines(reply.body)}</pre>`}
</article>
`
}

function value(text: string | null): Html {
  if (text === null) return html`<span class="muted">missing</span>`
  return text === '' ? html`<span class="muted">empty</span>` : html`<code>${text}</code>`
}

interface Span {
  readonly start: number
  readonly end: number
}

/** The findings' places in the target, in order and apart. */
function marksOf(request: EvidenceRequest): readonly Span[] {
  const spans = request.findings.flatMap(({ evidence }) => evidence).toSorted((a, b) => a.start - b.start)
  const apart: Span[] = []
  for (const { start, end } of spans) {
    const from = Math.max(start, apart.at(-1)?.end ?? 0)
    if (end > from) apart.push({ start: from, end })
  }
  return apart
}

/** The raw request, a line a line, with the evidence marked in its target. One character a byte. */
function rawLines({ rawBase64, target, method }: EvidenceRequest, marks: readonly Span[]): Html {
  const raw = Buffer.from(rawBase64, 'base64').toString('latin1')
  if (target === null || method === null || !raw.startsWith(`${method} ${target}`)) return lines(raw)
  const start = method.length + 1
  const pieces = [received(`${method} `).html.replace('<i>\\x20</i>', ' ')]
  let at = 0
  for (const { start: from, end } of marks) {
    pieces.push(inner(target.slice(at, from)), '<mark>', inner(target.slice(from, end)), '</mark>')
    at = end
  }
  pieces.push(inner(target.slice(at)), lines(raw.slice(start + target.length)).html)
  return { html: pieces.join('') }
}

/** A part of a longer text: a space at its edge is no space at an edge. */
function inner(text: string): string {
  return received(`|${text}|`).html.slice(1, -1)
}

function lines(text: string): Html {
  return { html: text.split(/\r?\n/).map(inner).join('\n') }
}

function versions({ format, version, inspector, digest }: EvidenceReport): Html {
  return html`<section>
<h2>How this was made</h2>
<dl>
<dt>Inspector</dt><dd>Adjump Inspector ${inspector.version}</dd>
<dt>Runtime</dt><dd>${inspector.runtime}, ${inspector.platform}</dd>
<dt>Installation</dt><dd><code>${inspector.installation}</code></dd>
<dt>Format</dt><dd>${format} ${version}</dd>
<dt>Digest</dt><dd><code>${digest.sha256}</code></dd>
</dl>
<p class="muted">The digest is the SHA-256 of this report as compact JSON without its &ldquo;digest&rdquo;. Bytes outside ASCII are shown one character a byte (latin1). Amounts are texts and exact decimals; a possible duplicate is no more than possible.</p>
</section>
`
}
