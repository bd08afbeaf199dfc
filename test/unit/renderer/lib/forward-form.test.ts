import { describe, expect, it } from 'vitest'
import { validChanges } from '../../../../src/renderer/lib/endpoint-changes.ts'
import { errorsOf, formOf, readForm } from '../../../../src/renderer/lib/endpoint-form.ts'
import { anEndpoint } from '../../../support/detail-builders.ts'

const stored = formOf(anEndpoint())

describe('the forward part of an endpoint’s form', () => {
  it('says beside each field what is wrong with it', () => {
    const forward = { mode: 'relay', url: '', timeoutMs: '1s', retries: '11' } as const
    const read = readForm({ ...stored, forward })
    expect(read.ok ? {} : read.errors).toMatchObject({
      'forward.timeoutMs': expect.stringContaining('whole number'),
      'forward.retries': expect.stringContaining('10 retries'),
    })
    const urlOnly = readForm({ ...stored, forward: { ...stored.forward, mode: 'relay' } })
    expect(urlOnly.ok ? {} : urlOnly.errors).toEqual({ 'forward.url': expect.stringContaining('Enter the URL') })
  })

  it('is in force as a whole or not at all, and does not hold back the rest', () => {
    const form = {
      ...stored,
      name: 'Other',
      forward: { ...stored.forward, mode: 'observe', timeoutMs: '500' },
    } as const
    const changes = validChanges(stored, form)
    expect(changes.config).toMatchObject({ name: 'Other', forward: { mode: 'off', timeoutMs: 10_000 } })
    expect(Object.keys(changes.errors)).toEqual(['forward.url'])
  })

  it('takes the spaces around a pasted URL away', () => {
    const read = readForm({ ...stored, forward: { ...stored.forward, url: ' http://127.0.0.1:3000/x \n' } })
    expect(read.ok && read.config.forward.url).toBe('http://127.0.0.1:3000/x')
  })

  it('shows the host’s refusal beside the URL', () => {
    const issues = [{ path: ['config', 'forward', 'url'], message: 'This is the receiver.' }]
    expect(errorsOf(issues)).toEqual({ 'forward.url': 'This is the receiver.' })
  })
})
