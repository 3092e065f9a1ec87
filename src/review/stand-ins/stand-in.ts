import { z } from 'zod'
import { PlainDate } from '../../days/plain-date.ts'
import type { Role } from '../../organs/role.ts'
import { required } from '../../organs/text.ts'
import { reviewerRoles } from '../level.ts'

/** Who arranges that somebody reviews for another: the absent reviewer, or the security administrator for anybody. */
export const standInArrangers: readonly Role[] = [...reviewerRoles, 'securityAdmin']

export const NewStandIn = z
  .strictObject({
    absentId: z.uuid('请选择不在岗的审核人'),
    standInId: z.uuid('请选择代理人'),
    fromOn: PlainDate,
    toOn: PlainDate,
    reason: required('请填写代理的理由，如出差、休假', 200),
  })
  .refine(({ fromOn, toOn }) => toOn >= fromOn, { path: ['toOn'], error: '最后一天不能早于第一天' })
export type NewStandIn = z.infer<typeof NewStandIn>

/** Somebody's work that another does for a while. */
export interface StandIn {
  readonly id: string
  readonly absentId: string
  readonly absentName: string
  readonly standInId: string
  readonly standInName: string
  readonly fromOn: PlainDate
  readonly toOn: PlainDate
  readonly reason: string
  /** ISO instant, UTC; null while it was not cut short. */
  readonly endedAt: string | null
}

export interface StandInView extends StandIn {
  readonly state: 'future' | 'current' | 'past'
  /** Whether whoever asks may end it. */
  readonly canEnd: boolean
}

/** A person as far as standing in is concerned. */
export interface Person {
  readonly id: string
  readonly name: string
  readonly roles: readonly Role[]
  readonly isDisabled: boolean
}
