import type { Readable } from 'node:stream'
import type { Asker } from '../../apart/asker.ts'
import { joined, turns } from '../../db/in-pieces.ts'
import { refusals } from '../../refusal.ts'
import { type Arrival, openArrival } from './arrival.ts'
import type { Budget, Hold } from './budget.ts'

export interface Collected {
  readonly bytes: Buffer
  /** Gives the room back: when the bytes are no longer needed. */
  readonly hold: Hold
}

/**
 * All bytes of a stream that comes from outside, within the budget and at a pace; `arrival` where it is part of a body of which
 * other parts came before. Refuses, and then holds nothing: as busy what there is no room for, as too slow what does not come.
 */
export async function collect(
  from: Readable,
  { budget, asker, arrival = openArrival() }: { budget: Budget; asker: Asker; arrival?: Arrival },
): Promise<Collected> {
  const chunks: Buffer[] = []
  let length = 0
  let fail: (error: unknown) => void = () => {}
  const hold = budget.open(asker, () => fail(refusals.uploadGaveWay()))
  const hear = (chunk: Buffer) => {
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
    const reading = new Promise<void>((resolve, reject) => {
      fail = reject
      end = resolve
      from.on('data', hear).once('end', end).once('error', fail)
      from.once('close', () => (from.readableEnded ? resolve() : reject(new Error('the upload broke off'))))
    })
    await arrival.waitFor(reading, () => length)
    hold.isWhole()
    return { bytes: await joined(chunks, length), hold }
  } catch (error) {
    hold.release()
    forget(from)
    throw error
  } finally {
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
