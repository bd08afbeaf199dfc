import { findingsWords } from '../../words/of/findings.ts'
import { readBodyFields } from '../body-fields.ts'
import { quote } from './quote.ts'
import { finding, type Rule } from './rule.ts'

const MOST_FIELDS = 6

export const methodNotGet: Rule = {
  codes: ['method-not-get'],
  find({ method, match, request, headers }, found) {
    // Elsewhere it is for another server to say which methods it takes.
    if (method === 'GET' || match === null) return
    const { details } = findingsWords()
    const sent = quote(method)
    if (request.bodyLength === 0 && request.body.length === 0) {
      found.push(finding('method-not-get', details.methodWithoutBody(sent)))
      return
    }
    const fields = readBodyFields(request.body, headers.contentType)
    if (fields.length === 0) {
      found.push(finding('method-not-get', details.methodWithBody(sent, request.bodyLength)))
      return
    }
    const shown = fields.slice(0, MOST_FIELDS).map(({ name, value }) => `${quote(name)} = ${quote(value)}`)
    const detail = details.methodWithFields(sent, shown, fields.length - shown.length)
    found.push(finding('method-not-get', detail))
  },
}
