import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readBodyFields } from '../../../src/core/body-fields.ts'
import { readJsonFields } from '../../../src/core/json-fields.ts'

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)

describe('the fields of a body', () => {
  it('are those of a form', () => {
    expect(readBodyFields(bytes('a=1&b=x+y%21&b=2&c'), 'application/x-www-form-urlencoded; charset=utf-8')).toEqual([
      { name: 'a', value: '1' },
      { name: 'b', value: 'x y!' },
      { name: 'b', value: '2' },
    ])
  })

  it('are those of a JSON object, numbers as they were written', () => {
    expect(readBodyFields(bytes(' { "a" : 1e400 , "b\\n":"x\\u00e9", "c":[{"d":"]"}], "e":null } '), null)).toEqual([
      { name: 'a', value: '1e400' },
      { name: 'b\n', value: 'xé' },
      { name: 'c', value: '[…]' },
      { name: 'e', value: 'null' },
    ])
  })

  it('are none where the body is neither', () => {
    expect(readBodyFields(bytes('a=1'), 'multipart/form-data; boundary=x')).toEqual([])
    expect(readBodyFields(bytes('[1,2]'), 'application/json')).toEqual([])
    expect(readBodyFields(bytes('hello'), null)).toEqual([])
    expect(readBodyFields(new Uint8Array(), null)).toEqual([])
  })

  it('are read as far as a cut-off body makes sense', () => {
    expect(readBodyFields(bytes('{"a":"1","b":"2'), 'application/json')).toEqual([{ name: 'a', value: '1' }])
  })

  it('are bounded however large the body is', () => {
    expect(readBodyFields(bytes('a=1&'.repeat(100_000)), null).length).toBe(100)
    expect(readBodyFields(bytes(`{"a":${'['.repeat(100_000)}`), null)).toEqual([{ name: 'a', value: '[…]' }])
  })

  it('agree with JSON for every flat object', () => {
    const flat = fc.dictionary(fc.string(), fc.oneof(fc.string(), fc.integer(), fc.boolean(), fc.constant(null)))
    fc.assert(
      fc.property(flat, (object) => {
        const expected = Object.entries(object).map(([name, value]) => ({ name, value: String(value) }))
        expect(readJsonFields(JSON.stringify(object), 1000)).toEqual(expected)
      }),
    )
  })
})
