import { describe, expect, it } from 'vitest'
import { createOwnUrlProvider } from '../../../src/services/tunnel/own-url-provider.ts'

const open = (url: string) => createOwnUrlProvider({ url }).open({ localPort: 1, signal: new AbortController().signal })

describe('a tunnel URL of the user’s own', () => {
  it.each([
    ['https://shop.example', 'https://shop.example'],
    [' https://shop.example/ ', 'https://shop.example'],
    ['http://shop.example:8080/base//', 'http://shop.example:8080/base'],
  ])('takes %s for %s', async (given, url) => {
    expect(await open(given)).toMatchObject({ publicUrl: url, otherNameGiven: false })
  })

  it.each([
    '',
    'shop.example',
    'ftp://shop.example',
    'https://',
    'https://me:pw@shop.example',
    'https://a.b/?x=1',
    'https://a.b/#x',
  ])('refuses “%s”', async (given) => {
    await expect(open(given)).rejects.toThrow(/URL|“\?”/)
  })
})
