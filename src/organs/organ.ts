import { z } from 'zod'

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
})
export type Organ = z.infer<typeof Organ>
