import type { Readable } from 'node:stream'

/** What goes between the server and a process for files: a head of eight bytes with two lengths, then the two parts. */
export const headBytes = 8

export function headOf(first: number, second: number): Buffer {
  const head = Buffer.alloc(headBytes)
  head.writeUInt32LE(first, 0)
  head.writeUInt32LE(second, 4)
  return head
}

export interface Frame {
  readonly first: Buffer
  readonly second: Buffer
}

/** Calls `take` for each whole frame, and `refuse` once for one that is longer than may be. */
export function readFrames(from: Readable, most: number, take: (frame: Frame) => void, refuse: () => void): void {
  let chunks: Buffer[] = []
  let length = 0
  let wanted = headBytes
  from.on('data', (chunk: Buffer) => {
    chunks.push(chunk)
    length += chunk.length
    while (length >= wanted) {
      const whole = chunks.length === 1 && chunks[0] ? chunks[0] : Buffer.concat(chunks, length)
      const [first, second] = [whole.readUInt32LE(0), whole.readUInt32LE(4)]
      wanted = headBytes + first + second
      if (wanted > most) {
        from.removeAllListeners('data').resume()
        return refuse()
      }
      chunks = [whole]
      if (length < wanted) return
      const rest = whole.subarray(wanted)
      take({ first: whole.subarray(headBytes, headBytes + first), second: whole.subarray(headBytes + first, wanted) })
      chunks = rest.length > 0 ? [rest] : []
      length = rest.length
      wanted = headBytes
    }
  })
}
