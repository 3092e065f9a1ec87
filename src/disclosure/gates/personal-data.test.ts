import { expect, test } from 'vitest'
import { aContent, aText } from '../testing/a-record.ts'
import { findingsAbout, said } from './testing/a-context.ts'

test.for<[string, string, string[]]>([
  ['a number with the right check digit', '身份证号110105194912310038。', ['block identityNumber']],
  ['with X', '（11010519491231002X）', ['block identityNumber']],
  ['with small x', '号码11010519491231002x', ['block identityNumber']],
  ['in full width', '身份证：１１０１０５１９４９１２３１００３８', ['block identityNumber']],
  ['spaced out', '110105 19491231 0038', ['block identityNumber']],
  ['with invisible signs in it', '110105\u200b19491231\u200b0038', ['block identityNumber']],
  ['in a cell of a table', '1\t张三\t110105194912310038\t13800138000', ['block identityNumber', 'confirm mobilePhone']],
  ['with dashes', '110105—19491231—0038，110105·19491231·0038', ['block identityNumber']],
  ['behind letters', 'ID110105194912310038', ['block identityNumber']],
  ['masked', '110105********0038', []],
  ['masked as localities do', '11*************038', []],
  ['wrong check digit, said to be one', '身份证号码：110105194912310039', ['confirm identityNumberUnsure']],
  ['wrong check digit, not said to be one', '流水号110105194912310039', []],
  ['no such birthday', '编号110105194913310021', []],
  ['no such province', '编号990105194912310021', []],
  ['part of a longer number', '9110105194912310038', []],
  ['a credit code in digits', '统一社会信用代码：110105194912310038', []],
  ['a credit code', '统一社会信用代码91110105MA01ABCD2X', []],
  ['15 digits of old', '原号码110105491231002', ['hint oldIdentityNumber']],
  ['15 digits of old, said to be one', '身份证号110105491231002', ['confirm identityNumberUnsure']],
  ['the number of a child', '身份证号110105201512310015', ['block identityNumber', 'confirm minor']],
  ['on a disability card', '残疾证号11010519491231002X42', ['block identityNumber']],
  ['on a disability card, wrong check digit', '残疾证号11010519491231003942', ['confirm identityNumberUnsure']],
  ['on a new disability card', '11010519491231003842B1', ['block identityNumber']],
  ['at the head of a longer number', '编号1101051949123100388001', ['confirm identityNumberInside']],
  ['at the head of a number with the day on which it was given', '编号23060220261130001508', []],
  ['masked with fourteen digits open', '1101051949****002X', ['confirm identityNumberThinlyMasked']],
  ['masked with its end only', '1101051949123***38', ['confirm identityNumberThinlyMasked']],
  ['masked at its end', '23040519850314****', ['confirm identityNumberThinlyMasked']],
  ['masked in its last digit', '23040519850314123*', ['confirm identityNumberThinlyMasked']],
  ['masked at its end with letters', '23040519850314XXXX', ['confirm identityNumberThinlyMasked']],
  ['masked from the birthday on', '230405************', []],
  ['wrong check digit, not said to be one, with X', '流水号11010519491231003X', []],
  ['before letters', '110105194912310038ABC', ['block identityNumber']],
  ['a wrong one before letters', '流水号110105194912310039ABC', []],
  ['masked with its birthday covered', '110105********002X', []],
  ['a bank card masked', '622202100111****702', []],
])('identity numbers: %s', ([, text, expected]) => {
  expect(said(text)).toEqual(expected)
})

test.for<[string, string, string[]]>([
  ['of somebody', '张三，13800138000', ['confirm mobilePhone']],
  ['with country code and hyphens', '张三 +86 138-0013-8000', ['confirm mobilePhone']],
  ['for the public', '咨询电话：13800138000', ['hint officePhone']],
  ['with points', '张三，138.0013.8000', ['confirm mobilePhone']],
  ['masked', '张三，138****8000', []],
  ['a sum of money', '合计13800138000元', []],
  ['with decimals', '13800138000.50', []],
  ['landline with its use', '联系电话：0468-3123456。', []],
  ['landline without', '0468-3123456', ['hint officePhone']],
  ['landline in brackets', '（0468）3123456', ['hint officePhone']],
  ['written out', '张三，一三八零零一三八零零零', ['confirm mobilePhone']],
  ['half written out', '请拨幺三八00一三八000', ['confirm mobilePhone']],
  ['counting', '一二三四五六七八九十', []],
  ['a year and a day', '二〇二六年一月一日', ['hint numeralDate']],
])('telephones: %s', ([, text, expected]) => {
  expect(said(text)).toEqual(expected)
})

