/** What storing a ledger did: a second import of the same file adds and changes nothing. */
export interface Counts {
  readonly added: number
  readonly changed: number
  readonly unchanged: number
}

export const countOf = (outcomes: readonly (keyof Counts)[]): Counts => {
  const count = (outcome: keyof Counts) => outcomes.filter((each) => each === outcome).length
  return { added: count('added'), changed: count('changed'), unchanged: count('unchanged') }
}
