import { describe, expect, test } from 'vitest'
import { maskPhone } from '../../people/masked.ts'
import type { Applicant } from '../applicant.ts'
import { needlesOf } from './identity-in-text.ts'
import { knownOfApplicant, knownOfThirdParty } from './known.ts'

const applicant: Applicant = {
  kind: 'naturalPerson',
  name: '王小明',
  identityKind: 'residentId',
  identityNumber: '230401198001011234',
  creditCode: '',
  legalRepresentative: '',
  contactName: '',
  phone: '13800138000',
  email: 'xiaoming.w@example.cn',
  address: '黑龙江省鹤岗市工农区红旗路12号3单元402室',
  postcode: '154100',
  agent: { name: '欧阳克勤', identityKind: 'residentId', identityNumber: '23040119750505567X', phone: '0468-3344556' },
}
const found = (text: string, who = knownOfApplicant(applicant)) =>
  needlesOf(who).flatMap(({ what, isIn }) => (isIn(text) ? [what] : []))

describe('whoever asks is found in a text for others', () => {
  test.each([
    [
      '姓名或者名称',
      [
        '王小明申请公开',
        '王 小 明',
        '王　小明',
        '王*小明',
        '王*明',
        '王××',
        '王某某',
        '王某',
        '王某明',
        '王先生',
        '*小明',
      ],
    ],
    ['姓名或者名称', ['欧阳克勤代为申请', '欧阳 克勤', '欧阳某', '欧阳律师', '欧阳**']],
    [
      '电话',
      [
        '13800138000',
        '138 0013 8000',
        '138-0013-8000',
        '１３８００１３８０００',
        '+86 13800138000',
        '一三八零零一三八零零零',
      ],
    ],
    [
      '电话',
      ['138****8000', '138＊＊＊＊8000', '138xxxx8000', '手机尾号8000', '手机后四位是8000', '138●●●●8000，2026年3月收'],
    ],
    [
      '证件号码',
      ['230401198001011234', '230401 19800101 1234', '2304***********1234', '230401********1234', '身份证尾号1234'],
    ],
    ['代理人证件号码', ['23040119750505567X', '23040119750505567x', '2304**********567X']],
    ['代理人电话', ['0468-3344556', '04683344556', '3344556', '（0468）3344556', '０４６８－３３４４５５６']],
    [
      '电子邮箱',
      [
        'xiaoming.w@example.cn',
        'xiaoming.w ＠ example.cn',
        'xiaoming.w(at)example.cn',
        'x******w@example.cn',
        'xiaoming.w#example.cn',
      ],
    ],
    [
      '地址',
      ['红旗路12号', '鹤岗市工农区红旗路12号3单元402室', '红旗路１２号', '红旗路 12 号3单元', '工农区红旗路一二号'],
    ],
  ])('%s', (what, texts) => {
    for (const text of texts) expect([text, found(text).includes(what)]).toEqual([text, true])
  })
})

test.each([
  '2024年度营商环境评价的指标体系和评分细则',
  '贵单位参加政务云采购项目时提交的投标技术方案（共138页，第8000号）',
  '王府井百货有限公司的申报材料，明细见附件',
  '关于老师待遇的通知，工农区人民政府2026年8000万元资金安排',
  '鹤岗市工农区的规划图，红旗路改造工程',
  '张某公司一张发票，金额1234元',
])('what tells nobody is let through: %s', (text) => expect(found(text)).toEqual([]))

test('each of several telephones is found, and each is masked', () => {
  const of = knownOfApplicant({ ...applicant, phone: '13800138000/13912349000' })
  for (const text of ['13800138000', '139-1234-9000']) expect(found(text, of)).toEqual(['电话'])
  expect(maskPhone('13800138000/13912349000')).toBe('138****8000/139****9000')
})

test('a name of two signs, an organisation and a name in another script are found too', () => {
  const of = (changes: Partial<Applicant>) => knownOfApplicant({ ...applicant, agent: null, ...changes })
  expect(found('于洋提出', of({ name: '于洋' }))).toEqual(['姓名或者名称'])
  expect(found('关于某事项', of({ name: '于洋' }))).toEqual([])
  expect(found('鹤岗市 示例咨询（集团）有限公司', of({ name: '鹤岗市示例咨询(集团)有限公司' }))).toEqual([
    '姓名或者名称',
  ])
  expect(found('阿卜杜拉·买买提', of({ name: '阿卜杜拉•买买提' }))).toEqual(['姓名或者名称'])
  expect(found('据买买提反映', of({ name: '阿卜杜拉•买买提' }))).toEqual(['姓名或者名称'])
  expect(found('ئابدۇللا مەمەت ئىلتىماسى', of({ name: 'ئابدۇللا مەمەت' }))).toEqual(['姓名或者名称'])
})

test('a third party is found by its name and by all that its contact line says', () => {
  const party = knownOfThirdParty({
    name: '示例数据服务有限公司',
    contact: '示例市示范路300号，联系人：周到，电话 139-1234-5678，zhou@sample.cn',
  })
  for (const text of ['示例数据服务 有限公司', '示范路300号', '139****5678', 'zhou@sample.cn'])
    expect([text, found(text, party).length > 0]).toEqual([text, true])
  expect(found('该公司的投标文件涉及商业秘密', party)).toEqual([])
})
