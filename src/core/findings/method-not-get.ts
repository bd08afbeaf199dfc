import { readBodyFields } from '../body-fields.ts'
import { quote } from './quote.ts'
import { finding, type Rule } from './rule.ts'

const MOST_FIELDS = 6

export const methodNotGet: Rule = {
  codes: ['method-not-get'],
  find({ method, match, request, headers }, found) {
    // Elsewhere it is for another server to say which methods it takes.
    if (method === 'GET' || match === null) return
    const start = `${quote(method)} arrived instead of GET`
    if (request.bodyLength === 0 && request.body.length === 0) {
      found.push(finding('method-not-get', `${start}, without a body.`))
      return
    }
    const fields = readBodyFields(request.body, headers.contentType)
    if (fields.length === 0) {
      found.push(finding('method-not-get', `${start}, with a body of ${String(request.bodyLength)} bytes.`))
      return
    }
    const shown = fields.slice(0, MOST_FIELDS).map(({ name, value }) => `${quote(name)} = ${quote(value)}`)
    const left = fields.length - shown.length
    const more = left > 0 ? ` and ${String(left)} more` : ''
    found.push(finding('method-not-get', `${start}; its body holds ${shown.join(', ')}${more}.`))
  },
}
