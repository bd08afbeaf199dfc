import { describe, expect, it } from 'vitest'
import { linkAmong, linkToPostback, readLink } from '../../../src/core/deep-link.ts'

const EXPECTATION = '0b9f1b0e-6f57-4f3b-9c55-2f9f3d6c1a77'

describe('a link', () => {
  it.each([
    ['adjump-inspector://postback/12', { view: 'postbacks', id: '12' }],
    ['adjump-inspector://postback/12/', { view: 'postbacks', id: '12' }],
    [`adjump-inspector://expectation/${EXPECTATION}`, { view: 'verify', id: EXPECTATION }],
    ['adjump-inspector://tunnel', { view: 'tunnel', id: null }],
    ['adjump-inspector://settings/', { view: 'settings', id: null }],
  ])('%s leads to its place', (link, place) => {
    expect(readLink(link)).toEqual(place)
  })

  it('to a postback leads back to it', () => {
    expect(readLink(linkToPostback(4711))).toEqual({ view: 'postbacks', id: '4711' })
  })

  it.each([
    '',
    'adjump-inspector:',
    'adjump-inspector://',
    'adjump-inspector://elsewhere',
    'adjump-inspector://postback',
    'adjump-inspector://postback/',
    'adjump-inspector://postback/0',
    'adjump-inspector://postback/01',
    'adjump-inspector://postback/-1',
    'adjump-inspector://postback/1e3',
    'adjump-inspector://postback/9999999999999999',
    'adjump-inspector://postback/12/34',
    'adjump-inspector://postback/12?x=1',
    'adjump-inspector://postback/12#x',
    'adjump-inspector://postback/../settings',
    'adjump-inspector://postback/%2e%2e%2fsettings',
    'adjump-inspector://postback//12',
    'adjump-inspector://settings/clear',
    'adjump-inspector://expectation/not-an-id',
    'adjump-inspector://expectation/../../x',
    'adjump-inspector://user:password@postback/12',
    'adjump-inspector://postback:80/12',
    'adjump-inspector://postback/12\n--data=/tmp/x',
    'adjump-inspector://postback/12 --remote-debugging-port=9222',
    'adjump-inspector://postback/<script>alert(1)</script>',
    'adjump-inspector:javascript:alert(1)',
    'adjump-inspector:///postback/12',
    'ADJUMP-INSPECTOR://postback/12',
    'javascript:alert(1)',
    'https://postback/12',
    'file:///etc/passwd',
    ` adjump-inspector://postback/12`,
    `adjump-inspector://postback/${'1'.repeat(5000)}`,
    `adjump-inspector://${'a/'.repeat(50_000)}`,
    'adjump-inspector://postback/\u0661\u0662',
    'adjump-inspector://postback/12\u202e',
    'adjump-inspector://postback/12\0',
  ])('that is %j leads nowhere', (link) => {
    expect(readLink(link)).toBeNull()
  })
})

describe('a program’s arguments', () => {
  it('are looked through for the first link, whatever it is worth, and nothing else of them is looked at', () => {
    expect(linkAmong(['/usr/bin/adjump-inspector', '--data=/x', '--', 'adjump-inspector://postback/3', 'x'])).toBe(
      'adjump-inspector://postback/3',
    )
    expect(linkAmong(['ADJUMP-inspector:whatever'])).toBe('ADJUMP-inspector:whatever')
    expect(linkAmong(['/home/adjump-inspector', '--adjump-inspector://postback/3', 'https://adjump.io'])).toBeNull()
    expect(linkAmong([])).toBeNull()
  })
})
