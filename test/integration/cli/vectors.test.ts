import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { sendRaw } from '../../support/raw-socket.ts'
import { type CliProcess, type JsonPostback, runCli } from '../../support/serve-process.ts'

const FIXTURES = join(import.meta.dirname, '../../fixtures/reading')

const vectorsSchema = z.object({
  vectors: z.array(
    z.object({
      target: z.string(),
      kind: z.string(),
      user_id: z.string().nullable(),
      reward_amount: z.string().nullable(),
      verdict: z.string().nullable(),
      findings: z.array(z.string()),
      may_also: z.array(z.string()),
    }),
  ),
})
/** Only what a GET can have as its target: Node's parser refuses the rest before anything is read. */
const SENDABLE = /^(\/|https?:\/\/)[\x21-\x7e]*$/i
const vectors = ['given.json', 'clean.json', 'broken.json'].flatMap((file) =>
  vectorsSchema
    .parse(JSON.parse(readFileSync(join(FIXTURES, file), 'utf8')))
    .vectors.filter(({ target }) => SENDABLE.test(target)),
)

/** Errors and warnings as the vectors write them. What an earlier vector of this run caused is left out. */
function codes({ findings }: JsonPostback): readonly string[] {
  return findings
    .filter(({ severity, code }) => severity !== 'info' && code !== 'possible-duplicate')
    .map(({ code, field }) => (field === null ? code : `${code}:${field}`))
}

const worst = (postback: JsonPostback): string | null => {
  if (postback.verdict === null) return null
  if (postback.findings.some(({ severity }) => severity === 'error')) return 'fail'
  return codes(postback).length > 0 ? 'warn' : 'pass'
}

describe('each vector, sent as raw bytes over a socket', () => {
  const folder = mkdtempSync(join(tmpdir(), 'inspector-vectors-'))
  let cli: CliProcess
  let port: number

  beforeAll(async () => {
    cli = runCli(['serve', '--json', '--port=0', '--no-ui', '--tunnel=none', `--data=${folder}`])
    const { url } = await cli.line(({ event }) => event === 'receiver.listening')
    port = Number(new URL(url ?? '').port)
  })
  afterAll(async () => {
    await cli.stop()
    rmSync(folder, { recursive: true, force: true })
  })

  it.each(vectors)('$target', async (vector) => {
    const from = cli.lines.length
    await sendRaw(port, `GET ${vector.target} HTTP/1.1\r\nHost: example.test\r\nConnection: close\r\n\r\n`)
    const { postback } = await cli.line(({ event }) => event === 'postback.received', from)
    if (!postback) throw new Error('the line has no postback')
    expect(postback).toMatchObject({
      target: vector.target,
      kind: vector.kind,
      userId: vector.user_id,
      rewardAmount: vector.reward_amount,
    })
    const optional = new Set(vector.may_also)
    expect(
      codes(postback)
        .filter((code) => !optional.has(code.split(':')[0] ?? ''))
        .toSorted(),
    ).toEqual(vector.findings.toSorted())
    expect(worst(postback)).toBe(vector.verdict)
  })
})
