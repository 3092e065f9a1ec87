import { describe, expect, test } from 'vitest'
import { writeZip } from '../../files/zip/write-zip.ts'
import { checkReport } from '../check/check-report.ts'
import { unreadOf } from '../finding.ts'
import { rollUp } from '../rollup.ts'
import { aSoundReport } from '../testing/a-sound-report.ts'
import { pageFromHtml } from './from-html.ts'
import { pageFromText } from './from-text.ts'
import { readPage } from './read-page.ts'
import { readReport } from './read-report.ts'

const encode = (text: string) => new TextEncoder().encode(text)
const fromHtml = (html: string) => readPage(pageFromHtml(html))
const fromText = (text: string) => readPage(pageFromText(text))
const row = (...cells: string[]) => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`

const proactive = (...rows: string[]) => `<p>二、主动公开政府信息情况</p><table>${rows.join('')}</table>`
const documents = row('信息内容', '本年制发件数', '本年废止件数', '现行有效件数')
const decisions = row('信息内容', '本年处理决定数量')
const applicants = row('', '自然人', '商业企业', '科研机构', '社会公益组织', '法律服务机构', '其他', '总计')
const requests = (...rows: string[]) =>
  `<p>三、收到和处理政府信息公开申请情况</p><table>${applicants}${rows.join('')}</table>`

describe('footnote marks never become digits', () => {
  test.for([
    '168①',
    '①168',
    '168¹',
    '168²',
    '168<sup>1</sup>',
    '168<span style="vertical-align: super">12</span>',
    '168*',
    '168⑴',
    '168[1]',
    '168<span style="display:none">9</span>',
    '168<span style="mso-hide: all">9</span>',
    '168<span hidden>9</span>',
    '<s>17</s>168',
    '<del>17</del>168',
    '<span style="text-decoration: line-through">17</span>168',
    '168<span style="color:#FFFFFF">9</span>',
    '168<font color="white">9</font>',
    '168<span style="font-size:1px">9</span>',
    '168<span style="color:rgb(254, 254, 254)">9</span>',
    '168<span style="position:relative; top:-5px">2</span>',
    '168<span style="vertical-align: 4px">2</span>',
    '168<a href="#fn2">2</a>',
    '<input type="text" value="168">',
  ])('%s is 168', (text) => {
    expect(fromHtml(proactive(decisions, row('行政许可', text))).report.proactive).toEqual({
      'licensing.decisions': 168,
    })
  })

  test.for(['168 0', '168a', '1①68', '16<sup>1</sup>8', '1,68', '16O', '1 68'])(
    '%s is doubtful, so no figure',
    (text) => {
      const { report, findings } = fromHtml(proactive(decisions, row('行政许可', text)))
      expect(report.proactive['licensing.decisions']).toBeNull()
      expect(findings.filter((finding) => finding.row === 'licensing')).toMatchObject([
        { code: 'NOT_A_NUMBER', about: 'reading' },
      ])
    },
  )

  test.for([
    ['struck', '<s>12</s>168', '（12）没有作为数字计入'],
    ['the link of a footnote', '168<a href="#fn2">2</a>', '（2）没有作为数字计入'],
    ['struck by a class', '<span class="gone">12</span>168', '（12）没有作为数字计入'],
    ['hidden', '168<span style="display:none">9</span>', '（9）没有读取'],
  ] as const)('what is left out as %s is told', ([, text, says]) => {
    const { report, findings } = fromHtml(
      `<style>td .gone, .old{text-decoration:line-through}</style>${proactive(decisions, row('行政许可', text))}`,
    )
    expect(report.proactive).toEqual({ 'licensing.decisions': 168 })
    expect(findings).toContainEqual(
      expect.objectContaining({ code: 'LEFT_OUT', about: 'reading', message: expect.stringContaining(says) }),
    )
  })

  test('what has no width parts no figure', () => {
    expect(fromHtml(proactive(decisions, row('行政许可', '1\u200b6&#8203;8'))).report.proactive).toEqual({
      'licensing.decisions': 168,
    })
  })

  test('a row whose figures are all broken into lines is a row, not a second header', () => {
    const broken = Array.from({ length: 7 }, () => '12<br>3')
    const { report, findings } = fromHtml(
      requests(
        row('一、本年新收政府信息公开申请数量', '1', '0', '0', '0', '0', '0', '1'),
        row('2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请', ...'1000001'),
        row('（七）总计', ...broken),
        row('四、结转下年度继续办理', '2', '0', '0', '0', '0', '0', '2'),
      ),
    )
    expect(report.requests.carriedForward?.total).toBe(2)
    expect(Object.values(report.requests.resultsTotal ?? {}).filter((value) => value !== null)).toEqual([])
    const mine = findings.filter(({ row: id, code }) => id === 'resultsTotal' && code === 'NOT_A_NUMBER')
    expect(mine.map(({ about }) => about)).toEqual(Array.from({ length: 7 }, () => 'reading'))
  })

  test('table four before another table three is told as that, not as a picture', () => {
    const heads = row('行政复议', '未经复议直接起诉', '复议后起诉')
    const first = row('一、本年新收政府信息公开申请数量', '1', '0', '0', '0', '0', '0', '1')
    const { findings } = fromHtml(
      `${requests(first)}<p>四、政府信息公开行政复议、行政诉讼情况</p><table>${heads}${row('1', '0', '0')}</table>${requests(first)}`,
    )
    const [mine] = findings.filter(({ row: id }) => id === 'remedies')
    expect(mine).toMatchObject({ code: 'UNRELIABLE', about: 'reading' })
    expect(mine?.message).toContain('后面又有')
  })

  test('where the parts of a page stand, and links out of it, say nothing of figures', () => {
    const styles = '<style>.main{position:relative;top:-9px;color:#fff} .sr{position:absolute;left:9px}</style>'
    const page = `<div class="main">${proactive(decisions, row('行政许可', '<a href="/x.html">168</a>'))}</div>`
    const { report, findings } = fromHtml(styles + page)
    expect(report.proactive).toEqual({ 'licensing.decisions': 168 })
    expect(findings.filter(({ code }) => code === 'LEFT_OUT')).toEqual([])
  })

  test('what a style sheet hides is not read, what it hides in print is', () => {
    const styles = '<style>.old{display:none} @media print{.new{display:none}}</style>'
    const cell = '<i class="old">7</i><i class="new">168</i>'
    expect(fromHtml(styles + proactive(decisions, row('行政许可', cell))).report.proactive).toEqual({
      'licensing.decisions': 168,
    })
  })
})

test('“/”, “-” and “无” state no number, with one note for the table', () => {
  const { report, findings } = fromHtml(
    proactive(documents, row('规章', '/', '-', '无'), row('行政规范性文件', '—', '2', '零')),
  )
  expect(report.proactive).toEqual({
    'rules.issuedThisYear': null,
    'rules.repealedThisYear': null,
    'rules.inForce': null,
    'normativeDocuments.issuedThisYear': null,
    'normativeDocuments.repealedThisYear': 2,
    'normativeDocuments.inForce': 0,
  })
  expect(findings.filter(({ code }) => code === 'PRINTED_AS_NONE')).toMatchObject([
    { severity: 'note', row: 'proactive', rows: ['rules', 'normativeDocuments'], actual: 4 },
  ])
})

describe('headers of text set in columns', () => {
  const text = (...headers: string[]) =>
    ['三、收到和处理政府信息公开申请情况', ...headers, '一、本年新收政府信息公开申请数量 1 2 3 4 5 6 21', ''].join('\n')
  const first = ({ report }: ReturnType<typeof fromText>) => Object.values(report.requests.newReceived ?? {})
  const five = '                 商业企业 科研机构 社会公益组织 法律服务机构 其他'

  test('what stands beside a group, set lower than it, still stands where it stands', () => {
    const lower = text(
      '                       法人或其他组织',
      '          自然人                                         总计',
      five,
    )
    expect(first(fromText(lower))).toEqual([1, 2, 3, 4, 5, 6, 21])
  })

  test.for([
    ['the group on a line above what stands beside it', ['法人或其他组织', '自然人 总计']],
    [
      'the note on the line of the group',
      ['（本列数据的勾稽关系为：第一项加第二项之和）     法人或其他组织', '自然人       总计'],
    ],
    ['what stands beside it on a line above the group', ['自然人       总计', '法人或其他组织']],
    [
      'the note before what stands beside the group',
      ['（本列数据的勾稽关系为：第一项加第二项之和）     自然人       总计', '法人或其他组织'],
    ],
    ['the group and the total below', ['自然人', '法人或其他组织 总计']],
    ['each on a line of its own', ['法人或其他组织', '自然人', '总计']],
  ] as const)('lines do not tell where columns stand: %s', ([, headers]) => {
    const { report, findings } = fromText(
      text('申请人情况', ...headers, '商业企业 科研机构 社会公益组织 法律服务机构 其他'),
    )
    expect(report.requests).toEqual({})
    expect(findings).toContainEqual(expect.objectContaining({ code: 'UNRELIABLE', about: 'reading', row: 'requests' }))
  })

  test('in a PDF a figure wrapped inside its cell leaves the rows near it unread, several of them the table', () => {
    const line = (label: string, ...figures: (string | number)[]) =>
      label.padEnd(24 - label.length) + figures.map((figure) => String(figure).padStart(6)).join('')
    const wrapped = (label: string) =>
      `${line(label, 19, 0, 0, 0, 0, 0, 19)}\n${line('', '04', '', '', '', '', '', '04')}`
    const plain = (label: string) => line(label, 1, 0, 0, 0, 0, 0, 1)
    const head = `三、收到和处理政府信息公开申请情况\n自然人 商业企业 科研机构 社会公益组织 法律服务机构 其他 总计\n`
    const reading = (...rows: string[]) => readPage({ ...pageFromText(`${head}${rows.join('\n')}\n`), isSet: true })
    const some = reading(
      plain('一、本年新收政府信息公开申请数量'),
      plain('（一）予以公开'),
      wrapped('1.属于国家秘密'),
      plain('4.保护第三方合法权益'),
      plain('5.属于三类内部事务信息'),
    )
    expect(Object.keys(some.report.requests)).toEqual(['newReceived', 'denied.internalAffairs'])
    const all = reading(wrapped('1.属于国家秘密'), wrapped('4.保护第三方合法权益'), wrapped('5.属于三类内部事务信息'))
    expect(all.report.requests).toEqual({})
    expect(all.findings).toContainEqual(expect.objectContaining({ code: 'UNRELIABLE', row: 'requests' }))
    expect(
      checkReport(all.report, { unread: unreadOf(all.findings) }).filter(({ code }) => code === 'ROW_TOTAL'),
    ).toEqual([])
  })

  test('an order that breaks the sums is not taken where the usual one keeps them', () => {
    const broken = fromText(text('自然人 商业企业 科研机构 社会公益组织 法律服务机构 总计 其他'))
    expect(broken.report.requests).toEqual({})
  })

  test('a letter of a caption beside the rows never stands for a blank cell', () => {
    const label = '2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请'
    for (const rest of ['   理      15   27   20   7   18   87', '   理\n      15   27   20   7   18   87']) {
      const { report, findings } = fromText(
        `${text('自然人 商业企业 科研机构 社会公益组织 法律服务机构 其他 总计')}${label}\n${rest}\n（七）总计 1 2 3 4 5 6 21\n`,
      )
      expect(report.requests['other.feeUnpaid']).toBeUndefined()
      expect(findings).toContainEqual(expect.objectContaining({ about: 'reading', row: 'other.feeUnpaid' }))
    }
  })

  const usual = '自然人 商业企业 科研机构 社会公益组织 法律服务机构 其他 总计'
  const isRefused = ({ report, findings }: ReturnType<typeof fromText>, id: string) => {
    expect(report.requests[id]).toBeUndefined()
    expect(findings).toContainEqual(expect.objectContaining({ about: 'reading', row: id }))
  }

  test('where merged labels leave blank cells, a first blank may stand for a lost figure', () => {
    const table =
      '| 一、本年新收政府信息公开申请数量 |  | 1 | 2 | 3 | 4 | 5 | 6 | 21 |\n| （一）予以公开 |  | 1 | 0 | 0 | 0 | 0 | 1 |\n'
    const reading = fromText(`三、收到和处理政府信息公开申请情况\n${table}（七）总计 1 2 3 4 5 6 21\n`)
    expect(first(reading)).toEqual([1, 2, 3, 4, 5, 6, 21])
    isRefused(reading, 'granted')
  })

  test('where cells were left out to come to seven, the row adds up with nothing in its blanks, or is not read', () => {
    const line = (last: string) => `| 一、本年新收政府信息公开申请数量 |  | 1 | 2 |  | 4 | 5 | 6 | ${last} |\n`
    const reading = (last: string) =>
      fromText(`三、收到和处理政府信息公开申请情况\n${line(last)}（七）总计 1 2 3 4 5 6 21\n`)
    expect(first(reading('18'))).toEqual([1, 2, null, 4, 5, 6, 18])
    isRefused(reading('78'), 'newReceived')
  })

  test('in a PDF a figure left of its label is no cell of the row', () => {
    const lines = `${text(usual)}     2.其他法律行政法规\n 8                       0   0   0   0   0   1\n     禁止公开\n（七）总计 1 2 3 4 5 6 21\n`
    isRefused(readPage({ ...pageFromText(lines), isSet: true }), 'denied.prohibitedByLaw')
  })

  test('a label that begins once more, and was not found, may be another version of the row', () => {
    const twice = '6.属于四类过 结 / / / 1 / 1 2\n程序信息\n6.属于四类过程性信息 9 0 0 0 0 0 9\n'
    isRefused(fromText(`${text(usual)}${twice}（七）总计 1 2 3 4 5 6 21\n`), 'denied.processInformation')
  })

  test('last year’s table four is not taken for this year’s, with whatever gap behind the year', () => {
    const five = ['结果维持', '结果纠正', '其他结果', '尚未审结', '总计'].map((label) => `<td>${label}</td>`).join('')
    const head = `<tr><td colspan=5>行政复议</td><td colspan=5>未经复议直接起诉</td><td colspan=5>复议后起诉</td></tr><tr>${five}${five}${five}</tr>`
    const figures = row(...'100010000000000')
    const remedies = (year: string) =>
      fromHtml(
        `<h1>示例市园林局2024年政府信息公开工作年度报告</h1><p>四、政府信息公开行政复议、行政诉讼情况</p><table>${head}</table><p>附：${year}数据</p><table>${head}${figures}</table>`,
      ).report.remedies
    expect(remedies('2024 年').review?.total).toBe(1)
    expect(remedies('2023 年')).toEqual({})
  })

  test('another order is told by words of a text; the places of a PDF need its cells for that', () => {
    const exchanged = text('自然人 商业企业 社会公益组织 科研机构 法律服务机构 其他 总计')
    expect(first(fromText(exchanged))).toEqual([1, 2, 4, 3, 5, 6, 21])
    const ofPdf = readPage({ ...pageFromText(exchanged), isSet: true })
    expect(ofPdf.report.requests).toEqual({})
    expect(ofPdf.findings).toContainEqual(
      expect.objectContaining({ code: 'UNRELIABLE', about: 'reading', row: 'requests' }),
    )
  })
})

describe('trouble with the reading is never told as the fault of the report', () => {
  const first = row('一、本年新收政府信息公开申请数量', '1', '0', '0', '0', '0', '0', '1')
  const second = row('二、上年结转政府信息公开申请数量', '0', '0', '0', '0', '0', '0', '0')

  test('a row that a whole table lacks is the report’s, one in broken text is ours', () => {
    const about = ({ findings }: ReturnType<typeof fromText>) =>
      findings.filter(({ row: id }) => id === 'rules' || id === 'compulsion').map((finding) => finding.about)
    const blocks = [
      documents,
      row('行政规范性文件', '1', '0', '3'),
      decisions,
      row('行政许可', '1'),
      row('行政处罚', '1'),
      row('行政强制', '0'),
    ]
    expect(
      about(fromHtml(proactive(...blocks, row('信息内容', '本年收费金额（单位：万元）'), row('行政事业性收费', '0')))),
    ).toEqual(['report'])
    expect(
      about(
        fromText(
          '二、主动公开政府信息情况\n信息内容 | 本年处理决定数量 |\n行政许可 | 1 |\n行政处罚 | 1 |\n行政强制 |\n',
        ),
      ),
    ).toContain('reading')
  })

  test('one finding for a table whose cells do not stand under its headers, not one for each row', () => {
    const rows = ['1.属于国家秘密', '2.其他法律行政法规禁止公开', '3.危及“三安全一稳定”', '4.保护第三方合法权益'].map(
      (label) => row(label, '0', '0', '0', '0', '0', '0', '0', '0'),
    )
    const { findings, report } = fromHtml(requests(first, ...rows))
    expect(report.requests.newReceived?.total).toBe(1)
    expect(findings.filter(({ code }) => code === 'UNRELIABLE')).toMatchObject([
      { about: 'reading', row: 'requests', rows: expect.arrayContaining(['denied.stateSecret']), actual: 4 },
    ])
  })

  test('a cell with a mark and no figure is not told as words for a number', () => {
    const { findings } = fromHtml(proactive(decisions, row('行政许可', '<sup>*</sup>')))
    expect(findings.filter(({ row: id }) => id === 'licensing').map(({ about }) => about)).toEqual(['reading'])
  })

  test('words for a number are told once', () => {
    const { findings } = fromHtml(proactive(decisions, row('行政许可', '若干')))
    expect(findings.filter(({ row: id }) => id === 'licensing').map(({ code, about }) => [code, about])).toEqual([
      ['NOT_A_NUMBER', 'report'],
    ])
  })

  test('no sum is told as broken that rests on a cell not read', () => {
    const { report, findings } = fromHtml(
      requests(row('一、本年新收政府信息公开申请数量', '9', '0', '0', '0', '0', '0', '1l'), second),
    )
    expect(checkReport(report, { unread: unreadOf(findings) }).filter(({ code }) => code === 'ROW_TOTAL')).toEqual([])
  })

  test('headers that name a column twice, or another than the form, are refused', () => {
    const twice = requests(first).replace('<td>其他</td>', '<td>商业企业</td>')
    const other = requests(first).replace('<td>其他</td>', '<td>外国企业</td>')
    for (const html of [twice, other]) {
      const { report, findings } = fromHtml(html)
      expect(report.requests).toEqual({})
      expect(findings).toContainEqual(
        expect.objectContaining({ code: 'UNRELIABLE', about: 'reading', row: 'requests' }),
      )
    }
  })
})

test('a fee impossible for the organ is probably in 元: it is not taken', () => {
  const fee = (amount: string) =>
    fromHtml(
      `<h1>临水县住房和城乡建设局2024年政府信息公开工作年度报告</h1>${proactive(row('信息内容', '本年收费金额（单位：万元）'), row('行政事业性收费', amount))}`,
    )
  expect(fee('173720').report.proactive['administrativeFees.amountWan']).toBeNull()
  expect(fee('173720').findings).toContainEqual(
    expect.objectContaining({ code: 'UNIT_SUSPECT', about: 'reading', row: 'administrativeFees' }),
  )
  expect(fee('17.3720').report.proactive['administrativeFees.amountWan']).toBe('17.372')
})

describe('fields of a form in a cell', () => {
  const decided = (text: string) => {
    const { report, findings } = fromHtml(proactive(decisions, row('行政许可', text)))
    return { figure: report.proactive['licensing.decisions'] ?? null, findings }
  }

  test.for([
    ['the chosen entry of a list', '<select><option>0<option selected>168</option><option>9</option></select>'],
    ['the last of several chosen', '<select><option selected>0</option><option selected="">168</option></select>'],
    ['the first, where none is chosen', '<select><option>168</option><option>9</option></select>'],
    ['the first that may be chosen', '<select><option disabled>9</option><option>168</option></select>'],
    ['what an entry is called', '<select><option selected label="168">9</option></select>'],
    ['of groups too', '<select><optgroup label="5"><option>9<option selected>168</optgroup></select>'],
    ['a list that was left open', '<select><option>9</option><option selected>168'],
    ['the text of a box', '<textarea>168</textarea>'],
    ['the value of a field', '<input value="168">'],
    ['the value of a field of a type that browsers do not know', '<input type="decimal" value="168">'],
    ['a number', '<input type="number" value="168"><input type="hidden" value="9">'],
    ['not what a field proposes', '<input list="d" value="168"><datalist id="d"><option>9</option></datalist>'],
  ] as const)('%s is read', ([, text]) => {
    expect(decided(text).figure).toBe(168)
  })

  test.for([
    ['a list that shows all its entries', '<select multiple><option>168</option><option selected>9</option></select>'],
    ['a list of several lines', '<select size="3"><option selected>168</option><option>9</option></select>'],
    ['two lists beside each other', '<select><option>1</option></select><select><option>68</option></select>'],
    ['what stands in an empty field as a hint', '<input placeholder="168">'],
    ['what stands in an empty box as a hint', '<textarea placeholder="168"></textarea>'],
  ] as const)('%s is no figure, and that is not the fault of the report', ([, text]) => {
    const { figure, findings } = decided(text)
    expect(figure).toBeNull()
    expect(findings.filter((finding) => finding.row === 'licensing')).toMatchObject([{ about: 'reading' }])
  })

  test('a field of numbers that holds none shows nothing', () => {
    expect(decided('<input type="number" value="1,68">').figure).toBeNull()
  })
})

test('the organ is the one of the title, not the office that answers the telephone', () => {
  const intro =
    '编制本报告，统计期限自2024年1月1日起至2024年12月31日止。如有疑问，请与临水县水务局办公室联系（电话：0000-1234567）。'
  const organ = (head: string) => fromText(`${head}\n${intro}\n一、总体情况\n主动公开。\n`).report.organ
  expect(organ('# 临水县水务局2024年政府信息公开工作年度报告')).toBe('临水县水务局')
  expect(organ('临水县水务局2024年政府信息公\n开工作年度报告')).toBe('临水县水务局')
  expect(organ('年度报告')).toBe('临水县水务局')
  expect(organ('甲乙1县水务局2024年政府信息公开工作年度报告')).toBe('甲乙1县水务局')
})

describe('what is not read is refused in words that say how to save it', () => {
  const ole = new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])
  const locked = new Uint8Array(Buffer.concat([ole, Buffer.from('EncryptedPackage', 'utf16le')]))
  const zip = (name: string, content: string) => new Uint8Array(writeZip([{ name, content: Buffer.from(content) }]))
  test.for([
    [
      'x.mht',
      encode('From: <Saved>\nMIME-Version: 1.0\nContent-Type: multipart/related; boundary="x"\n\n--x\n'),
      '另存为网页（.html）',
    ],
    ['x.mhtml', encode('MIME-Version: 1.0\nContent-Type: text/html; charset=gb2312\n\n<html>'), '另存为网页（.html）'],
    ['x.doc', ole, '另存为.docx'],
    ['x.wps', ole, '（.doc、.xls、.wps、.et）'],
    ['x.wps', new Uint8Array(600), '（.doc、.xls、.wps、.et）'],
    ['x.docx', locked, '取消密码'],
    ['x.rtf', encode('{\\rtf1\\ansi 一、总体情况}'), 'RTF'],
    [
      'x.xml',
      encode('<?xml version="1.0"?><?mso-application progid="Word.Document"?><w:wordDocument/>'),
      '另存为.docx',
    ],
    ['x.ofd', zip('OFD.xml', '<ofd:OFD/>'), 'OFD'],
    ['x.odt', zip('mimetype', 'application/vnd.oasis.opendocument.text'), '另存为.docx'],
    ['x.zip', zip('2024.txt', '年度报告'), '解压'],
  ] as const)('%s', async ([name, bytes, says]) => {
    const { readable, findings } = await readReport(bytes, name)
    expect([readable, findings.map(({ about }) => about)]).toEqual([false, ['reading']])
    expect(findings[0]?.message).toContain(says)
  })
})

test('a web page saved by Word, with its conditional parts, under whatever name', async () => {
  const page = `<html xmlns:v="urn:schemas-microsoft-com:vml" xmlns:w="urn:schemas-microsoft-com:office:word">
