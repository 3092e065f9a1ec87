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
  times.sort((a, b) => a - b)
  const at = (share: number) => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? Number.NaN
  return { p50: at(0.5), p95: at(0.95) }
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
