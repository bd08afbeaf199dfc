import { describe, expect, it } from 'vitest'
import type { ArchiveHead } from '../../../src/core/archive-records.ts'
import { writeArchive } from '../../../src/services/exporter/archive-writer.ts'

const HEAD: ArchiveHead = { installation: 'here', until: 5, requests: 2, endpoints: [], outages: [] }

describe('An archive', () => {
  it('is refused where requests were removed while it was written: nobody could import it', async () => {
    const source = {
      async *requests() {
        // Both are gone.
      },
    }
    const write = async (): Promise<void> => {
      for await (const _ of writeArchive(source, HEAD, { appVersion: '1.2.3', at: 0 })) continue
    }
    await expect(write()).rejects.toThrow('make it again')
  })
})
