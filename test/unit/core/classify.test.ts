import { describe, expect, it } from 'vitest'
import { classifyRequest } from '../../../src/core/classify.ts'
import { isPreviewRobot } from '../../../src/core/noise.ts'
import { aMapping } from '../../support/builders.ts'

const mapping = aMapping()
const classify = (target: string, method = 'GET', endpoints = [mapping]) =>
  classifyRequest({ method, target, rawHeaders: [] }, endpoints)

describe('classifying a request by its head', () => {
  it('knows an endpoint by its exact path', () => {
    expect(classify('/hitpoint?user_id=1')).toEqual({ kind: 'postback', endpoint: mapping, pathDiffers: false })
    expect(classify('/hitpoint')).toMatchObject({ kind: 'postback', endpoint: mapping })
  })

  it.each(['/HitPoint', '/hitpoint/', '//hitpoint', '/%68itpoint?x', 'http://o.test/Hitpoint'])(
    'knows it by %s, which differs',
    (target) => {
      expect(classify(target)).toEqual({ kind: 'postback', endpoint: mapping, pathDiffers: true })
    },
  )

  it.each(['/hitpoint&user_id=1', '/hitpoint%26user_id=1', '/hitpoint%3Fuser_id=1', '/hitpointuser_id=1'])(
    'knows it by %s, where the ? is not in its place',
    (target) => {
      expect(classify(target)).toEqual({ kind: 'postback', endpoint: mapping, pathDiffers: false })
    },
  )

  it('does not cut a path at an encoded & of its own', () => {
    const own = aMapping({ path: '/a%26b' })
    for (const target of ['/a%26b', '/a%26b&user_id=1', '/a%26b%3Fuser_id=1', '/a%26buser_id=1']) {
      expect(classify(target, 'GET', [own]).endpoint).toBe(own)
    }
  })

  it('has no endpoint for an unknown path, but takes a mapped name for a postback', () => {
    expect(classify('/other?reward_amount=5')).toEqual({ kind: 'postback', endpoint: null, pathDiffers: false })
    expect(classify('/other?rewards=5')).toEqual({ kind: 'noise', endpoint: null, pathDiffers: false })
  })

  it('takes the longest of the endpoints that the query may be glued to, whatever their order', () => {
    const root = aMapping({ id: 'root', path: '/' })
    const slash = aMapping({ id: 'slash', path: '/hitpoint/' })
    expect(classify('/hitpointuser_id=1', 'GET', [root, mapping]).endpoint).toBe(mapping)
    expect(classify('/user_id=1', 'GET', [mapping, root]).endpoint).toBe(root)
    expect(classify('/hitpoint/user_id=1', 'GET', [mapping, slash]).endpoint).toBe(slash)
    expect(classify('/hitpoint/user_id=1', 'GET', [slash, mapping]).endpoint).toBe(slash)
  })

  it('calls HEAD and OPTIONS probes on an endpoint’s path only', () => {
    expect(classify('/hitpoint/', 'HEAD').kind).toBe('probe')
    expect(classify('/other?user_id=1', 'HEAD').kind).toBe('noise')
    expect(classify('*', 'OPTIONS').kind).toBe('noise')
  })

  it('calls any other method on an endpoint a postback', () => {
    for (const method of ['POST', 'PUT', 'DELETE', 'get']) expect(classify('/hitpoint', method).kind).toBe('postback')
  })
})

describe('link-preview robots', () => {
  it.each([
    'facebookexternalhit/1.1 (+http://www.facebook.com/externalhit_uatext.php)',
    'WhatsApp/2.23.20.0',
    'TelegramBot (like TwitterBot)',
    'Mastodon/4.3.1 (http.rb/5.2.0; +https://mastodon.test/) Bot',
    'Mozilla/5.0 (compatible; Cardyb/1.1; +mailto:support@bsky.app)',
    'facebookexternalhit/1.1;line-poker/1.0',
    'Pinterest/0.2 (+https://www.pinterest.com/)',
    'Tumblr/14.0.835.186',
    'Mozilla/5.0 (compatible; FlipboardProxy/1.2; +http://flipboard.com/browserproxy)',
    'Quora Link Preview/1.0 (http://www.quora.com)',
    'Mozilla/5.0 (compatible; Discordbot/2.0; +https://discordapp.com)',
    'LinkedInBot/1.0 (compatible; Mozilla/5.0; Apache-HttpClient +http://www.linkedin.com)',
    'Mozilla/5.0 (Windows NT 6.1; WOW64) SkypeUriPreview Preview/0.5 skype-url-preview@microsoft.com',
    'Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)',
  ])('are known by %s', (userAgent) => {
    expect(isPreviewRobot(userAgent)).toBe(true)
  })

  it.each(['axios/1.7.2', 'Go-http-client/2.0', 'Adjump-Bot/1.0', 'python-requests/2.32', 'curl/8.5.0', '', null])(
    'are not suspected in %s',
    (userAgent) => {
      expect(isPreviewRobot(userAgent)).toBe(false)
    },
  )
})
