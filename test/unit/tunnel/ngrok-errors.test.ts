import { describe, expect, it } from 'vitest'
import { readNgrokError, scrubbed } from '../../../src/services/tunnel/ngrok-errors.ts'

// Made up; of the shape that ngrok's tokens have.
const TOKEN = ['2aBcDeFgHiJkLmNoPqRsTuVwX', '4yZ5a6B7c8D9e0F1g2H3i'].join('_')
const fromNgrok = (text: string, code: string): Error =>
  new Error(`failed to connect session: ${text}\r\nYour authtoken: ${TOKEN}\r\n error_code: ${code}`)

describe('an error of ngrok', () => {
  it.each([
    ['ERR_NGROK_105', /no ngrok authtoken.*API key/],
    ['ERR_NGROK_107', /token is not accepted.*reset or revoked/],
    ['ERR_NGROK_4018', /verified account/],
    ['ERR_NGROK_319', /not reserved for this account/],
    ['ERR_NGROK_320', /another account/],
  ])('%s is said in a sentence, and is not worth another try', (code, says) => {
    const error = readNgrokError(fromNgrok('anything', code), TOKEN)
    expect(error.message).toMatch(says)
    expect(error.message).toContain(code)
    expect(error.code).toBe('refused')
  })

  it.each([
    ['ERR_NGROK_108', 'busy', /limit of simultaneous ngrok agents/],
    ['ERR_NGROK_334', 'failed', /already online/],
  ])('%s may pass, so it is tried again', (code, kind, says) => {
    const error = readNgrokError(fromNgrok('anything', code), TOKEN)
    expect(error.message).toMatch(says)
    expect(error.code).toBe(kind)
  })

  it('that nobody knows is quoted in one bounded line, with its code', () => {
    const error = readNgrokError(fromNgrok(`odd\u001b[31m\u202e ${'x'.repeat(4000)}`, 'ERR_NGROK_9999'), TOKEN)
    expect(error.message).toMatch(/^The answer from ngrok: “failed to connect session: odd.*”.*ERR_NGROK_9999.*\.$/)
    expect(error.message).not.toMatch(/[\u0000-\u001f\u202e]/)
    expect(error.message.length).toBeLessThan(250)
  })

  it.each(['ERR_NGROK_105', 'ERR_NGROK_107', 'ERR_NGROK_108', 'ERR_NGROK_9999'])(
    '%s never quotes the token',
    (code) => {
      expect(readNgrokError(fromNgrok('no', code), TOKEN).message).not.toContain(TOKEN.slice(0, 10))
    },
  )
})

describe('the token in a text', () => {
  it.each([
    ['plain', TOKEN],
    ['in base64', Buffer.from(TOKEN).toString('base64')],
    ['in hex', Buffer.from(TOKEN).toString('hex')],
    ['of which nobody knows, but of a token’s shape', '9'.repeat(25).concat('_', 'a'.repeat(20))],
  ])('is taken out: %s', (_, spelling) => {
    expect(scrubbed(`before ${spelling} after`, TOKEN)).toBe('before (token) after')
  })

  it('is taken out however odd it is', () => {
    const odd = 'a"b\\c%&$1'
    const text = [odd, encodeURIComponent(odd), JSON.stringify(odd)].join(' ')
    expect(scrubbed(text, odd)).toBe('(token) (token) "(token)"')
  })
})
