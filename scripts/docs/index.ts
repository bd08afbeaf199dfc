// `npm run docs`: writes the documents that are made of the help's own source. The guide's pictures have a script of
// their own, `npm run docs:pictures`.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DOCUMENTS } from './documents.ts'

const root = join(import.meta.dirname, '../..')
for (const { file, make } of DOCUMENTS) {
  writeFileSync(join(root, file), make())
  console.log(`wrote ${file}`)
}