test.for<[string, string, string[]]>([
  ['card of 19 digits', '卡号6222021001116245702', ['confirm bankCard']],
  ['card of 16 digits in groups', '4111 1111 1111 1111', ['confirm bankCard']],
  ['wrong check digit', '6222021001116245703', []],
  ['17 digits with no issuer', '12345678901234567', []],
  ['文号', '国办发〔2026〕8号', []],
])('bank cards: %s', ([, text, expected]) => {
  expect(said(text)).toEqual(expected)
})

test.for<[string, string, string[]]>([
  ['of a person', '当事人张三，男，住址：示例市示例路12号3单元402室。', ['confirm homeAddress']],
  ['in the country', '户主李四，户籍地示例县示例镇示例村12号。', ['confirm homeAddress']],
  ['without a door', '被处罚人张三，男，汉族，住示例市示例区示例街15号。', ['confirm homeAddress']],
  ['of somebody in a list', '1.张三，住址：人民路5号；', ['confirm homeAddress']],
  ['in a list, without the word for it', '李四，家住人民路5号；', ['confirm homeAddress']],
  ['in a row of a list', '1\t王五\t住址：人民路5号', ['confirm homeAddress']],
  ['of nobody who is named', '有群众反映，家住人民路5号附近夜间噪声大。', []],
  ['of a flat', '被执行人王五，现住示例小区8栋1单元501。', ['confirm homeAddress']],
  ['of a company, 住所', '当事人：示例有限公司，住所：示例市示例路12号', []],
  ['of a bureau', '当事人请到住建局办理，示例路12号', []],
  ['of an office', '办公地址：示例市示例路12号政务服务中心402室。', []],
  ['of a company', '注册地：示例市示例路12号402室', []],
])('addresses: %s', ([, text, expected]) => {
  expect(said(text)).toEqual(expected)
})

test.for<[string, string, string[]]>([
  ['name and age', '王小明（男，9岁）', ['confirm minor']],
  ['a list', '序号\t学生姓名\t年级\t学校', ['confirm minor']],
  ['a pupil without a sex', '小学生王小明（8岁）', ['confirm minor']],
  ['a name and an age', '王小明（今年11岁）', ['confirm minor']],
  ['a masked name', '小学生王某某（8岁）', []],
  ['children of an age', '适龄儿童（6周岁）', []],
  ['a grown-up', '王大明（男，39岁）', []],
  ['the law', '为保护未成年人，18周岁以下的应当由监护人陪同。', []],
])('minors: %s', ([, text, expected]) => {
  expect(said(text)).toEqual(expected)
})

test.for<[string, string, string[]]>([
  ['a passport', '护照号码：E12345678', ['confirm travelDocument']],
  ['a pass to Hong Kong', '持港澳通行证C12345678', ['confirm travelDocument']],
  ['a paper that is not named', '证件号码：H12345678', ['confirm travelDocument']],
  ['what officers bear', '执法证件号码：H12345678', []],
  ['the same shape of a product', '型号E12345678', []],
  ['a mail address', '张三，zhangsan@163.com', ['confirm privateMail']],
  ['a mail address of the office', '电子邮箱：yingshangju@163.com', ['hint officeMail']],
  ['where to send opinions', '请发送至yingshangju@163.com。', ['hint officeMail']],
  ['a government address', '电子邮箱：ysj@hegang.gov.cn', []],
  ['WeChat', '微信号：zhang_san88', ['confirm chatAccount']],
  ['QQ', 'QQ：12345678', ['confirm chatAccount']],
  ['a public account', '微信公众号：鹤岗营商', []],
  ['a group', 'QQ群：12345678', []],
  ['a plate', '驾驶黑H12345小型轿车', ['confirm plate']],
  ['a plate with a point', '黑H·D12345', ['confirm plate']],
  ['a licence of the net', '黑ICP备2023000001号，京B2-20260001', []],
])('papers and accounts: %s', ([, text, expected]) => {
  expect(said(text)).toEqual(expected)
})

