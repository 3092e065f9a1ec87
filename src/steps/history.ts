/** A fact in its place in the history of a case: numbers run from 1 without gaps, and what is written is never changed. */
export interface Numbered {
  readonly seq: number
}

/** The number of the last fact; 0 where nothing has happened. */
export const lastSeq = (history: readonly Numbered[]): number => history.at(-1)?.seq ?? 0

/** New facts with the numbers that follow; the table's key refuses them when another was faster. */
export const numbered = <Fact extends object>(
  history: readonly Numbered[],
  added: readonly Fact[],
): (Fact & Numbered)[] => added.map((fact, index) => ({ ...fact, seq: lastSeq(history) + 1 + index }))
