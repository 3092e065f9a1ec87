import { createCipheriv, createDecipheriv, createHmac, type DecipherGCM, randomBytes } from 'node:crypto'
import { inPieces } from './in-pieces.ts'
import { keys } from './keys.ts'

const algorithm = 'aes-256-gcm'
/** How `algorithm`, bound to its place, is written in a sealed text. */
const mark = 'a256gcm2'
/** Begins sealed bytes; a later way of sealing gets another number. */
const bytesMark = Buffer.from('KC02')
/** What version 0.1 wrote, which was not bound to its place. */
const unbound = { mark: 'a256gcm', bytesMark: Buffer.from('KC01') }
const ivLength = 12
const tagLength = 16
const keyIdLength = 4
const headLength = bytesMark.length + keyIdLength + ivLength + tagLength

export class SealBroken extends Error {
  override readonly name = 'SealBroken'
}

/** The row that a sealed value stands in. Moved to another row, table or organ it does not open. */
export interface Place {
  readonly table: string
  readonly organId: number
  /** The rest of the key, its parts joined by `/`. */
  readonly id: string
}

const written = ({ table, organId, id }: Place): string => `\n${table}\n${organId}\n${id}`

/** `alg.keyId.iv.ct.tag`, base64url: AES-256-GCM with a new iv each time, so equal texts do not look equal. */
export function seal(text: string, place: Place): string {
  const { id } = keys()
  const iv = randomBytes(ivLength)
  const cipher = cipherFor(iv, `${mark}.${id}${written(place)}`)
  const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
  return [mark, id, ...[iv, sealed, cipher.getAuthTag()].map((part) => part.toString('base64url'))].join('.')
}

/** The text that was sealed here; throws `SealBroken` for another key, another place or one changed bit. */
export const unseal = (sealed: string, place: Place): string => open(sealed, mark, written(place))

/** True where the sealed text opens. */
export function opens(sealed: string, place: Place): boolean {
  try {
    unseal(sealed, place)
    return true
  } catch (error) {
    if (error instanceof SealBroken) return false
    throw error
  }
}

/** What version 0.1 sealed; only for sealing it anew. */
export const unsealUnbound = (sealed: string): string => open(sealed, unbound.mark, '')

function open(sealed: string, wanted: string, place: string): string {
  const [alg, id, ...parts] = sealed.split('.')
  const [iv, content, tag] = parts.map((part) => Buffer.from(part, 'base64url'))
  if (alg !== wanted || !iv || !content || !tag) throw new SealBroken('not a sealed text')
  const decipher = decipherFor({ id: id ?? '', iv, tag }, Buffer.from(`${alg}.${id}${place}`))
  return Buffer.concat([decipher.update(content), ending(decipher)]).toString('utf8')
}

/** The same for files, in pieces between which others are heard. */
export async function sealBytes(bytes: Uint8Array, place: Place): Promise<Buffer> {
  const id = Buffer.from(keys().id, 'hex')
  const iv = randomBytes(ivLength)
  const cipher = cipherFor(iv, Buffer.concat([bytesMark, id, Buffer.from(written(place))]))
  const sealed = Buffer.allocUnsafe(headLength + bytes.length)
  await inPieces(bytes, (piece, at) => sealed.set(cipher.update(piece), headLength + at))
  cipher.final()
  Buffer.concat([bytesMark, id, iv, cipher.getAuthTag()]).copy(sealed)
  return sealed
}

/** The bytes that were sealed here; throws `SealBroken` for another key, another place or one changed bit. */
export const unsealBytes = (sealed: Uint8Array, place: Place): Promise<Buffer> =>
  openBytes(sealed, bytesMark, written(place))

/** What version 0.1 sealed; only for sealing it anew. */
export const unsealUnboundBytes = (sealed: Uint8Array): Promise<Buffer> => openBytes(sealed, unbound.bytesMark, '')

async function openBytes(sealed: Uint8Array, wanted: Buffer, place: string): Promise<Buffer> {
  const bytes = Buffer.from(sealed.buffer, sealed.byteOffset, sealed.byteLength)
  if (bytes.length < headLength || !bytes.subarray(0, wanted.length).equals(wanted))
    throw new SealBroken('not sealed bytes')
  const ivAt = wanted.length + keyIdLength
  const tagAt = ivAt + ivLength
  const parts = { iv: bytes.subarray(ivAt, tagAt), tag: bytes.subarray(tagAt, headLength) }
  const head = Buffer.concat([bytes.subarray(0, ivAt), Buffer.from(place)])
  const decipher = decipherFor({ id: bytes.toString('hex', wanted.length, ivAt), ...parts }, head)
  const content = bytes.subarray(headLength)
  const opened = Buffer.allocUnsafe(content.length)
  await inPieces(content, (piece, at) => opened.set(decipher.update(piece), at))
  ending(decipher)
  return opened
}

/** A keyed hash that finds the same text again: a plain hash of an ID number is found out by trying them all. */
export const blindIndex = (text: string): Buffer => createHmac('sha256', keys().blindIndex).update(text).digest()

/** A keyed hash of a code for one purpose; the same code has another hash for another purpose. */
export const keyedCode = (purpose: string, text: string): Buffer =>
  createHmac('sha256', keys().codes).update(`${purpose}\0${text}`).digest()

function cipherFor(iv: Uint8Array, head: string | Buffer) {
  const cipher = createCipheriv(algorithm, keys().sealing, iv, { authTagLength: tagLength })
  return cipher.setAAD(Buffer.from(head))
}

interface Sealed {
  readonly id: string
  readonly iv: Uint8Array
  readonly tag: Uint8Array
}

function decipherFor({ id, iv, tag }: Sealed, head: Buffer) {
  if (id !== keys().id) throw new SealBroken(`sealed with another key (${id})`)
  try {
    const decipher = createDecipheriv(algorithm, keys().sealing, iv, { authTagLength: tagLength })
    return decipher.setAAD(head).setAuthTag(tag)
  } catch (cause) {
    throw new SealBroken('the seal is broken', { cause })
  }
}

/** Only here is known whether the seal holds. */
function ending(decipher: DecipherGCM): Buffer {
  try {
    return decipher.final()
  } catch (cause) {
    throw new SealBroken('the seal is broken', { cause })
  }
}
