/** What a thread waits at, once it has loaded its modules, until it is known whether it is needed. */
const OPEN = 1
const SHUT = 2

/** Opens for the threads that wait at it once `until` resolves; where it rejects they are sent home. */
export function gateUntil(until: Promise<unknown>): SharedArrayBuffer {
  const gate = new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT)
  const raise = (state: number): void => {
    const flag = new Int32Array(gate)
    Atomics.store(flag, 0, state)
    Atomics.notify(flag, 0)
  }
  until.then(
    () => raise(OPEN),
    () => raise(SHUT),
  )
  return gate
}

/** Blocks the calling thread until the gate is raised. Whether it may go on. */
export function passGate(gate: SharedArrayBuffer): boolean {
  const flag = new Int32Array(gate)
  Atomics.wait(flag, 0, 0)
  return Atomics.load(flag, 0) === OPEN
}
