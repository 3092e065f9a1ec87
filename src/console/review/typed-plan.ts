import { type RecordTypeId, recordTypes } from '../../disclosure/record-type.ts'
import { type TypedLevel, withoutBlanks } from './typed-levels.ts'

/** A plan of review as it is typed: the usual levels, and those of the types that differ. */
export interface TypedPlan {
  readonly levels: readonly TypedLevel[]
  readonly byType: Readonly<Record<string, readonly TypedLevel[]>>
}

/** The types with levels of their own, as they were added. */
export const typesApart = ({ byType }: TypedPlan) =>
  Object.keys(byType).flatMap((type) => recordTypes.find(({ id }) => id === type) ?? [])

/** The plan with levels of its own for a type; with null the type goes by the usual ones again. */
export function withType(plan: TypedPlan, type: RecordTypeId, levels: readonly TypedLevel[] | null): TypedPlan {
  const { [type]: _, ...others } = plan.byType
  return { ...plan, byType: levels ? { ...others, [type]: levels } : others }
}

/** Lines of the lists that were begun and left empty are none, at every level. */
export const withoutBlankLines = ({ levels, byType }: TypedPlan): TypedPlan => ({
  levels: withoutBlanks(levels),
  byType: Object.fromEntries(Object.entries(byType).map(([type, its]) => [type, withoutBlanks(its)])),
})

/** Of what was refused, what is about the levels under this name, by its place within them. */
export const problemsUnder = (
  fields: Readonly<Record<string, string>>,
  name: string,
): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(fields).flatMap(([path, message]) =>
      path.startsWith(`${name}.`) ? [[path.slice(name.length + 1), message]] : [],
    ),
  )
