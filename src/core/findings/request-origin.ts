import { findingsWords } from '../../words/of/findings.ts'
import { isBrowserNavigation } from '../request-headers.ts'
import { quote } from './quote.ts'
import { finding, type Rule } from './rule.ts'

export const fragmentInTarget: Rule = {
  codes: ['fragment-in-target'],
  find({ target: { fragment } }, found) {
    if (!fragment) return
    const span = { start: fragment.span.start - 1, end: fragment.span.end }
    const detail = findingsWords().details.fragmentInTarget(quote(`#${fragment.text}`))
    found.push(finding('fragment-in-target', detail, { evidence: [span] }))
  },
}

export const absoluteForm: Rule = {
  codes: ['absolute-form'],
  find({ target: { form, raw, path } }, found) {
    if (form !== 'absolute') return
    const origin = { start: 0, end: path.span.start }
    const detail = findingsWords().details.absoluteForm(quote(raw.slice(0, origin.end)))
    found.push(finding('absolute-form', detail, { evidence: [origin] }))
  },
}

export const openedInBrowser: Rule = {
  codes: ['opened-in-browser'],
  find({ headers }, found) {
    if (isBrowserNavigation(headers)) {
      found.push(finding('opened-in-browser', findingsWords().details.openedInBrowser))
    }
  },
}
