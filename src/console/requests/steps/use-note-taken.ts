import { useQueryClient } from '@tanstack/react-query'
import type { Registered, Taken } from '../../api.ts'

/** Notes the case as it stands after a step. What the step has registered is told once and kept nowhere. */
export function useNoteTaken(id: string) {
  const client = useQueryClient()
  return ({ registered, ...after }: Taken): readonly Registered[] => {
    client.setQueryData(['case', id], after)
    client.invalidateQueries({ queryKey: ['requests'] })
    client.invalidateQueries({ queryKey: ['reminders'] })
    return registered
  }
}
