import { startAuthentication, startRegistration } from '@simplewebauthn/browser'
import type { NewPasskey, OwnPasskey, Signed } from '../../organs/passkeys/passkey.ts'
import { get, post, remove, type Stage } from '../api.ts'
import { passkeyProblem } from './passkey-problem.ts'

type Asked = Parameters<typeof startAuthentication>[0]['optionsJSON']
type Offered = Parameters<typeof startRegistration>[0]['optionsJSON']

/** Instants as they come over the line. */
export interface ListedPasskey extends Omit<OwnPasskey, 'addedAt' | 'lastUsedAt'> {
  readonly addedAt: string
  readonly lastUsedAt: string | null
}

/** Has the person's device sign what the server asks for. */
async function sign(): Promise<Signed> {
  const optionsJSON = await post<Asked>('session/passkeys/challenge')
  const { id, response } = await startAuthentication({ optionsJSON }).catch((error: unknown) => {
    throw passkeyProblem(error)
  })
  const { clientDataJSON, authenticatorData, signature } = response
  return { id, clientDataJSON, authenticatorData, signature }
}

async function make(name: string): Promise<NewPasskey> {
  const optionsJSON = await post<Offered>('session/passkeys/offer')
  const { id, response } = await startRegistration({ optionsJSON }).catch((error: unknown) => {
    throw passkeyProblem(error)
  })
  const { clientDataJSON, attestationObject, transports = [] } = response
  return { name, id, clientDataJSON, attestationObject, transports: [...transports] }
}

export const passkeys = {
  list: () => get<{ items: readonly ListedPasskey[]; isProved: boolean }>('session/passkeys'),
  signIn: async () => post<{ stage: Stage }>('session/second-factor/passkey', await sign()),
  add: async (name: string) => post<{ stage: Stage }>('session/passkeys', await make(name)),
  remove: (id: string) => remove(`session/passkeys/${id}`),
  proveByCode: (current: string, code: string) => post<{ stage: Stage }>('session/proof', { current, code }),
  proveByPassword: (current: string) => post<{ stage: Stage }>('session/proof', { current }),
  proveByPasskey: async (current: string) =>
    post<{ stage: Stage }>('session/proof', { current, passkey: await sign() }),
}
