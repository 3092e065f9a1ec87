import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { plainDate } from '../../days/plain-date.ts'
import { articleOn } from '../../law/articles.ts'
import { type OutcomeId, outcomesOn } from '../../law/outcomes.ts'
import { Refusal } from '../../refusal.ts'
import { cite } from './cite.ts'
import type { AnswerFacts, Heard } from './facts.ts'
import { type Enclosure, Letter } from './letter.ts'
import { isHashOf, letterHash } from './letter-hash.ts'
import { aLetterOrgan, anAnswer } from './testing/facts.ts'
import { letterKindOf, numbered, writeLetter } from './write-letter.ts'

const day = plainDate
const days = ['2023-12-31', '2024-06-01', '2026-08-01']

function answerOf(outcome: OutcomeId, on: string, changes: Partial<AnswerFacts> = {}): Letter {
  const kind = letterKindOf(outcome)
  if (!kind) throw new Error(`${outcome} has no letter`)
  return writeLetter(kind, anAnswer(outcome, on, changes))
}
const textOf = ({ paragraphs }: Letter) => paragraphs.join('\n')
const told = (on: string) => outcomesOn(day(on)).filter(({ id }) => letterKindOf(id) !== null)

test('art. 30: a letter about a request that was supplemented quotes the supplement beside the request', () => {
  const { request, ...facts } = anAnswer('granted')
  const letter = writeLetter('answer', { ...facts, request: { ...request, supplemented: '指“一网通办”二期的合同' } })
  expect(letter.paragraphs[0]).toContain('采购合同”。补正后的内容为：“指‘一网通办’二期的合同”。')
})

