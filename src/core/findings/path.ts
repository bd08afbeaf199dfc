import { effectivePath, findLostPath, lostPathSentence } from '../secret-path.ts'
import { quote } from './quote.ts'
import { finding, type Rule } from './rule.ts'

export const pathUnknown: Rule = {
  codes: ['path-unknown'],
  find({ match, target: { path }, mapping }, found) {
    if (match) return
    const lost = findLostPath(path.text, [mapping])
    const known = lost === null ? `${quote(effectivePath(mapping))} knows these names.` : lostPathSentence(lost)
    const detail = `No endpoint has the path ${quote(path.text)}${lost === null ? '; ' : '. '}${known}`
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
    const detail = `The path ${quote(arrived)} is not quite the endpoint’s, ${quote(effectivePath(match.endpoint))}.`
    found.push(finding('path-differs', detail, { evidence: [{ start: path.span.start, end }] }))
  },
}
