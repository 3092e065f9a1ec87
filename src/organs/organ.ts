import { z } from 'zod'
import { creditCodeProblem } from '../people/credit-code.ts'
import { email, line, phone, required } from './text.ts'

/** Of organs from before these were asked for the row has none. */
const siteFact = z
  .string()
  .nullish()
  .transform((fact) => fact ?? '')

/** An administrative organ (行政机关), art. 2. `kind` decides who must report when (art. 49) and what art. 21 adds. */
export const Organ = z.object({
  id: z.number().int(),
  slug: z.string().regex(/^[a-z][a-z0-9-]{1,39}$/, '代号用小写字母、数字和连字符，以字母开头'),
  name: z.string().min(1),
  kind: z.enum(['government', 'department', 'township']),
  level: z.enum(['national', 'province', 'city', 'county', 'township']),
  parentId: z.number().int().nullable(),
  canMakeRules: z.boolean(),
  ogiWorkBody: z.string(),
  address: z.string(),
  postcode: z.string(),
  phone: z.string(),
  email: z.string(),
  siteCode: z.string(),
  /** 统一社会信用代码; empty where not filed. */
  creditCode: z.string(),
  /** 机关代字 in its numbers, such as 示统; empty: the name. */
  letterCode: z.string(),
  isDemo: z.boolean(),
  /** See `SiteFacts`; these are empty where nothing is filed. */
  undertaker: siteFact,
  icpNumber: siteFact,
  policeNumber: siteFact,
  dataLicence: siteFact,
  englishName: siteFact,
  englishAddress: siteFact,
})
export type Organ = z.infer<typeof Organ>
export type NewOrgan = Omit<z.input<typeof Organ>, 'id'>

export const CreditCode = z
  .string()
  .max(60, '统一社会信用代码过长')
  .transform((typed) => typed.normalize('NFKC').replace(/\s/g, '').toUpperCase())
  .refine((code) => code === '' || creditCodeProblem(code) === undefined, {
    error: ({ input }) => creditCodeProblem(String(input)) ?? '',
  })

/** What an organ says of itself and may change; its slug, kind and level stay. */
export const OrganChange = z.strictObject({
  name: required('请填写机关全称', 60),
  canMakeRules: z.boolean(),
  ogiWorkBody: required('请填写政府信息公开工作机构的名称', 60),
  address: line(200),
  postcode: line(6).refine((text) => /^(?:\d{6})?$/.test(text), '邮政编码是六位数字'),
  phone,
  email,
  siteCode: line(20).refine((text) => /^[0-9A-Za-z]*$/.test(text), '网站标识码只有数字和字母'),
  creditCode: CreditCode,
  letterCode: line(12),
})
export type OrganChange = z.infer<typeof OrganChange>
