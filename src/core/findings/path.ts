import { findingsWords } from '../../words/of/findings.ts'
import { effectivePath, findLostPath, lostPathSentence } from '../secret-path.ts'
import { quote } from './quote.ts'
import { finding, type Rule } from './rule.ts'

export const pathUnknown: Rule = {
  codes: ['path-unknown'],
  find({ match, target: { path }, mapping }, found) {
    if (match) return
    const lost = findLostPath(path.text, [mapping])
    const { details } = findingsWords()
    const arrived = quote(path.text)
    const detail =
      lost === null
        ? details.pathUnknown(arrived, quote(effectivePath(mapping)))
        : details.pathLost(arrived, lostPathSentence(lost))
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
    const detail = findingsWords().details.pathDiffers(quote(arrived), quote(effectivePath(match.endpoint)))
    found.push(finding('path-differs', detail, { evidence: [{ start: path.span.start, end }] }))
  },
}
