import { execFileSync } from 'node:child_process'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { toCurl, toJsonLine, toRawRequest } from '../../../src/core/as-text.ts'
import { aDetail, aFinding, aRejectedDetail } from '../../support/detail-builders.ts'

const LOCAL = 'http://127.0.0.1:4070'

function base64(latin1: string): string {
  return Buffer.from(latin1, 'latin1').toString('base64')
}

/** Runs the command in a real shell in which curl, nc and openssl only tell what they were given. */
function run(command: string): { words: string[]; stdin: string } {
  const tell = '{ printf "%s\\0" "$@"; printf "\\0STDIN\\0"; case "$*" in *@-*|-*s_client*|[0-9a-z:.]*) cat;; esac; }'
  const script = `nc() ${tell}\nopenssl() ${tell}\ncurl() ${tell}\n${command}\n`
  const output = execFileSync('sh', ['-c', script], { encoding: 'latin1', stdio: ['ignore', 'pipe', 'ignore'] })
  const end = output.indexOf('\0STDIN\0')
  return { words: output.slice(0, Math.max(0, end)).split('\0').slice(0, -1), stdin: output.slice(end + 7) }
}

/** The values of an option that may stand several times. */
function values(words: readonly string[], option: string): string[] {
  return words.flatMap((word, index) => (words[index - 1] === option ? [word] : []))
}

describe('a postback as a cURL command', () => {
  it('reads as one would write it by hand', () => {
    const command = toCurl(aDetail({ rawHeaders: ['Host', 'x.example', 'user-agent', 'Adjump'] }), LOCAL)
    expect(command).toBe(
      [
        'curl -g --path-as-is --http1.1 \\',
        "  -H 'Host: x.example' \\",
        "  -H 'user-agent: Adjump' \\",
        '  -H Accept: \\',
        "  'http://127.0.0.1:4070/hitpoint?user_id=u_1&reward_amount=5'",
      ].join('\n'),
    )
  })

  it('keeps headers in order and case, repeated and empty ones too', () => {
    const rawHeaders = [
      'Host',
      'h',
      'X-B',
      '2',
      'x-a',
      '1',
      'X-B',
      '3',
      'X-Empty',
      '',
      'User-Agent',
      'a',
      'Accept',
      'b',
    ]
    expect(values(run(toCurl(aDetail({ rawHeaders }), LOCAL)).words, '-H')).toEqual([
      'Host: h',
      'X-B: 2',
      'x-a: 1',
      'X-B: 3',
      'X-Empty;',
      'User-Agent: a',
      'Accept: b',
    ])
  })

  it('leaves the Host header to curl where a tunnel would choose by it', () => {
    const { words } = run(toCurl(aDetail(), 'https://new.loca.lt/'))
    expect(values(words, '-H')).toEqual(['user-agent: Adjump', 'Accept: */*'])
    expect(words.at(-1)).toBe('https://new.loca.lt/hitpoint?user_id=u_1&reward_amount=5')
  })

  it('hands over a target that curl would change word for word', () => {
    for (const target of ['//host/x?a=1', '/a#b?c', 'http://other.test/hitpoint', '*', '/a?b="<|>^`\\', '/caf\xe9']) {
      const { words } = run(toCurl(aDetail({ target }), LOCAL))
      expect(values(words, '--request-target')).toEqual([target])
      expect(words.at(-1)).toBe(`${LOCAL}/`)
    }
  })

  it('keeps dots, braces and brackets of a plain target in the URL', () => {
    const target = '/a/../b/./{user_id}[1-3]?x=%7b&&=?'
    expect(run(toCurl(aDetail({ target }), LOCAL)).words.at(-1)).toBe(LOCAL + target)
  })

  it('sends a text body inline and says the method', () => {
    const body = '{"it":"isn\'t"}'
    const detail = aDetail({ method: 'POST', bodyBase64: base64(body), rawHeaders: ['Content-Length', '14'] })
    const { words } = run(toCurl(detail, LOCAL))
    expect(values(words, '-X')).toEqual(['POST'])
    expect(values(words, '--data-binary')).toEqual([body])
    expect(values(words, '-H')).toEqual(['Content-Length: 14', 'Host:', 'User-Agent:', 'Accept:', 'Content-Type:'])
  })

  it('does not promise more body than was kept', () => {
    const detail = aDetail({ method: 'POST', bodyBase64: base64('half'), rawHeaders: ['Content-Length', '9999'] })
    expect(toCurl(detail, LOCAL)).not.toContain('9999')
  })

  it('pipes a body that curl would take for a file, and every byte that is no plain text', () => {
    const allBytes = String.fromCharCode(...Array.from({ length: 256 }, (_, byte) => byte))
    for (const body of ['@/etc/passwd', '-n', '%s%n\\0', 'line\nline\r\n', allBytes, '!!', '\n\n\n']) {
      const { words, stdin } = run(toCurl(aDetail({ method: 'PUT', bodyBase64: base64(body) }), LOCAL))
      expect(values(words, '--data-binary')).toEqual([
        body === '!!' || body === '-n' || body === '%s%n\\0' ? body : '@-',
      ])
      if (words.includes('@-')) expect(stdin).toBe(body)
    }
  })

  it('asks for a HEAD without waiting for a body, and names any other method', () => {
    expect(run(toCurl(aDetail({ method: 'HEAD' }), LOCAL)).words).toContain('--head')
    expect(values(run(toCurl(aDetail({ method: 'OPTIONS' }), LOCAL)).words, '-X')).toEqual(['OPTIONS'])
    expect(run(toCurl(aDetail({ httpVersion: '1.0' }), LOCAL)).words).toContain('--http1.0')
  })

  it('never runs or expands what a stranger sent', () => {
    const shellish = fc.string({
      unit: fc.oneof(
        fc.constantFrom("'", '"', '`', '$', '(', ')', '\\', ';', '|', '&', '!', '\n', '-', '%', '~', '*', '#', ' '),
        fc.integer({ min: 1, max: 255 }).map((byte) => String.fromCharCode(byte)),
      ),
      maxLength: 30,
    })
    const property = fc.property(shellish, shellish, shellish, (target, value, body) => {
      const header = value.replace(/[\r\n]/g, '')
      const detail = aDetail({
        method: 'POST',
        target: `/${target.replace(/\n/g, '')}`,
        rawHeaders: ['X-Value', header],
        bodyBase64: base64(body),
      })
      const { words, stdin } = run(toCurl(detail, LOCAL))
      const sentTarget = values(words, '--request-target')[0] ?? words.at(-1)?.slice(LOCAL.length)
      expect(sentTarget).toBe(detail.target)
      expect(values(words, '-H')[0]).toBe(header === '' ? 'X-Value;' : `X-Value: ${header}`)
      expect(words.includes('@-') ? stdin : (values(words, '--data-binary')[0] ?? '')).toBe(body)
    })
    fc.assert(property, { numRuns: 150 })
  })

  it('sends rejected bytes over a bare connection', () => {
    const bytes = "GET /hit point HTTP/1.1\r\nX: caf\xe9\0%'$(id)\r\n\r\n"
    const plain = run(toCurl(aRejectedDetail(Buffer.from(bytes, 'latin1')), LOCAL))
    expect(plain.words).toEqual(['127.0.0.1', '4070'])
    expect(plain.stdin).toBe(bytes)
    const secure = run(toCurl(aRejectedDetail(Buffer.from(bytes, 'latin1')), 'https://x.loca.lt'))
    expect(secure.words).toEqual(['s_client', '-quiet', '-servername', 'x.loca.lt', '-connect', 'x.loca.lt:443'])
  })
})

