import { describe, expect, test } from 'vitest'
import { plainDate } from '../../days/plain-date.ts'
import { aFilledForm, anOrganisationsForm } from '../testing/a-submission.ts'
import { problemsByField, submissionOf, withoutUnseen } from './submission.ts'

const today = plainDate('2026-11-24')
const schema = submissionOf({ today, hasPowerOfAttorney: false })

const read = (form: Record<string, string>) => {
  const { data, error } = schema.safeParse(form)
  return { submission: data, problems: Object.fromEntries(error ? problemsByField(error) : []) }
}

test('art. 29: name, identity, contact, description and form are demanded; a purpose is no field', () => {
  expect(read({}).problems).toEqual({
    content: '请写明您需要的政府信息',
    applicant:
      '请选择以个人还是以单位的名义申请：个人还要填写姓名和证件号码，单位还要填写名称、统一社会信用代码、法定代表人和联系人',
    phone: '电话、电子邮箱、通信地址请至少填写一项',
    formWanted: '请选择获取信息的方式',
    routeWanted: '请选择获取信息的途径',
  })
  expect(schema.safeParse({ ...aFilledForm(), purpose: '科研' }).success).toBe(false)
})

test('every problem is told at once, also where a field of another group is wrong', () => {
  const { problems } = read(aFilledForm({ name: '张\u202E三', identityNumber: '', phone: '1', content: '' }))
  expect(Object.keys(problems).sort()).toEqual(['content', 'identityNumber', 'name', 'phone'])
})

test('a person and an organisation leave behind only what belongs to them', () => {
  const person = read(aFilledForm({ creditCode: '91350100M000100Y43', organisationName: '某公司' })).submission
  expect(person?.applicant).toMatchObject({ kind: 'naturalPerson', creditCode: '', legalRepresentative: '' })
  const organisation = read(anOrganisationsForm({ name: '张三', identityNumber: 'x' })).submission
  expect(organisation?.applicant).toMatchObject({
    kind: 'legalServiceOrg',
    name: '示例律师事务所',
    identityKind: null,
    identityNumber: '',
  })
})

test('what was typed into a part that was not chosen, and is out of sight, keeps nobody from asking', () => {
  const unseen = { creditCode: '1', legalRepresentative: '\u3164', agentPhone: 'x', organisationName: '12' }
  expect(read(withoutUnseen(aFilledForm(unseen))).problems).toEqual({})
  expect(read(withoutUnseen(anOrganisationsForm({ name: '1', identityNumber: 'x' }))).problems).toEqual({})
  expect(says(withoutUnseen(aFilledForm({ name: '\u3164' })), 'name')).toContain('空白')
})

test('regulation §1.11: the class that nobody chose is the one that the credit code points to', () => {
  const guessed = read(anOrganisationsForm({ organisationKind: '', creditCode: '91350100M000100Y43' }))
  expect(guessed.submission?.applicant.kind).toBe('enterprise')
  const chosen = read(anOrganisationsForm({ organisationKind: 'otherOrg', creditCode: '91350100M000100Y43' }))
  expect(chosen.submission?.applicant.kind).toBe('otherOrg')
})

test('the route decides which contact is needed', () => {
  expect(read(aFilledForm({ routeWanted: 'mail', address: '' })).problems).toEqual({
    address: '选择邮寄的，请填写通信地址',
  })
  expect(read(aFilledForm({ routeWanted: 'email', email: '' })).problems).toHaveProperty('email')
})

test('an agent shows who they are and a power of attorney', () => {
  const agent = { hasAgent: 'yes', agentName: '李四', agentIdentityKind: 'passport', agentIdentityNumber: 'EA1234567' }
  expect(read(aFilledForm({ ...agent, agentPhone: '' })).problems).toEqual({
    agentPhone: '请填写代理人电话',
    powerOfAttorney: '请上传申请人签署的授权委托书',
  })
  const withPaper = submissionOf({ today, hasPowerOfAttorney: true })
  const { applicant } = withPaper.parse(aFilledForm({ ...agent, agentPhone: '010-1234567转8' }))
  expect(applicant.agent).toMatchObject({ name: '李四', phone: '010-1234567转8' })
})

const says = (form: Record<string, string>, field: string) => read(form).problems[field]
const identity = (identityNumber: string, identityKind = 'residentId') => aFilledForm({ identityNumber, identityKind })

