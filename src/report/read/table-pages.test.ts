import { expect, test } from 'vitest'
import { reportFormat2021 } from '../../law/report-format-2021.ts'
import { placeKey, rowPages } from './table-pages.ts'

const proactive = '二、主动公开政府信息情况 规章 行政规范性\n文件 行政许可 行政处罚 行政强制 行政事业性收费'
const begun = '三、收到和处理政府信息公开申请情况 一、本年新收政府信息公开申请数量 二、上年结转 （一）予以公开'
const goesOn =
  '1.属于国家秘密 2.其他法律行政法规禁止公开 4.保护第三方合法权益 5.属于三类内部事务信息 6.属于四类过程性信息 7.属于行政执法案卷 四、结转下年度继续办理'

const at = (texts: readonly string[], table: 'proactive' | 'requests' | 'remedies', row: string) =>
  rowPages(reportFormat2021, texts)[placeKey({ table, row })]

test('a row stands on the page that names it, also where a line is broken or a table goes on', () => {
  const texts = ['目录', proactive, begun, goesOn, '五、存在的主要问题']
  expect(at(texts, 'proactive', 'normativeDocuments')).toBe(1)
  expect(at(texts, 'requests', 'newReceived')).toBe(2)
  expect(at(texts, 'requests', 'denied.enforcementFile')).toBe(3)
})

test('what no page names has no place', () => {
  expect(rowPages(reportFormat2021, ['关于放假的通知'])).toEqual({})
  expect(rowPages(reportFormat2021, [])).toEqual({})
})

test('reconsideration and both kinds of suits stand where section four has its columns', () => {
  const four = '四、政府信息公开行政复议、行政诉讼情况 行政复议 行政诉讼 未经复议直接起诉 复议后起诉'
  const texts = [proactive, begun, four]
  for (const row of ['review', 'suitDirect', 'suitAfterReview']) expect(at(texts, 'remedies', row), row).toBe(2)
})
