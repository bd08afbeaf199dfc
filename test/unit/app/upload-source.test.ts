import { afterEach, describe, expect, it, vi } from 'vitest'
import { createUploadSource } from '../../../src/app/upload-source.ts'

const why = (): Error => new Error('It broke off.')

async function textOf(bytes: AsyncIterable<Uint8Array>): Promise<string> {
  let text = ''
  for await (const piece of bytes) text += Buffer.from(piece).toString()
  return text
}

describe('a file that comes in pieces', () => {
  afterEach(() => {
    vi.useRealTimers()
  })

  it('is whole when its end is told', async () => {
    const upload = createUploadSource(1000, why)
    const text = textOf(upload.bytes)
    for (const piece of ['a', 'b', 'c']) await upload.push(Buffer.from(piece))
    await upload.end()
    expect(await text).toBe('abc')
  })

  it('makes its sender wait until it is read', async () => {
    const upload = createUploadSource(1000, why)
    const sent: number[] = []
    const sending = (async () => {
      for (let n = 0; n < 100; n += 1) {
        await upload.push(Buffer.alloc(1000))
        sent.push(n)
      }
      await upload.end()
    })()
    await new Promise((resolve) => setImmediate(resolve))
    expect(sent.length).toBeLessThan(5)
    expect(await textOf(upload.bytes)).toHaveLength(100_000)
    await sending
  })

  it('is given up where nothing comes for long', async () => {
    vi.useFakeTimers()
    const upload = createUploadSource(1000, why)
    const text = textOf(upload.bytes)
    await upload.push(Buffer.from('a'))
    vi.advanceTimersByTime(1000)
    await expect(text).rejects.toThrow('It broke off.')
    await expect(upload.push(Buffer.from('b'))).rejects.toThrow('It broke off.')
  })

  it('is refused to its sender where nobody reads any more', async () => {
    const upload = createUploadSource(1000, why)
    const reading = upload.bytes[Symbol.asyncIterator]()
    const first = reading.next()
    await upload.push(Buffer.from('a'))
    await first
    await reading.return?.()
    await expect(upload.push(Buffer.from('b'))).rejects.toBeUndefined()
  })
})
