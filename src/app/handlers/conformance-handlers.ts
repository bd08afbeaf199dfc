import { CallError } from '../../contract/errors.ts'
import type { Handlers } from '../../contract/router.ts'
import { errorsWords } from '../../words/of/errors.ts'
import type { ConformanceControl } from '../conformance.ts'
import { conformanceReport } from '../conformance-report.ts'

/** The conformance check of the user's backend. */
export function conformanceHandlers(conformance: ConformanceControl) {
  return {
    'conformance.start': ({ options }) => conformance.start(options),
    'conformance.cancel': ({ runId }) => {
      conformance.cancel(runId)
      return {}
    },
    'conformance.latest': () => conformance.latest(),
    'conformance.run': ({ runId }) => conformance.run(runId),
    'conformance.answer': ({ runId, ...answer }) => conformance.answer(runId, answer),
    'conformance.report': async ({ runId, format }) => {
      const run = await conformance.run(runId)
      if (run === null) throw new CallError('not-found', errorsWords().conformance.gone)
      return conformanceReport(run, format)
    },
  } satisfies Partial<Handlers>
}
