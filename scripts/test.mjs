// `npm test`: runs the suites named and ends with one line over all of them: one after the other those without a
// window, then the two faces beside each other, each on a display of its own. `--long` runs what is bounded otherwise
// (faults, fuzzing) in its full length. `--renew` (`npm run snapshots`) writes what the e2e specs compare with
// (pictures, boxes, Tab order) anew instead of comparing it, one face at a time. What a suite needs and a machine may lack (a browser, Electron, a display) is looked for; a suite without it is skipped with a sentence, or
// fails where ADJUMP_INSPECTOR_REQUIRE_ALL is set.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { findBrowser } from './browser-runtime.mjs'
import { ensureBuilt } from './build-state.mjs'
import { findElectron, hasDisplay } from './electron-runtime.mjs'
import { isNodeNewEnough, root } from './node-version.mjs'
import { run, which } from './run.mjs'
import { shrinkPictures } from './shrink-pictures.mjs'

/** @typedef {{ passed: number, failed: number, skipped: number }} Counts */

const requireAll = Boolean(process.env['ADJUMP_INSPECTOR_REQUIRE_ALL'])
const renews = process.argv.includes('--renew')
const folder = mkdtempSync(join(tmpdir(), 'adjump-inspector-test-'))

/** @param {string} project @returns {Promise<Counts>} */
async function vitest(project) {
  const report = join(folder, `${project}.json`)
  const bin = join(root, 'node_modules/vitest/vitest.mjs')
  const args = ['run', '--project', project, '--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  const { code } = await run(process.execPath, [bin, ...args])
  const counts = read(report, ({ numPassedTests, numFailedTests, numPendingTests, numTodoTests }) => ({
    passed: numPassedTests,
    failed: numFailedTests,
    skipped: numPendingTests + numTodoTests,
  }))
  return failedAtLeastOnce(counts, code)
}

/**
 * @param {string} project
 * @param {NodeJS.ProcessEnv} env
 * @param {readonly string[]} before a program that runs the rest of the line, such as xvfb-run
 * @returns {Promise<Counts>}
 */
async function playwright(project, env, before = []) {
  const report = join(folder, `${project}.json`)
  const [command, ...args] = [
    ...before,
    process.execPath,
    join(root, 'node_modules/@playwright/test/cli.js'),
    'test',
    '--config=test/e2e/playwright.config.ts',
    `--project=${project}`,
    '--reporter=list,json',
  ]
  const only = renews ? ['--update-snapshots=changed', 'browser-snapshots', 'tab-order'] : []
  const { code } = await run(command, [...args, ...only], { env: { ...env, PLAYWRIGHT_JSON_OUTPUT_FILE: report } })
  const counts = read(report, ({ stats }) => ({
    passed: stats.expected,
    // A test that only passes at the second try has failed.
    failed: stats.unexpected + stats.flaky,
    skipped: stats.skipped,
  }))
  return failedAtLeastOnce(counts, code)
}

async function desktop() {
  const electron = await findElectron()
  if (electron.path === null) return missing('desktop', electron.why)
  const xvfb = hasDisplay() ? null : await which('xvfb-run')
  if (!hasDisplay() && xvfb === null) return missing('desktop', 'there is no display, and no xvfb-run to make one')
  return playwright('desktop', { ADJUMP_INSPECTOR_ELECTRON: electron.path }, xvfb === null ? [] : [xvfb, '-a'])
}

async function browser() {
  const path = await findBrowser()
  if (path === null) return missing('browser', 'no Chromium was found, and none could be installed')
  return playwright('browser', { ADJUMP_INSPECTOR_BROWSER: path })
}

/** @type {Record<string, () => Promise<Counts>>} */
const SUITES = {
  unit: () => vitest('unit'),
  integration: () => vitest('integration'),
  faults: () => vitest('faults'),
  fuzz: () => vitest('fuzz'),
  desktop,
  browser,
}

/** The suites of the two faces: most of their time is waiting, so that they share a machine. */
const FACES = new Set(['desktop', 'browser'])

/** @param {string} suite @param {string} why @returns {Counts} */
function missing(suite, why) {
  console.log(`The ${suite} tests ${requireAll ? 'cannot run' : 'are skipped'}: ${why}.`)
  return requireAll ? { passed: 0, failed: 1, skipped: 0 } : { passed: 0, failed: 0, skipped: 1 }
}

/**
 * @param {string} file
 * @param {(report: any) => Counts} pick the runners' own report formats
 * @returns {Counts}
 */
function read(file, pick) {
  try {
    return pick(JSON.parse(readFileSync(file, 'utf8')))
  } catch {
    return { passed: 0, failed: 1, skipped: 0 }
  }
}

/** @param {Counts} counts @param {number} code a runner may fail without a failed test: a broken file, a leak @returns {Counts} */
function failedAtLeastOnce(counts, code) {
  return code !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts
}

/** @param {string} name */
async function runSuite(name) {
  const suite = SUITES[name]
  if (!suite) throw new Error(`there is no suite “${name}”: use ${Object.keys(SUITES).join(', ')}`)
  console.log(`\n── ${name} ──`)
  return suite()
}

/** @param {readonly string[]} names */
async function runSuites(names) {
  /** @type {Counts[]} */
  const all = []
  const oneByOne = names.filter((name) => renews || !FACES.has(name))
  for (const name of oneByOne) all.push(await runSuite(name))
  all.push(...(await Promise.all(names.filter((name) => !oneByOne.includes(name)).map(runSuite))))
  /** @param {keyof Counts} key */
  const sum = (key) => all.reduce((total, counts) => total + counts[key], 0)
  return { passed: sum('passed'), failed: sum('failed'), skipped: sum('skipped') }
}

if (!isNodeNewEnough(process.versions.node)) {
  console.error(
    `The tests need Node 22.14 or newer, and this is ${process.versions.node}: start them with “npm test” after “npm ci”.`,
  )
  process.exitCode = 3
} else if (!(await ensureBuilt())) {
  process.exitCode = 1
} else {
  const args = process.argv.slice(2)
  if (args.includes('--long')) process.env['ADJUMP_INSPECTOR_LONG'] = '1'
  if (renews) process.env['ADJUMP_INSPECTOR_RENEW'] = '1'
  const { passed, failed, skipped } = await runSuites(args.filter((arg) => !arg.startsWith('--')))
  rmSync(folder, { recursive: true, force: true })
  if (renews) shrinkPictures(join(root, 'test/e2e/snapshots'))
  const tooFew = requireAll && skipped > 0
  if (tooFew) console.log('Skipped tests are failures here.')
  const failures = failed + (tooFew ? skipped : 0)
  console.log(`${passed} passed, ${failures} failed${!tooFew && skipped > 0 ? `, ${skipped} skipped` : ''}`)
  process.exitCode = failures > 0 ? 1 : 0
}
