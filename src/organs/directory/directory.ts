import {
  allowInsecureRequests,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  type Configuration,
  calculatePKCECodeChallenge,
  discovery,
  enableNonRepudiationChecks,
  fetchUserInfo,
  randomNonce,
  randomPKCECodeVerifier,
  randomState,
} from 'openid-client'
import { z } from 'zod'

/** A city's own directory (统一身份认证), by which people may sign in instead of by their password (OpenID Connect). */
export interface DirectorySettings {
  /** https, or plain http on this machine. */
  readonly issuer: URL
  readonly clientId: string
  readonly secret: string
  /** As the button calls it. */
  readonly name: string
  /** The claim that holds the login name of an account here. */
  readonly claim: string
  /** What the directory says of a sign-in that counts as a second factor here. */
  readonly trustedAcr: readonly string[]
}

/** What is kept in the browser while somebody is at the directory. */
export const Errand = z.strictObject({ state: z.string(), nonce: z.string(), verifier: z.string(), back: z.string() })
export type Errand = z.infer<typeof Errand>

/** Whom the directory has let in. */
export interface Known {
  readonly login: string
  /** It has asked for a second factor, and is trusted with that. */
  readonly isStrong: boolean
}

const timeoutSeconds = 4

/** The directory at the other end. It is asked for its addresses whenever somebody is sent there, so that nobody is while it is down. */
export class Directory {
  private found: Promise<Configuration> | undefined

  constructor(
    readonly settings: DirectorySettings,
    private readonly callback: string,
  ) {}

  /** Where the browser is sent, and what it keeps meanwhile; throws where the directory does not answer. */
  async begin(back: string): Promise<{ readonly address: URL; readonly errand: Errand }> {
    this.found = undefined
    const errand = { state: randomState(), nonce: randomNonce(), verifier: randomPKCECodeVerifier(), back }
    const address = buildAuthorizationUrl(await this.configuration(), {
      redirect_uri: this.callback,
      scope: 'openid profile',
      state: errand.state,
      nonce: errand.nonce,
      code_challenge: await calculatePKCECodeChallenge(errand.verifier),
      code_challenge_method: 'S256',
      ...(this.settings.trustedAcr.length > 0 && { acr_values: this.settings.trustedAcr.join(' ') }),
    })
    return { address, errand }
  }

  /** Whom the answer names; throws where anything in it is not as it was asked for. */
  async finish(search: string, { state, nonce, verifier }: Errand): Promise<Known> {
    const { claim, trustedAcr } = this.settings
    const configuration = await this.configuration()
    const tokens = await authorizationCodeGrant(configuration, new URL(search, this.callback), {
      expectedState: state,
      expectedNonce: nonce,
      pkceCodeVerifier: verifier,
      idTokenExpected: true,
    })
    const claims = tokens.claims()
    if (!claims) throw new Error('the directory has sent no ID token')
    const named: unknown =
      claims[claim] ??
      (configuration.serverMetadata().userinfo_endpoint &&
        (await fetchUserInfo(configuration, tokens.access_token, claims.sub))[claim])
    if (typeof named !== 'string' || named === '') throw new Error(`the directory names nobody in ${claim}`)
    return { login: named, isStrong: trustedAcr.some((each) => each === claims.acr) }
  }

  private configuration(): Promise<Configuration> {
    const { issuer, clientId, secret } = this.settings
    const execute = [enableNonRepudiationChecks, ...(issuer.protocol === 'http:' ? [allowInsecureRequests] : [])]
    this.found ??= discovery(issuer, clientId, secret, undefined, { execute, timeout: timeoutSeconds }).catch(
      (error: unknown) => {
        this.found = undefined
        throw error
      },
    )
    return this.found
  }
}
