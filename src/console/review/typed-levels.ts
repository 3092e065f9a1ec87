import { idsOf, mostLevels, type ReviewLevel, reviewerRoles } from '../../review/level.ts'
import type { FormNumber } from '../fields/typed-number.ts'

/** A level as it is typed. */
export type TypedLevel = Omit<ReviewLevel, 'days'> & { readonly days: FormNumber }

const inOrder = (levels: readonly TypedLevel[]): TypedLevel[] => {
  const ids = idsOf(levels.length)
  return levels.map((level, index) => ({ ...level, id: ids[index] ?? 'finalReview' }))
}

/** One level more, before the final one: whoever decides last still does. Of a role that has none yet, where there is one. */
export function withOneMore(levels: readonly TypedLevel[]): readonly TypedLevel[] {
  if (levels.length >= mostLevels) return levels
  const role = reviewerRoles.find((each) => levels.every((level) => level.role !== each)) ?? 'unitHead'
  const added: TypedLevel = { id: 'firstReview', role, ownUnit: false, days: 2, checklist: [] }
  return inOrder(levels.toSpliced(-1, 0, added))
}

/** One level fewer; the last that is left stays. */
export const withoutLevel = (levels: readonly TypedLevel[], index: number): readonly TypedLevel[] =>
  levels.length > 1 ? inOrder(levels.toSpliced(index, 1)) : levels

/** A line that was begun and left empty is none. */
export const withoutBlanks = (levels: readonly TypedLevel[]): TypedLevel[] =>
  levels.map((level) => ({ ...level, checklist: level.checklist.filter((item) => item.trim() !== '') }))
