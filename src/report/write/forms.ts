/** The forms in which a report is written, with what a browser and a person must know of each. */
export const reportForms = {
  html: { ending: 'html', contentType: 'text/html; charset=utf-8', label: '网页' },
  docx: {
    ending: 'docx',
    contentType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    label: 'Word 文档',
  },
  pdf: { ending: 'pdf', contentType: 'application/pdf', label: 'PDF 文档' },
  xlsx: {
    ending: 'xlsx',
    contentType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    label: 'Excel 表格',
  },
  json: { ending: 'json', contentType: 'application/json; charset=utf-8', label: 'JSON 数据' },
  txt: { ending: 'txt', contentType: 'text/plain; charset=utf-8', label: '纯文本' },
} as const
export type ReportForm = keyof typeof reportForms
