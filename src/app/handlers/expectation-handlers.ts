import type { Handlers } from '../../contract/router.ts'
import type { ExpectationDesk } from '../expectation-desk.ts'

/** What is expected of the next postbacks. */
export function expectationHandlers(desk: ExpectationDesk) {
  return {
    'expectation.arm': (arming) => desk.arm(arming),
    'expectation.list': (request) => desk.list(request),
    'expectation.cancel': ({ id }) => desk.cancel(id),
    'expectation.armAgain': ({ id }) => desk.armAgain(id),
    'expectation.clearEnded': async () => ({ ids: await desk.clearEnded() }),
    'expectation.restore': async ({ ids }) => ({ expectations: await desk.restore(ids) }),
  } satisfies Partial<Handlers>
}
