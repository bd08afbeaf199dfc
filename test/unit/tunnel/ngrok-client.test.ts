import { describe, expect, it } from 'vitest'
import { loadNgrokClient } from '../../../src/services/tunnel/ngrok-client.ts'

// That the edge's types fit the package's own, the compiler checks; here, that the package loads and has them at all.
describe('ngrok’s client', () => {
  it('has every function that is used of it', async () => {
    const { SessionBuilder } = await loadNgrokClient()
    const builder = new SessionBuilder()
      .authtoken('none')
      .clientInfo('test', '0')
      .handleDisconnection(() => true)
    expect(builder).toHaveProperty('connect', expect.any(Function))
  })
})
