import { ledger } from '../workbooks/ledger.ts'
import { AdministrativeFee } from './administrative-fee.ts'

/** 第二十条第（八）项: one row per receipt; a refund is a row of its own. */
export const administrativeFeesLedger = ledger({
  id: 'administrativeFees',
  sheet: '行政事业性收费',
  purpose: '一张票据一行，金额以元为单位；退费另起一行填负数。年度报告以万元为单位，由系统换算。',
  columns: [
    {
      id: 'receiptNumber',
      header: '票据号码',
      kind: 'text',
      required: true,
      maxLength: 100,
      example: '0012345678',
      note: '不得重复；本列为文本格式，可保留开头的0。',
    },
    { id: 'item', header: '收费项目', kind: 'text', required: true, maxLength: 200, example: '考试考务费' },
    { id: 'collectedOn', header: '收费日期', kind: 'date', required: true, example: '2025-06-12' },
    {
      id: 'amount',
      header: '金额（元）',
      kind: 'money',
      required: true,
      wholeDigits: 12,
      mayBeNegative: true,
      example: '1200.00',
      aliases: ['收费金额'],
    },
  ],
  key: ['receiptNumber'],
  rules: [],
  toEntry: (row) => AdministrativeFee.parse(row),
  toValues: (fee: AdministrativeFee) => fee,
})
