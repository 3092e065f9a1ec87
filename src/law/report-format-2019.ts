import type { ReportFormat } from './report-format.ts'
import {
  applicantColumns,
  commonResultRows,
  crossFooting,
  remedyColumns,
  reportSections,
  requestsCorner,
} from './report-format-2021.ts'

const items = [
  { id: 'itemsLastYear', label: '上一年项目数量' },
  { id: 'itemsDelta', label: '本年增/减', kind: 'delta' },
] as const
const itemsAndDecisions = [...items, { id: 'decisions', label: '处理决定数量' }] as const

/** 国办公开办函〔2019〕60号 (trial): reports for 2019 and 2020; some organs went on using it, which is a formal defect. */
export const reportFormat2019: ReportFormat = {
  id: '2019',
  notice: '国办公开办函〔2019〕60号',
  issuedOn: '2019-11-27',
  firstYear: 2019,
  lastYear: 2020,
  sections: reportSections,
  proactive: [
    {
      item: 1,
      caption: '第二十条第（一）项',
      columns: [
        { id: 'newlyMade', label: '本年新制作数量' },
        { id: 'newlyPublished', label: '本年新公开数量' },
        { id: 'totalPublished', label: '对外公开总数量' },
      ],
      rows: [
        { id: 'rules', label: '规章' },
        { id: 'normativeDocuments', label: '规范性文件' },
      ],
    },
    {
      item: 5,
      caption: '第二十条第（五）项',
      columns: itemsAndDecisions,
      rows: [
        { id: 'licensing', label: '行政许可' },
        { id: 'otherServices', label: '其他对外管理服务事项' },
      ],
    },
    {
      item: 6,
      caption: '第二十条第（六）项',
      columns: itemsAndDecisions,
      rows: [
        { id: 'penalty', label: '行政处罚' },
        { id: 'compulsion', label: '行政强制' },
      ],
    },
    {
      item: 8,
      caption: '第二十条第（八）项',
      columns: items,
      rows: [{ id: 'administrativeFees', label: '行政事业性收费' }],
    },
    {
      item: 9,
      caption: '第二十条第（九）项',
      columns: [
        { id: 'items', label: '采购项目数量' },
        { id: 'amountPrinted', label: '采购总金额', kind: 'asPrinted' },
      ],
      rows: [{ id: 'procurement', label: '政府集中采购' }],
    },
  ],
  requests: {
    corner: requestsCorner,
    columns: applicantColumns,
    rows: [
      { id: 'newReceived', label: '一、本年新收政府信息公开申请数量' },
      { id: 'carriedOver', label: '二、上年结转政府信息公开申请数量' },
      {
        id: 'results',
        label: '三、本年度办理结果',
        rows: [
          ...commonResultRows,
          { id: 'other', label: '（六）其他处理' },
          { id: 'resultsTotal', label: '（七）总计' },
        ],
      },
      { id: 'carriedForward', label: '四、结转下年度继续办理' },
    ],
  },
  remedies: { columns: remedyColumns },
  equations: crossFooting([
    ...commonResultRows.flatMap((row) => ('rows' in row ? row.rows.map(({ id }) => id) : [row.id])),
    'other',
  ]),
}
