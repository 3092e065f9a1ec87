/** So long one run of the clock makes things findable; the next goes on. */
const spellMs = 40_000

/** Does the work again until it answers that nothing is left, or its spell is over. */
export async function byTurns(work: () => Promise<boolean>): Promise<void> {
  const begun = performance.now()
  while ((await work()) && performance.now() - begun < spellMs);
}
