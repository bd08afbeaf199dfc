/**
 * Runs one input of the core's fuzz again, and says what came of it:
 *
 *   node test/fuzz/repeat.ts TARGET BASE64
 */
import { tryInput } from './engine/fuzzer.ts'
import { inputOf } from './engine/input.ts'
import { coreTargets } from './targets/index.ts'

const [name = '', base64 = ''] = process.argv.slice(2)
const target = coreTargets.find((one) => one.name === name)
if (target === undefined) {
  console.error(`There is no target “${name}”: use ${coreTargets.map((one) => one.name).join(', ')}.`)
  process.exit(2)
}
const bytes = Buffer.from(base64, 'base64')
console.log(JSON.stringify(inputOf(bytes).text))
const { why, ms } = await tryInput(target, bytes)
console.log(why ?? `It holds, after ${ms.toFixed(1)} ms.`)
process.exitCode = why === null ? 0 : 1