describe('hostile names', () => {
  test.for([
    ['H001', '张'.repeat(51), '不超过50个字，现有51个字'],
    ['H024', '张\uD800三', '无法识别的字符'],
    ['H300', '张\u202E三李\u202C', '文字方向'],
    ['H304', '\u3164', '空白'],
    ['H306', '张三👨‍👩‍👧', '表情符号'],
    ['a NUL', '张\0三', '无法识别'],
    ['a character of one computer only', '张\uE000三', '其他电脑'],
  ])('%s is refused', ([, name = '', words]) => {
    expect(says(aFilledForm({ name }), 'name')).toContain(words)
  })

  test.for([
    ['H068', '张<script>alert(1)</script>三', '张<script>alert(1)</script>三'],
    ['H097', '=1+1', '=1+1'],
    ['H103', '\t=1+1', '=1+1'],
    ['H107', '－5', '－5'],
    ['H111', '\uFEFF=1+1', '=1+1'],
    ['H294', '阿卜杜拉·买买提', '阿卜杜拉·买买提'],
    ['H296', '𠮷野𠅤', '𠮷野𠅤'],
    ['fifty beyond the BMP', '𠮷'.repeat(50), '𠮷'.repeat(50)],
    ['H298', '張三(张三)', '張三(张三)'],
    ['H302', '张\u00AD三', '张三'],
    ['H252', `${'阿·'.repeat(24)}!`, `${'阿·'.repeat(24)}!`],
    ['a dot 2022', '阿卜杜拉\u2022买买提', '阿卜杜拉·买买提'],
    ['a dot 2027', '阿卜杜拉\u2027买买提', '阿卜杜拉·买买提'],
    ['a dot 2219', '阿卜杜拉\u2219买买提', '阿卜杜拉·买买提'],
    ['a dot 22c5', '阿卜杜拉\u22c5买买提', '阿卜杜拉·买买提'],
    ['a dot 30fb', '阿卜杜拉\u30fb买买提', '阿卜杜拉·买买提'],
    ['a dot ff65', '阿卜杜拉\uff65买买提', '阿卜杜拉·买买提'],
    ['a dot 0387', '阿卜杜拉\u0387买买提', '阿卜杜拉·买买提'],
    ['decomposed', 'Rene\u0301', 'René'],
  ])('%s is accepted', ([, name = '', kept]) => {
    expect(read(aFilledForm({ name })).submission?.applicant.name).toBe(kept)
  })
})

describe('hostile identity numbers', () => {
  test.for([
    ['H288', '11O1O519491231OO2X', '字母O'],
    ['H290', '一一〇一〇五一九四九一二三一〇〇二X', '阿拉伯数字'],
    ['H318', '110105194912310021', '校验码不符'],
    ['H320', '11010519491321002X', '出生日期'],
    ['H324', '110105209912311013', '晚于提出申请之日'],
    ['H326', '990105199001011017', '地区代码'],
    ['H330', '110105491231002', '15位的旧号码'],
    ['H332', '11010519491231002XX', '应为18位，现有19位'],
    ['H334', '111111111111111111', '出生日期'],
    ['H336', '1.10105E+17', '科学计数'],
    ['1900 had no 29 February', '110105190002291010', '出生日期'],
    ['born tomorrow', '11010520261125101X', '晚于提出申请之日'],
    ['far too long', '1'.repeat(100_000), '现有100000个字'],
  ])('%s is refused', ([, number = '', words]) => {
    expect(says(identity(number), 'identityNumber')).toContain(words)
  })

  test.for([
    ['H284', '１１０１０５１９４９１２３１００２Ｘ', '11010519491231002X'],
    ['H286', '110105 19491231 002X', '11010519491231002X'],
    ['H316', '11010519491231002x', '11010519491231002X'],
    ['H322', '110105200002291016', '110105200002291016'],
    ['H328', '830000199001011015', '830000199001011015'],
  ])('%s is accepted', ([, number = '', kept]) => {
    expect(read(identity(number)).submission?.applicant.identityNumber).toBe(kept)
  })

  test.for([
    ['H338', 'H1234567801', 'mainlandTravelPermit'],
    ['a Taiwan permit', '12345678', 'mainlandTravelPermit'],
    ['H340', 'EA1234567', 'passport'],
    ['an officer', '军字第1234567号', 'other'],
  ])('%s is accepted when chosen', ([, number = '', kind]) => {
    expect(read(identity(number, kind)).problems).toEqual({})
  })

  test('a kind that is not offered, and a permit or passport of the wrong form, are refused', () => {
    expect(says(identity('EA1234567', '__proto__'), 'identityKind')).toContain('选择')
    expect(says(identity('X1234567801', 'mainlandTravelPermit'), 'identityNumber')).toContain('H或者M')
    expect(says(identity('EA-1', 'passport'), 'identityNumber')).toContain('护照')
  })
})

