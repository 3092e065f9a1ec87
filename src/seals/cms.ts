import { createHash, type KeyObject, sign, verify, X509Certificate } from 'node:crypto'
import { identifierIn, type Node, partOf, readNode } from './asn1.ts'
import { identifier, nothing, octets, sequence, set, smallInteger, tagged } from './der.ts'
import type { OpenedKey } from './pkcs12.ts'

const ids = {
  data: '1.2.840.113549.1.7.1',
  signedData: '1.2.840.113549.1.7.2',
  contentType: '1.2.840.113549.1.9.3',
  messageDigest: '1.2.840.113549.1.9.4',
  signingCertificateV2: '1.2.840.113549.1.9.16.2.47',
  sha256: '2.16.840.1.101.3.4.2.1',
  rsaWithSha256: '1.2.840.113549.1.1.11',
  ecdsaWithSha256: '1.2.840.10045.4.3.2',
} as const

export const sha256 = (bytes: Uint8Array): Buffer => createHash('sha256').update(bytes).digest()

/** Issuer and serial number of a certificate, as it writes them. */
function issuedAs({ raw }: X509Certificate): Buffer {
  const parts = partOf(readNode(raw), 0).children
  const [version] = parts
  const at = version?.tag === 0xa0 ? 1 : 0
  const [serial, issuer] = [parts[at], parts[at + 2]]
  if (!serial || !issuer) throw new Error('a certificate has an issuer')
  return sequence(issuer.raw, serial.raw)
}

const attribute = (id: string, value: Buffer) => sequence(identifier(id), set(value))

/** What is signed beside the content (ETSI EN 319 122-1): its hash, and which certificate signs. The time stands in the PDF. */
const attributesOf = (digest: Buffer, certificate: X509Certificate): Buffer[] => [
  attribute(ids.contentType, identifier(ids.data)),
  attribute(ids.messageDigest, octets(digest)),
  attribute(ids.signingCertificateV2, sequence(sequence(sequence(octets(sha256(certificate.raw)))))),
]

const isRsa = (key: KeyObject): boolean => key.asymmetricKeyType === 'rsa'

/** CMS SignedData (RFC 5652) over the hash of a content that stands elsewhere, with the certificates that it takes. */
export function signDetached(digest: Buffer, { key, certificate, chain }: OpenedKey): Buffer {
  const attributes = set(...attributesOf(digest, certificate))
  const algorithm = isRsa(key)
    ? sequence(identifier(ids.rsaWithSha256), nothing)
    : sequence(identifier(ids.ecdsaWithSha256))
  const hash = sequence(identifier(ids.sha256))
  const signer = sequence(
    smallInteger(1),
    issuedAs(certificate),
    hash,
    Buffer.concat([Buffer.of(0xa0), attributes.subarray(1)]),
    algorithm,
    octets(sign('sha256', attributes, key)),
  )
  const certificates = tagged(0xa0, ...[certificate, ...chain].map(({ raw }) => raw))
  const signed = sequence(smallInteger(1), set(hash), sequence(identifier(ids.data)), certificates, set(signer))
  return sequence(identifier(ids.signedData), tagged(0xa0, signed))
}

export interface ReadSignature {
  readonly certificate: X509Certificate
  readonly others: readonly X509Certificate[]
  /** Whether it was made over this hash, with the key of this certificate. */
  readonly isRight: boolean
}

/** Reads and checks a CMS signature over a content with this hash. Throws where it is none, or none that we can check. */
export function readDetached(cms: Uint8Array, digest: Buffer): ReadSignature {
  const root = readNode(cms)
  if (identifierIn(partOf(root, 0)) !== ids.signedData) throw new Error('no signed data')
  const { children } = partOf(root, 1, 0)
  const certificates = (children.find(({ tag }) => tag === 0xa0)?.children ?? []).map(
    ({ raw }) => new X509Certificate(raw),
  )
  const signer = partOf(children.at(-1) ?? root, 0)
  const certificate = certificates.find((each) => issuedAs(each).equals(partOf(signer, 1).raw))
  const attributes = signer.children.find(({ tag }) => tag === 0xa0)
  const signature = signer.children.find(({ tag }) => tag === 0x04)
  if (!certificate || !attributes || !signature) throw new Error('no signer')
  const said = (id: string): Node | undefined =>
    attributes.children.find((each) => identifierIn(partOf(each, 0)) === id)?.children[1]?.children[0]
  const named = said(ids.signingCertificateV2)
  const signedAs = Buffer.concat([Buffer.of(0x31), attributes.raw.subarray(1)])
  const isRight =
    identifierIn(partOf(signer, 2, 0)) === ids.sha256 &&
    said(ids.messageDigest)?.bytes.equals(digest) === true &&
    named?.raw.includes(sha256(certificate.raw)) === true &&
    verify('sha256', signedAs, certificate.publicKey, signature.bytes)
  return { certificate, others: certificates.filter((each) => each !== certificate), isRight }
}
