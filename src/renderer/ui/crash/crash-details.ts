import { words } from '../../../words/words.ts'
import { hashOf, readHash } from '../../lib/navigation.ts'

/** What a boundary has caught. */
export interface Fault {
  readonly message: string
  readonly stack: string
  readonly components: string
}

/** Takes whatever was thrown. */
export function faultOf(error: unknown): Fault {
  if (!(error instanceof Error)) {
    return { message: words().ui.crash.unknownFault(String(error)), stack: '', components: '' }
  }
  return { message: `${error.name}: ${error.message}`, stack: error.stack ?? '', components: '' }
}

/** A fault as text for whoever has to repair it. */
export function crashDetails(fault: Fault, part: string, version: string | null): string {
  const w = words().ui.crash.details
  const frames = fault.stack.split('\n').filter((line) => line.trim().startsWith('at '))
  return [
    w.head(version ?? w.versionUnknown, part),
    fault.message,
    ...frames,
    ...(fault.components === '' ? [] : [w.components, ...fault.components.split('\n').filter(Boolean)]),
    w.view(hashOf(readHash(window.location.hash))),
    w.time(new Date().toISOString()),
    w.screen(navigator.userAgent),
  ].join('\n')
}
