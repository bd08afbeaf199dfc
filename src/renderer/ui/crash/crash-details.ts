import { hashOf, readHash } from '../../lib/navigation.ts'

/** What a boundary has caught. */
export interface Fault {
  readonly message: string
  readonly stack: string
  readonly components: string
}

/** Takes whatever was thrown. */
export function faultOf(error: unknown): Fault {
  if (!(error instanceof Error)) return { message: `Unknown fault: ${String(error)}`, stack: '', components: '' }
  return { message: `${error.name}: ${error.message}`, stack: error.stack ?? '', components: '' }
}

/** A fault as text for whoever has to repair it. */
export function crashDetails(fault: Fault, part: string, version: string | null): string {
  const frames = fault.stack.split('\n').filter((line) => line.trim().startsWith('at '))
  return [
    `Adjump Inspector ${version ?? '(version unknown)'}: ${part} failed.`,
    fault.message,
    ...frames,
    ...(fault.components === '' ? [] : ['Components:', ...fault.components.split('\n').filter(Boolean)]),
    `View: ${hashOf(readHash(window.location.hash))}`,
    `Time: ${new Date().toISOString()}`,
    `Screen: ${navigator.userAgent}`,
  ].join('\n')
}
