/** By what one request is charged: the law lets the organ choose one, never both. */
export const feeBases = [
  { id: 'perRequest', label: '按件计收' },
  { id: 'perPage', label: '按量计收' },
] as const
export const feeBasisIds = feeBases.map(({ id }) => id)
export type FeeBasis = (typeof feeBases)[number]['id']

export const feeBasisLabel = (id: FeeBasis | null): string => feeBases.find((basis) => basis.id === id)?.label ?? ''
