import type { QueryClient } from '@tanstack/react-query'
import type { Me } from '../api.ts'

export type Leaving = 'never' | 'idle' | 'own'

let leaving: Leaving = 'never'

/** Why the sign-in is shown: the first time, after a time-out, or because the person left. */
export const whyLeft = (): Leaving => leaving

/** Shows the sign-in; the page behind it and what was typed there stay for the return. */
export function leaveSession(client: QueryClient, why: Leaving = 'idle'): void {
  const was = client.getQueryData<Me | null>(['me'])
  if (was !== null && was !== undefined) leaving = why
  client.setQueryData(['me'], null)
  client.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'me' })
}
