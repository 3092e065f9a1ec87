import {
  createDecipheriv,
  createHash,
  createPrivateKey,
  type KeyObject,
  pbkdf2Sync,
  X509Certificate,
} from 'node:crypto'
import { identifierIn, integerIn, type Node, partOf, readNode } from './asn1.ts'

/** What a file of an organ's certificate holds: the key, its certificate, and those that stand above it. */
export interface OpenedKey {
  readonly key: KeyObject
  readonly certificate: X509Certificate
  readonly chain: readonly X509Certificate[]
}

/** Why such a file does not open, for who tells it. */
export class CannotOpen extends Error {
  override readonly name = 'CannotOpen'
  readonly reason: 'unreadable' | 'passphrase' | 'outdated' | 'noKey'
  constructor(reason: CannotOpen['reason']) {
    super(reason)
    this.reason = reason
  }
}

const pkcs7 = { data: '1.2.840.113549.1.7.1', encrypted: '1.2.840.113549.1.7.6' } as const
const bags = {
  key: '1.2.840.113549.1.12.10.1.1',
  shroudedKey: '1.2.840.113549.1.12.10.1.2',
  certificate: '1.2.840.113549.1.12.10.1.3',
} as const
const pbes2 = '1.2.840.113549.1.5.13'
const sha1With3Des = '1.2.840.113549.1.12.1.3'
const ciphers: Readonly<Record<string, readonly [name: string, keyBytes: number]>> = {
  '2.16.840.1.101.3.4.1.2': ['aes-128-cbc', 16],
  '2.16.840.1.101.3.4.1.22': ['aes-192-cbc', 24],
  '2.16.840.1.101.3.4.1.42': ['aes-256-cbc', 32],
  '1.2.840.113549.3.7': ['des-ede3-cbc', 24],
}
const hashes: Readonly<Record<string, string>> = {
  '1.2.840.113549.2.7': 'sha1',
  '1.2.840.113549.2.9': 'sha256',
  '1.2.840.113549.2.10': 'sha384',
  '1.2.840.113549.2.11': 'sha512',
}
/** A file that asks for more keeps the server busy and is none that a program writes. */
const mostRounds = 5_000_000

/** Opens a PKCS#12 file (RFC 7292) with its passphrase. Throws `CannotOpen`. */
export function openPkcs12(file: Uint8Array, passphrase: string): OpenedKey {
  const found = bagsIn(file, passphrase)
  const keys = found.flatMap((bag) => keyIn(bag, passphrase))
  const certificates = found.flatMap(certificateIn)
  for (const key of keys) {
    const certificate = certificates.find((each) => each.checkPrivateKey(key))
    if (certificate) return { key, certificate, chain: chainOf(certificate, certificates) }
  }
  throw new CannotOpen('noKey')
}

function bagsIn(file: Uint8Array, passphrase: string): Node[] {
  let safes: readonly Node[]
  try {
    const authSafe = partOf(readNode(file), 1)
    if (identifierIn(partOf(authSafe, 0)) !== pkcs7.data) throw new CannotOpen('unreadable')
    safes = readNode(partOf(authSafe, 1, 0).bytes).children
  } catch {
    throw new CannotOpen('unreadable')
  }
  return safes.flatMap((safe) => {
    const contents = contentsOf(safe, passphrase)
    try {
      return readNode(contents).children
    } catch {
      throw new CannotOpen('passphrase')
    }
  })
}

function contentsOf(safe: Node, passphrase: string): Buffer {
  const kind = identifierIn(partOf(safe, 0))
  if (kind === pkcs7.data) return partOf(safe, 1, 0).bytes
  if (kind !== pkcs7.encrypted) throw new CannotOpen('unreadable')
  const info = partOf(safe, 1, 0, 1)
  return decrypt(partOf(info, 1), partOf(info, 2).bytes, passphrase)
}

function decrypt(algorithm: Node, sealed: Buffer, passphrase: string): Buffer {
  const { name, key, iv } = cipherOf(algorithm, passphrase)
  try {
    const decipher = createDecipheriv(name, key, iv)
    return Buffer.concat([decipher.update(sealed), decipher.final()])
  } catch {
    throw new CannotOpen('passphrase')
  }
}

