import { z } from 'zod'
import { Role } from '../role.ts'
import { LoginName } from '../session/login-name.ts'
import { email, phone, required } from '../text.ts'

/** A member of staff, as everybody in the organ may see. */
export const Colleague = z.object({
  id: z.uuid(),
  name: z.string(),
  unitId: z.uuid().nullable(),
  unitName: z.string().nullable(),
  roles: z.array(Role),
  isDisabled: z.boolean(),
})
export type Colleague = z.infer<typeof Colleague>

/** The same, as the administrators see. */
export const StaffMember = Colleague.extend({
  login: z.string(),
  phone: z.string(),
  email: z.string(),
  hasSecondFactor: z.boolean(),
  mustChangePassword: z.boolean(),
  lastSeenAt: z.date().nullable(),
})
export type StaffMember = z.infer<typeof StaffMember>

export const StaffChange = z.strictObject({
  name: required('请填写姓名', 40),
  unitId: z.uuid('请选择科室').nullable(),
  phone,
  email,
})
export type StaffChange = z.infer<typeof StaffChange>

export const NewStaff = StaffChange.extend({
  login: LoginName,
  phone: phone.default(''),
  email: email.default(''),
  unitId: StaffChange.shape.unitId.default(null),
})
export type NewStaff = z.infer<typeof NewStaff>
