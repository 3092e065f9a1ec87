/**
 * Does the work for one after the other. Trouble with one keeps no other waiting; when all have had their turn it is told, in one
 * AggregateError that begins with the message.
 */
export async function eachInTurn<Item>(
  items: readonly Item[],
  work: (item: Item) => Promise<unknown>,
  message: string,
): Promise<void> {
  const problems: unknown[] = []
  for (const item of items) await work(item).catch((problem: unknown) => problems.push(problem))
  if (problems.length > 0) throw new AggregateError(problems, message)
}
