import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decodeComponent, decodeWithNotes } from '../../../src/core/decode.ts'

describe('decoding a component', () => {
  it('reads + as a space and escapes as UTF-8', () => {
    expect(decodeComponent('a+b%2Bc')).toBe('a b+c')
    expect(decodeComponent('caf%C3%A9%20%F0%9F%98%80')).toBe('café 😀')
  })

  it('keeps what is no escape, and a byte order mark', () => {
    expect(decodeComponent('100%')).toBe('100%')
    expect(decodeComponent('%zz%4')).toBe('%zz%4')
    expect(decodeComponent('%EF%BB%BFx')).toBe('\ufeffx')
  })

  it('replaces bytes that are not UTF-8, raw or escaped', () => {
    expect(decodeComponent('caf%E9')).toBe('caf\ufffd')
    expect(decodeComponent('caf\u00e9!')).toBe('caf\ufffd!')
    expect(decodeComponent('\u00c3\u00a9')).toBe('é')
  })

  it('says where escapes and bytes are wrong', () => {
    expect(decodeWithNotes('a%zz%E9b%C3')).toMatchObject({
      text: 'a%zz\ufffdb\ufffd',
      percentInvalid: [{ start: 1, end: 2 }],
      utf8Invalid: [
        { start: 4, end: 7 },
        { start: 8, end: 11 },
      ],
    })
  })

  it('knows where each decoded unit came from', () => {
    expect(decodeWithNotes('a+%C3%A9%F0%9F%98%80z')).toMatchObject({ text: 'a é😀z', starts: [0, 1, 2, 8, 8, 20, 21] })
  })

  it('decodes any bytes as the platform’s own decoder does, escaped or raw', () => {
    const decoder = new TextDecoder('utf-8', { ignoreBOM: true })
    const byte = fc.oneof(
      fc.integer({ min: 0, max: 255 }),
      fc.constantFrom(0xc2, 0xe0, 0xed, 0xf0, 0xf4, 0x80, 0xa0, 0xbf),
    )
    fc.assert(
      fc.property(fc.array(fc.tuple(byte, fc.boolean())), (units) => {
        const raw = units
          .map(([value, escaped]) =>
            escaped || value === 0x25 || value === 0x2b
              ? `%${value.toString(16).padStart(2, '0')}`
              : String.fromCharCode(value),
          )
          .join('')
        const expected = decoder.decode(Uint8Array.from(units.map(([value]) => value)))
        expect(decodeComponent(raw)).toBe(expected)
        const notes = decodeWithNotes(raw)
        expect(notes.text).toBe(expected)
        expect(notes.starts.length).toBe(expected.length + 1)
      }),
      { numRuns: 3000 },
    )
  })
})
