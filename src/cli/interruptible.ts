/** Runs work that Ctrl-C, a stop signal and the end of the process above may cut off, so that it can clean up. */
export async function interruptible<T>(work: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const cut = new AbortController()
  const stop = () => cut.abort()
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP', 'disconnect'] as const
  for (const signal of signals) process.on(signal, stop)
  try {
    return await work(cut.signal)
  } finally {
    for (const signal of signals) process.off(signal, stop)
  }
}
