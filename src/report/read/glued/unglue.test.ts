import { describe, expect, test } from 'vitest'
import { reportFormats } from '../../../law/report-formats.ts'
import type { Finding } from '../../finding.ts'
import { setFigure } from '../../report.ts'
import { cellsOf } from '../../sheet.ts'
import { pageFromText } from '../from-text.ts'
import { readPage } from '../read-page.ts'
import { gluedReport, glues } from '../testing/glued-report.ts'
import type { Figures } from '../testing/printed-report.ts'
import { unglue } from './unglue.ts'

const form = reportFormats['2021']

/** A report of zeros, but for what is given: row of section three → its six cells; the totals follow for （七） and 四. */
function aReport(rows: Readonly<Record<string, readonly number[]>>, glue = 'a table in one line', gap = ''): string {
  const figures: Figures = { proactive: {}, requests: {}, remedies: {} }
  for (const cell of cellsOf(form)) setFigure(figures, cell, cell.column === 'amountWan' ? '0' : 0)
  const put = (row: string, values: readonly number[]) => {
    const before = Object.values(figures.requests[row] ?? {})
    const all = [...values, values.reduce((sum, value) => sum + value, 0)]
    cellsOf(form)
      .filter((cell) => cell.row === row)
      .forEach((cell, index) => {
        setFigure(figures, cell, Number(before[index] ?? 0) + (all[index] ?? 0))
      })
  }
  for (const [row, values] of Object.entries(rows)) {
    put(row, values)
    if (!['newReceived', 'carriedOver', 'carriedForward'].includes(row)) {
      put('resultsTotal', values)
      put('newReceived', values)
    }
  }
  let count = 0
  // Every second gap is closed, as where a narrow cell lost its space.
  return gluedReport(form, figures, glues[glue] ?? (() => ''), () => {
    count += 1
    return count % 2 === 0 ? gap : ''
  })
}

const usual = aReport({ granted: [12, 0, 0, 0, 0, 3], 'denied.stateSecret': [107, 1, 0, 0, 0, 0] })
const read = (text: string) => readPage(pageFromText(text))
const refusals = (findings: readonly Finding[]) =>
  findings.flatMap(({ code, row, about, message }) => (code === 'GLUED_CELLS' ? [{ row, about, message }] : []))
const row = (text: string, id: string) => Object.values(read(text).report.requests[id] ?? {})

