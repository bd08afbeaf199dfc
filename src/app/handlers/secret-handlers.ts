import { CallError } from '../../contract/errors.ts'
import type { Handlers } from '../../contract/router.ts'
import type { TunnelTokenStatus } from '../../contract/secret-procedures.ts'
import type { TunnelToken } from '../tunnel-token.ts'

/** Setting and removing the tunnel's token. What comes back says where it stands, and nothing of it. */
export function secretHandlers(parts: {
  readonly token: TunnelToken
  /** Another token is in force, or none. */
  readonly onChange: (status: TunnelTokenStatus) => void
}) {
  const { token } = parts

  async function changed(refusal: string | null): Promise<TunnelTokenStatus> {
    if (refusal !== null) throw new CallError('refused', refusal)
    const status = await token.status()
    parts.onChange(status)
    return status
  }

  return {
    'tunnelToken.status': () => token.status(),
    'tunnelToken.save': async (input) => changed(await token.save(input.token)),
    'tunnelToken.remove': async () => changed(await token.remove()),
  } satisfies Partial<Handlers>
}
