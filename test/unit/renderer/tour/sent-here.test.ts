import { describe, expect, it } from 'vitest'
import { ownAgent } from '../../../../src/renderer/features/tour/sent-here.tsx'

describe('who sent a postback', () => {
  it('is told by the User-Agent, in whatever case its name stands', () => {
    expect(ownAgent(['Host', 'a', 'User-Agent', 'adjump-inspector/1.2.3'])).toBe('test')
    expect(ownAgent(['user-agent', 'adjump-inspector/1.2.3-beta.1 (tour)'])).toBe('tour')
  })

  it('is not told where the User-Agent is another one, or stands as a value', () => {
    expect(ownAgent(['User-Agent', 'curl/8.5.0'])).toBeNull()
    expect(ownAgent(['User-Agent', 'not adjump-inspector/1.2.3'])).toBeNull()
    expect(ownAgent(['X-Name', 'User-Agent', 'adjump-inspector/1.2.3', 'x'])).toBeNull()
    expect(ownAgent([])).toBeNull()
  })
})