describe('recognising a table whose cells hang together', () => {
  test('it is read by the sums, and the finding says so', () => {
    const { report, findings } = read(usual)
    expect(Object.values(report.requests.granted ?? {})).toEqual([12, 0, 0, 0, 0, 3, 15])
    expect(Object.values(report.requests.newReceived ?? {})).toEqual([119, 1, 0, 0, 0, 3, 123])
    expect(Object.keys(report.requests)).toHaveLength(25)
    expect(
      findings.map(({ code, row: table, severity, about, message }) => ({ code, table, severity, about, message })),
    ).toEqual([
      {
        code: 'DECODED_BY_SUMS',
        table: 'requests',
        severity: 'note',
        about: 'reading',
        message:
          '第三部分“收到和处理政府信息公开申请情况”的表格各格数字连在一起，已按合计关系分开：只有一种分法能使各项合计都成立，已按此读取，请与原文核对',
      },
      expect.objectContaining({ code: 'DECODED_BY_SUMS', table: 'remedies' }),
    ])
  })

  test.for([
    ['the number of a label is no figure: 4000004 2.', (text: string) => text],
    ['labels without their numbers', (text: string) => text.replaceAll(/\d\.(?=\p{Script=Han})/gu, '')],
    ['numbers without their dots', (text: string) => text.replaceAll(/(\d)\.(?=\p{Script=Han})/gu, '$1')],
    ['numbers in brackets', (text: string) => text.replaceAll(/(\d)\.(?=\p{Script=Han})/gu, '（$1）')],
    ['numbers with a pause mark', (text: string) => text.replaceAll(/(\d)\.(?=\p{Script=Han})/gu, '$1、')],
    ['gaps within labels', (text: string) => text.replaceAll('本年度办理结果', '本年度办 理\u00a0结果')],
    ['cut labels', (text: string) => text.replace('、行政机关不再处理其政府信息公开申请', '')],
    ['a page number on a line of its own', (text: string) => text.replace('（四）无法提供', '\n- 4 -\n（四）无法提供')],
    [
      'headers printed again on the next page',
      (text: string) =>
        text.replace(
          '（五）不予处理',
          '申请人情况自然人法人或其他组织总计商业企业科研机构社会公益组织法律服务机构其他（五）不予处理',
        ),
    ],
    ['a header misspelt', (text: string) => text.replace('科研机构', '科研机枸')],
    [
      'headers column by column',
      (text: string) =>
        text.replace(
          '自然人法人或其他组织总计商业企业科研机构社会公益组织法律服务机构其他',
          '自然人商业企业科研机构社会公益组织法律服务机构其他总计',
        ),
    ],
    ['其中 behind the caption of the group', (text: string) => text.replace('不予公开1.', '不予公开其中：1.')],
    ['a space somewhere', (text: string) => text.replace('1071', '107 1')],
    ['a line broken within a figure', (text: string) => text.replace('1071', '10\n71')],
  ] as const)('%s', ([, change]) => {
    expect(row(change(usual), 'denied.stateSecret')).toEqual([107, 1, 0, 0, 0, 0, 108])
    expect(row(change(usual), 'other.otherMisc')).toEqual([0, 0, 0, 0, 0, 0, 0])
    expect(row(change(usual), 'carriedForward')).toEqual([0, 0, 0, 0, 0, 0, 0])
  })

  test.for([
    ['headers in another order', '表头', (text: string) => text.replace('商业企业科研机构', '科研机构商业企业')],
    ['a header too many', '表头', (text: string) => text.replace('法律服务机构其他', '法律服务机构其他小计')],
    [
      'a row that the form does not know',
      '格式之外',
      (text: string) => text.replace('（四）无法提供', '9.本单位自设0000000（四）无法提供'),
    ],
    [
      'words before the figures of a row',
      '格式之外',
      (text: string) => text.replace('属于国家秘密', '属于国家秘密另外两项'),
    ],
    ['其中 before a label', '格式之外', (text: string) => text.replace('2.重复申请', '其中2.重复申请')],
    ['其中 for the caption of a group', '格式之外', (text: string) => text.replace('（三）不予公开1.', '其中：1.')],
    [
      'figures that belong to no row',
      '不属于',
      (text: string) => text.replace('（三）不予公开1.', '（三）不予公开00000001.'),
    ],
    ['figures above their labels', '不属于', (text: string) => text.replace('一、本年新收', '0000000一、本年新收')],
    ['the same row twice', '两次', (text: string) => text.replace('（四）无法提供', '2.重复申请0000000（四）无法提供')],
    ['a row shorter than its cells', '少于格数', (text: string) => text.replace('重复申请0000000', '重复申请000000')],
    ['signs among the digits', '少于格数', (text: string) => text.replace('重复申请0000000', '重复申请000/000')],
    ['a row without figures at the end', '没有数字', (text: string) => text.replace('继续办理0000000', '继续办理')],
  ] as const)('%s: the whole table is refused, in one finding about the reading', ([, reason, change]) => {
    const text = change(usual)
    expect(text).not.toBe(usual)
    const { report, findings } = read(text)
    expect(report.requests).toEqual({})
    const [refusal, ...more] = refusals(findings)
    expect(more).toEqual([])
    expect(refusal).toMatchObject({ row: 'requests', about: 'reading' })
    expect(refusal?.message).toContain(reason)
    expect(findings.filter(({ about }) => about !== 'reading')).toEqual([])
    expect(report.remedies.review).toMatchObject({ total: 0 })
  })

  test('several ways that hold: refused, and said so', () => {
    const { report, findings } = read(aReport({ granted: [1, 11, 0, 0, 0, 0], partiallyGranted: [11, 1, 0, 0, 0, 0] }))
    expect(report.requests).toEqual({})
    expect(refusals(findings).map(({ message }) => message)).toEqual([
      '第三部分“收到和处理政府信息公开申请情况”的表格各格数字连在一起，不止一种分法，25行未读取；请改交各格分开的文本（如网页、Word或PDF原件），并与原文核对',
    ])
  })

  test('no way that holds: refused, with the sums that cannot hold', () => {
    const { report, findings } = read(usual.replace('予以公开120000315', '予以公开120000317'))
    expect(report.requests).toEqual({})
    expect(refusals(findings)[0]?.message).toContain(
      '无论怎样分开，第三部分“（一）予以公开”行的“总计应等于自然人与五类法人或其他组织之和”都不能成立，25行未读取',
    )
  })

  test('table four left with a total of 0 is refused, with its group', () => {
    const { report, findings } = read(usual.replace('000000000000000', '213100000000000'))
    expect(report.remedies).toEqual({})
    expect(refusals(findings)[0]?.message).toContain('无论怎样分开，第四部分“行政复议”的“总计应等于')
  })

  test('table four that a cell without print would explain as well is refused', () => {
    const { report, findings } = read(usual.replace('000000000000000', '719147472312253633522865'))
    expect(report.remedies).toEqual({})
    expect(refusals(findings)[0]?.message).toContain('不止一种分法')
  })

  test('the headers of table four in another order: refused', () => {
    const text = usual.replace('未经复议直接起诉复议后起诉', '复议后起诉未经复议直接起诉')
    expect(text).not.toBe(usual)
    expect(read(text).report.remedies).toEqual({})
  })

  test('a text that breaks off within the last figures: that row is not read, the others are', () => {
    const text = usual.slice(0, usual.indexOf('保护第三方合法权益') + '保护第三方合法权益00000'.length)
    const { report } = read(text)
    expect(Object.values(report.requests.granted ?? {})).toEqual([12, 0, 0, 0, 0, 3, 15])
    expect(report.requests['denied.thirdPartyRights']).toBeUndefined()
  })

  test('two tables in one text: neither is read', () => {
    const at = usual.indexOf('三、收到')
    const table = usual.slice(at, usual.indexOf('四、政府信息公开'))
    const { report, findings } = read(usual.slice(0, at) + table + usual.slice(at))
    expect(report.requests).toEqual({})
    expect(refusals(findings).length).toBeGreaterThan(0)
  })
})

