import { useQuery } from '@tanstack/react-query'
import { administration } from '../organs/organs-api.ts'
import type { ListFilter } from './filter-bar.tsx'

/** Narrows a list to what is of a unit; `none` is what is said of what is nobody's, where such things are. */
export function useUnitFilter(label: string, none?: string): ListFilter {
  const units = useQuery({ queryKey: ['units'], queryFn: administration.units })
  const choices = (units.data?.items ?? []).map(({ id, name }) => ({ id, label: name }))
  return { id: 'unit', label, choices: none === undefined ? choices : [{ id: 'none', label: none }, ...choices] }
}
