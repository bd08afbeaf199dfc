import { afterEach } from 'vitest'
import type { CaptureDesk, Receiver } from '../../../src/core/ports.ts'
import { createHttpReceiver } from '../../../src/services/receiver/http-receiver.ts'
import type { ReceiverLimits } from '../../../src/services/receiver/limits.ts'

const open: Receiver[] = []

/** A receiver on a free port, closed after the test. */
export async function openReceiver(desk: CaptureDesk, limits: Partial<ReceiverLimits> = {}): Promise<Receiver> {
  const receiver = await createHttpReceiver({ port: 0, desk, limits: { closeTimeout: 50, ...limits } })
  open.push(receiver)
  return receiver
}

afterEach(async () => {
  await Promise.all(open.splice(0).map((receiver) => receiver.close()))
})