<head><meta http-equiv=Content-Type content="text/html; charset=utf-8"><!--[if gte mso 9]><xml><w:WordDocument><w:View>Print</w:View></w:WordDocument></xml><![endif]-->
<style><!-- p.MsoNormal {margin:0cm} span.GramE {} --></style></head><body>
<p class=MsoNormal><span lang=EN-US style='mso-list:Ignore'>二、</span>主动公开政府信息情况</p>
<table class=MsoTableGrid border=1 style='border-collapse:collapse'><tr style='mso-yfti-irow:0'><td><p class=MsoNormal>信息内容<span lang=EN-US><o:p></o:p></span></p></td><td><p>本年处理<br>决定数量</p></td></tr>
<tr><td><p class=MsoNormal>行政<span class=GramE>许可</span></p></td><td><p><span lang=EN-US>168<![if !supportFootnotes]><sup>[1]</sup><![endif]><o:p></o:p></span></p></td></tr>
<![if !supportMisalignedColumns]><tr height=0><td width=100 style='border:none'></td><td width=100 style='border:none'></td></tr><![endif]></table></body></html>`
  for (const name of ['x.htm', 'x.doc', 'x.wps'])
    expect((await readReport(encode(page), name)).report.proactive).toEqual({ 'licensing.decisions': 168 })
})

test('a PDF whose fonts are only named is no scan', async () => {
  const objects = [
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>',
    '<</Length 36>>stream\nBT /F1 12 Tf 10 10 Td <4E004E8C> Tj ET\nendstream',
    '<</Type/Font/Subtype/Type0/BaseFont/STSong-Light/Encoding/UniGB-UCS2-H/DescendantFonts[6 0 R]>>',
    '<</Type/Font/Subtype/CIDFontType0/BaseFont/STSong-Light/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 4>>>>',
  ]
  const body = objects.map((object, index) => `${index + 1} 0 obj${object}endobj\n`).join('')
  const { findings } = await readReport(encode(`%PDF-1.4\n${body}trailer<</Root 1 0 R>>\n`), 'x.pdf')
  expect(findings.map(({ message }) => message).join()).toContain('没有嵌入字体')
})

describe('comparing and adding', () => {
  test('a previous report of another organ is not compared, and it is said', () => {
    const report = aSoundReport()
    const previous = { ...aSoundReport({ organ: '示例市教育局', year: 2023 }) }
    previous.requests.carriedForward = { ...previous.requests.carriedForward, total: 5 }
    expect(checkReport(report, { previous }).map(({ code, about }) => [code, about])).toEqual([
      ['OTHER_ORGAN', 'reading'],
    ])
  })

  test('a file with several reports is not added', () => {
    const findings = [{ code: 'SEVERAL_REPORTS', severity: 'error', about: 'reading', message: '' }] as const
    const sum = rollUp([{ file: '一处/年报.docx', report: aSoundReport(), findings }])
    expect(sum.report).toBeNull()
    expect(sum.findings.map(({ message }) => message).join()).toContain('一处/年报.docx')
  })
})
