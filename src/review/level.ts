import { z } from 'zod'
import { Role } from '../organs/role.ts'

/** Who may review at all: nobody who drafts only, and no administrator. */
export const reviewerRoles: readonly Role[] = ['unitHead', 'legalStaff', 'ogiHead', 'leader']

/** The levels by their place: the last of a chain is always the final one. */
export const levelIds = ['firstReview', 'secondReview', 'thirdReview', 'fourthReview', 'finalReview'] as const
export const LevelId = z.enum(levelIds)
export type LevelId = z.infer<typeof LevelId>
export const mostLevels = levelIds.length

const labels: Readonly<Record<LevelId, string>> = {
  firstReview: '初审',
  secondReview: '复审',
  thirdReview: '三审',
  fourthReview: '四审',
  finalReview: '终审',
}
export const levelLabel = (id: LevelId): string => labels[id]

/** The ids of a chain of so many levels, from 1 to `mostLevels`: 终审; 初审、终审; 初审、复审、终审 … */
export const idsOf = (count: number): LevelId[] => [...levelIds.slice(0, count - 1), 'finalReview']

/** One level of a chain: who, within how many working days, and what they must have looked at. */
export const ReviewLevel = z.strictObject({
  id: LevelId,
  role: Role,
  /** 本科室: only whoever belongs to the unit whose matter it is. */
  ownUnit: z.boolean().default(false),
  days: z.int('请填写整数').min(1, '至少1个工作日').max(20, '最多20个工作日'),
  checklist: z.array(z.string().trim().min(1).max(100)).max(20, '最多20项'),
})
export type ReviewLevel = z.infer<typeof ReviewLevel>

/** A level of a matter that was put up: the unit is the one whose matter it was then. Null: whoever holds the role. */
export const AskedLevel = ReviewLevel.extend({ unitId: z.string().nullable().default(null) })
export type AskedLevel = z.infer<typeof AskedLevel>

/** The levels as they are asked of a matter of this unit; a matter of no unit is reviewed by whoever holds the role. */
export const askedOf = (levels: readonly ReviewLevel[], unitId: string | null): AskedLevel[] =>
  levels.map((level) => ({ ...level, unitId: level.ownUnit ? unitId : null }))

const usualDays = 2

/** Levels as they were kept while they were roles alone: no unit, no days of their own, nothing to be ticked. */
export const levelsOfRoles = (roles: readonly Role[]): ReviewLevel[] => {
  const ids = idsOf(roles.length)
  return roles.map((role, index) => ({
    id: ids[index] ?? 'finalReview',
    role,
    ownUnit: false,
    days: usualDays,
    checklist: [],
  }))
}

/** The levels of a matter that was put up, also from when they were roles alone. */
export const AskedLevels = z.preprocess((value) => {
  const roles = z.array(Role).min(1).safeParse(value)
  return roles.success ? askedOf(levelsOfRoles(roles.data), null) : value
}, z.array(AskedLevel))