test.for<[string, string[], string[]]>([
  ['ill', ['张三患有尿毒症，家庭困难。'], ['confirm health']],
  ['ill, as someone of a place', ['村民李四因患肺癌致贫。'], ['confirm health']],
  ['ill, behind sex and age', ['张三丰，女，52岁，患肺结核。'], ['confirm health']],
  ['ill, behind sex and birth', ['张三丰，男，1985年3月14日出生，患肺结核。'], ['confirm health', 'confirm birthDate']],
  ['ill, behind nationality', ['张三丰，汉族，现患糖尿病。'], ['confirm health']],
  ['ill, behind birth', ['张三丰（1985年3月出生），患肺结核。'], ['confirm health']],
  ['ill, at once behind the name', ['张三丰患肺结核。'], ['confirm health']],
  ['degree of disability', ['申请人张三丰残疾等级一级。'], ['confirm health']],
  ['degree of disability behind sex and age', ['张三丰，男，52岁，残疾等级：二级。'], ['confirm health']],
  ['a rule on disability', ['申请人向县残疾人联合会申请，残疾等级一级、二级的给予补贴。'], []],
  ['hidden dangers', ['安全隐患排查整治，金融隐患、医患纠纷化解。'], []],
  ['patients of a place', ['高新区，2026年新发现肺结核患者3例。'], []],
  ['disabled', ['居民王五，肢体残疾二级。'], ['confirm health']],
  ['income', ['户主赵六，家庭月收入1200元。'], ['confirm income']],
  ['born on a day', ['张三，男，1980年5月6日出生，汉族。'], ['confirm birthDate']],
  ['born in a month, as appointments have it', ['张三，男，1980年5月生，汉族，大学学历。'], []],
  ['nobody by name', ['高血压患者、关节炎患者可以享受门诊慢性病待遇。'], []],
  ['a masked name', ['张某某患有尿毒症。'], []],
  ['a rule', ['家庭人均月收入低于700元的居民，可以申请低保。'], []],
  ['a list', ['序号\t姓名\t残疾等级', '1\t张三\t二级'], ['confirm health']],
  ['a list with birthdays', ['姓名\t出生日期', '张三\t1980-05-06'], ['confirm birthDate']],
  ['an empty form', ['姓名\t\t出生日期\t', '健康状况\t\t家庭收入\t'], []],
  ['a list with masked names', ['姓名\t病种', '张*\t尿毒症'], []],
])('circumstances of a person: %s', ([, text, expected]) => {
  expect(said(...text)).toEqual(expected)
})

test('personal data are found in every field and masked wherever they are shown', () => {
  const number = '110105194912310038'
  const found = findingsAbout(
    aContent({
      title: `关于${number}的公告`,
      summary: `电话 13800138000，${number}`,
      keywords: [number],
      text: aText(`2026年2月30日 ${number}`),
    }),
  )
  const places = found.filter(({ gate }) => gate === 'identityNumber').map(({ place }) => place)
  expect(places).toEqual(['title', 'summary', 'keywords', 'text:0'])
  expect(JSON.stringify(found)).not.toContain(number)
  expect(JSON.stringify(found)).not.toContain('13800138000')
  expect(found.find(({ gate }) => gate === 'identityNumber')?.excerpt).toBe('11*************038')
})

test('a list of many becomes one finding that is answered once', () => {
  const rows = Array.from({ length: 40 }, (_, index) => `张${index}\t138001380${String(index).padStart(2, '0')}`)
  const found = findingsAbout(aContent({ text: aText(...rows) }))
  expect(found).toMatchObject([{ gate: 'mobilePhone', place: 'text' }])
  expect(found[0]?.message).toContain('共40处')
})
