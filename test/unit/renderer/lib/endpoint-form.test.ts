import { describe, expect, it } from 'vitest'
import { type EndpointForm, errorsOf, formOf, readForm } from '../../../../src/renderer/lib/endpoint-form.ts'
import { configOf } from '../../../../src/renderer/lib/endpoints.ts'
import { anEndpoint } from '../../../support/detail-builders.ts'

const aForm = (overrides: Partial<EndpointForm> = {}): EndpointForm => ({ ...formOf(anEndpoint()), ...overrides })

describe('an endpoint’s form', () => {
  it('reads back as the very endpoint it was filled from', () => {
    const endpoint = anEndpoint({
      extraFields: [{ field: 'transaction_id', param: 'txid' }],
      reply: { status: 201, headers: [['X-A', 'b']], body: 'yes', delayMs: 25 },
    })
    expect(readForm(formOf(endpoint))).toEqual({ ok: true, config: configOf(endpoint) })
  })

  it.each([
    [{ path: 'hitpoint' }, 'path', 'starts with “/”'],
    [{ userIdParam: '' }, 'userIdParam', 'Enter the parameter name'],
    [{ userIdParam: 'a', rewardAmountParam: 'a' }, 'rewardAmountParam', 'must differ'],
    [{ status: '700' }, 'status', 'from 200 to 599'],
    [{ status: 'ok' }, 'status', 'whole number'],
    [{ status: '200.5' }, 'status', 'whole number'],
    [{ delayMs: '' }, 'delayMs', 'whole number'],
    [{ duplicateWindowMinutes: '-1' }, 'duplicateWindowMinutes', 'cannot be negative'],
  ] satisfies [Partial<EndpointForm>, string, string][])(
    'says what is wrong with %j at its field',
    (wrong, key, said) => {
      const read = readForm(aForm(wrong))
      expect(read.ok ? {} : read.errors).toEqual({ [key]: expect.stringContaining(said) })
    },
  )

  it('counts rows that are still empty as not there', () => {
    const read = readForm(aForm({ extraFields: [{ field: '', param: '' }], headers: [['', '']] }))
    expect(read).toMatchObject({ ok: true, config: { extraFields: [], reply: { headers: [] } } })
  })

  it('puts a row’s error beside that row, whatever empty rows stand above it', () => {
    const read = readForm(
      aForm({
        extraFields: [
          { field: '', param: '' },
          { field: 'Bad Name', param: 'x' },
        ],
        headers: [
          ['', ''],
          ['X-Ok', 'fine'],
          ['Content-Length', '3'],
        ],
      }),
    )
    expect(Object.keys(read.ok ? {} : read.errors).sort()).toEqual(['extraFields.1.field', 'headers.2.0'])
  })

  it('finds the field of what the host refuses', () => {
    expect(errorsOf([{ path: ['config', 'reply', 'status'], message: 'no' }])).toEqual({ status: 'no' })
    expect(errorsOf([{ path: ['path'], message: 'taken' }])).toEqual({ path: 'taken' })
  })
})
