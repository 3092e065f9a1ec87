import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import Provider from 'oidc-provider'

/** Who signs in at the directory next, and how. */
export interface AtDirectory {
  login: string | undefined
  acr: string | undefined
}

export const clientSecret = 'a-secret-of-the-client-that-is-long-enough'

/** A real provider on this machine: whoever comes is let in as `who` says. Listens until `close`. */
export async function aCityDirectory(callback: string, who: AtDirectory) {
  let handle: (request: IncomingMessage, response: ServerResponse) => void = (_, response) => response.end()
  const server = createServer((request, response) => handle(request, response))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const issuer = `http://127.0.0.1:${address !== null && typeof address === 'object' ? address.port : 0}`
  const provider: Provider = new Provider(issuer, {
    clients: [{ client_id: 'kaicheng', client_secret: clientSecret, redirect_uris: [callback] }],
    acrValues: ['mfa', 'weak'],
    claims: { openid: ['sub'], profile: ['preferred_username'], acr: null },
    conformIdTokenClaims: false,
    cookies: { keys: ['a key of the test'] },
    features: { devInteractions: { enabled: false } },
    pkce: { required: () => true },
    interactions: { url: (_: unknown, { uid }: { uid: string }) => `/interaction/${uid}` },
    findAccount: (_: unknown, sub: string) => ({
      accountId: sub,
      claims: async () => ({ sub, ...(who.login !== undefined && { preferred_username: who.login }) }),
    }),
    loadExistingGrant: async ({ oidc }: { oidc: { session: { accountId: string }; client: { clientId: string } } }) => {
      const grant = new provider.Grant({ accountId: oidc.session.accountId, clientId: oidc.client.clientId })
      grant.addOIDCScope('openid profile')
      await grant.save()
      return grant
    },
  })
  const answer = provider.callback()
  handle = (request, response) => {
    if (!request.url?.startsWith('/interaction/')) return answer(request, response)
    const login = { accountId: 'somebody', ...(who.acr !== undefined && { acr: who.acr }) }
    provider.interactionFinished(request, response, { login })
  }
  return { issuer, close: () => new Promise((resolve) => server.close(resolve)) }
}

/** Goes through the directory as a browser does, and gives the address to which it sends back. */
export async function throughDirectory(address: string, issuer: string): Promise<URL> {
  const jar = new Map<string, string>()
  let at = new URL(address)
  while (at.origin === issuer) {
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ')
    const answer = await fetch(at, { redirect: 'manual', headers: { cookie } })
    for (const set of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(set) ?? []
      jar.set(name, value)
    }
    const next = answer.headers.get('location')
    if (!next) throw new Error(`the directory stops at ${at.pathname}: ${answer.status} ${await answer.text()}`)
    at = new URL(next, at)
  }
  return at
}
