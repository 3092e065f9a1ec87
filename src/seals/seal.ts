import type { KeyObject, X509Certificate } from 'node:crypto'
import { instantOf, officeDay, type PlainDate } from '../days/plain-date.ts'
import { readDetached, sha256, signDetached } from './cms.ts'
import { fill, findSignature, withPlace } from './pdf-signature.ts'
import type { OpenedKey } from './pkcs12.ts'

/** What a certificate says of itself. */
export interface CertificateFacts {
  /** Whose it is: its common name, or its organisation. */
  readonly name: string
  /** Who issued it. */
  readonly issuer: string
  readonly serial: string
  /** SHA-256 of the certificate, in hex. */
  readonly fingerprint: string
  readonly validFrom: PlainDate
  readonly validTo: PlainDate
  /** RSA 2048, ECDSA prime256v1 */
  readonly algorithm: string
}

/** An electronic seal: whoever holds it can seal a PDF so that its origin and every byte of it can be checked later. */
export interface Seal {
  readonly facts: CertificateFacts
  /** The PDF with the seal, as of this instant. What stood in it stays as it was. Throws `NotSealable` for a PDF that is not ours. */
  readonly sealPdf: (pdf: Uint8Array, at: Date) => Buffer
}

/** 签名法 13: a certificate's key, used as an electronic seal: PAdES baseline B-B (ETSI EN 319 142-1) with SHA-256. */
export function certificateSeal(opened: OpenedKey): Seal {
  const facts = factsOf(opened.certificate)
  const room = 4096 + [opened.certificate, ...opened.chain].reduce((sum, { raw }) => sum + raw.length, 0)
  return {
    facts,
    sealPdf: (pdf, at) =>
      fill(withPlace(pdf, { name: facts.name, at }, room), (signed) => signDetached(sha256(signed), opened)),
  }
}

/** What can be said of a sealed PDF by itself. Whether its issuer deserves trust is not judged here. */
export interface SealCheck {
  readonly facts: CertificateFacts
  /** By the clock of whoever sealed it: 2026-11-24 10:30:00. */
  readonly at: string
  /** Sealed with this certificate's key, and no byte has changed or been added since. */
  readonly isIntact: boolean
  /** The certificate was in force when it was sealed. */
  readonly wasValid: boolean
  /** How far its issuers are told: it has issued itself; all of them are here up to one that has; or the last of them is missing. */
  readonly chain: 'selfIssued' | 'whole' | 'open'
}

/** Checks the last seal of a PDF; `none` where it has none, `broken` where it has one that cannot be read. */
export function checkSeal(pdf: Uint8Array): SealCheck | 'none' | 'broken' {
  const found = findSignature(pdf)
  if (!found) return 'none'
  try {
    const { certificate, others, isRight } = readDetached(found.cms, sha256(found.signed))
    const at = found.at === '' ? undefined : instantOf(`${found.at.replace(' ', 'T')}+08:00`)
    return {
      facts: factsOf(certificate),
      at: found.at,
      isIntact: isRight && found.isWhole,
      wasValid: at !== undefined && isInForce(certificate, at),
      chain: chainOf(certificate, others),
    }
  } catch {
    return 'broken'
  }
}

export const isInForce = ({ validFromDate, validToDate }: X509Certificate, at: Date): boolean =>
  validFromDate <= at && at <= validToDate

function chainOf(certificate: X509Certificate, others: readonly X509Certificate[]): SealCheck['chain'] {
  const issues = (above: X509Certificate, below: X509Certificate) =>
    below.checkIssued(above) && below.verify(above.publicKey)
  if (issues(certificate, certificate)) return 'selfIssued'
  let at = certificate
  for (const _ of others) {
    const above = others.find((each) => each !== at && issues(each, at))
    if (!above) return 'open'
    if (issues(above, above)) return 'whole'
    at = above
  }
  return 'open'
}

export function factsOf(certificate: X509Certificate): CertificateFacts {
  const { subject, issuer, serialNumber, raw, publicKey, validFromDate, validToDate } = certificate
  return {
    name: nameIn(subject),
    issuer: nameIn(issuer),
    serial: serialNumber,
    fingerprint: sha256(raw).toString('hex'),
    validFrom: officeDay(validFromDate),
    validTo: officeDay(validToDate),
    algorithm: algorithmOf(publicKey),
  }
}

/** CN=示例市统计局, or O= where it has none. */
function nameIn(distinguished: string): string {
  const said = (key: string) => new RegExp(`^${key}=(.+)$`, 'm').exec(distinguished)?.[1]
  return said('CN') ?? said('O') ?? distinguished.replaceAll('\n', '，')
}

export function algorithmOf({ asymmetricKeyType, asymmetricKeyDetails: details }: KeyObject): string {
  if (asymmetricKeyType === 'rsa') return `RSA ${details?.modulusLength ?? ''}`
  return asymmetricKeyType === 'ec' ? `ECDSA ${details?.namedCurve ?? ''}` : ''
}

const curves: readonly (string | undefined)[] = ['prime256v1', 'secp384r1', 'secp521r1']

/** Whether we can seal with a key: RSA of 2048 bits and more, or one of the curves that readers of PDF check. */
export const canSeal = ({ asymmetricKeyType, asymmetricKeyDetails: details }: KeyObject): boolean =>
  (asymmetricKeyType === 'rsa' && (details?.modulusLength ?? 0) >= 2048) ||
  (asymmetricKeyType === 'ec' && curves.includes(details?.namedCurve))
