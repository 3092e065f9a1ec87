import type { Rule, Values } from './ledger.ts'

const both = <Id extends string>(values: Values<Id>, a: Id, b: Id): [string, string] | undefined => {
  const [first, second] = [values[a], values[b]]
  return first !== null && second !== null ? [first, second] : undefined
}

/** `later` is not before `earlier`, where both are given. */
export const notBefore = <Id extends string>(
  later: Id,
  earlier: Id,
  statement: string,
  article?: number,
): Rule<Id> => ({
  column: later,
  statement,
  ...(article !== undefined && { article }),
  broken(values) {
    const days = both(values, later, earlier)
    return days !== undefined && days[0] < days[1]
  },
})

/** `column` is given only where `other` is given too. */
export const needs = <Id extends string>(column: Id, other: Id, statement: string, article?: number): Rule<Id> => ({
  column,
  statement,
  ...(article !== undefined && { article }),
  broken: (values) => values[column] !== null && values[other] === null,
})

/** Both are given or neither; the finding stands at the one that is missing. */
export const together = <Id extends string>(a: Id, b: Id, statement: string, article?: number): Rule<Id>[] => [
  { ...needs(a, b, statement, article), column: b },
  { ...needs(b, a, statement, article), column: a },
]

/** Where `column` says `choice`, `other` is given. */
export const choiceNeeds = <Id extends string>(
  column: Id,
  choice: string,
  other: Id,
  statement: string,
  article?: number,
): Rule<Id> => ({
  column,
  statement,
  ...(article !== undefined && { article }),
  broken: (values) => values[column] === choice && values[other] === null,
})
