import { useQuery } from '@tanstack/react-query'
import type { OwnTurn } from '../../review/turns/turn.ts'
import { get } from '../api.ts'
import { isSomebodyHere } from '../session/presence.ts'

/** What waits for the person, and how much of it there is. */
export const useOwnTurns = () =>
  useQuery({
    queryKey: ['turns'],
    queryFn: () => get<{ readonly items: readonly OwnTurn[]; readonly total: number }>('turns'),
  })

/** How much waits for the person; asked again while somebody is here. */
export const useTurnCount = (isAsked: boolean) =>
  useQuery({
    queryKey: ['turns', 'count'],
    queryFn: () => get<{ readonly total: number }>('turns/count'),
    enabled: isAsked,
    refetchInterval: () => (isSomebodyHere() ? 120_000 : false),
  })