describe.each(days)('every answer of %s', (on) => {
  test.each(told(on))('$id', (outcome) => {
    const letter = answerOf(outcome.id, on)
    const text = textOf(letter)
    expect(Letter.parse(letter)).toEqual(letter)
    expect(letter).toMatchObject({ organ: '示例市营商环境建设监督局', addressee: '张三', madeOn: on, number: null })
    // When and how it came, what was asked, law, remedies, contact.
    expect(letter.paragraphs[0]).toBe(
      '本机关于2023年11月20日收到你通过互联网提交的政府信息公开申请，于2023年12月4日收到补正材料。你申请公开：“2025年度本市‘一网通办’系统的采购合同”。',
    )
    if (outcome.article.startsWith('条例')) {
      const [law, place] = cite(day(on), outcome.article).split('》')
      expect(text).toContain(`${law}》`)
      expect(text).toContain(place)
    }
    expect(letter.paragraphs.at(-1)).toMatch(/^你如对本(答复书|告知书).+行政复议.+行政诉讼.*。$/)
    expect(letter.contact).toBe(
      '联系单位：示例市营商环境建设监督局办公室，电话：0468-1234567，地址：示例市示例区示例路1号',
    )
    // Plain text only: no empty phrase, no bracket or colon of another script, no name of a law that was not in force.
    expect(text).not.toMatch(/：。|。。|，。|理由：$|undefined|null|\[|【|附件:/)
    expect(text).not.toMatch(/[0-9]{4}-[0-9]{2}-[0-9]{2}|[一二三四五六七八九〇]{4}年/)
    for (const paragraph of letter.paragraphs) expect(paragraph).toMatch(/[。；：]$|由$/)
    expect(letter.template).toMatch(/^(answer|close)(\.\w+)+\/20\d\d$/)
  })
})

test('an outcome is told by the letter that fits it, a withdrawn request by none', () => {
  expect(letterKindOf('withdrawn')).toBeNull()
  expect(letterKindOf('other.supplementOverdue')).toBe('noFurtherHandling')
  expect(letterKindOf('notGovernmentInformation')).toBe('answer')
  expect(() => writeLetter('answer', anAnswer('withdrawn'))).toThrow(RangeError)
  expect(() => writeLetter('answer', anAnswer('other.feeUnpaid'))).toThrow(RangeError)
  expect(answerOf('other.feeUnpaid', '2026-08-01').title).toBe('政府信息公开申请不再处理告知书')
})

test('the template is the one of the day of the act', () => {
  const templateOn = (outcome: OutcomeId, on: string) => answerOf(outcome, on).template
  expect(days.map((on) => templateOn('partiallyGranted', on))).toEqual([
    'answer.partial/2019',
    'answer.partial/2024',
    'answer.partial/2026',
  ])
  expect(templateOn('granted', '2024-01-01')).toBe('answer.grant/2024')
  expect(templateOn('granted', '2023-12-31')).toBe('answer.grant/2019')
  expect(() => templateOn('granted', '2019-05-14')).toThrow(RangeError)
  expect(() => templateOn('other.feeUnpaid', '2020-12-31')).toThrow(RangeError)
})

describe('what each answer must say', () => {
  const text = (outcome: OutcomeId, changes: Partial<AnswerFacts> = {}) =>
    textOf(answerOf(outcome, '2026-08-01', changes))

  test('a state secret: that it is one; level and period stay in the file, a letter bears no mark', () => {
    const said = text('denied.stateSecret', { record: '〔2020〕机密标识，保密期限10年' })
    expect(said).toContain('属于依法确定的国家秘密')
    expect(said).not.toMatch(/机密|保密期限/)
  })

  test('art. 16 is weighed, arts. 14 and 15 are not', () => {
    for (const id of ['denied.internalAffairs', 'denied.processInformation', 'denied.enforcementFile'] as const) {
      expect(text(id, { record: '正在谈判，公开弊大于利' })).toContain('作了权衡：正在谈判，公开弊大于利。')
      expect(text(id)).toContain('可以不予公开')
    }
    for (const id of ['denied.stateSecret', 'denied.prohibitedByLaw', 'denied.thirdPartyRights'] as const) {
      expect(text(id)).not.toContain('权衡')
      expect(text(id)).not.toContain('可以不予公开')
    }
  })

  test('a third party: how it answered, never who it is', () => {
    const told = (...heard: Heard[]) => text('denied.thirdPartyRights', { heard })
    expect(told({ said: 'objects', reasonable: true })).toContain('意见，第三方不同意公开且有合理理由。')
    expect(told({ said: 'agreesInPart', reasonable: true })).toContain('其余部分不同意公开且有合理理由。')
    expect(told({ said: 'silent', reasonable: false })).toContain('第三方逾期未提出意见，由本机关依法决定。')
    expect(told()).not.toContain('征求')
    expect(text('denied.processInformation', { heard: [{ said: 'objects', reasonable: true }] })).not.toContain('征求')
  })

  test('that its reasons are good only where the organ has found so', () => {
    for (const said of ['objects', 'agreesInPart'] as const)
      expect(text('denied.thirdPartyRights', { heard: [{ said, reasonable: false }] })).toMatch(/不同意公开。/)
  })

  test('several third parties: each as it answered, none left out', () => {
    const said = text('denied.thirdPartyRights', {
      heard: [
        { said: 'objects', reasonable: true },
        { said: 'agrees', reasonable: false },
        { said: 'objects', reasonable: true },
        { said: 'silent', reasonable: false },
      ],
    })
    expect(said).toContain(
      '征求了4个第三方的意见，其中2个不同意公开且有合理理由；1个同意公开；1个逾期未提出意见，由本机关依法决定。',
    )
  })

  test('not existing: the search', () => {
    const said = text('notExist')
    for (const part of ['“一网通办、采购合同”为关键词', '公文处理系统和综合档案室', '2019年1月1日以来的全部文件'])
      expect(said).toContain(part)
    expect(said).not.toContain('李四')
  })

  test('not this organ: the right one, if it is known', () => {
    expect(text('notResponsible', { statement: '示例市财政局，电话0468-7654321' })).toContain(
      '其名称和联系方式为：示例市财政局，电话0468-7654321。',
    )
    expect(text('notResponsible', { statement: '' })).toContain('目前不能确定负责公开该信息的行政机关')
  })

  test('a repeated request: the earlier answer', () =>
    expect(text('notProcessed.repeat')).toContain('示营商公复〔2023〕3号，2023年5月8日'))

  test('overdue and unpaid: the dates and the amount', () => {
    expect(text('other.supplementOverdue')).toContain(
      '2023年11月23日向你告知补正，要求于2023年12月14日前（含当日）补正',
    )
    expect(text('other.feeUnpaid')).toContain('2023年11月24日向你发出信息处理费收费通知，应当缴纳300.00元')
  })

  test('partial: what is given and, with its article, what is withheld', () => {
    const said = text('partiallyGranted', {
      statement: '合同全文，涂去第3页联系电话',
      withheld: [{ what: '第3页联系电话', under: 'denied.thirdPartyRights', reason: '属于个人隐私' }],
      reason: '',
    })
    expect(said).toContain('一、予以公开的部分：合同全文，涂去第3页联系电话。')
    expect(said).toContain('1.第3页联系电话：涉及商业秘密')
    expect(said).toContain('含有不应当公开的内容')
    expect(said).toContain(`根据${cite(day('2026-08-01'), '条例 15')}的规定不予公开。理由：属于个人隐私。`)
    expect(() => text('partiallyGranted', { withheld: [] })).toThrow(expect.objectContaining({ code: 'parts_missing' }))
  })

  test('partial: each part with the ground that is its own, and only the remedies that fit', () => {
    const withheld = (...parts: readonly (readonly [OutcomeId, string])[]) =>
      text('partiallyGranted', {
        statement: '其余部分',
        reason: '',
        withheld: parts.map(([under, record], index) => ({
          what: `第${index + 1}页`,
          under,
          reason: '理由',
          record,
          heard: [{ said: 'agreesInPart', reasonable: true }],
        })),
      })
    const exempt = withheld(['denied.processInformation', '公开弊大于利'], ['denied.thirdPartyRights', '存档'])
    expect(exempt).toContain(cite(day('2026-08-01'), '条例 16 II'))
    expect(exempt).toContain('本机关对公开与不公开的影响作了权衡：公开弊大于利。')
    expect(exempt).toContain('第三方同意部分公开，其余部分不同意公开')
    expect(exempt).not.toContain('存档')
    expect(exempt).toContain(`依照${cite(day('2026-08-01'), '条例 16 II', '条例 15')}不予公开的部分不服`)
    const secret = withheld(['denied.stateSecret', '机密级，2020年定密'])
    expect(secret).toContain(cite(day('2026-08-01'), '条例 14'))
    expect(secret).not.toContain('机密')
    expect(secret).not.toContain('第三方')
    const none = withheld(['notGovernmentInformation', ''])
    expect(none).toContain('含有不属于政府信息的内容')
    expect(none).toContain(`不属于${cite(day('2026-08-01'), '条例 2')}规定的政府信息`)
    expect(none).not.toContain('应当先申请行政复议')
  })

  test('partial: of each part only what the third parties said whom it concerns', () => {
    const part = { under: 'denied.thirdPartyRights', reason: '理由' } as const
    const said = text('partiallyGranted', {
      statement: '其余部分',
      reason: '',
      heard: [{ said: 'agrees', reasonable: false }],
      withheld: [
        { ...part, what: '财务报表', heard: [{ said: 'agreesInPart', reasonable: false }] },
        { ...part, what: '第3页企业法定代表人的身份证号码' },
      ],
    })
    const [first = '', second = ''] = said.split('\n').filter((line) => /^[12]\./.test(line))
    expect(first).toContain('1.财务报表：')
    expect(first).toContain('征求了第三方的意见，第三方同意部分公开，其余部分不同意公开。')
    expect(second).toContain('2.第3页企业法定代表人的身份证号码：')
    expect(second).not.toContain('意见')
  })

  test('an organisation is addressed as one', () =>
    expect(text('granted', { addressee: { name: '示例公司', is: 'organisation' } })).toMatch(
      /^本机关于.+收到你单位通过/,
    ))

  test.each([
    ['granted', 'statement'],
    ['partiallyGranted', 'statement'],
    ['denied.stateSecret', 'reason'],
    ['denied.prohibitedByLaw', 'record'],
    ['denied.internalAffairs', 'reason'],
    ['denied.internalAffairs', 'record'],
    ['notExist', 'search'],
    ['notResponsible', 'reason'],
    ['notProcessed.repeat', 'record'],
    ['denied.administrativeInquiry', 'record'],
    ['other.supplementOverdue', 'supplement'],
    ['other.feeUnpaid', 'fee'],
  ] as const)('%s is refused without %s', (outcome, field) => {
    const empty = ['search', 'supplement', 'fee'].includes(field) ? null : ' '
    expect(() => answerOf(outcome, '2026-08-01', { [field]: empty })).toThrow(Refusal)
  })

  test('what people write in several lines becomes paragraphs, and the quotation one line', () => {
    const typed = ['一、名单', 'https://www.hegang.gov.cn/x', '12.5', '2024年', '该信息已在本机关网站公开，请查阅']
    const letter = answerOf('alreadyPublic', '2026-08-01', { statement: typed.join('\n\n') })
    // Headings, addresses and figures stand as they were typed; a sentence gets the stop that it lacks.
    for (const line of typed.slice(0, 4)) expect(letter.paragraphs).toContain(line)
    expect(letter.paragraphs).toContain(`${typed[4]}。`)
    const one = answerOf('alreadyPublic', '2026-08-01', { statement: '见 https://www.hegang.gov.cn/x' })
    expect(one.paragraphs.join('\n')).toMatch(/见 https:\/\/www.hegang.gov.cn\/x$/m)
    const request = { ...anAnswer('granted').request, asked: '1. 合同\n2. 发票。' }
    expect(answerOf('granted', '2026-08-01', { request }).paragraphs[0]).toMatch(/你申请公开：“1\. 合同；2\. 发票”。$/)
  })
})

describe('letters on the way', () => {
  const { organ, request } = anAnswer('granted')
  const basic = {
    organ,
    request,
    addressee: { name: '示例公司', is: 'organisation' },
    madeOn: day('2026-11-24'),
  } as const
  const about = '你单位与本机关签订的合同'
  const byPiece = {
    basis: 'perRequest',
    month: '2026-11',
    counted: [],
    pages: null,
    pagesBefore: 0,
    amount: '100.00',
  } as const
  const tenPieces = Array.from({ length: 10 }, (_, index) => ({ id: `${index}`, number: `${index}` }))
  const charged = {
    ...basic,
    standard: '11至30件每件100元。',
    way: '到示例银行缴纳。',
    code: '230400-0001',
    withinDays: 20,
    clock: 'dayAfterPayment',
  } as const
  const notices = {
    receipt: writeLetter('receiptAcknowledgement', {
      ...basic,
      request: { ...request, number: '示营商依申请〔2026〕7号', arrivedOn: day('2026-11-20'), receivedOn: null },
      dueOn: null,
    }),
    supplement: writeLetter('supplementNotice', { ...basic, items: '身份证明\n文号', dueOn: day('2026-12-15') }),
    reasons: writeLetter('reasonsNotice', { ...basic, facts: '本月提出56件', dueOn: day('2026-12-15') }),
    extension: writeLetter('extensionNotice', { ...basic, days: 15, reason: '档案数量较大', dueOn: day('2026-12-15') }),
    fee: writeLetter('feeNotice', { ...charged, fee: { ...byPiece, counted: tenPieces } }),
    pages: writeLetter('feeNotice', {
      ...charged,
      fee: { ...byPiece, basis: 'perPage', pages: 40, pagesBefore: 20, amount: '300.00' },
      code: '',
      clock: 'resumes',
    }),
    delay: writeLetter('delayNotice', { ...basic, until: day('2027-03-15'), reason: '需要逐件检索' }),
    thirdParty: writeLetter('thirdPartyConsultation', { ...basic, about }),
    coOrgan: writeLetter('coOrganConsultation', { ...basic, addressee: { name: '示例市财政局', is: 'organ' }, about }),
  }

  test.each(Object.entries(notices))('%s: decides nothing, so tells no remedies', (_, letter) => {
    expect(Letter.parse(letter)).toEqual(letter)
    expect(textOf(letter)).not.toMatch(/行政诉讼|申请行政复议/)
    expect(textOf(letter)).toContain('《中华人民共和国政府信息公开条例》第')
    expect(textOf(letter)).not.toMatch(/：。|。。|，。|undefined|null/)
  })

  test.each([
    ['receipt', ['接到你单位', '示营商依申请〔2026〕7号', '以确认之日为收到申请之日', '20个工作日内答复']],
    ['supplement', ['第三十条', '身份证明\n文号', '2026年12月15日前（含当日）补正', '视为放弃申请', '指导、说明']],
    ['reasons', ['第三十五条', '本月提出56件', '2026年12月15日前', '不予处理']],
    ['extension', ['政府信息公开工作机构负责人同意', '延长15个工作日', '2026年12月15日前', '因档案数量较大']],
    [
      'fee',
      [
        '第四十二条、《政府信息公开信息处理费管理办法》',
        '按件收取信息处理费',
        '收费标准：11至30件每件100元。',
        '你单位在2026年11月向本机关提出的申请，本件为第11件，应当缴纳100.00元。',
        '缴纳方式：到示例银行缴纳。缴款码：230400-0001。',
        '请你单位自收到本通知书次日起20个工作日内缴纳',
        '视为放弃申请，本机关不再处理',
        '答复期限自缴费次日起重新计算',
      ],
    ],
    [
      'pages',
      [
        '按量收取信息处理费',
        '本件申请拟提供的信息共40页，2026年11月此前已按量计收20页，应当缴纳300.00元。',
        '缴纳方式：到示例银行缴纳。\n',
        '自本通知书发出次日起至缴费之日止的时间不计入答复期限，缴费后答复期限继续计算。',
      ],
    ],
    ['delay', ['第三十五条', '2027年3月15日前']],
    ['thirdParty', ['第十五条、第三十二条', '15个工作日', '由本机关依照条例的规定决定', '不同意公开，具体理由']],
    ['coOrgan', ['第三十四条', '15个工作日', '视为同意公开']],
  ] as const)('%s says what it must', (name, parts) => {
    for (const part of parts) expect(textOf(notices[name])).toContain(part)
  })

  test('whoever is consulted does not learn who asks', () => {
    expect(textOf(notices.thirdParty)).not.toContain('张三')
    expect(textOf(notices.coOrgan)).not.toContain('张三')
  })

  test('a day that rests on a year without holiday notice is promised as what it is', () => {
    const dueOn = day('2027-01-25')
    const extension = (provisional: readonly number[]) =>
      textOf(writeLetter('extensionNotice', { ...basic, days: 20, reason: '档案数量较大', dueOn, provisional }))
    expect(extension([2027])).toContain('2027年1月25日前（含当日）答复你单位（2027年的节假日安排尚未公布，该日期为暂定')
    expect(extension([])).not.toContain('暂定')
    const asked = { ...request, number: '1号', arrivedOn: day('2026-12-28'), receivedOn: day('2026-12-28') }
    const receipt = writeLetter('receiptAcknowledgement', { ...basic, request: asked, dueOn, provisional: [2027] })
    expect(textOf(receipt)).toContain('该日期为暂定')
  })

  test('a third party whose objection is overruled is told content, reasons and remedies', () => {
    const consultedOn = day('2026-11-01')
    const letter = writeLetter('thirdPartyDecision', {
      ...basic,
      about,
      consultedOn,
      reason: '使用财政资金，公开有利于监督',
    })
    const text = textOf(letter)
    for (const part of [
      '第十五条、第三十二条',
      about,
      '使用财政资金',
      '2026年11月1日',
      '60日内',
      '6个月内',
      '本告知书',
    ])
      expect(text).toContain(part)
    expect(text).not.toContain('应当先申请行政复议')
  })
})

describe('what approval binds to', () => {
  const letter = answerOf('granted', '2026-11-24')

  test('is the letter without its number and day', () => {
    expect(letterHash(letter)).toMatch(/^[0-9a-f]{64}$/)
    const sent = { ...numbered(letter, '示营商公复〔2026〕12号'), madeOn: day('2026-11-30') }
    expect(sent.number).toBe('示营商公复〔2026〕12号')
    expect(letterHash(sent)).toBe(letterHash(letter))
  })

  test('is the same whatever the order of the fields', () =>
    expect(letterHash(Object.fromEntries(Object.entries(letter).reverse()) as Letter)).toBe(letterHash(letter)))

  test('an approval of before 0.3, when the outermost fields alone were put in order, still is of this letter', () => {
    const { number: _, madeOn: __, ...approved } = letter
    const sorted = Object.fromEntries(Object.entries(approved).sort(([a], [b]) => (a < b ? -1 : 1)))
    const former = createHash('sha256').update(JSON.stringify(sorted)).digest('hex')
    expect([former, letterHash(letter)].map((hash) => isHashOf(hash, letter))).toEqual([true, true])
    expect(isHashOf(former, { ...letter, addressee: '他人' })).toBe(false)
    expect(isHashOf(null, letter)).toBe(false)
  })

  test.each(['kind', 'template', 'title', 'addressee', 'paragraphs', 'enclosures', 'organ', 'contact'] as const)(
    'changes with its %s',
    (field) => {
      const value = letter[field]
      const other = { ...letter, [field]: Array.isArray(value) ? [...value, '另'] : `${value}另` } as Letter
      expect(letterHash(other)).not.toBe(letterHash(letter))
    },
  )
})

describe('the files that an answer gives', () => {
  const enclosures = [{ name: '企业名录.xlsx', sha256: 'a'.repeat(64) }]
  const letter = answerOf('granted', '2026-11-24', { enclosures, statement: '' })
  test('are named as enclosures, and need no other words', () => {
    expect(letter.enclosures).toEqual(enclosures)
    expect(textOf(letter)).toContain('现将该信息随本答复书提供（见附件）。')
  })
  test('are approved with the text: another content or another name is another letter', () => {
    for (const other of [{ sha256: 'b'.repeat(64) }, { name: '企业名录（改）.xlsx' }])
      expect(letterHash({ ...letter, enclosures: [{ ...enclosures[0], ...other } as Enclosure] })).not.toBe(
        letterHash(letter),
      )
  })
})

test('no letter cites an article whose wording is only remembered', () => {
  for (const on of days) {
    for (const { id } of told(on)) expect(textOf(answerOf(id, on))).not.toContain('行政复议法实施条例')
    expect(articleOn('复议法 23 I(4)', day(on))?.confidence ?? 'sure').toBe('sure')
  }
})

test('an organ that has filled in nothing but its name still says whom to ask', () => {
  const organ = aLetterOrgan({ ogiWorkBody: '', phone: '', address: '' })
  expect(answerOf('granted', '2026-11-24', { organ }).contact).toBe('联系单位：示例市营商环境建设监督局')
})
