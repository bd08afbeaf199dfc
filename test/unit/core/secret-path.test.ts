import { describe, expect, it } from 'vitest'
import { classifyRequest } from '../../../src/core/classify.ts'
import { buildDashboardUrl } from '../../../src/core/dashboard-url.ts'
import { checkDashboardUrl } from '../../../src/core/dashboard-url-check.ts'
import { actionFor } from '../../../src/core/findings/actions.ts'
import { effectivePath, endpointsAt, findLostPath, withPathToken } from '../../../src/core/secret-path.ts'
import { readingOf } from '../../support/builders.ts'
import { anEndpoint } from '../../support/detail-builders.ts'

const OLD = 'oldoldoldoldoldoldold0'
const NEW = 'newnewnewnewnewnewnew1'
const query = '?user_id=u_1&reward_amount=5'
const secret = anEndpoint({ pathToken: NEW, formerPathTokens: [{ token: OLD, until: 1000 }] })

describe('the path of an endpoint', () => {
  it.each([
    ['/hitpoint', null, '/hitpoint'],
    ['/hitpoint', NEW, `/hitpoint/${NEW}`],
    ['/', NEW, `/${NEW}`],
    ['/cb/', NEW, `/cb/${NEW}`],
  ])('is, for %s with the token %s, %s', (path, pathToken, whole) => {
    expect(effectivePath(anEndpoint({ path, pathToken }))).toBe(whole)
  })

  it('is read, classified and composed with its secret segment', () => {
    expect(readingOf(`/hitpoint/${NEW}${query}`, [secret])).toMatchObject({ verdict: 'pass', endpointId: secret.id })
    const head = { method: 'GET', target: `/hitpoint/${NEW}${query}`, rawHeaders: [] }
    expect(classifyRequest(head, [secret])).toMatchObject({ kind: 'postback', endpoint: { id: secret.id } })
    expect(buildDashboardUrl('https://x.example', secret)).toBe(
      `https://x.example/hitpoint/${NEW}?user_id={user_id}&reward_amount={reward_amount}`,
    )
  })

  it('is not the bare path any more: that is unknown, and the finding says why', () => {
    const reading = readingOf(`/hitpoint${query}`, [secret])
    expect(reading.findings).toMatchObject([
      { code: 'path-unknown', detail: expect.stringContaining('without its secret last segment') },
    ])
    expect(readingOf('/hitpoint', [secret]).kind).toBe('noise')
    const head = { method: 'GET', target: `/hitpoint${query}`, rawHeaders: [] }
    expect(classifyRequest(head, [secret]).endpoint).toBeNull()
  })

  it('is not a former one: the finding says that the dashboard still has the old URL', () => {
    const others = [anEndpoint({ id: 'e0', path: '/other' }), secret]
    const reading = readingOf(`/hitpoint/${OLD}${query}`, others)
    expect(reading).toMatchObject({
      verdict: 'warn',
      endpointId: secret.id,
      findings: [{ code: 'path-unknown', detail: expect.stringContaining('the dashboard still has the old URL') }],
    })
    const [finding] = reading.findings
    expect(finding && actionFor(finding, secret, `/hitpoint/${OLD}${query}`)).toEqual({ type: 'copy-dashboard-url' })
  })

  it('has the query glued to it as any other path may have', () => {
    const reading = readingOf(`/hitpoint/${NEW}&user_id=u_1&reward_amount=5`, [secret])
    expect(reading.endpointId).toBe(secret.id)
    expect(reading.findings.map(({ code }) => code)).toContain('question-mark-missing')
  })
})

describe('the endpoints at a moment', () => {
  it('are the very same array where nobody ever had another token', () => {
    const all = [anEndpoint(), anEndpoint({ id: 'e2', path: '/b', pathToken: NEW })]
    expect(endpointsAt(all, 0)).toBe(all)
  })

  it('have the token that was valid then', () => {
    const first = anEndpoint()
    const second = { ...first, ...withPathToken(first, OLD, 100) }
    const third = { ...second, ...withPathToken(second, NEW, 200) }
    const pathAt = (at: number): string[] => endpointsAt([third], at).map(effectivePath)
    expect(pathAt(99)).toEqual(['/hitpoint'])
    expect(pathAt(100)).toEqual([`/hitpoint/${OLD}`])
    expect(pathAt(199)).toEqual([`/hitpoint/${OLD}`])
    expect(pathAt(200)).toEqual([`/hitpoint/${NEW}`])
    expect(endpointsAt([third], 150)[0]?.formerPathTokens).toEqual([{ token: null, until: 100 }])
    expect(endpointsAt([third], 250)[0]).toBe(third)
  })

  it('stay in order where the clock was set back, and remember a hundred', () => {
    let tokens: ReturnType<typeof withPathToken> = anEndpoint()
    for (let at = 0; at < 105; at += 1) tokens = withPathToken(tokens, `${OLD}${String(at)}`, 500 - at)
    const untils = tokens.formerPathTokens.map(({ until }) => until)
    expect(untils).toHaveLength(100)
    expect(untils).toEqual(untils.toSorted((a, b) => a - b))
  })

  it('know a lost path only where a secret segment explains it', () => {
    expect(findLostPath(`/hitpoint/${OLD}`, [secret])?.why).toBe('former')
    expect(findLostPath('/hitpoint/', [secret])?.why).toBe('bare')
    expect(findLostPath('/hitpoint', [anEndpoint()])).toBeNull()
    expect(findLostPath('/elsewhere', [secret])).toBeNull()
  })
})

describe('the dashboard URL checker', () => {
  const check = (path: string) =>
    checkDashboardUrl(`https://x.example${path}?user_id={user_id}&reward_amount={reward_amount}`, {
      publicUrl: 'https://x.example',
      endpoint: secret,
    })

  it('finds nothing at the whole path, and names what is wrong with a former or a bare one', () => {
    expect(check(`/hitpoint/${NEW}`)).toEqual([])
    expect(check(`/hitpoint/${OLD}`)).toMatchObject([
      { code: 'path-differs', message: expect.stringContaining('former secret path') },
    ])
    expect(check('/hitpoint')).toMatchObject([
      { code: 'path-differs', message: expect.stringContaining('without its secret last segment') },
    ])
  })
})
