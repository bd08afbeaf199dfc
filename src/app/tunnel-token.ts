import type { TunnelTokenStatus } from '../contract/secret-procedures.ts'
import type { SecretFound, SecretKeeper } from '../core/secret.ts'
import { errorsWords } from '../words/of/errors.ts'

/** The variable that carries the token where no system keeps it. There is no option for it: `ps` would show that. */
export const TOKEN_VARIABLE = 'NGROK_AUTHTOKEN'

/** The token of the tunnel provider ngrok: the stored one, else the one this run was started with. */
export interface TunnelToken {
  status(): Promise<TunnelTokenStatus>
  /** For the provider alone. Rejects with an Error, whose message is a sentence for a person, where there is none. */
  read(): Promise<string>
  /** Null once it is stored; else why not. */
  save(token: string): Promise<string | null>
  /** Null once it is gone; else why not. */
  remove(): Promise<string | null>
}

export function createTunnelToken(options: {
  /** Null: this face has no store of the system. */
  readonly keeper: SecretKeeper | null
  /** What `NGROK_AUTHTOKEN` held at the start; null where it held nothing. */
  readonly fromEnvironment: string | null
}): TunnelToken {
  const { keeper, fromEnvironment } = options
  const stored = async (): Promise<SecretFound> => (await keeper?.read()) ?? { state: 'none' }

  return {
    async status() {
      const found = await stored()
      const refusal = keeper === null ? noKeeper() : await keeper.refusal()
      return {
        source: found.state === 'set' ? 'stored' : fromEnvironment === null ? 'none' : 'environment',
        stored: found.state !== 'none',
        refusal,
        problem: found.state === 'unreadable' ? found.why : null,
      }
    },
    async read() {
      const found = await stored()
      if (found.state === 'set') return found.secret
      if (fromEnvironment !== null) return fromEnvironment
      throw new Error(found.state === 'unreadable' ? found.why : errorsWords().token.none(TOKEN_VARIABLE))
    },
    save: async (token) => (keeper === null ? noKeeper() : keeper.save(token)),
    remove: async () => (keeper === null ? null : keeper.forget()),
  }
}

function noKeeper(): string {
  return errorsWords().token.noKeeper(TOKEN_VARIABLE)
}

/** Takes the token out of the environment, so that no thread or child process inherits it; null where there is none. */
export function takeTokenFromEnvironment(environment: NodeJS.ProcessEnv = process.env): string | null {
  const token = environment[TOKEN_VARIABLE]?.trim() ?? ''
  delete environment[TOKEN_VARIABLE]
  return token === '' ? null : token
}
