import type { Readable } from 'node:stream'
import type { Asker } from '../../apart/asker.ts'
import { joined, turns } from '../../db/in-pieces.ts'
import { refusals } from '../../refusal.ts'
import type { Budget, Hold } from './budget.ts'

export interface Pace {
  /** Without a single byte. */
  readonly silentMs: number
  /** From when on the mean rate counts. */
  readonly patienceMs: number
  readonly bytesPerSecond: number
  readonly longestMs: number
}

/** A slow line of a village passes; whoever keeps a connection busy with nothing does not. */
export const filePace: Pace = { silentMs: 5_000, patienceMs: 10_000, bytesPerSecond: 16 * 1024, longestMs: 90_000 }

export interface Collected {
  readonly bytes: Buffer
  /** Gives the room back: when the bytes are no longer needed. */
  readonly hold: Hold
}

/**
 * All bytes of a stream that comes from outside, within the budget and at a pace. Refuses, and then holds nothing: as busy
 * what there is no room for, as too slow what does not come.
 */
export async function collect(
  from: Readable,
  { budget, asker, pace = filePace }: { budget: Budget; asker: Asker; pace?: Pace },
): Promise<Collected> {
  const begunAt = performance.now()
  let heardAt = begunAt
  const chunks: Buffer[] = []
  let length = 0
  let fail: (error: unknown) => void = () => {}
  const hold = budget.open(asker, () => fail(refusals.uploadGaveWay()))
  const watch = setInterval(
    () => {
      const now = performance.now()
      const lasted = now - begunAt
      const isSlow = lasted > pace.patienceMs && length < (pace.bytesPerSecond * lasted) / 1000
      if (now - heardAt > pace.silentMs || isSlow || lasted > pace.longestMs) fail(refusals.slowUpload())
    },
    Math.min(500, pace.silentMs / 2),
  )
  const hear = (chunk: Buffer) => {
    heardAt = performance.now()
    try {
      hold.take(chunk.length)
    } catch (error) {
      return fail(error)
    }
    chunks.push(chunk)
    length += chunk.length
  }
  let end: () => void = () => {}
  try {
    await new Promise<void>((resolve, reject) => {
      fail = reject
      end = resolve
      from.on('data', hear).once('end', end).once('error', fail)
      from.once('close', () => (from.readableEnded ? resolve() : reject(new Error('the upload broke off'))))
    })
    hold.isWhole()
    return { bytes: await joined(chunks, length), hold }
  } catch (error) {
    hold.release()
    forget(from)
    throw error
  } finally {
    clearInterval(watch)
    chunks.length = 0
    from.off('data', hear)
  }
}

/** A lane of its own: what nobody wants must not keep what is wanted waiting. */
const nextForgotten = turns()

/**
 * What still comes is read, since few hear an answer before they have sent all, but not kept: of all that is so read one chunk
 * between two times that others are heard.
 */
function forget(from: Readable): void {
  from.on('data', () => {
    from.pause()
    void nextForgotten().then(() => from.resume())
  })
  from.resume()
}
