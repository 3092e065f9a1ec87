import { ledger } from '../workbooks/ledger.ts'
import { needs, notBefore } from '../workbooks/rules.ts'
import { NormativeDocument } from './normative-document.ts'

/** 第二十条第（一）项: one row per document, kept after its repeal. */
export const normativeDocumentsLedger = ledger({
  id: 'normativeDocuments',
  sheet: '规章和行政规范性文件',
  purpose: '一件文件一行，包括以前制发、现在仍有效的；废止、失效的不要删除，填写废止日期或有效期。',
  columns: [
    {
      id: 'documentNumber',
      header: '文号',
      kind: 'text',
      isNumber: true,
      required: true,
      maxLength: 100,
      example: '市文旅规〔2025〕1号',
      aliases: ['发文字号'],
      note: '不得重复；规章填令号。',
    },
    {
      id: 'kind',
      header: '文件类别',
      kind: 'choice',
      required: true,
      choices: [
        { id: 'rules', label: '规章' },
        { id: 'normativeDocuments', label: '行政规范性文件', aliases: ['规范性文件'] },
      ],
      example: 'normativeDocuments',
      note: '只有国务院部门、省级和设区的市级政府可以制定规章。',
    },
    {
      id: 'title',
      header: '文件名称',
      kind: 'text',
      required: true,
      maxLength: 500,
      example: '公共文化场馆免费开放管理办法',
      aliases: ['标题', '名称'],
    },
    {
      id: 'issuedOn',
      header: '制发日期',
      kind: 'date',
      required: true,
      example: '2025-02-20',
      aliases: ['发文日期', '成文日期'],
    },
    {
      id: 'effectiveFrom',
      header: '施行日期',
      kind: 'date',
      required: true,
      mayBeFuture: true,
      example: '2025-04-01',
      aliases: ['生效日期'],
    },
    {
      id: 'validUntil',
      header: '有效期至',
      kind: 'date',
      mayBeFuture: true,
      example: '2030-03-31',
      note: '有效期的最后一日；没有规定有效期的留空。',
    },
    { id: 'repealedOn', header: '废止日期', kind: 'date', mayBeFuture: true, note: '自此日起不再有效；仍有效的留空。' },
    {
      id: 'repealedBy',
      header: '废止依据',
      kind: 'text',
      isNumber: true,
      maxLength: 500,
      note: '宣布废止的文件名称或文号。',
    },
  ],
  key: ['documentNumber'],
  rules: [
    notBefore('validUntil', 'effectiveFrom', '有效期至不能早于施行日期'),
    notBefore('repealedOn', 'issuedOn', '废止日期不能早于制发日期'),
    needs('repealedBy', 'repealedOn', '填写了废止依据，应同时填写废止日期'),
  ],
  toEntry: (row) => NormativeDocument.parse(row),
  toValues: (document: NormativeDocument) => document,
})
