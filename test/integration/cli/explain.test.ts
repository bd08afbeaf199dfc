import { describe, expect, it, onTestFinished } from 'vitest'
import { FINDING_CODES } from '../../../src/core/findings/codes.ts'
import { runCli } from '../../support/serve-process.ts'

async function explaining(...args: readonly string[]) {
  const cli = runCli(['explain', ...args])
  onTestFinished(() => void cli.stop())
  return { code: await cli.ended(), stdout: cli.stdout(), stderr: cli.stderr() }
}

describe('adjump-inspector explain', () => {
  it('prints a code’s page with its example, the bad part marked under it, and exits with 0', async () => {
    const { code, stdout, stderr } = await explaining('macro-not-replaced')
    expect([code, stderr]).toEqual([0, ''])
    expect(stdout).toContain('macro-not-replaced (error)')
    const lines = stdout.split('\n')
    const at = lines.findIndex((line) => line.includes('GET /hitpoint?user_id={user_id}'))
    const marks = lines[at + 1] ?? ''
    expect(lines[at]?.slice(marks.indexOf('^'), marks.lastIndexOf('^') + 1)).toBe('{user_id}')
    expect(stdout).toContain('“user_id” arrived as “{user_id}”, a macro that nobody replaced.')
    expect(stdout).toMatch(/^See also\n {2}template-name-left, /m)
    for (const line of lines) expect(line.length).toBeLessThan(110)
  })

  it('lists all codes with a sentence each where none is named', async () => {
    const { code, stdout } = await explaining()
    expect(code).toBe(0)
    for (const known of FINDING_CODES)
      expect(stdout).toMatch(new RegExp(`^ {2}${known} +(?:error|warning|info) +[A-Z“].*\\.$`, 'm'))
  })

  it('takes a code in another case and with other separators', async () => {
    expect((await explaining('Param_Missing')).code).toBe(0)
  })

  it('exits with 2 for a code that is none, and names the nearest', async () => {
    const near = await explaining('macro-not-replacd')
    expect([near.code, near.stdout]).toEqual([2, ''])
    expect(near.stderr).toContain('There is no finding code “macro-not-replacd”.')
    expect(near.stderr).toContain('\n  macro-not-replaced\n')
    const far = await explaining('xyzzy\u001b[31m\u202e')
    expect(far.code).toBe(2)
    expect(far.stderr).not.toMatch(/[\u001b\u202e]/)
    expect((await explaining('param-missing', 'param-empty')).code).toBe(2)
  })

  it('prints one JSON object with --json, and nothing else there', async () => {
    const page = await explaining('amount-decimal-comma', '--json')
    expect(page.code).toBe(0)
    expect(JSON.parse(page.stdout)).toMatchObject({
      code: 'amount-decimal-comma',
      severity: 'error',
      example: {
        target: '/hitpoint?user_id=u_1001&reward_amount=1,50',
        bad: ['1,50'],
        read: { userId: 'u_1001', rewardAmount: '1,50', amountValue: null, verdict: 'fail' },
        right: '/hitpoint?user_id=u_1001&reward_amount=1.50',
      },
      related: expect.arrayContaining(['amount-separator-ambiguous']),
    })
    const list = JSON.parse((await explaining('--json')).stdout) as { codes: { code: string }[] }
    expect(list.codes.map(({ code }) => code)).toEqual([...FINDING_CODES])
  })
})
