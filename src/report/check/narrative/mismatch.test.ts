import { describe, expect, test } from 'vitest'
import { declaredFormat } from '../../declared-format.ts'
import { setFigure } from '../../report.ts'
import { aSoundReport, fillRow, saying } from '../../testing/a-sound-report.ts'
import { narrativeMismatches } from './mismatch.ts'

/** 21 came in and 2 from last year: 12 granted, 4 in part, 3 secret, 2 not held, 1 repeat; 1 goes on. */
function report() {
  const filled = aSoundReport({
    proactive: {
      'normativeDocuments.issuedThisYear': 3,
      'normativeDocuments.repealedThisYear': 1,
      'normativeDocuments.inForce': 9,
      'penalty.decisions': 35,
      'licensing.decisions': 76,
    },
  })
  const rows = {
    newReceived: 21,
    carriedOver: 2,
    granted: 12,
    partiallyGranted: 4,
    'denied.stateSecret': 3,
    'unableToProvide.notHeld': 2,
    'notProcessed.repeat': 1,
    resultsTotal: 22,
    carriedForward: 1,
  }
  for (const [row, total] of Object.entries(rows)) fillRow(filled, row, total)
  setFigure(filled, { table: 'remedies', row: 'review', column: 'upheld' }, 2)
  setFigure(filled, { table: 'remedies', row: 'review', column: 'total' }, 2)
  setFigure(filled, { table: 'remedies', row: 'suitDirect', column: 'pending' }, 1)
  setFigure(filled, { table: 'remedies', row: 'suitDirect', column: 'total' }, 1)
  return filled
}

const found = (text: string) => {
  const said = saying(report(), text)
  return narrativeMismatches(said, declaredFormat(said))
}

describe('a number in the text that differs from its cell is reported', () => {
  test.for([
    ['2024年全区受理政府信息公开申请28件。', 'newReceived', 28],
    ['全年共收到政府信息公开申请二十五件，均已答复。', 'newReceived', 25],
    ['本年新收政府信息公开申请 23 件。', 'newReceived', 23],
    ['我局共收到依申请公开 30 件次。', 'newReceived', 30],
    ['2024年度，我局未收到政府信息公开申请。', 'newReceived', 0],
    ['全年没有收到公民、法人或者其他组织的信息公开申请。', 'newReceived', 0],
    ['全年共办理政府信息公开申请40件。', 'newReceived', 40],
    ['收到政府信息公开申请21件，上年结转5件。', 'carriedOver', 5],
    ['收到政府信息公开申请21件，结转下年度继续办理4件。', 'carriedForward', 4],
    ['收到政府信息公开申请21件，其中予以公开13件，部分公开4件。', 'granted', 13],
    ['收到政府信息公开申请21件，其中予以公开12件、部分公开6件。', 'partiallyGranted', 6],
    ['收到政府信息公开申请21件，不予公开7件。', 'denied.stateSecret', 7],
    ['收到政府信息公开申请21件，本机关不掌握相关政府信息5件。', 'unableToProvide.notHeld', 5],
    ['因政府信息公开引发行政复议5件。', 'review', 5],
    ['政府信息公开行政复议2件、行政诉讼3件。', 'suitDirect', 3],
    ['全年未发生因政府信息公开引起的行政复议。', 'review', 0],
    ['全年制发行政规范性文件6件。', 'normativeDocuments', 6],
    ['2024年，制发行政规范性文件3件，废止行政规范性文件2件。', 'normativeDocuments', 2],
    ['扎实开展规范性文件清理，本年度制发3件，废止1件，现行有效12件。', 'normativeDocuments', 12],
    ['全年作出行政处罚决定53件。', 'penalty', 53],
  ] as const)('%s', ([text, row, actual]) => {
    expect(found(text)).toMatchObject([{ code: 'NARRATIVE_MISMATCH', severity: 'warning', row, actual }])
  })
})

describe('a number that agrees, or that speaks of something else, is not', () => {
  test.for([
    '2024年，受理政府信息公开申请21件。',
    '受理政府信息公开申请23件（含上年结转2件）。',
    '全年办理政府信息公开申请22件，结转下年度办理1件。',
    '全年共收到政府信息公开申请20余件。',
    '全年收到政府信息公开申请近30件。',
    '全年收到政府信息公开申请约25件。',
    '全年收到政府信息公开申请50多件。',
    '2023年收到政府信息公开申请18件。',
    '收到政府信息公开申请21件，较2023年增加6件。',
    '历年累计收到政府信息公开申请300件。',
    '收到政府信息公开申请21件，其中通过网络收到申请15件。',
    '通过网站收到政府信息公开申请9件。',
    '区本级收到政府信息公开申请8件。',
    '收到政府信息公开申请21件，予以公开及部分公开16件。',
    '收到政府信息公开申请21件，予以公开、部分公开共16件。',
    '主动公开政府信息376条。',
    '办理人大代表建议、政协提案45件，予以公开40件。',
    '受理12345投诉件2025件。',
    '全年受理网络问政182件。',
    '未发生因政府信息公开被行政复议纠错或者行政诉讼败诉的情况。',
    '全年审理行政复议案件135件。',
    '发布政策解读46件。',
    '审查规范性文件12件，向司法局备案8件。',
    '以市政府名义制发规范性文件2件。',
    '主动公开行政规范性文件2件。',
    '公示行政许可信息76条、行政处罚信息12条。',
    '作出适用简易程序的行政处罚决定12件。',
    '按照《关于受理政府信息公开申请50件的通知》要求办理。',
    '未收到申请人投诉举报。',
    '无正当理由大量反复申请的情况得到规范。',
    '办结率100%，满意率97.84%。',
  ])('%s', (text) => expect(found(text)).toEqual([]))
})

test('a cell that is not stated proves nothing', () => {
  const said = saying(report(), '全年收到政府信息公开申请28件。')
  said.requests.newReceived = { total: null }
  expect(narrativeMismatches(said, declaredFormat(said))).toEqual([])
})

test('a sum of which one cell is not stated proves nothing', () => {
  const said = saying(report(), '收到政府信息公开申请21件，不予公开7件。')
  said.requests['denied.prohibitedByLaw'] = { total: null }
  expect(narrativeMismatches(said, declaredFormat(said))).toEqual([])
})

describe('what is told names the number, the cells that it speaks of, and what they say', () => {
  const told = (text: string) => found(text).map(({ message }) => message)
  test('one cell, two that are added up, and more, of which two are named', () => {
    const [one] = told('全年收到政府信息公开申请28件。')
    expect(one).toMatch(/说的是28，第三部分“[^“”]+”行“总计”列是21，/)
    const [two] = told('信息公开行政诉讼3件。')
    expect(two).toMatch(/说的是3，第四部分“[^“”]+”的“总计”、第四部分“[^“”]+”的“总计”合计是1，/)
    const [more] = told('收到政府信息公开申请21件，不予公开7件。')
    expect(more).toMatch(/说的是7，第三部分“[^“”]+”行“总计”列、第三部分“[^“”]+”行“总计”列等各格合计是3，/)
  })
  test('once, however often it is said; each other number by itself', () => {
    const numbers = (text: string) => found(text).map(({ actual }) => actual)
    expect(numbers('全年收到政府信息公开申请28件。共收到政府信息公开申请28件。')).toEqual([28])
    expect(numbers('全年收到政府信息公开申请28件。共收到政府信息公开申请29件。')).toEqual([28, 29])
  })
})
