import { describe, expect, it } from 'vitest'
import type { PostbackDetail } from '../../../src/core/postback.ts'
import { createExporter } from '../../../src/services/exporter/exporters.ts'
import { aDetail } from '../../support/detail-builders.ts'

const FORMATS = ['ndjson', 'json', 'csv', 'har'] as const

describe.each(FORMATS)('an export as %s', (format) => {
  it('reads a request only when the one before it is written', async () => {
    let read = 0
    async function* endless(): AsyncGenerator<PostbackDetail> {
      for (;;) {
        read += 1
        yield aDetail({ id: read })
      }
    }
    const written = createExporter(format).write(endless(), { appVersion: '1', endpoints: [] })
    let pieces = 0
    for await (const piece of written) {
      expect(piece.length).toBeGreaterThan(0)
      pieces += 1
      expect(read).toBeLessThanOrEqual(pieces)
      if (pieces === 100) break
    }
    expect(read).toBeGreaterThanOrEqual(99)
  })

  it('lets go of the history where the reader stops', async () => {
    let released = false
    async function* history(): AsyncGenerator<PostbackDetail> {
      try {
        for (;;) yield aDetail()
      } finally {
        released = true
      }
    }
    let pieces = 0
    for await (const _piece of createExporter(format).write(history(), { appVersion: '1', endpoints: [] })) {
      pieces += 1
      if (pieces === 3) break
    }
    expect(released).toBe(true)
  })

  it('passes on why the history could not be read', async () => {
    async function* broken(): AsyncGenerator<PostbackDetail> {
      yield aDetail()
      throw new Error('disk')
    }
    const reading = async (): Promise<void> => {
      for await (const _piece of createExporter(format).write(broken(), { appVersion: '1', endpoints: [] })) continue
    }
    await expect(reading()).rejects.toThrow('disk')
  })

  it('names its format', () => {
    expect(createExporter(format).format).toBe(format)
  })
})
