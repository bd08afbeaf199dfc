import { ReaderClient, type ReaderClientOptions } from './reader-client.ts'

/** Two keep a disk and most machines busy, and leave the rest of them to captures. */
const LANES = 2

/** Readers for exports alone, so that no search waits for one: they live as long as the export does. */
export class ExportReaders {
  readonly #options: ReaderClientOptions
  readonly #url: URL | undefined
  readonly #open = new Set<ReaderClient>()

  constructor(options: ReaderClientOptions, url: URL | undefined) {
    this.#options = options
    this.#url = url
  }

  open(): readonly ReaderClient[] {
    const lanes = Array.from({ length: LANES }, () => new ReaderClient({ ...this.#options, frugal: true }, this.#url))
    for (const lane of lanes) this.#open.add(lane)
    return lanes
  }

  async close(lanes: readonly ReaderClient[]): Promise<void> {
    await Promise.all(
      lanes.map(async (lane) => {
        await lane.end()
        this.#open.delete(lane)
      }),
    )
  }

  /** Lets go of the file until `until` has settled. */
  async pause(until: Promise<void>): Promise<void> {
    await Promise.all([...this.#open].map((lane) => lane.pause(until)))
  }

  /** Exports under way reject with `closed`. */
  async end(): Promise<void> {
    await this.close([...this.#open])
  }
}
