/** Which was the last change that what is shown of an organ must not be older than. Changes are numbered as they are heard. */
export interface LastChanges {
  /** Of one organ; undefined: of anything, and so of all. */
  readonly note: (organId: number | undefined, change: number) => void
  /** For what shows one organ; undefined: for what shows several, to which every change matters. */
  readonly of: (organId: number | undefined) => number
}

export function lastChanges(): LastChanges {
  let ofAny = 0
  let ofAll = 0
  const ofOrgan = new Map<number, number>()
  return {
    note: (organId, change) => {
      ofAny = change
      if (organId === undefined) ofAll = change
      else ofOrgan.set(organId, change)
    },
    of: (organId) => (organId === undefined ? ofAny : Math.max(ofAll, ofOrgan.get(organId) ?? 0)),
  }
}
