import { describe, expect, it } from 'vitest'
import { mirror } from '../../../electron/main/mirror.ts'
import { createEventLog } from '../../../src/contract/event-log.ts'
import { aPostbackSummary } from '../../support/builders.ts'
import { anOverview } from '../renderer/a-host.ts'

const closed = { ...anOverview().tunnel, why: 'It was closed.' }

/** `keepsNothing`: more comes at once than the log holds. */
async function aMirror(keepsNothing = false) {
  const log = createEventLog('run-1')
  const host = { overview: anOverview() }
  const state = await mirror({
    log: {
      epoch: log.epoch,
      get seq() {
        return log.seq
      },
      emit: (event, payload) => log.emit(event, payload),
      onEmit: (listener) => log.onEmit(listener),
      after: (seq, limit) => (keepsNothing ? null : log.after(seq, limit)),
    },
    router: { call: () => Promise.resolve(host.overview) },
  })
  const heard: string[] = []
  state.on((event) => heard.push(event?.event ?? 'anew'))
  return { log, host, state, heard }
}

describe('what the tray knows', () => {
  it('follows the inspector, event by event', async () => {
    const { log, state, heard } = await aMirror()
    log.emit('tunnel.changed', closed)
    log.emit('postback.received', { postbacks: [aPostbackSummary()] })
    expect(state.current.tunnel.why).toBe('It was closed.')
    expect(heard).toEqual(['tunnel.changed', 'postback.received'])
    state.close()
    log.emit('tunnel.changed', anOverview().tunnel)
    expect(state.current.tunnel.why).toBe('It was closed.')
  })

  it('is read anew where more came than is kept', async () => {
    const { log, host, state, heard } = await aMirror(true)
    host.overview = anOverview({ tunnel: closed })
    log.emit('tunnel.changed', closed)
    await expect.poll(() => heard.at(-1)).toBe('anew')
    expect(state.current.tunnel.why).toBe('It was closed.')
  })
})