describe('hostile credit codes', () => {
  test.for([
    ['H350', '91350100M000100Y44', '校验码'],
    ['H356', '91350100M000100Y4', '现有17位'],
    ['H358', 'M000100Y4', '组织机构代码'],
    ['with a letter that the standard leaves out', '91350100I000100Y43', '不用字母I'],
  ])('%s is refused', ([, creditCode = '', words]) => {
    expect(says(anOrganisationsForm({ creditCode }), 'creditCode')).toContain(words)
  })

  test.for([
    ['H348', '91350100M000100Y43'],
    ['H352', '91350100m000100y43'],
    ['H354', '11230400MB1234562P'],
  ])('%s is accepted', ([, creditCode = '']) => {
    expect(read(anOrganisationsForm({ creditCode })).submission?.applicant.creditCode).toBe(creditCode.toUpperCase())
  })
})

describe('hostile texts and contacts', () => {
  test('H003: 2001 characters are refused, 2000 beyond the BMP are not', () => {
    expect(says(aFilledForm({ content: '政'.repeat(2001) }), 'content')).toContain('现有2001个字')
    expect(read(aFilledForm({ content: '𠮷'.repeat(2000) })).problems).toEqual({})
  })

  test('H070, H308: markup stays text, and there is one form of newline', () => {
    const markup = '请公开</textarea><svg/onload=alert(1)>'
    expect(read(aFilledForm({ content: markup })).submission?.content).toBe(markup)
    const lines = read(aFilledForm({ content: '第一行\r\n第二行\r第三行\u2028第四行' })).submission?.content
    expect(lines).toBe('第一行\n第二行\n第三行\n第四行')
  })

  test('a text damaged by a wrong encoding is refused at its field', () => {
    expect(says(aFilledForm({ content: '请公开\uFFFD\uFFFD文件' }), 'content')).toContain('复制时损坏')
  })

  test.for([
    ['１３８００１３８０００', '13800138000'],
    ['138 0013 8000', '13800138000'],
    ['+86 13800138000', '+8613800138000'],
    ['(010) 1234-5678 转 801', '(010)1234-5678转801'],
    ['13800138000／13900139000', '13800138000/13900139000'],
    ['13800138000、010-12345678转801', '13800138000、010-12345678转801'],
    ['13800138000，13900139000', '13800138000,13900139000'],
  ])('H292: telephone %s is accepted', ([phone = '', kept]) => {
    expect(read(aFilledForm({ phone })).submission?.applicant.phone).toBe(kept)
  })

  test.for(['1380013800', '12800138000', '123', 'abc', '138001380001', '13800138000/1390013900', '/'])(
    'telephone %s is refused',
    (phone) => {
      expect(says(aFilledForm({ phone }), 'phone')).toBeTruthy()
    },
  )

  test.for(['a@b', '@b.cn', 'a@@b.cn', 'a b@c.cn', 'a@b.cn\r\nBcc: x@y.cn', 'a@-b.cn', `a@${'b'.repeat(300)}.cn`])(
    'mail address %j is refused',
    (email) => {
      expect(says(aFilledForm({ email }), 'email')).toBeTruthy()
    },
  )

  test('a mail address may be Chinese', () => {
    expect(read(aFilledForm({ email: '张三＠示例.中国' })).submission?.applicant.email).toBe('张三@示例.中国')
  })

  test('H248, H250, H252: long hostile texts are answered at once', () => {
    const started = performance.now()
    const phone = `${'1-'.repeat(25_000)}x`
    const email = `${'a@a.'.repeat(20_000)}!`
    const name = `${'阿·'.repeat(60_000)}!`
    const inner = `a${' '.repeat(200_000)}b`
    const { problems } = read(aFilledForm({ phone, email, name, content: inner, identityNumber: inner }))
    expect(Object.keys(problems).sort()).toEqual(['content', 'email', 'identityNumber', 'name', 'phone'])
    expect(performance.now() - started).toBeLessThan(200)
  })
})
