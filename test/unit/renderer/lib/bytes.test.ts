import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { base64ToHex, base64ToText, hexToBase64, textToBase64 } from '../../../../src/renderer/lib/bytes.ts'

describe('bytes in a form', () => {
  it('come back from hex as they were', () => {
    fc.assert(
      fc.property(fc.uint8Array(), (bytes) => {
        const base64 = Buffer.from(bytes).toString('base64')
        expect(hexToBase64(base64ToHex(base64))).toBe(base64)
      }),
    )
  })

  it('come back from text as they were where they are UTF-8', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(textToBase64(text)).toBe(Buffer.from(text).toString('base64'))
        expect(base64ToText(textToBase64(text))).toBe(text)
      }),
    )
    expect(base64ToText(Buffer.from([0xff]).toString('base64'))).toBeNull()
  })

  it.each(['7', '7g', '0x7b'])('are refused where they are no hex: %j', (text) => {
    expect(hexToBase64(text)).toBeNull()
  })
})
