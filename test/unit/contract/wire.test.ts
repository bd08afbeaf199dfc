import { describe, expect, it } from 'vitest'
import { JsonText } from '../../../src/contract/json-text.ts'
import { hostMessageFromText, hostMessageToText } from '../../../src/contract/wire.ts'

describe('a message of the host', () => {
  it('comes out of its text as it went in', () => {
    const message = {
      type: 'output',
      id: 3,
      output: { items: [{ target: '/a?b="c"\u2028“d”\ud800' }], next: null },
    } as const
    expect(hostMessageFromText(hostMessageToText(message))).toEqual(message)
  })

  it('takes an output that is text already as it is', () => {
    const output = { items: [1, 'zwei', null], next: 'x' }
    const text = hostMessageToText({ type: 'output', id: 7, output: new JsonText(JSON.stringify(output)) })
    expect(hostMessageFromText(text)).toEqual({ type: 'output', id: 7, output })
  })

  it.each([
    'no JSON',
    '',
    'null',
    '{"type":"output"}',
    '{"type":"else","id":1}',
    17,
    null,
    undefined,
    { type: 'output', id: 1, output: 1 },
  ])('is none where %j came', (text) => {
    expect(hostMessageFromText(text)).toBeNull()
  })
})
