import { type Input, type Output, type ProcedureName, procedures } from '../../../src/contract/procedures.ts'
import type { BenchContext } from '../line.ts'
import { callsTo, type Served, serve } from '../serve.ts'
import { largeHistory, type StoredHistory, smallHistory } from './stored.ts'

/** A running product on a stored history, asked as a screen asks it. */
export interface AskedScreen {
  readonly history: StoredHistory
  ask<P extends ProcedureName>(procedure: P, input: Input<P>): Promise<Output<P>>
}

export function largeScreen(context: BenchContext): Promise<AskedScreen> {
  return screenOn(context, 'large', () => largeHistory(context))
}

export function smallScreen(context: BenchContext): Promise<AskedScreen> {
  return screenOn(context, 'small', () => smallHistory(context))
}

/** Speaks the contract with a product that runs on (a copy of) that history. */
export async function askedScreen(product: Served, history: StoredHistory): Promise<AskedScreen & { close(): void }> {
  const calls = await callsTo(product.screenUrl)
  return {
    history,
    async ask(procedure, input) {
      const output = await calls.call(procedure, input)
      // The schema of this very procedure parses it, as the screen's own client does.
      return procedures[procedure].output.parse(output) as Output<typeof procedure>
    },
    close: () => calls.close(),
  }
}

function screenOn(context: BenchContext, name: string, stored: () => Promise<StoredHistory>): Promise<AskedScreen> {
  return context.shared(`screen on the ${name} history`, async () => {
    const history = await stored()
    const product = await serve(context, history.folder)
    const resource = await askedScreen(product, history)
    const close = async (): Promise<void> => {
      resource.close()
      await product.stop()
    }
    return { resource, close }
  })
}
