import type { QueryClient } from '@tanstack/react-query'
import type { Me } from '../api.ts'

export type Leaving = 'never' | 'idle' | 'ended' | 'own' | 'ownByDirectory'

let leaving: Leaving = 'never'

/** Why the sign-in is shown: the first time, after a time-out, because the server knows the session no longer, or because the person left. */
export const whyLeft = (): Leaving => leaving

/** Shows the sign-in; the page behind it and what was typed there stay for the return. */
export function leaveSession(client: QueryClient, why: Leaving = 'ended'): void {
  const was = client.getQueryData<Me | null>(['me'])
  // Of two answers that say so the first was enough: what the sign-in has asked meanwhile stays.
  if (was === null) return
  if (was !== undefined) leaving = why === 'own' && was.byDirectory ? 'ownByDirectory' : why
  client.setQueryData(['me'], null)
  client.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'me' })
}
