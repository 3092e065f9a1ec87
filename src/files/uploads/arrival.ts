import { refusals } from '../../refusal.ts'

export interface Pace {
  /** Without a single byte. */
  readonly silentMs: number
  /** From when on the mean rate counts. */
  readonly patienceMs: number
  readonly bytesPerSecond: number
  readonly longestMs: number
}

/**
 * How a form with files must come, all of it together. 16 KB a second is what a telephone sends where 4G hardly reaches; whoever
 * sends less for longer than ten seconds keeps a connection busy with nothing. Six minutes are what the largest file (20 MB)
 * takes over the 512 kbit/s that an old telephone line of a village sends, with some to spare.
 */
export const uploadPace: Pace = {
  silentMs: 5_000,
  patienceMs: 10_000,
  bytesPerSecond: 16 * 1024,
  longestMs: 360_000,
}

/** How one body has come so far. Only the time counts in which it was waited for: what nobody reads cannot come. */
export interface Arrival {
  /** Refuses, as too slow, when the body does not keep the pace while `reading` waits for it. `heard` counts its bytes. */
  readonly waitFor: <T>(reading: Promise<T>, heard: () => number) => Promise<T>
}

export function openArrival(pace = uploadPace): Arrival {
  let [waitedMs, bytes] = [0, 0]
  return {
    waitFor: async (reading, heard) => {
      // Nobody else hears of it when the wait was given up.
      reading.catch(() => {})
      let [lookedAt, last, silentSince] = [performance.now(), heard(), performance.now()]
      const look = () => {
        const [now, count] = [performance.now(), heard()]
        waitedMs += now - lookedAt
        bytes += count - last
        if (count !== last) silentSince = now
        lookedAt = now
        last = count
        return now - silentSince > pace.silentMs || isTooSlow(pace, waitedMs, bytes)
      }
      let watch: NodeJS.Timeout | undefined
      const tooSlow = new Promise<never>((_, reject) => {
        const check = () => {
          if (look()) reject(refusals.slowUpload())
        }
        watch = setInterval(check, Math.min(500, pace.silentMs / 2))
      })
      try {
        return await Promise.race([reading, tooSlow])
      } finally {
        clearInterval(watch)
        look()
      }
    },
  }
}

const isTooSlow = ({ patienceMs, bytesPerSecond, longestMs }: Pace, waitedMs: number, bytes: number): boolean =>
  waitedMs > longestMs || (waitedMs > patienceMs && bytes < (bytesPerSecond * waitedMs) / 1000)
