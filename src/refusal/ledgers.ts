import { effectWords } from './effect-words.ts'
import { Refusal } from './refusal.ts'

const conflict = (code: string, message: string, article?: string, field?: string) =>
  new Refusal('conflict', code, message, article, field)
const invalid = (code: string, message: string, field: string, article?: string) =>
  new Refusal('invalid', code, message, article, field)
const missing = (code: string, message: string) => new Refusal('missing', code, message)

/** What the live ledgers and channels refuse. */
export const ledgerRefusals = {
  noSuchExport: () => missing('no_such_export', '这张台账请在“依申请公开”的申请列表中导出'),
  dayInFuture: (field: string) => invalid('day_in_future', '日期不能晚于今天', field),
  importNeedsReason: (years: readonly number[], changed: number, effects: readonly string[]) =>
    conflict(
      'import_needs_reason',
      `这次导入更新了台账里已有的${changed}行，已定稿的${years.join('、')}年度报告的数字会与台账不一致${effectWords(effects)}。确需更新的，请写明理由（至少4个字）；个别登记有误的，请在工作平台的台账里逐条更正`,
    ),
  frozenMoves: (years: readonly number[], effects: readonly string[]) =>
    conflict(
      'frozen_moves',
      `${years.join('、')}年度报告已经定稿，这样登记以后其中的内容与台账不再一致${effectWords(effects)}，须更正报告，或者撤回修改后重新送审`,
    ),
  importByHead: (years: readonly number[]) =>
    new Refusal(
      'forbidden',
      'import_by_head',
      `这次导入会更新已有的登记，使已定稿的${years.join('、')}年度报告与台账不一致，须由政府信息公开工作机构负责人导入`,
    ),
  importNotYours: (ledger: string, roles: readonly string[]) =>
    new Refusal('forbidden', 'import_not_yours', `“${ledger}”由${roles.join('、')}导入`),
  badHowToRead: () => invalid('bad_how_to_read', '没有看懂这个文件应当怎样读取，请刷新页面后重新选择文件', 'how'),
  unknownDocument: () => missing('unknown_document', '台账里没有这件文件'),
  noAmendment: () => conflict('no_amendment', '没有登记过修改'),
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
  unknownDecision: () => missing('unknown_decision', '台账里没有这件决定'),
  decisionNumberTaken: (number: string) =>
    conflict('decision_number_taken', `台账里已有文号为“${number}”的同类决定`, undefined, 'values.number'),
  decisionKeepsKind: () => invalid('decision_keeps_kind', '决定的类别登记后不能改变', 'kind'),
  publicityUnderWay: () =>
    conflict('publicity_under_way', '这件决定的公示稿正在办理；要修改决定，请先在“主动公开”中作废公示稿'),
  decisionIsPublic: () =>
    conflict('decision_is_public', '这件决定正在公示，请在“主动公开”中更正或者撤回，不能在台账里直接修改'),
  notForPublicity: () => conflict('not_for_publicity', '这件决定不在公示范围内'),
  decisionQuashed: () =>
    conflict('decision_quashed', '这件决定已登记为被撤销、变更，不能办理此项', '行政处罚法第四十八条'),
  fieldsMissing: () => conflict('fields_missing', '这件决定由台账文件导入，没有公示所需的内容；请先补填后再公示'),
  onlyPenalties: () => conflict('only_penalties', '只有行政处罚决定在此登记被撤销、变更', '行政处罚法第四十八条'),
  quashedBeforeDecided: (decided: string) => invalid('quashed_before_decided', `日期不能早于决定日期${decided}`, 'on'),
  notQuashed: () =>
    conflict(
      'not_quashed',
      '请先登记处罚决定被撤销、变更的情况；公示截止期已过的，可以直接办理',
      '行政处罚法第四十八条',
    ),
  publicityRanOut: (last: string) =>
    conflict('publicity_ran_out', `公示截止期${last}已过，不再公示；截止期登记有误的，请先更正`),
  notPublishedHere: () => conflict('not_published_here', '这件决定不是在本平台公示的，请在原公示处撤下后登记撤下日期'),
  withdrawnByRecord: () => conflict('withdrawn_by_record', '这件决定在本平台公示，撤回经审核发布后自动登记'),
  withdrawnAlready: (day: string) => conflict('withdrawn_already', `已在${day}撤下；登记有误的，请用“更正登记”办理`),
  withdrawnBeforePublished: (published: string) =>
    invalid('withdrawn_before_published', `撤下日期不能早于公示日期${published}`, 'on'),
  unknownReceipt: () => missing('unknown_receipt', '台账里没有这张票据'),
  receiptTaken: (number: string) => conflict('receipt_taken', `台账里已有票据“${number}”`, undefined, 'receiptNumber'),
  notPublishedYet: () => missing('not_published_yet', '这条信息没有发布过，不能登记到其他渠道'),
  recordWithdrawn: () => conflict('record_withdrawn', '这条信息已经撤回，不能再登记到其他渠道'),
  unknownChannel: () => missing('unknown_channel', '没有这个渠道，请先登记渠道'),
  unknownPublication: () => missing('unknown_publication', '没有这条发布信息'),
  platformByItself: () => conflict('platform_by_itself', '平台上的发布和撤回由系统自动登记，不用手工登记'),
  beforeItsPublication: (published: string) =>
    invalid('before_its_publication', `不能早于在平台发布的日期${published}；发布日期不得倒签`, 'publishedOn'),
  addressMissing: () => invalid('address_missing', '请填写在这个渠道的网址', 'url'),
  standsThere: (channel: string) =>
    conflict('stands_there', `这条信息已登记在“${channel}”发布；重新发布的，请先登记撤下日期`, undefined, 'channelId'),
  takenDownAlready: (day: string) => conflict('taken_down_already', `已登记在${day}撤下`),
  downBeforeUp: (published: string) => invalid('down_before_up', `撤下日期不能早于发布日期${published}`, 'withdrawnOn'),
  noSuchLedgerYear: () => missing('no_such_ledger_year', '本机关没有这一张台账'),
  yearStillRuns: (year: number) =>
    conflict('year_still_runs', `${year}年尚未结束，这一年的台账要到年度结束以后才能确认`),
  ledgerYearKnown: (ledger: string, year: number) =>
    conflict('ledger_year_known', `“${ledger}”台账${year}年的情况已经清楚，不需要再确认`),
  noSuchConfirmation: () => missing('no_such_confirmation', '没有这一项确认，或者已经撤销'),
  confirmationPublished: (year: number) =>
    conflict(
      'confirmation_published',
      `${year}年度报告已经定稿，据以定稿的确认不能撤销；情况有变的，请撤回报告修改，或者补登台账后更正报告`,
    ),
  nothingToCorrect: () => conflict('nothing_to_correct', '与现在登记的相同，没有需要更正的'),
} as const
