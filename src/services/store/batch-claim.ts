/**
 * One word of shared memory that decides who has a batch: the writer, once it may commit it, or its owner, who has
 * waited long enough and refuses it. Only one of them gets it, so that what was refused is not stored after all.
 */

const OPEN = 0
const GIVEN_UP = 1
const TAKEN = 2

export function openClaim(): SharedArrayBuffer {
  return new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT)
}

/** For the writer, at the last moment before it commits. False: the batch must not be stored. */
export function takeClaim(claim: SharedArrayBuffer): boolean {
  return Atomics.compareExchange(new Int32Array(claim), 0, OPEN, TAKEN) !== GIVEN_UP
}

/** For the owner. False: the writer is committing, and may succeed. */
export function giveUpClaim(claim: SharedArrayBuffer): boolean {
  return Atomics.compareExchange(new Int32Array(claim), 0, OPEN, GIVEN_UP) !== TAKEN
}
