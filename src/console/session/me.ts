import { useQuery, useQueryClient } from '@tanstack/react-query'
import { createContext, useContext } from 'react'
import type { Role } from '../../organs/role.ts'
import { type Me, Problem, session } from '../api.ts'
import { claimDrafts } from '../drafts.ts'
import { isSomebodyHere } from './presence.ts'

/** Who is signed in; null: nobody. */
export const useSession = () =>
  useQuery({
    queryKey: ['me'],
    staleTime: 60_000,
    // Whoever writes a long text for an hour calls nothing else, and is not idle.
    refetchInterval: ({ state }) => (state.data && isSomebodyHere() ? 4 * 60_000 : false),
    queryFn: async () => {
      try {
        const me = await session.me()
        // Before anything is shown to them: a form reads its draft as it opens.
        claimDrafts(me.staff.id)
        return me
      } catch (error) {
        if (error instanceof Problem && error.status === 401) return null
        throw error
      }
    },
  })

/** Asks again who is signed in, after each step of the sign-in. */
export function useRefreshSession() {
  const client = useQueryClient()
  return () => client.invalidateQueries({ queryKey: ['me'] })
}

export const MeContext = createContext<Me | null>(null)

export function useMe(): Me {
  const me = useContext(MeContext)
  if (!me) throw new Error('nobody is signed in')
  return me
}

export const holds = (me: Me, roles: readonly Role[]): boolean => me.roles.some((role) => roles.includes(role))
