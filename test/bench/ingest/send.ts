import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import type { LoadOrder, LoadResult } from './load.ts'

/** Has a process of its own send an order. Rejects where it ends without a result. */
export async function send(order: LoadOrder): Promise<LoadResult> {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'load.ts'), JSON.stringify(order)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let text = ''
  child.stdout?.on('data', (piece: Buffer) => {
    text += piece.toString()
  })
  await once(child, 'close')
  if (text === '') throw new Error('the sender ended without a result')
  return JSON.parse(text) as LoadResult
}

export function perSecond({ answered, seconds }: LoadResult): number {
  return answered / seconds
}