describe('a postback as a raw request', () => {
  it('stands as it stood on the wire', () => {
    const detail = aDetail({ method: 'POST', rawHeaders: ['hOST', 'a', 'X', 'caf\xe9'], bodyBase64: base64('\0\xff') })
    expect(toRawRequest(detail)).toBe(
      'POST /hitpoint?user_id=u_1&reward_amount=5 HTTP/1.1\r\nhOST: a\r\nX: caf\xe9\r\n\r\n\0\xff',
    )
  })

  it('gives the first bytes of a rejected one', () => {
    expect(toRawRequest(aRejectedDetail(Uint8Array.of(0x16, 0x03, 0x01, 0x00, 0xff)))).toBe('\x16\x03\x01\0\xff')
  })

  it('gives back any body', () => {
    const property = fc.property(fc.uint8Array({ maxLength: 64 }), (body) => {
      const raw = toRawRequest(aDetail({ bodyBase64: Buffer.from(body).toString('base64') }))
      expect(raw.slice(raw.indexOf('\r\n\r\n') + 4)).toBe(Buffer.from(body).toString('latin1'))
    })
    fc.assert(property)
  })
})

describe('a postback as a JSON line', () => {
  it('has the documented keys, in order, and no more', () => {
    const finding = aFinding({
      code: 'plus-as-space',
      field: 'user_id',
      param: 'user_id',
      evidence: [{ start: 1, end: 2 }],
    })
    const line = toJsonLine(aDetail({ verdict: 'warn', findings: [finding] }), 'Adjump')
    expect(JSON.stringify(line)).toBe(
      '{"id":7,"receivedAt":"2025-01-31T12:30:15.250Z","kind":"postback","method":"GET",' +
        '"target":"/hitpoint?user_id=u_1&reward_amount=5","endpoint":"Adjump","userId":"u_1","rewardAmount":"5",' +
        '"verdict":"warn","findings":[{"code":"plus-as-space","severity":"warning","field":"user_id",' +
        '"param":"user_id","detail":"A sentence."}],"remoteAddress":"127.0.0.1","reply":{"status":200}}',
    )
  })

  it('says null where a rejected request has nothing', () => {
    const line = toJsonLine(aRejectedDetail(Uint8Array.of(1)), null)
    expect(line).toMatchObject({
      method: null,
      target: null,
      endpoint: null,
      userId: null,
      rewardAmount: null,
      verdict: null,
    })
  })
})
