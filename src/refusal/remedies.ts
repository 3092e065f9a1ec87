import { chineseDate, type PlainDate } from '../days/plain-date.ts'
import { Refusal } from './refusal.ts'

/** What is refused where reconsiderations and suits are registered and worked on. */
export const remedyRefusals = {
  unknownRemedy: () => new Refusal('missing', 'unknown_remedy', '没有这件复议、诉讼，或者它不属于本机关'),
  remedyNumberTaken: (number: string, isImported: boolean, field = 'number') =>
    new Refusal(
      'conflict',
      'remedy_number_taken',
      isImported
        ? `${number}已经由台账导入；请在清单中打开核对，需要在这里办理的，请先提出删除导入的那一条`
        : `${number}已经登记；请在清单中打开，在原案件上办理，二审、再审也在原案件上登记`,
      undefined,
      field,
    ),
  ledgerNamesRegistered: (number: string) =>
    new Refusal(
      'conflict',
      'ledger_names_registered_remedy',
      `“${number}”已经在本系统登记办理，不能由台账导入；请从台账文件中删去这一行，有变化的在该案件中登记`,
    ),
  unknownRemedyRequest: () =>
    new Refusal('conflict', 'unknown_remedy_request', '没有这件申请，请重新选择', undefined, 'requestId'),
  unknownRemedyRecord: () =>
    new Refusal('conflict', 'unknown_remedy_record', '没有这条已公开的信息，请重新选择', undefined, 'recordId'),
  noLetterOfThatNumber: () =>
    new Refusal(
      'conflict',
      'no_letter_of_that_number',
      '这件申请没有这个文号的文书，请从列出的文号中选择，或者留空',
      undefined,
      'letterNumber',
    ),
  followsNoReview: () =>
    new Refusal(
      'conflict',
      'follows_no_review',
      '这个案号不是行政复议案件，请填写原复议案件的案号',
      undefined,
      'followsNumber',
    ),
  remedyClosed: (status: string) =>
    new Refusal('conflict', 'remedy_closed', `案件${status}，现在不能办理这一步；记错的，请先撤销相应的记录`),
  notYourRemedy: (unit: string) =>
    new Refusal(
      'forbidden',
      'not_your_remedy',
      `这件案件由${unit && `${unit}或者`}政府信息公开工作机构办理；需要您办理的，请先请他们交办`,
    ),
  onlyInSuits: () =>
    new Refusal('conflict', 'only_in_suits', '复议案件没有这一步；对复议决定起诉的，另行登记“复议后起诉”'),
  onlyInReviews: () =>
    new Refusal('conflict', 'only_in_reviews', '答复的期限只在行政复议中随程序变化，诉讼不用登记程序变更'),
  repliedAlready: () => new Refusal('conflict', 'replied_already', '已经登记提交答复；补充提交的材料，请用“备注”附上'),
  performedByAnswering: () =>
    new Refusal(
      'conflict',
      'performed_by_answering',
      '已经转入重新答复：在该申请上发出新的答复后，这里自动登记履行，不用另行登记',
    ),
  noAnswerAttacked: () =>
    new Refusal(
      'conflict',
      'no_answer_attacked',
      '案件针对的不是对申请的答复，没有可以重新作出的答复；履行的，请用“登记履行”',
    ),
  answeredAgainNow: () =>
    new Refusal('conflict', 'answered_again_now', '重新答复正在办理，请在该申请上答复；登记有误的，请先撤销那一条'),
  nothingOrdered: (field?: string) =>
    new Refusal(
      'conflict',
      'nothing_ordered',
      '现在的结果没有责令重新答复；请先登记责令重新答复的决定、裁判，审理中自行纠正的请选“自行纠正”',
      undefined,
      field,
    ),
  requestIsAnswered: () =>
    new Refusal(
      'conflict',
      'request_is_answered',
      '已经因本案转入重新答复，不能改为另一件申请；登记有误的，请先撤销“转入重新答复”',
      undefined,
      'requestId',
    ),
  correctedWhileRunning: () =>
    new Refusal(
      'conflict',
      'corrected_while_running',
      '案件已经裁决，应当按决定、裁判重新答复，请选“责令重新答复”',
      undefined,
      'ground',
    ),
  beforeTheDecision: () =>
    new Refusal('conflict', 'before_the_ordering_decision', '不能早于作出决定、裁判之日，请核对', undefined, 'on'),
  nothingToPerform: () =>
    new Refusal('conflict', 'nothing_to_perform', '没有等待履行的决定、裁判；有履行期限的，在登记决定、裁判时填写'),
  noEvidenceListed: () =>
    new Refusal('conflict', 'no_evidence_listed', '还没有证据清单，请先办理“编制证据清单”，再导出证据材料'),
  noOpinionOpen: () => new Refusal('conflict', 'no_opinion_open', '没有等待反馈的意见书'),
  notYetHappened: (field = 'on') =>
    new Refusal('conflict', 'not_yet_happened', '不能登记以后的日期，请核对', undefined, field),
  beforeTheCase: (day: PlainDate) =>
    new Refusal(
      'conflict',
      'before_the_case',
      `不能早于受理、立案之日（${chineseDate(day)}），请核对`,
      undefined,
      'on',
    ),
  beforeDecision: () =>
    new Refusal('conflict', 'before_the_decision', '不能早于上一审级裁判之日，请核对', undefined, 'on'),
  resultOfOther: () =>
    new Refusal(
      'conflict',
      'result_of_other_forum',
      '复议的结果用于复议案件，诉讼的结果用于诉讼案件',
      undefined,
      'result',
    ),
  resultOfSecond: () =>
    new Refusal(
      'conflict',
      'result_of_second_instance',
      '这一结果只用于二审、再审，请先登记二审、再审',
      undefined,
      'result',
    ),
  instanceOutOfOrder: () =>
    new Refusal(
      'conflict',
      'instance_out_of_order',
      '发回重审的登记“重审”；一审或者重审裁判后登记“二审”，生效后登记“再审”',
      undefined,
      'instance',
    ),
  sameProcedure: () =>
    new Refusal('conflict', 'same_procedure', '案件现在就是这一程序，没有变更', undefined, 'procedure'),
  extendedBackwards: () =>
    new Refusal('conflict', 'extended_backwards', '延长至的日期不能早于决定延长之日', undefined, 'until'),
  nothingChangedInRemedy: () =>
    new Refusal('conflict', 'nothing_changed_in_remedy', '没有改动任何一项，请核对要更正的内容'),
  takesBackLastFirst: () =>
    new Refusal(
      'conflict',
      'takes_back_last_first',
      '后面还登记了裁判或者审级，请先撤销后面的，再撤销这一条',
      undefined,
      'of',
    ),
  decidedInOtherForum: () =>
    new Refusal(
      'conflict',
      'decided_in_other_forum',
      '已经登记了决定、裁判，不能在复议和诉讼之间更改；请先撤销登记的决定、裁判',
      undefined,
      'kind',
    ),
  notTakenBack: () =>
    new Refusal('conflict', 'not_taken_back', '这条记录不能撤销，或者已经撤销，请重新选择', undefined, 'of'),
}
