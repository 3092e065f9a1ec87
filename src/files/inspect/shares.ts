import { LRUCache } from 'lru-cache'

const mostRemembered = 1000
/** After so long half of what a network has had is forgotten. */
const halvedMs = 60_000

export interface Shares {
  /** Milliseconds that a network has had of late. */
  readonly hadBy: (network: string) => number
  readonly remember: (network: string, ms: number) => void
}

/** What each network has had of the places, forgotten little by little. */
export function openShares(now: () => number): Shares {
  const had = new LRUCache<string, { readonly ms: number; readonly at: number }>({ max: mostRemembered })
  const hadBy = (network: string): number => {
    const known = had.peek(network)
    return known ? known.ms * 0.5 ** ((now() - known.at) / halvedMs) : 0
  }
  return {
    hadBy,
    remember: (network, ms) => {
      had.set(network, { ms: hadBy(network) + ms, at: now() })
    },
  }
}
