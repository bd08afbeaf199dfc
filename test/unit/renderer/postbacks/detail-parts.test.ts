import { describe, expect, it } from 'vitest'
import {
  bytesFromBase64,
  hexDump,
  latin1,
  utf8OrNull,
} from '../../../../src/renderer/features/postbacks/detail/body-bytes.ts'
import { markEvidence } from '../../../../src/renderer/features/postbacks/detail/evidence.ts'
import { fieldValues, queryRows } from '../../../../src/renderer/features/postbacks/detail/query-rows.ts'
import { byWeight } from '../../../../src/renderer/features/postbacks/findings-order.ts'
import { aMapping, readingOf } from '../../../support/builders.ts'
import { aFinding } from '../../../support/detail-builders.ts'

describe('the evidence in the raw target', () => {
  it('is cut where findings overlap, so that each keeps its own marks', () => {
    const parts = markEvidence('/a?b=1&c=2', [
      { evidence: [{ start: 3, end: 6 }] },
      { evidence: [{ start: 5, end: 10 }] },
    ])
    expect(parts.map(({ text, findings }) => [text, findings])).toEqual([
      ['/a?', []],
      ['b=', [0]],
      ['1', [0, 1]],
      ['&c=2', [1]],
    ])
  })

  it('loses no character of the target, whatever the spans', () => {
    const target = '/hitpoint?x=%00'
    const parts = markEvidence(target, [
      { evidence: [{ start: -4, end: 2 }] },
      {
        evidence: [
          { start: 5, end: 5 },
          { start: 12, end: 400 },
        ],
      },
    ])
    expect(parts.map((part) => part.text).join('')).toBe(target)
    expect(markEvidence('', [{ evidence: [{ start: 0, end: 3 }] }])).toEqual([])
  })
})

describe('the query as a table', () => {
  const mapping = aMapping()

  it('keeps order and repeats, and says which value is read', () => {
    const rows = queryRows('/hitpoint?reward_amount=5&user_id=a%20b&reward_amount=6&flag', mapping)
    expect(rows.map(({ order, name, value, field, repeat }) => [order, name, value, field, repeat])).toEqual([
      [1, 'reward_amount', '5', 'reward_amount', { nth: 1, of: 2 }],
      [2, 'user_id', 'a b', 'user_id', null],
      [3, 'reward_amount', '6', null, { nth: 2, of: 2 }],
      [4, 'flag', null, null, null],
    ])
    expect(rows[1]).toMatchObject({ rawValue: 'a%20b' })
  })

  it('tells absent from empty, and names what came instead', () => {
    const target = '/hitpoint?userid=u_1&reward_amount='
    const fields = fieldValues(queryRows(target, mapping), mapping, readingOf(target).findings)
    expect(fields).toMatchObject([
      { field: 'user_id', value: null, raw: null, nearMiss: 'userid' },
      { field: 'reward_amount', value: '', raw: '' },
    ])
  })

  it('shows extra fields after the two that Adjump documents', () => {
    const withExtra = aMapping({ extraFields: [{ field: 'transaction_id', param: 'tx' }] })
    const fields = fieldValues(queryRows('/hitpoint?tx=9', withExtra), withExtra, [])
    expect(fields.map(({ field, value }) => [field, value])).toEqual([
      ['user_id', null],
      ['reward_amount', null],
      ['transaction_id', '9'],
    ])
  })
})

describe('the finding that is told first', () => {
  it('is the one that decides the verdict', () => {
    const findings = [
      aFinding({ code: 'extra-params', severity: 'info' }),
      aFinding({ code: 'plus-as-space', severity: 'warning' }),
      aFinding({ code: 'param-empty', severity: 'error' }),
      aFinding({ code: 'param-missing', severity: 'error' }),
    ]
    expect(byWeight(findings).map((finding) => finding.code)).toEqual([
      'param-missing',
      'param-empty',
      'plus-as-space',
      'extra-params',
    ])
  })
})

describe('a body', () => {
  it('is text where it is UTF-8, and never a guess where it is not', () => {
    expect(utf8OrNull(bytesFromBase64(btoa('user_id=1')))).toBe('user_id=1')
    expect(utf8OrNull(new Uint8Array([0xe9]))).toBeNull()
    expect(latin1(new Uint8Array([0x63, 0xe9]))).toBe('cé')
  })

  it('is dumped sixteen bytes a line, no further than asked', () => {
    const bytes = Uint8Array.from({ length: 40 }, (_, index) => index + 0x41)
    const lines = hexDump(bytes, 20).split('\n')
    expect(lines).toHaveLength(2)
    expect(lines[0]).toBe('000000  41 42 43 44 45 46 47 48 49 4a 4b 4c 4d 4e 4f 50  ABCDEFGHIJKLMNOP')
    expect(lines[1]).toBe(`000010  ${'51 52 53 54'.padEnd(47)}  QRST`)
    expect(hexDump(new Uint8Array([0, 0x7f]), 16)).toMatch(/ {2}\.\.$/)
  })
})
