import { createRequire } from 'node:module'
import { Ajv, type AnySchema } from 'ajv'
import draft6 from 'ajv/dist/refs/json-schema-draft-06.json' with { type: 'json' }
import type { FormatsPlugin } from 'ajv-formats'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { toHar } from '../../../src/core/har-entry.ts'
import { aDetail } from '../../support/detail-builders.ts'
import { anyDetail, exported, HOSTILE_TEXTS } from './exporting.ts'

const require = createRequire(import.meta.url)
// Neither says its types in a way that a module of ours could import.
const addFormats = (require('ajv-formats') as { default: FormatsPlugin }).default
const harSchemas = require('har-schema') as Record<string, AnySchema>

/** The schema of HAR 1.2 as the `har-schema` package keeps it. */
function validator() {
  const ajv = new Ajv({ strict: false, allErrors: true })
  addFormats(ajv)
  ajv.addMetaSchema(draft6)
  for (const schema of Object.values(harSchemas)) ajv.addSchema(schema)
  return (har: string): unknown => {
    const validate = ajv.getSchema('har.json#') ?? ajv.getSchema('har.json')
    if (validate === undefined) throw new Error('the schema is missing')
    return validate(JSON.parse(har)) ? [] : validate.errors
  }
}

describe('a HAR', () => {
  const errorsOf = validator()

  it('is refused by the schema where it is none, so that the schema is worth something', () => {
    expect(errorsOf('{"log":{"version":"1.2","creator":{"name":"x"},"entries":[{}]}}')).not.toEqual([])
    const one = toHar(aDetail(), 'Adjump', '1.2.3') ?? ''
    expect(errorsOf(one.replace(/"url": "[^"]*"/, '"url": "http://127.0.0.1/{user_id}"'))).not.toEqual([])
  })

  it('is valid by its schema, whatever was received', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyDetail, { maxLength: 4 }), async (details) => {
        expect(errorsOf(await exported('har', details))).toEqual([])
      }),
      { numRuns: 150 },
    )
  })

  it.each([
    '/hitpoint?user_id={user_id}&reward_amount={reward_amount}',
    '/hitpoint?a=%&b=%zz&c=|"<>^`\\[]',
    'http://example.com/x?user_id=[1]',
    'http://exa mple/x',
    '//double?x=1',
    '*',
    'example.com:443',
    '/a#b=1&c=2',
    ...HOSTILE_TEXTS.map((text) => `/hitpoint?user_id=${Buffer.from(text).toString('latin1')}`),
  ])('is valid for the target %j', async (target) => {
    expect(errorsOf(await exported('har', [aDetail({ target })]))).toEqual([])
    expect(errorsOf(toHar(aDetail({ target }), null, '1.2.3') ?? '')).toEqual([])
  })
})
