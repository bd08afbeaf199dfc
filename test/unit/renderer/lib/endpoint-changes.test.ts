import { describe, expect, it } from 'vitest'
import { validChanges } from '../../../../src/renderer/lib/endpoint-changes.ts'
import { formOf } from '../../../../src/renderer/lib/endpoint-form.ts'
import { rebase } from '../../../../src/renderer/lib/rebase.ts'
import { anEndpoint } from '../../../support/detail-builders.ts'

const stored = formOf(anEndpoint())

describe('what of an endpoint’s form can be saved', () => {
  it('is nothing where only empty rows were added', () => {
    expect(validChanges(stored, { ...stored, headers: [...stored.headers, ['', '']] }).config).toBeNull()
  })

  it('is what is valid, while what is wrong is said', () => {
    const changes = validChanges(stored, { ...stored, name: 'Other', status: '700' })
    expect(changes.config).toMatchObject({ name: 'Other', reply: { status: Number(stored.status) } })
    expect(changes.keys).toEqual(['name'])
    expect(changes.errors).toEqual({ status: expect.stringContaining('from 200 to 599') })
  })

  it('leaves out what the host refused', () => {
    const changes = validChanges(stored, { ...stored, name: 'Other', path: '/taken' }, ['path'])
    expect(changes.config).toMatchObject({ name: 'Other', path: stored.path })
  })

  it('takes one of two names that would be the same', () => {
    const changes = validChanges(stored, { ...stored, userIdParam: 'a', rewardAmountParam: 'a' })
    expect(changes.keys).toEqual(['userIdParam'])
  })
})

describe('rebase', () => {
  it('keeps what was touched and follows in the rest', () => {
    expect(rebase({ a: 2, b: 1 }, { a: 1, b: 1 }, { a: 3, b: 3 })).toEqual({ a: 2, b: 3 })
  })

  it('is the very same value where nothing is new', () => {
    const value = { a: 2, b: 1 }
    expect(rebase(value, { a: 1, b: 1 }, { a: 2, b: 1 })).toBe(value)
  })
})
