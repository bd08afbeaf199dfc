import { root } from '../node-version.mjs'
import { checkBoundaries } from './check.mjs'

const { modules, violations } = await checkBoundaries(root)
for (const violation of violations) console.error(violation)
if (modules === 0) console.error('The boundary check read no module at all: its parser is missing or the paths moved.')
else console.log(`boundaries: ${String(modules)} modules, ${String(violations.length)} violations`)
process.exitCode = modules === 0 || violations.length > 0 ? 1 : 0
