import { cruise } from 'dependency-cruiser'
import { boundaryRules } from './rules.mjs'

/**
 * Holds a tree against the boundary table.
 * @param {string} root the folder with `src` and `electron`
 * @returns {Promise<{ modules: number, violations: string[] }>} how many modules were read, and a line a violation
 */
export async function checkBoundaries(root) {
  const { output } = await cruise(['src', 'electron'], {
    baseDir: root,
    validate: true,
    ruleSet: { forbidden: boundaryRules() },
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
  })
  if (typeof output === 'string') throw new Error('the boundary check gave no result')
  return {
    modules: output.modules.filter(({ source }) => /^(src|electron)\//.test(source)).length,
    violations: output.summary.violations.map(({ from, to, rule }) => `${from} → ${to}: ${rule.name}`),
  }
}
