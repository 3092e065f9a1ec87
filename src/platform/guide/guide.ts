import { z } from 'zod'
import type { PlainDate } from '../../days/plain-date.ts'
import { line, phone, required } from '../../organs/text.ts'

/** Art. 25: where anybody may read what is public: archives, libraries, places of government service. */
export const ReadingPlace = z.strictObject({
  name: required('请填写查阅场所的名称', 60),
  address: required('请填写查阅场所的地址', 120),
  hours: line(120),
  phone,
})
export type ReadingPlace = z.infer<typeof ReadingPlace>

const website = line(300).refine(
  (text) => text === '' || (/^https?:\/\//i.test(text) && URL.canParse(text)),
  '网址应以 http:// 或者 https:// 开头',
)

/** 政府信息公开指南 (art. 12): what the organ says in it beside its own address and telephone. */
export const Guide = z
  .strictObject({
    officeHours: line(120),
    fax: phone,
    website,
    acceptsFax: z.boolean(),
    faxTerms: line(200),
    acceptsEmail: z.boolean(),
    emailTerms: line(200),
    /** 政府信息公开工作主管部门, which hears complaints (art. 51). */
    competentDepartment: line(60),
    competentPhone: phone,
    readingPlaces: z.array(ReadingPlace).max(20, '最多20处'),
    note: line(1000),
  })
  .refine(({ acceptsFax, fax }) => !acceptsFax || fax !== '', {
    path: ['fax'],
    error: '开通传真申请的，应当填写传真号码',
  })
export type Guide = z.infer<typeof Guide>

export const emptyGuide: Guide = {
  officeHours: '',
  fax: '',
  website: '',
  acceptsFax: false,
  faxTerms: '',
  acceptsEmail: false,
  emailTerms: '',
  competentDepartment: '',
  competentPhone: '',
  readingPlaces: [],
  note: '',
}

/** A fact that art. 12 or 25 wants in the guide, and where it is filed. */
export interface GuideFact {
  readonly id: string
  readonly label: string
  readonly article: string
  /** Null: 未登记. */
  readonly value: string | null
  readonly place: 'guide' | 'organ' | 'settings' | 'ledger'
}

export interface GuideView {
  readonly guide: Guide
  readonly changedOn: PlainDate | null
  readonly checklist: readonly GuideFact[]
  readonly address: string
}
