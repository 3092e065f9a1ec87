import type { SectionId } from './report-format.ts'

/** Other wordings met in print for the labels of the formats, by row or column id. Punctuation and spaces never matter. */
export const labelVariants: Readonly<Record<string, readonly string[]>> = {
  rules: ['政府规章', '地方政府规章', '部门规章'],
  normativeDocuments: ['规范性文件', '行政规范性文件', '规范性档案', '行政规范性档案'],
  inForce: ['现行有效件', '现行有效数', '现行有效数量'],
  issuedThisYear: ['本年制发件', '本年制发数量'],
  repealedThisYear: ['本年废止件', '本年废止数量'],
  itemsDelta: ['本年增', '本年增减数量'],
  amountWan: ['本年收费金额'],
  otherServices: ['其他对外管理服务', '其它对外管理服务事项'],
  administrativeFees: ['行政事业性收费项目'],
  newReceived: ['本年新收政府信息公开申请', '本年新收政府信息公开申请数', '本年新收申请数量'],
  carriedOver: ['上年结转政府信息公开申请', '上年结转政府信息公开申请数', '上年度结转政府信息公开申请数量'],
  results: ['本年度办理结果', '本年办理结果'],
  partiallyGranted: ['部分公开'],
  'denied.prohibitedByLaw': ['其他法律法规禁止公开', '其他法律、法规禁止公开', '法律行政法规禁止公开'],
  'denied.thirdPartyRights': ['保护第三方合法利益'],
  'notProcessed.confirmOrReissue': ['要求行政机关确认或重新出具已获取的信息'],
  other: ['其它处理'],
  'other.supplementOverdue': ['申请人无正当理由逾期不补正', '逾期不补正'],
  'other.feeUnpaid': ['申请人逾期未按收费通知要求缴纳费用', '逾期不缴费', '逾期未缴费', '逾期不缴纳费用'],
  'other.otherMisc': ['其它'],
  otherOrg: ['其它'],
  resultsTotal: ['合计', '总数'],
  total: ['合计'],
  carriedForward: ['结转下年度办理', '结转下一年度继续办理', '结转下年继续办理'],
  otherResult: ['其它结果'],
  suitDirect: ['未经复议直接诉讼', '未经行政复议直接起诉'],
  suitAfterReview: ['复议后诉讼', '经复议后起诉'],
}

/** A section heading is recognised by its exact wording, or by all words of one set. */
export const headingWords: Readonly<Record<SectionId, readonly (readonly string[])[]>> = {
  overview: [['总体情况'], ['基本情况'], ['概述'], ['工作概况']],
  proactive: [
    ['主动公开', '信息', '情况'],
    ['主动公开', '政府信息'],
  ],
  requests: [
    ['收到', '申请'],
    ['处理', '申请', '信息公开'],
    ['依申请公开', '办理情况'],
  ],
  remedies: [['行政复议', '诉讼']],
  problems: [
    ['问题', '改进'],
    ['问题', '措施'],
    ['存在', '问题'],
    ['问题', '打算'],
  ],
  otherMatters: [['需要报告'], ['其他', '报告', '事项'], ['其它', '报告', '事项'], ['其他事项']],
}

/** Traditional characters that occur in labels and headings, with their simplified form. */
export const traditionalPairs =
  '訟讼條条項项總总體体況况動动開开務务報报與与處处議议復复訴诉問问題题進进範范規规許许強强費费單单萬万' +
  '證证據据關关申申請请數数結结轉转機机構构業业會会務务屬属國国祕秘密密舉举類类觀观執执詢询現现無无當当' +
  '製制補补後后內内仍仍確确從从準准護护權权過过罰罚對对採采購购減减廢废發发決决繳缴納纳應应於于書书認认' +
  '獲获經经終终審审維维糾纠質质積积齊齐額额個个辦办理理門门區区縣县鎮镇鄉乡廳厅廣广衛卫財财環环農农稅税' +
  '監监檢检險险護护聯联繫系電电話话郵邮編编說说學学東东華华導导領领時时間间統统計计號号點点種种們们來来' +
  '為为產产標标資资訊讯級级組组織织實实際际據据訂订簡简稱称條条創创選选舊旧給给級级續续紀纪約约續续'
