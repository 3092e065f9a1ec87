import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto'
import { keys } from './keys.ts'

const algorithm = 'aes-256-gcm'
/** How `algorithm` is written in a sealed text. */
const mark = 'a256gcm'
/** Begins sealed bytes; a later way of sealing gets another number. */
const bytesMark = Buffer.from('KC01')
const ivLength = 12
const tagLength = 16
const keyIdLength = 4
const headLength = bytesMark.length + keyIdLength + ivLength + tagLength

export class SealBroken extends Error {
  override readonly name = 'SealBroken'
}

/** `alg.keyId.iv.ct.tag`, base64url: AES-256-GCM with a new iv each time, so equal texts do not look equal. */
export function seal(text: string): string {
  const { id } = keys()
  const iv = randomBytes(ivLength)
  const { sealed, tag } = encrypt(Buffer.from(text, 'utf8'), iv, `${mark}.${id}`)
  return [mark, id, ...[iv, sealed, tag].map((part) => part.toString('base64url'))].join('.')
}

/** The text that was sealed; throws `SealBroken` for another key or one changed bit. */
export function unseal(sealed: string): string {
  const [alg, id, ...parts] = sealed.split('.')
  const [iv, content, tag] = parts.map((part) => Buffer.from(part, 'base64url'))
  if (alg !== mark || !iv || !content || !tag) throw new SealBroken('not a sealed text')
  return decrypt({ id: id ?? '', iv, content, tag }, `${mark}.${id}`).toString('utf8')
}

/** The same for files. */
export function sealBytes(bytes: Uint8Array): Buffer {
  const id = Buffer.from(keys().id, 'hex')
  const iv = randomBytes(ivLength)
  const { sealed, tag } = encrypt(bytes, iv, Buffer.concat([bytesMark, id]))
  return Buffer.concat([bytesMark, id, iv, tag, sealed])
}

/** The bytes that were sealed; throws `SealBroken` for another key or one changed bit. */
export function unsealBytes(sealed: Uint8Array): Buffer {
  const bytes = Buffer.from(sealed.buffer, sealed.byteOffset, sealed.byteLength)
  if (bytes.length < headLength || !bytes.subarray(0, bytesMark.length).equals(bytesMark))
    throw new SealBroken('not sealed bytes')
  const ivAt = bytesMark.length + keyIdLength
  const tagAt = ivAt + ivLength
  const id = bytes.toString('hex', bytesMark.length, ivAt)
  const parts = { iv: bytes.subarray(ivAt, tagAt), tag: bytes.subarray(tagAt, headLength) }
  return decrypt({ id, ...parts, content: bytes.subarray(headLength) }, bytes.subarray(0, ivAt))
}

/** A keyed hash that finds the same text again: a plain hash of an ID number is found out by trying them all. */
export const blindIndex = (text: string): Buffer => createHmac('sha256', keys().blindIndex).update(text).digest()

/** A keyed hash of a code for one purpose; the same code has another hash for another purpose. */
export const keyedCode = (purpose: string, text: string): Buffer =>
  createHmac('sha256', keys().codes).update(`${purpose}\0${text}`).digest()

interface Sealed {
  readonly id: string
  readonly iv: Uint8Array
  readonly content: Uint8Array
  readonly tag: Uint8Array
}

function encrypt(plain: Uint8Array, iv: Buffer, head: string | Buffer): { sealed: Buffer; tag: Buffer } {
  const cipher = createCipheriv(algorithm, keys().sealing, iv, { authTagLength: tagLength })
  cipher.setAAD(Buffer.from(head))
  const sealed = Buffer.concat([cipher.update(plain), cipher.final()])
  return { sealed, tag: cipher.getAuthTag() }
}

function decrypt({ id, iv, content, tag }: Sealed, head: string | Buffer): Buffer {
  if (id !== keys().id) throw new SealBroken(`sealed with another key (${id})`)
  try {
    const decipher = createDecipheriv(algorithm, keys().sealing, iv, { authTagLength: tagLength })
    decipher.setAAD(Buffer.from(head)).setAuthTag(tag)
    return Buffer.concat([decipher.update(content), decipher.final()])
  } catch (cause) {
    throw new SealBroken('the seal is broken', { cause })
  }
}
