import type { BenchContext } from '../line.ts'
import { attachListener, type Served, serve } from '../serve.ts'
import type { LoadOrder, LoadResult } from './load.ts'
import { send } from './send.ts'
import { startSmallServer } from './small-server.ts'

/** The product with a screen attached, the bare server, and what has been sent to the product. */
export interface IngestRig {
  readonly dataFolder: string
  readonly product: Served
  readonly helloPort: number
  readonly floorPort: number
  /** By the name of the order: how many were answered 200. */
  readonly answered: Map<string, number>
  /** How often the attached screen was told something. */
  messages(): number
  /** Sends the same to the bare server, to the floor, and to the product, all of whose replies must be 200. */
  round(order: Omit<LoadOrder, 'port'>): Promise<Round>
  stopProduct(): Promise<void>
}

interface Round {
  readonly bare: LoadResult
  readonly floor: LoadResult
  readonly ours: LoadResult
}

export function ingestRig(context: BenchContext): Promise<IngestRig> {
  return context.shared('ingest', async () => {
    const hello = await startSmallServer('hello.ts')
    const floor = await startSmallServer('floor.ts', [await context.folder()])
    const dataFolder = await context.folder()
    const product = await serve(context, dataFolder)
    const screen = await attachListener(product.screenUrl)
    const answered = new Map<string, number>()
    let stopping: Promise<void> | null = null
    const stopProduct = (): Promise<void> => {
      screen.close()
      stopping ??= product.stop()
      return stopping
    }
    const resource: IngestRig = {
      dataFolder,
      product,
      helloPort: hello.port,
      floorPort: floor.port,
      answered,
      messages: () => screen.messages(),
      stopProduct,
      async round(order) {
        const bare = await send({ ...order, port: hello.port })
        const least = await send({ ...order, port: floor.port })
        const ours = await send({ ...order, port: product.receiverPort })
        answered.set(order.name, ours.answered)
        if (ours.other + ours.failed > 0) {
          throw new Error(`${String(ours.other)} were not answered 200 and ${String(ours.failed)} not at all`)
        }
        return { bare, floor: least, ours }
      },
    }
    const close = async (): Promise<void> => {
      await stopProduct()
      await hello.stop()
      await floor.stop()
    }
    return { resource, close }
  })
}