function cipherOf(algorithm: Node, passphrase: string) {
  const id = identifierIn(partOf(algorithm, 0))
  if (id === sha1With3Des) {
    const [salt, rounds] = [partOf(algorithm, 1, 0).bytes, roundsIn(partOf(algorithm, 1, 1))]
    const derive = (purpose: number, length: number) => pkcs12Key(passphrase, { salt, rounds, purpose, length })
    return { name: 'des-ede3-cbc', key: derive(1, 24), iv: derive(2, 8) }
  }
  if (id !== pbes2) throw new CannotOpen('outdated')
  const [derivation, scheme] = [partOf(algorithm, 1, 0), partOf(algorithm, 1, 1)]
  const [name, keyBytes] = ciphers[identifierIn(partOf(scheme, 0))] ?? []
  const parameters = partOf(derivation, 1)
  const prf = parameters.children.find((each) => each.tag === 0x30)
  const hash = prf ? hashes[identifierIn(partOf(prf, 0))] : 'sha1'
  if (!name || !keyBytes || !hash) throw new CannotOpen('outdated')
  const key = pbkdf2Sync(passphrase, partOf(parameters, 0).bytes, roundsIn(partOf(parameters, 1)), keyBytes, hash)
  return { name, key, iv: partOf(scheme, 1).bytes }
}

function roundsIn(node: Node): number {
  const rounds = integerIn(node)
  if (rounds < 1 || rounds > mostRounds) throw new CannotOpen('unreadable')
  return rounds
}

interface Derived {
  readonly salt: Buffer
  readonly rounds: number
  readonly purpose: number
  readonly length: number
}

/** RFC 7292, appendix B.2, with SHA-1. */
function pkcs12Key(passphrase: string, { salt, rounds, purpose, length }: Derived): Buffer {
  const block = 64
  const filled = (bytes: Buffer) =>
    bytes.length === 0 ? bytes : Buffer.alloc(block * Math.ceil(bytes.length / block), bytes)
  const written = Buffer.from(`${passphrase}\0`, 'utf16le').swap16()
  const state = Buffer.concat([filled(salt), filled(written)])
  const parts: Buffer[] = []
  for (let made = 0; made < length; made += 20) {
    let part = createHash('sha1').update(Buffer.alloc(block, purpose)).update(state).digest()
    for (let round = 1; round < rounds; round += 1) part = createHash('sha1').update(part).digest()
    parts.push(part)
    const added = Buffer.alloc(block, part)
    for (let at = 0; at < state.length; at += block) addOne(state.subarray(at, at + block), added)
  }
  return Buffer.concat(parts).subarray(0, length)
}

/** place + added + 1, without what runs over. */
function addOne(place: Buffer, added: Buffer): void {
  let carry = 1
  for (let at = place.length - 1; at >= 0; at -= 1) {
    carry += (place[at] ?? 0) + (added[at] ?? 0)
    place[at] = carry & 0xff
    carry >>= 8
  }
}

function keyIn(bag: Node, passphrase: string): KeyObject[] {
  const kind = identifierIn(partOf(bag, 0))
  if (kind !== bags.key && kind !== bags.shroudedKey) return []
  const info = partOf(bag, 1, 0)
  const der = kind === bags.key ? info.raw : decrypt(partOf(info, 0), partOf(info, 1).bytes, passphrase)
  try {
    return [createPrivateKey({ key: der, format: 'der', type: 'pkcs8' })]
  } catch {
    throw new CannotOpen('passphrase')
  }
}

function certificateIn(bag: Node): X509Certificate[] {
  if (identifierIn(partOf(bag, 0)) !== bags.certificate) return []
  try {
    return [new X509Certificate(partOf(bag, 1, 0, 1, 0).bytes)]
  } catch {
    throw new CannotOpen('unreadable')
  }
}

/** Those above it, up to the last that is here. */
function chainOf(certificate: X509Certificate, all: readonly X509Certificate[]): X509Certificate[] {
  const chain: X509Certificate[] = []
  let at = certificate
  for (;;) {
    const above = all.find((each) => each !== at && !chain.includes(each) && at.checkIssued(each))
    if (!above || above === certificate) return chain
    chain.push(above)
    at = above
  }
}