describe('section two, which has no sums', () => {
  const proactive = (change: (text: string) => string) => {
    const { report, findings } = read(change(usual))
    return { figures: report.proactive, refused: refusals(findings).map(({ row: id }) => id) }
  }

  test('zeros that no figure leads can be told apart; other figures are refused by row', () => {
    const { figures, refused } = proactive((text) => text.replace('行政规范性文件000', '行政规范性文件6233440'))
    expect(figures['rules.inForce']).toBe(0)
    expect(figures['normativeDocuments.inForce']).toBeUndefined()
    expect(refused).toEqual(['normativeDocuments'])
  })

  test.for([
    ['002', 2],
    ['0017', 17],
  ] as const)('%s', ([printed, inForce]) => {
    const { figures } = proactive((text) => text.replace('行政规范性文件000', `行政规范性文件${printed}`))
    expect(figures).toMatchObject({ 'normativeDocuments.issuedThisYear': 0, 'normativeDocuments.inForce': inForce })
  })

  test('168 may be one figure beside two blanks: it is refused', () => {
    expect(proactive((text) => text.replace('行政规范性文件000', '行政规范性文件168')).refused).toEqual([
      'normativeDocuments',
    ])
  })

  test('figures that stand apart are taken as they stand, an amount with its unit', () => {
    const { figures } = proactive((text) =>
      text
        .replace('行政规范性文件000', '行政规范性文件 62 33 440')
        .replace('行政事业性收费0', '行政事业性收费186510600元'),
    )
    expect(figures).toMatchObject({ 'normativeDocuments.issuedThisYear': 62, 'normativeDocuments.inForce': 440 })
    expect(figures['administrativeFees.amountWan']).toBe('18651.06')
  })

  test('headers in another order, or an amount under 元: refused', () => {
    const exchanged = proactive((text) => text.replace('本年制发件数本年废止件数', '本年废止件数本年制发件数'))
    expect(exchanged.figures['rules.inForce']).toBeUndefined()
    const inYuan = proactive((text) =>
      text.replace('单位：万元', '单位：元').replace('行政事业性收费0', '行政事业性收费17'),
    )
    expect(inYuan.figures['administrativeFees.amountWan'] ?? null).toBeNull()
  })

  test('a row with a remark that holds figures is refused', () => {
    const { figures } = proactive((text) => text.replace('行政规范性文件000', '行政规范性文件000其中修订1'))
    expect(figures['normativeDocuments.inForce']).toBeUndefined()
  })

  test('two labels, then figures: neither row is read', () => {
    const { figures } = proactive((text) => text.replace('规章000行政规范性文件000', '规章行政规范性文件000000'))
    expect(figures['rules.inForce']).toBeUndefined()
    expect(figures['normativeDocuments.inForce']).toBeUndefined()
  })
})

describe('cells that hang together here and there, none of them behind a zero', () => {
  const parts = cellsOf(form).filter(
    ({ table, row: id, column }) =>
      table === 'requests' && column === 'total' && !['newReceived', 'resultsTotal'].includes(id),
  )
  const rows = Object.fromEntries(parts.map(({ row: id }, index) => [id, [index + 1, 2, 3, 4, 5, 6]]))

  test.for([
    'a row in a line',
    'a space behind labels',
    'figures below their label',
    'two cells between bars',
    'lines broken at forty signs',
  ])('%s: refused, with a finding on the table', (glue) => {
    const { report, findings } = read(aReport(rows, glue, ' '))
    expect(Object.values(report.requests).flatMap((cells) => Object.values(cells))).toEqual([])
    expect(refusals(findings).map(({ row: id, about }) => [id, about])).toContainEqual(['requests', 'reading'])
    expect(findings.filter(({ code }) => code === 'EXTRA_ROW')).toEqual([])
  })

  test('a bar between figures keeps cells apart: the usual reading sees blank cells too', () => {
    const text = aReport(rows, 'two cells between bars', ' | ')
    expect(refusals(read(text).findings)).toEqual([])
  })
})

describe('what is no glued table stays as it is', () => {
  test.for([
    [
      'a report in sentences',
      '三、收到和处理政府信息公开申请情况\n本年新收12件，予以公开3件，部分公开2件，结转下年度继续办理0件。电话1234567、2345678、3456789。',
    ],
    ['one figure a line', usual.replaceAll(/(\d)(?=\d)/g, '$1\n')],
    [
      'a row a line, cells apart',
      usual.replaceAll(/(\d)(?=\d)/g, '$1 ').replaceAll(/(\d)(?=\p{Script=Han})/gu, '$1\n'),
    ],
  ] as const)('%s', ([, text]) => {
    expect(unglue(pageFromText(text))).toBeUndefined()
  })
})
