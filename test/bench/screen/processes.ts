/** What a process takes, as Linux tells it. */
import { readdirSync, readFileSync } from 'node:fs'

/** Clock ticks of a second, as the kernel counts them for /proc everywhere. */
const TICKS = 100

/** Its processor time so far, in s. */
export function cpuSeconds(pid: number): number {
  const stat = readFileSync(`/proc/${String(pid)}/stat`, 'latin1')
  // The name before it may hold spaces and brackets.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  return (Number(fields[11]) + Number(fields[12])) / TICKS
}

/** Its resident memory in MB. */
export function residentMegabytes(pid: number): number {
  const status = readFileSync(`/proc/${String(pid)}/status`, 'latin1')
  return Number(/^VmRSS:\s+(\d+) kB/m.exec(status)?.[1] ?? Number.NaN) / 1024
}

export interface ProcessOf {
  readonly pid: number
  /** What Chromium calls it: `renderer`, `gpu-process`, `utility` …; empty for the first process. */
  readonly type: string
}

/** A process and all that come from it. */
export function processesUnder(pid: number): readonly ProcessOf[] {
  const children = new Map<number, number[]>()
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue
    const parent = parentOf(Number(name))
    if (parent !== null) children.set(parent, [...(children.get(parent) ?? []), Number(name)])
  }
  const all = [pid]
  for (const one of all) all.push(...(children.get(one) ?? []))
  return all.map((one) => ({ pid: one, type: typeOf(one) }))
}

function parentOf(pid: number): number | null {
  try {
    const stat = readFileSync(`/proc/${String(pid)}/stat`, 'latin1')
    return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1])
  } catch {
    return null
  }
}

function typeOf(pid: number): string {
  try {
    return /--type=([\w-]+)/.exec(readFileSync(`/proc/${String(pid)}/cmdline`, 'latin1'))?.[1] ?? ''
  } catch {
    return ''
  }
}

/** What the processes under one take, by their kind. */
export interface Taken {
  /** Processor time in s a second. */
  readonly cpu: ReadonlyMap<string, number>
  /** The resident memory of the largest, in MB. */
  readonly memory: ReadonlyMap<string, number>
}

/** Follows a process and all under it while `wait` goes on. */
export async function takenBy(pid: number, wait: () => Promise<unknown>): Promise<Taken> {
  const before = new Map(processesUnder(pid).map((one) => [one.pid, cpuSeconds(one.pid)]))
  const from = performance.now()
  await wait()
  const seconds = (performance.now() - from) / 1000
  const cpu = new Map<string, number>()
  const memory = new Map<string, number>()
  for (const { pid: one, type } of processesUnder(pid)) {
    const used = (cpuSeconds(one) - (before.get(one) ?? 0)) / seconds
    cpu.set(type, (cpu.get(type) ?? 0) + used)
    memory.set(type, Math.max(memory.get(type) ?? 0, residentMegabytes(one)))
  }
  return { cpu, memory }
}
