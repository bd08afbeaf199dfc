import { createLocaltunnelProvider } from '../../../src/services/tunnel/localtunnel-provider.ts'
import { createOwnUrlProvider } from '../../../src/services/tunnel/own-url-provider.ts'
import { tunnelProviderSuite } from '../../suites/tunnel-provider.ts'
import { createLocaltunnelServer } from '../../support/localtunnel-server/server.ts'

tunnelProviderSuite('localtunnel', async () => {
  const server = await createLocaltunnelServer({ graceMs: 50 })
  const closed = await createLocaltunnelServer()
  await closed.close()
  return {
    provider: () => createLocaltunnelProvider({ host: server.url, subdomain: null }),
    failing: {
      provider: createLocaltunnelProvider({ host: closed.url, subdomain: null }),
      says: /127\.0\.0\.1:\d+ refused the connection/,
    },
    close: () => server.close(),
  }
})

tunnelProviderSuite('own URL', async () => ({
  provider: (localPort) => createOwnUrlProvider({ url: `http://127.0.0.1:${String(localPort)}/` }),
  failing: { provider: createOwnUrlProvider({ url: 'ftp://shop.example' }), says: /ftp:\/\/shop\.example/ },
  async close() {},
}))
