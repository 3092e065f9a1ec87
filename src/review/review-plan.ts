import { z } from 'zod'
import { type RecordTypeId, recordTypeIds } from '../disclosure/record-type.ts'
import { Role } from '../organs/role.ts'

/** Who may review at all: nobody who drafts only, and no administrator. */
export const reviewerRoles: readonly Role[] = ['unitHead', 'legalStaff', 'ogiHead', 'leader']

/** One level of review: who, within how many working days, and what they must have looked at. */
export const ReviewLevel = z.strictObject({
  id: z.enum(['firstReview', 'secondReview', 'finalReview']),
  role: Role,
  days: z.int('请填写整数').min(1, '至少1个工作日').max(20, '最多20个工作日'),
  checklist: z.array(z.string().trim().min(1).max(100)).max(20, '最多20项'),
})
export type ReviewLevel = z.infer<typeof ReviewLevel>
export type ReviewLevelId = ReviewLevel['id']

const levelLabels: Readonly<Record<ReviewLevelId, string>> = {
  firstReview: '初审',
  secondReview: '复审',
  finalReview: '终审',
}
export const levelLabel = (id: ReviewLevelId): string => levelLabels[id]

/** Three levels, three people, in this order. */
export const Levels = z
  .array(ReviewLevel)
  .length(3, '应当设初审、复审、终审三级')
  .refine(
    (levels) => levels.map(({ id }) => id).join() === 'firstReview,secondReview,finalReview',
    '次序应为初审、复审、终审',
  )

/** The levels of an organ, and those of single types that differ. */
export const ReviewPlan = z.strictObject({ levels: Levels, byType: z.record(z.string(), Levels) })
export type ReviewPlan = z.infer<typeof ReviewPlan>

const isReviewable = (levels: readonly ReviewLevel[]): boolean =>
  levels.every(({ role }) => reviewerRoles.includes(role))
const isChecklistPlain = (levels: readonly ReviewLevel[]): boolean =>
  levels.every(({ checklist }) => new Set(checklist).size === checklist.length)

const ChosenLevels = Levels.refine(
  isReviewable,
  '审核人应当是科室负责人、法制审核人员、工作机构负责人或者机关负责人',
).refine(isChecklistPlain, '同一级的核对事项不能重复')

/** A plan as an organ may choose it: only who can review, and only types that there are. */
export const ChosenPlan = z.strictObject({
  levels: ChosenLevels,
  byType: z.partialRecord(z.enum(recordTypeIds, '没有这种信息类型'), ChosenLevels),
})

/** Where the organ has set nothing: head of the unit, head of the work body, leader in charge. */
export const defaultPlan: ReviewPlan = {
  levels: [
    {
      id: 'firstReview',
      role: 'unitHead',
      days: 2,
      checklist: ['事实、数据、人名地名准确', '没有错别字和病句', '不含个人隐私和敏感信息'],
    },
    {
      id: 'secondReview',
      role: 'ogiHead',
      days: 2,
      checklist: ['内容完整、格式规范', '政策表述与依据一致', '公开属性和栏目正确'],
    },
    {
      id: 'finalReview',
      role: 'leader',
      days: 2,
      checklist: ['导向正确、内容合法', '可以公开，无保密和安全风险'],
    },
  ],
  byType: {},
}

/** Who reviews a record of this type, in order. */
export const levelsFor = (plan: ReviewPlan, type: RecordTypeId): readonly ReviewLevel[] =>
  plan.byType[type] ?? plan.levels
