import { z } from 'zod'
import { Role } from '../organs/role.ts'
import { idsOf, levelsOfRoles, mostLevels, ReviewLevel, reviewerRoles } from './level.ts'

const isInOrder = (levels: readonly ReviewLevel[]): boolean => {
  const ids = idsOf(levels.length)
  return levels.every(({ id }, index) => id === ids[index])
}

/** One to five levels in their order; what was kept as roles alone is read as such. */
export const Levels = z.preprocess(
  (value) => {
    const roles = z.array(Role).min(1).max(mostLevels).safeParse(value)
    return roles.success ? levelsOfRoles(roles.data) : value
  },
  z
    .array(ReviewLevel)
    .min(1, '至少要有一级审核')
    .max(mostLevels, `最多${mostLevels}级审核`)
    .refine(isInOrder, '各级的次序不对，请刷新后重新设置'),
)

const isReviewable = (levels: readonly ReviewLevel[]): boolean =>
  levels.every(({ role }) => reviewerRoles.includes(role))
const isChecklistPlain = (levels: readonly ReviewLevel[]): boolean =>
  levels.every(({ checklist }) => new Set(checklist).size === checklist.length)

/** Levels as an organ may choose them: only who can review. A role may hold several: each is another person's. */
export const ChosenLevels = Levels.refine(
  isReviewable,
  '审核人应当是科室负责人、法制审核人员、工作机构负责人或者机关负责人',
).refine(isChecklistPlain, '同一级的核对事项不能重复')

/** The levels of an organ, and those of single kinds of matter that differ. */
export const ReviewPlan = z.strictObject({ levels: Levels, byType: z.record(z.string(), Levels) })
export type ReviewPlan = z.infer<typeof ReviewPlan>

/** A plan as an organ may choose it, for these kinds of matter and no others. */
export const chosenPlan = <Kind extends string>(kinds: readonly Kind[], unknown: string) =>
  z.strictObject({ levels: ChosenLevels, byType: z.partialRecord(z.enum(kinds, unknown), ChosenLevels) })

/** Who reviews a matter of this kind, in order. */
export const levelsFor = ({ levels, byType }: ReviewPlan, kind: string): readonly ReviewLevel[] =>
  byType[kind] ?? levels
