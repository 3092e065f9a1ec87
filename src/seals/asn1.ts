/** A value of ASN.1 as it was read. */
export interface Node {
  /** With its tag and length. */
  readonly raw: Buffer
  /** The octet of its tag: class, whether constructed, number. */
  readonly tag: number
  readonly children: readonly Node[]
  /** Its content; of an octet string in pieces, all of them. */
  readonly bytes: Buffer
}

export class Unreadable extends Error {
  override readonly name = 'Unreadable'
}

const deepest = 32

/** Reads one value in BER or DER; what follows it is left out. Throws `Unreadable`. */
export const readNode = (bytes: Uint8Array): Node =>
  read(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), 0, 0).node

interface Read {
  readonly node: Node
  readonly end: number
}

function read(all: Buffer, start: number, depth: number): Read {
  const [tag, first] = [all[start], all[start + 1]]
  if (tag === undefined || first === undefined || (tag & 0x1f) === 0x1f || depth > deepest)
    throw new Unreadable('no value of ASN.1')
  const isConstructed = (tag & 0x20) !== 0
  const lengthBytes = first < 0x80 ? 0 : first & 0x7f
  const from = start + 2 + lengthBytes
  if (first === 0x80) return readOpen(all, { start, tag, from }, depth)
  if (lengthBytes > 4) throw new Unreadable('a value is too long')
  const length = lengthBytes === 0 ? first : all.subarray(start + 2, from).reduce((sum, byte) => sum * 256 + byte, 0)
  const end = from + length
  if (end > all.length) throw new Unreadable('a value is cut off')
  const children: Node[] = []
  for (let at = from; isConstructed && at < end; ) {
    const next = read(all, at, depth + 1)
    if (next.end > end) throw new Unreadable('a value is longer than what it is in')
    children.push(next.node)
    at = next.end
  }
  return { node: nodeOf(all.subarray(start, end), tag, children, all.subarray(from, end)), end }
}

/** Of unknown length, until its end is told (BER only). */
function readOpen(
  all: Buffer,
  { start, tag, from }: { start: number; tag: number; from: number },
  depth: number,
): Read {
  const children: Node[] = []
  let at = from
  while (all[at] !== 0 || all[at + 1] !== 0) {
    const next = read(all, at, depth + 1)
    children.push(next.node)
    at = next.end
  }
  return { node: nodeOf(all.subarray(start, at + 2), tag, children, all.subarray(from, at)), end: at + 2 }
}

function nodeOf(raw: Buffer, tag: number, children: readonly Node[], content: Buffer): Node {
  // An octet string in pieces is one.
  const isInPieces =
    children.length > 0 && (tag === 0x24 || (tag === 0xa0 && children.every((each) => each.tag === 0x04)))
  return { raw, tag, children, bytes: isInPieces ? Buffer.concat(children.map(({ bytes }) => bytes)) : content }
}

/** What stands at this place in it; throws `Unreadable` where nothing does. */
export function partOf(node: Node, ...path: readonly number[]): Node {
  let at = node
  for (const place of path) {
    const next = at.children[place]
    if (!next) throw new Unreadable('a part is missing')
    at = next
  }
  return at
}

/** An object identifier in its written form. */
export function identifierIn({ bytes }: Node): string {
  const values: number[] = []
  let value = 0
  for (const byte of bytes) {
    value = value * 128 + (byte & 0x7f)
    if (byte < 0x80) {
      values.push(value)
      value = 0
    }
  }
  const [head = 0, ...rest] = values
  const first = Math.min(2, Math.floor(head / 40))
  return [first, head - first * 40, ...rest].join('.')
}

/** A small whole number. */
export const integerIn = ({ bytes }: Node): number => bytes.reduce((sum, byte) => sum * 256 + byte, 0)
