import { z } from 'zod'
import { PlainDate } from '../../days/plain-date.ts'
import { phone, required } from '../text.ts'

/** A work unit (内设科室) of an organ; one of them is the work body that art. 4 demands. */
export const WorkUnit = z.object({
  id: z.uuid(),
  name: z.string(),
  isOgiWorkBody: z.boolean(),
  phone: z.string(),
  closedOn: PlainDate.nullable(),
})
export type WorkUnit = z.infer<typeof WorkUnit>

export const NewUnit = z.strictObject({
  name: required('请填写科室名称', 40),
  isOgiWorkBody: z.boolean().default(false),
  phone: phone.default(''),
})
export type NewUnit = z.infer<typeof NewUnit>

export const UnitChange = z.strictObject({
  name: required('请填写科室名称', 40),
  isOgiWorkBody: z.boolean(),
  phone,
  closedOn: PlainDate.nullable(),
})
export type UnitChange = z.infer<typeof UnitChange>
