import { loadavg } from 'node:os'

/** How busy the machine is, with whatever: figures taken under load say little. */
export const load = (): string => `load ${loadavg()[0]?.toFixed(1)}`

export const printed = (ms: number): string => `${ms.toFixed(1).padStart(7)} ms`

/** The middle of several runs, in milliseconds. */
export async function median(runs: number, work: () => Promise<unknown>): Promise<number> {
  const times: number[] = []
  for (let run = 0; run < runs; run += 1) {
    const start = performance.now()
    await work()
    times.push(performance.now() - start)
  }
  return times.sort((a, b) => a - b)[Math.floor(runs / 2)] ?? Number.NaN
}

/** How often `work` runs in a second, measured for about `seconds`. */
export async function perSecond(seconds: number, work: () => Promise<unknown>): Promise<number> {
  const start = performance.now()
  let count = 0
  while (performance.now() - start < seconds * 1000) {
    await work()
    count += 1
  }
  return count / ((performance.now() - start) / 1000)
}

/** How many `work` come to an end in a second, with so many in hand at any time. */
export async function inHandPerSecond(seconds: number, inHand: number, work: () => Promise<unknown>): Promise<number> {
  const each = Array.from({ length: inHand }, () => perSecond(seconds, work))
  return (await Promise.all(each)).reduce((sum, rate) => sum + rate, 0)
}
