import { quote } from './quote.ts'
import { finding, type Rule } from './rule.ts'

export const pathUnknown: Rule = {
  codes: ['path-unknown'],
  find({ match, target: { path }, mapping }, found) {
    if (match) return
    const detail = `No endpoint has the path ${quote(path.text)}; ${quote(mapping.path)} knows these names.`
    found.push(finding('path-unknown', detail, { evidence: [path.span] }))
  },
}

export const pathDiffers: Rule = {
  codes: ['path-differs'],
  find({ match, target: { path } }, found) {
    if (!match?.differs) return
    // Where the query was glued to the path, only what stands before it can differ.
    const end = match.gap?.span.start ?? path.span.end
    const arrived = path.text.slice(0, end - path.span.start)
    const detail = `The path ${quote(arrived)} is not quite the endpoint’s, ${quote(match.endpoint.path)}.`
    found.push(finding('path-differs', detail, { evidence: [{ start: path.span.start, end }] }))
  },
}
