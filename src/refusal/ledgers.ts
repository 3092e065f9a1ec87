import { Refusal } from './refusal.ts'

const conflict = (code: string, message: string, article?: string, field?: string) =>
  new Refusal('conflict', code, message, article, field)
const invalid = (code: string, message: string, field: string, article?: string) =>
  new Refusal('invalid', code, message, article, field)
const missing = (code: string, message: string) => new Refusal('missing', code, message)

/** What the live ledgers and channels refuse. */
export const ledgerRefusals = {
  dayInFuture: (field: string) => invalid('day_in_future', '日期不能晚于今天', field),
  unknownDocument: () => missing('unknown_document', '台账里没有这件文件'),
  unknownAmendment: () => missing('unknown_amendment', '没有登记过这次修改'),
  documentNumberTaken: (number: string) =>
    conflict('document_number_taken', `台账里已有文号为“${number}”的文件`, undefined, 'documentNumber'),
  publishedDocument: () =>
    conflict('published_document', '这件文件由平台发布后自动登记，请在“主动公开”中更正、废止，台账随之变动'),
  noRulesPower: () => invalid('no_rules_power', '本机关没有规章制定权，不能登记规章；请选“行政规范性文件”', 'kind'),
  notInForceThen: (field: string) => invalid('not_in_force_then', '这件文件在这一天不是现行有效，请核对日期', field),
  importOverPublished: (what: string) =>
    conflict(
      'import_over_published',
      `“${what}”由平台发布后自动登记，台账文件里的内容与之不同，不能用导入修改；请核对后从文件里删去这一行`,
    ),
} as const
