import {
  generateAuthenticationOptions,
  generateRegistrationOptions,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server'
import { decodeAttestationObject, isoBase64URL } from '@simplewebauthn/server/helpers'
import type { Session } from '../session/session.ts'
import type { Credential, NewPasskey, Signed } from './passkey.ts'
import type { PasskeySite } from './passkey-site.ts'

/** A site on which passkeys work. */
export type Site = Extract<PasskeySite, { origin: string }>

/** As long as a challenge stands. */
const timeout = 5 * 60_000

/** What the browser is told to make a passkey, on a device that has none of these yet. */
export const askToMake = (
  site: Site,
  { organ, staff }: Pick<Session, 'organ' | 'staff'>,
  known: readonly Credential[],
  challenge: Buffer<ArrayBuffer>,
) =>
  generateRegistrationOptions({
    rpName: `开诚 ${organ.name}`,
    rpID: site.name,
    userID: new Uint8Array(Buffer.from(staff.id.replaceAll('-', ''), 'hex')),
    userName: staff.login,
    userDisplayName: staff.name,
    challenge,
    timeout,
    attestationType: 'none',
    excludeCredentials: known.map(({ id, transports }) => ({ id, transports })),
    authenticatorSelection: { residentKey: 'preferred', userVerification: 'required' },
  })

/** What the browser is told to have one of these sign. */
export const askToSign = (site: Site, known: readonly Credential[], challenge: Buffer<ArrayBuffer>) =>
  generateAuthenticationOptions({
    rpID: site.name,
    allowCredentials: known.map(({ id, transports }) => ({ id, transports })),
    challenge,
    timeout,
    userVerification: 'required',
  })

const wanted = (site: Site, challenge: Buffer) => ({
  expectedChallenge: challenge.toString('base64url'),
  expectedOrigin: site.origin,
  expectedRPID: site.name,
  requireUserVerification: true,
})

/** The passkey that was made for this challenge, with its counter; undefined where anything is not as it was asked for. */
export const readMade = (
  site: Site,
  challenge: Buffer,
  made: NewPasskey,
): Promise<{ readonly credential: Credential; readonly counter: number } | undefined> =>
  // The library throws for whatever is wrong.
  verifyMade(site, challenge, made).catch(() => undefined)

async function verifyMade(
  site: Site,
  challenge: Buffer,
  { id, clientDataJSON, attestationObject, transports }: NewPasskey,
) {
  if (!isUnattested(attestationObject)) return undefined
  const response = { clientDataJSON, attestationObject }
  const made = { id, rawId: id, type: 'public-key', clientExtensionResults: {}, response } as const
  const { registrationInfo } = await verifyRegistrationResponse({ ...wanted(site, challenge), response: made })
  if (!registrationInfo) return undefined
  const { publicKey, counter, id: credentialId } = registrationInfo.credential
  const credential = { id: credentialId, publicKey: Buffer.from(publicKey).toString('base64url'), transports }
  return { credential, counter }
}

/** We ask for no certificates: the library would fetch lists of revoked ones from wherever those of a forger say. */
export function isUnattested(attestationObject: string): boolean {
  const decoded = decodeAttestationObject(isoBase64URL.toBuffer(attestationObject))
  const format = decoded.get('fmt')
  return format === 'none' || (format === 'packed' && decoded.get('attStmt').get('x5c') === undefined)
}

/** The counter that a passkey gave with its signature under this challenge; undefined where anything is not as it was asked for. */
export async function readSigned(
  site: Site,
  challenge: Buffer,
  { id, clientDataJSON, authenticatorData, signature }: Signed,
  { publicKey }: Credential,
): Promise<number | undefined> {
  const response = { clientDataJSON, authenticatorData, signature }
  const signed = { id, rawId: id, type: 'public-key', clientExtensionResults: {}, response } as const
  // Counters are compared by us, who have something else to say of them than that it failed.
  const credential = { id, publicKey: new Uint8Array(Buffer.from(publicKey, 'base64url')), counter: 0 }
  const { authenticationInfo, verified } = await verifyAuthenticationResponse({
    ...wanted(site, challenge),
    response: signed,
    credential,
  }).catch(() => ({ verified: false, authenticationInfo: undefined }))
  return verified ? authenticationInfo?.newCounter : undefined
}
