import { Refusal } from './refusal.ts'

const conflict = (code: string, message: string, field?: string) =>
  new Refusal('conflict', code, message, undefined, field)
const missing = (code: string, message: string) => new Refusal('missing', code, message)

/** What is refused where a single row of a register is put right or taken out. */
export const rowCorrectionRefusals = {
  unknownRow: () => missing('unknown_row', '台账里没有这一行，请从清单中打开'),
  unknownRowCorrection: () => missing('unknown_row_correction', '没有这项更正，请从“台账更正”中打开'),
  rowSaysSo: () =>
    new Refusal('invalid', 'row_says_so', '与现在登记的相同，请先改动需要更正的项目', undefined, 'values'),
  columnShut: (column: string, header: string, why: string) =>
    conflict('column_shut', `${header}：${why}`, `values.${column}`),
  rowCorrectionWaits: () =>
    conflict('row_correction_waits', '这一行已有更正或者撤销登记等待复核，请先复核，或者由提出人撤回，再提出新的'),
  rowOfAnotherUnit: () =>
    new Refusal(
      'forbidden',
      'row_of_another_unit',
      '这一行由其他科室登记，请由该科室或者政府信息公开工作机构提出更正、撤销登记',
    ),
  rowCorrectionDecided: () => conflict('row_correction_decided', '这项更正已经办结，请刷新后查看结果'),
  rowChangedSince: () =>
    conflict('row_changed_since', '提出更正以后，这一行又有改动，不能按原来的内容生效；请不予更正，核对后重新提出'),
  rowKeyTaken: () => conflict('row_key_taken', '台账里已有相同的一行，请核对；重复登记的，请撤销其中一行'),
  ownRowCorrection: () =>
    new Refusal('forbidden', 'own_row_correction', '更正由您提出，应当由另一人复核；不再需要的，请撤回'),
  notYourRowCorrection: () =>
    new Refusal('forbidden', 'not_your_row_correction', '这项更正由他人提出，只有提出人可以撤回；不同意的，请不予更正'),
  requestIsLive: () =>
    conflict('request_is_live', '这件申请在本系统办理，请打开申请，在“更正登记”中办理；不能在台账里更正或者撤销'),
  documentHasAmendments: (count: number) =>
    conflict('document_has_amendments', `这件文件登记过${count}次修改，请先取消登记的修改，再撤销登记`),
  decisionWasPublic: () => conflict('decision_was_public', '这件决定在本平台公示过，公示记录应当保留，不能撤销登记'),
  channelHasPublications: (count: number) =>
    conflict(
      'channel_has_publications',
      `这个渠道下登记了${count}条发布信息，请先更正这些信息的渠道或者撤销登记；渠道名称写错的，直接更正名称`,
    ),
  noChannelOfThatName: () =>
    conflict(
      'no_channel_of_that_name',
      '没有登记过这个渠道，请核对渠道类型和名称，或者先登记渠道',
      'values.channelName',
    ),
  decisionByCorrection: (field: string, label: string) =>
    new Refusal(
      'invalid',
      'decision_by_correction',
      `${label}登记有误的，请在决定页面用“更正登记”办理，写明理由`,
      undefined,
      field,
    ),
  changeNeedsReason: () =>
    new Refusal('invalid', 'change_needs_reason', '请写明修改的理由，修改前的内容留在办理经过里', undefined, 'reason'),
  repealedAlready: (day: string) => conflict('repealed_already', `已登记在${day}废止；登记有误的，请用“更正登记”办理`),
  repealedBeforeIssued: (issued: string) =>
    new Refusal('invalid', 'repealed_before_issued', `废止日期不能早于制发日期${issued}`, undefined, 'repealedOn'),
} as const
