import { chineseDate, type PlainDate } from '../days/plain-date.ts'
import { betweenDays } from './between.ts'
import { Refusal } from './refusal.ts'

/** What a letter may not say or leave out, and acts that want more than they were given. */
export const letterRefusals = {
  importedAnswer: () =>
    new Refusal('conflict', 'imported_answer', '这件申请由台账导入，不在本系统办理；重新答复后请用“登记履行”'),
  notAnsweredYet: () =>
    new Refusal(
      'conflict',
      'not_answered_yet',
      '这件申请还没有答复过，请直接在该申请上答复；这是首次答复，发出后这里自动登记履行',
    ),
  nothingToAnswerAgain: (number: string) =>
    new Refusal('conflict', 'nothing_to_answer_again', `${number}由申请人撤回，没有可以重新答复的内容`),
  answeredAgainAlready: (number: string) =>
    new Refusal('conflict', 'answered_again_already', `${number}的重新答复正在办理或者已经发出，请在该申请上查看`),
  orderedBeforeAnswer: (day: PlainDate) =>
    new Refusal(
      'conflict',
      'ordered_before_answer',
      `不能早于原答复之日（${chineseDate(day)}），请核对`,
      undefined,
      'on',
    ),
  notInReanswer: () =>
    new Refusal(
      'invalid',
      'not_in_reanswer',
      '重新答复应当对申请作出答复，不能再按逾期未补正、未缴费处理',
      undefined,
      'outcome',
    ),
  textNotUsed: (label: string, document: string, field: string) =>
    new Refusal(
      'invalid',
      'text_not_used',
      `这种${document}不写“${label}”，也不据以决定，请把内容写到列出的栏目中，或者清空后再提交`,
      undefined,
      field,
    ),
  partsMissing: () =>
    new Refusal('invalid', 'parts_missing', '请逐项写明不予公开的部分，并分别选择依据、写明理由', '37', 'parts'),
  partNeeds: (index: number, what: string, field: string) =>
    new Refusal(
      'invalid',
      'part_needs',
      `第${index + 1}项不予公开的部分应当有${what}`,
      '37',
      `parts.${index}.${field}`,
    ),
  consultationNeeded: (what: string, field: string) =>
    new Refusal(
      'invalid',
      'consultation_needed',
      `${what}，但是本案没有相应的征求第三方意见记录；请先办理“征求意见”并登记其意见，或者改正这句话`,
      '32',
      field,
    ),
  opinionUnknown: (field: string) =>
    new Refusal('invalid', 'opinion_unknown', '本案没有征求过这一第三方的意见，请从列出的中选择', '32', field),
  opinionOpen: (label: string, field: string) =>
    new Refusal('invalid', 'opinion_open', `正在征求${label}的意见，收到意见或者期限届满后才能据以答复`, '32', field),
  nothingToFindReasonable: (field: string) =>
    new Refusal(
      'invalid',
      'nothing_to_find_reasonable',
      '所选的第三方没有不同意公开，没有可以认定为合理的理由，请去掉',
      '32',
      field,
    ),
  thirdPartyAgreed: (labels: string, field: string) =>
    new Refusal(
      'invalid',
      'third_party_agreed',
      `${labels}同意公开，不能以保护其合法权益为由不予公开；这一部分涉及别人的，请选择征求过的那一方，没有征求过的不选并写明不征求意见的理由`,
      '15',
      field,
    ),
  namesApplicant: (what: string, place: string, field: string | undefined) =>
    new Refusal(
      'invalid',
      'names_applicant',
      `“${place}”中有申请人一方的${what}，不能写入给他人的文书，请删去后再提交`,
      undefined,
      field,
    ),
  namesThirdParty: (what: string, place: string, field: string | undefined) =>
    new Refusal(
      'invalid',
      'names_third_party',
      `“${place}”中有被征求意见的第三方的${what}，不能写入给申请人的文书，请删去后再提交`,
      undefined,
      field,
    ),
  secrecyInLetter: (mark: string, place: string, field: string | undefined) =>
    new Refusal(
      'invalid',
      'secrecy_in_letter',
      `“${place}”中有密级或者内部标志“${mark}”，不能写入文书：本系统是非涉密系统，不得存储、处理国家秘密；请核对后删去`,
      undefined,
      field,
    ),
  letterLacks: (lacks: string, field: string | undefined) =>
    new Refusal('invalid', 'letter_lacks', `文书还不能送审、发出：${lacks}`, undefined, field),
  earlierAnswerUnknown: () =>
    new Refusal(
      'invalid',
      'earlier_answer_unknown',
      '没有找到同一申请人的这一份答复，请从列表中选择；列表中没有的，请写明文号（如 示办公复〔2019〕3号）和日期',
      '36',
      'record',
    ),
  signsNotDrawn: (signs: string) =>
    new Refusal(
      'invalid',
      'signs_not_drawn',
      `文书中的${signs}没有可用的字体，打印时会成为代码；可以请系统管理员在字体目录中增加字体，确需现在发出的，请勾选“以代码打印”`,
      undefined,
      'asCodes',
    ),
  letterWaiting: () => new Refusal('conflict', 'letter_waiting', '有文书正在审批，请等审批完毕或者退回后再办理'),
  noLetterWaiting: () => new Refusal('conflict', 'no_letter_waiting', '没有等待审批的文书'),
  ownLetter: () => new Refusal('forbidden', 'own_letter', '文书中还有您拟写、选定的内容，不能由您审批；请由另一人审批'),
  foreignCourier: (field: string) =>
    new Refusal(
      'invalid',
      'foreign_courier',
      '国家机关公文只能由邮政企业寄递（邮政法第五十五条），其他快递不作为送达；请改由邮政企业邮寄（如EMS），或者当面、网上送达',
      undefined,
      field,
    ),
  noLetterSent: () => new Refusal('conflict', 'no_letter_sent', '这件申请还没有发出文书，没有可以更正的'),
  lettersOfWithdrawn: () =>
    new Refusal(
      'conflict',
      'letters_of_withdrawn',
      '申请人已经撤回申请，此前的文书不再更正；需要说明的，请与申请人联系并办理“备注”',
    ),
  unknownLetter: () => new Refusal('invalid', 'unknown_letter', '请选择一份已经发出的文书', undefined, 'letter'),
  correctTheFirst: () =>
    new Refusal(
      'invalid',
      'correct_the_first',
      '这是一份更正告知书：它有误的，请选择它所更正的原文书，再办理一次更正',
      undefined,
      'letter',
    ),
  wordsNotInLetter: (index: number) =>
    new Refusal(
      'invalid',
      'words_not_in_letter',
      `第${index + 1}处：文书中没有这段文字，请照文书（含此前的更正）的原文填写，标点也要相同；抬头的姓名或者名称以登记为准，写错的请先办理“更正登记”`,
      undefined,
      'corrections',
    ),
  wordsSeveralTimes: (index: number, times: number) =>
    new Refusal(
      'invalid',
      'words_several_times',
      `第${index + 1}处：这段文字在文书中出现${times}次，请连同前后的文字一起填写，使它只出现一次；各处都有误的，请逐处填写`,
      undefined,
      'corrections',
    ),
  wordsUnchanged: (index: number) =>
    new Refusal(
      'invalid',
      'words_unchanged',
      `第${index + 1}处：更正后的文字与原文相同，请填写正确的文字`,
      undefined,
      'corrections',
    ),
  wordsOverlap: (index: number) =>
    new Refusal(
      'invalid',
      'words_overlap',
      `第${index + 1}处：与前面的一处有重叠，请合并为一处填写`,
      undefined,
      'corrections',
    ),
  nothingToCorrectInLetter: () =>
    new Refusal('invalid', 'nothing_to_correct', '请填写写错的文字和更正后的文字', undefined, 'corrections'),
  correctionDecides: (words: string) =>
    new Refusal(
      'invalid',
      'correction_decides',
      `“${words}”是文书的结论或者所依据的条例条款，更正只改笔误和写错的事实，不能改变它。结论或者依据有误的，应当依法撤销原答复、重新作出答复，另行发文并送达，在本案“备注”中写明文号和日期；原答复仍按原来的结果计入年度报告，不重复计数`,
      undefined,
      'corrections',
    ),
  correctionMovesTerm: (words: string, isApplicants: boolean) =>
    new Refusal(
      'invalid',
      'correction_moves_term',
      isApplicants
        ? `“${words}”是文书给出的期限，请不要改文字，在“期限更正为”中填写正确的日期`
        : `“${words}”是文书给出的期限，依照条例、法律或者由政府信息公开工作机构负责人确定，不能用更正改变`,
      undefined,
      'corrections',
    ),
  termNotRunning: () =>
    new Refusal(
      'invalid',
      'term_not_running',
      '只有正在等待申请人补正或者说明理由时，才能更正该文书给出的期限；请清空“期限更正为”',
      undefined,
      'dueOn',
    ),
  termShortened: () =>
    new Refusal(
      'invalid',
      'term_shortened',
      '更正不能缩短已经告知申请人的期限，请填写更晚的日期，或者保留原来的期限',
      undefined,
      'dueOn',
    ),
  searchedTooEarly: (receivedOn: string, today: string) =>
    new Refusal(
      'invalid',
      'day_out_of_range',
      `检索应当在收到申请之后进行，${betweenDays(receivedOn, today)}`,
      undefined,
      'search.searchedOn',
    ),
  lateReasonMissing: (what: string, due: string) =>
    new Refusal(
      'invalid',
      'late_reason_missing',
      `${what}应当在${due}前办理，已经超过，请写明原因`,
      undefined,
      'lateReason',
    ),
  beforeRegulation: (field: string, first: string) =>
    new Refusal(
      'invalid',
      'day_too_early',
      `现行《政府信息公开条例》自${first}起施行，更早的申请不在本平台办理；请核对日期`,
      undefined,
      field,
    ),
  receiptIsArrival: (channel: string, rule: string, arrivedOn: string) =>
    new Refusal(
      'invalid',
      'receipt_is_arrival',
      `${channel}的，${rule}：收到申请之日就是到达之日${arrivedOn}；请填写同一天，或者核对到达之日和渠道`,
      '31',
      'receivedOn',
    ),
  confirmedOnNoDay: () =>
    new Refusal(
      'invalid',
      'confirmed_on_no_day',
      '填写了与申请人确认的方式，请一并填写确认之日；还没有确认的，请清空确认的方式',
      '31',
      'receivedOn',
    ),
  tooFarBack: (field: string, first: string) =>
    new Refusal('invalid', 'day_too_early', `日期早于${first}，请核对年份`, undefined, field),
  notBeyondCalendar: (field: string, last: string) =>
    new Refusal('invalid', 'day_too_late', `日期晚于${last}，无法推算期限，请核对年份`, undefined, field),
  delayedAlready: () =>
    new Refusal(
      'conflict',
      'delayed_already',
      '已经依照第三十五条确定延迟答复的期限并告知申请人，不再适用第三十三条的延长',
      '35',
    ),
  withdrawalProposed: () =>
    new Refusal('conflict', 'withdrawal_proposed', '已经登记申请人撤回，等待科室负责人核对确认'),
  noWithdrawal: () => new Refusal('conflict', 'no_withdrawal', '没有待确认的撤回'),
  ownWithdrawal: () => new Refusal('forbidden', 'own_withdrawal', '登记撤回的人不能自己确认，请由另一名科室负责人核对'),
  ownProposal: () => new Refusal('forbidden', 'own_proposal', '延期由您提请，应当由另一人决定'),
  withdrawalUnproven: () =>
    new Refusal(
      'invalid',
      'withdrawal_unproven',
      '撤回须有申请人的书面材料或者记录：请上传申请人的书面材料，或者写明何时、以何种方式、由谁收到',
      undefined,
      'evidence',
    ),
} as const
