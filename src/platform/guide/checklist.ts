import type { Organ } from '../../organs/organ.ts'
import type { Guide, GuideFact } from './guide.ts'

export interface GuideMatter {
  readonly organ: Organ
  readonly guide: Guide
  /** Names of the channels in the ledger. */
  readonly channels: readonly string[]
  readonly reconsiderationOrgan: string | null
  readonly competentCourt: string | null
}

/** What arts. 12, 25, 28 and 51 want in the guide, with what is filed and where the rest is to be filed. */
export function guideChecklist(matter: GuideMatter): GuideFact[] {
  const { organ, guide, channels, reconsiderationOrgan, competentCourt } = matter
  const fact = (
    id: string,
    label: string,
    article: string,
    value: string | null,
    place: GuideFact['place'] = 'guide',
  ): GuideFact => ({ id, label, article, value: value || null, place })
  return [
    fact('ogiWorkBody', '工作机构名称', '条例第十二条', organ.ogiWorkBody, 'organ'),
    fact('address', '办公地址', '条例第十二条', organ.address, 'organ'),
    fact('officeHours', '办公时间', '条例第十二条', guide.officeHours),
    fact('phone', '联系电话', '条例第十二条', organ.phone, 'organ'),
    fact('fax', '传真号码', '条例第十二条', guide.fax),
    fact('email', '互联网联系方式（电子邮箱）', '条例第十二条', organ.email, 'organ'),
    fact('postcode', '邮政编码（邮寄申请用）', '条例第二十八条', organ.postcode, 'organ'),
    fact('channels', '公开渠道', '条例第二十三条', channels.join('、'), 'ledger'),
    fact('readingPlaces', '查阅场所', '条例第二十五条', guide.readingPlaces.map(({ name }) => name).join('、')),
    fact('competentDepartment', '主管部门（投诉举报）', '条例第五十一条', guide.competentDepartment),
    fact('reconsiderationOrgan', '行政复议机关', '条例第五十一条', reconsiderationOrgan, 'settings'),
    fact('competentCourt', '管辖法院', '条例第五十一条', competentCourt, 'settings'),
  ]
}
