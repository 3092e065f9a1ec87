/** The times of many runs, in milliseconds: half are faster than `p50`, nineteen in twenty than `p95`. */
export async function percentiles(
  runs: number,
  work: (run: number) => Promise<unknown>,
): Promise<{ p50: number; p95: number }> {
  const times: number[] = []
  for (let run = 0; run < runs; run += 1) {
    const start = performance.now()
    await work(run)
    times.push(performance.now() - start)
  }
  return { p50: percentileOf(times, 0.5), p95: percentileOf(times, 0.95) }
}

/** The time that such a share of all stays below. */
export function percentileOf(times: readonly number[], share: number): number {
  const sorted = times.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
}

/** How often `work` is done in a second by so many at once, each beginning anew when it is done, for about `seconds`. */
export async function rateOf(
  workers: number,
  seconds: number,
  work: (worker: number) => Promise<unknown>,
): Promise<number> {
  const begun = performance.now()
  let count = 0
  const one = async (worker: number) => {
    while (performance.now() - begun < seconds * 1000) {
      await work(worker)
      count += 1
    }
  }
  await Promise.all(Array.from({ length: workers }, (_, worker) => one(worker)))
  return count / ((performance.now() - begun) / 1000)
}
