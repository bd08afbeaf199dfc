/** What the user is told of a damaged history. */
import type { Notice } from '../../core/status.ts'
import type { SalvageState } from './salvage-state.ts'

/** While requests are still being read from it. */
export function salvageUnderWay(folder: string, state: SalvageState): Notice {
  const { requests } = state.counts
  return {
    severity: 'error',
    text: `${setAside(folder, state)} What arrives is stored as ever, while the requests that can be saved from it are added behind.`,
    detail: `${number(requests)} ${ofAbout(state)} so far. ${state.why}`,
  }
}

export function salvageOver(folder: string, state: SalvageState): Notice {
  return {
    severity: 'error',
    text: `${setAside(folder, state)} ${saved(state)}`,
    detail: state.why,
  }
}

function setAside(folder: string, { aside }: SalvageState): string {
  return `The history was damaged and has been set aside as ${folder}${aside}; a new one was started.`
}

function saved(state: SalvageState): string {
  const { counts } = state
  const others = [
    some(counts.endpoints, 'endpoint'),
    counts.settings > 0 ? 'your settings' : null,
    some(counts.marks, 'mark'),
    some(counts.forwards, 'forward'),
    some(counts.expectations, 'expectation'),
    some(counts.conformanceRuns, 'conformance run'),
    some(counts.outages, 'outage'),
  ].filter((part) => part !== null)
  if (counts.requests === 0 && others.length === 0) return 'Nothing could be saved from it.'
  const parts = [`${number(counts.requests)} ${ofAbout(state)}`, ...others]
  const last = parts.pop() ?? ''
  const list = parts.length === 0 ? last : `${parts.join(', ')} and ${last}`
  const remarks = [
    counts.incomplete > 0 ? ` ${some(counts.incomplete, 'request') ?? ''} came without headers or reply text.` : '',
    counts.orphans > 0 ? ` ${some(counts.orphans, 'record') ?? ''} of lost requests could not be kept.` : '',
  ]
  return `Saved from it: ${list}.${remarks.join('')}`
}

function ofAbout({ about, counts }: SalvageState): string {
  return about === null || about < counts.requests ? 'requests' : `of about ${number(about)} requests`
}

function some(count: number, noun: string): string | null {
  return count === 0 ? null : `${number(count)} ${noun}${count === 1 ? '' : 's'}`
}

function number(count: number): string {
  return count.toLocaleString('en')
}
