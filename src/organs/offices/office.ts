import { z } from 'zod'
import { PlainDate } from '../../days/plain-date.ts'

/** Offices that an organ fills for its disclosure work; they give no rights in the system. */
export const officeKinds = [
  { id: 'groupHead', label: '政务公开领导小组组长' },
  { id: 'groupDeputy', label: '政务公开领导小组副组长' },
  { id: 'groupMember', label: '政务公开领导小组成员' },
  { id: 'designatedOfficer', label: '政府信息公开专人' },
] as const
const officeIds = officeKinds.map(({ id }) => id)

export const Office = z.object({
  id: z.uuid(),
  staffId: z.uuid(),
  staffName: z.string(),
  office: z.enum(officeIds),
  fromOn: PlainDate,
  toOn: PlainDate.nullable(),
})
export type Office = z.infer<typeof Office>

export const NewOffice = z.strictObject({
  staffId: z.uuid('请选择工作人员'),
  office: z.enum(officeIds, '请选择职务'),
  fromOn: PlainDate,
})
export type NewOffice = z.infer<typeof NewOffice>
