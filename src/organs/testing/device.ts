import { createHash, createSign, generateKeyPairSync, randomBytes } from 'node:crypto'
import { isoCBOR } from '@simplewebauthn/server/helpers'
import type { NewPasskey, Signed } from '../passkeys/passkey.ts'

const sha256 = (bytes: string | Buffer) => createHash('sha256').update(bytes).digest()
const written = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64url')
const present = 0x01
const verified = 0x04
const withKey = 0x40

interface Odd {
  /** Whose page asked, as the browser writes it down. */
  readonly origin?: string
  /** Without: nobody was asked for a finger or a PIN. */
  readonly isVerified?: boolean
  readonly counter?: number
  /** For which site it signs. */
  readonly name?: string
}

/** A device that makes one passkey and signs with it, as honest ones do unless the test says otherwise. */
export class Device {
  readonly id = randomBytes(16)
  private readonly keys = generateKeyPairSync('ec', { namedCurve: 'P-256' })

  constructor(readonly site: URL) {}

  make({ challenge }: { challenge: string }, name: string, odd: Odd = {}): NewPasskey {
    const { x = '', y = '' } = this.keys.publicKey.export({ format: 'jwk' })
    const coordinate = (text: string) => new Uint8Array(Buffer.from(text, 'base64url'))
    const key = isoCBOR.encode(
      new Map<number, number | Uint8Array>([
        [1, 2],
        [3, -7],
        [-1, 1],
        [-2, coordinate(x)],
        [-3, coordinate(y)],
      ]),
    )
    const authData = Buffer.concat([this.head(withKey, odd), Buffer.alloc(16), Buffer.from([0, 16]), this.id, key])
    const attestation = new Map<string, string | Uint8Array | Map<string, string>>([
      ['fmt', 'none'],
      ['attStmt', new Map()],
      ['authData', new Uint8Array(authData)],
    ])
    return {
      name,
      id: written(this.id),
      clientDataJSON: this.told('webauthn.create', challenge, odd),
      attestationObject: written(isoCBOR.encode(attestation)),
      transports: ['internal'],
    }
  }

  sign({ challenge }: { challenge: string }, odd: Odd = {}): Signed {
    const clientDataJSON = this.told('webauthn.get', challenge, odd)
    const authenticatorData = this.head(0, odd)
    const signature = createSign('sha256')
      .update(authenticatorData)
      .update(sha256(Buffer.from(clientDataJSON, 'base64url')))
      .sign(this.keys.privateKey)
    const signed = { authenticatorData: written(authenticatorData), signature: written(signature) }
    return { id: written(this.id), clientDataJSON, ...signed }
  }

  private told(type: string, challenge: string, { origin = this.site.origin }: Odd): string {
    return written(Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false })))
  }

  private head(more: number, { isVerified = true, counter = 0, name = this.site.hostname }: Odd): Buffer {
    const counted = Buffer.alloc(4)
    counted.writeUInt32BE(counter)
    const flags = present | (isVerified ? verified : 0) | more
    return Buffer.concat([sha256(name), Buffer.from([flags]), counted])
  }
}
