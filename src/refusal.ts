import { backupRefusals } from './refusal/backup.ts'
import { betweenDays } from './refusal/between.ts'
import { correctionRefusals } from './refusal/corrections.ts'
import { disclosureRefusals } from './refusal/disclosure.ts'
import { feedbackRefusals } from './refusal/feedback.ts'
import { feeRefusals } from './refusal/fees.ts'
import { fileRefusals } from './refusal/files.ts'
import { installationRefusals } from './refusal/installation.ts'
import { ledgerRefusals } from './refusal/ledgers.ts'
import { letterRefusals } from './refusal/letters.ts'
import { redactionRefusals } from './refusal/redaction.ts'
import { Refusal } from './refusal/refusal.ts'
import { remedyRefusals } from './refusal/remedies.ts'
import { reportRefusals } from './refusal/reports.ts'
import { rowCorrectionRefusals } from './refusal/row-corrections.ts'
import { sealRefusals } from './refusal/seals.ts'
import { serviceRefusals } from './refusal/service.ts'
import { signInRefusals } from './refusal/sign-in.ts'
import { workRefusals } from './refusal/work.ts'

export { Refusal }

/** Everything the system may refuse; what concerns proactive disclosure, the ledgers and the start stands in files of their own. */
/** What can be done with a file that cannot be looked into for what is hidden in it. */
const ways: readonly (readonly [RegExp, string])[] = [
  [
    /\.(wps|wpt|doc|dot|rtf)$/i,
    '请用 WPS 或者 Word 打开，点“文件—另存为”，类型选“Word 文档（.docx）”或者 PDF 后再上传。',
  ],
  [/\.(et|ett|xls|csv)$/i, '请用 WPS 表格或者 Excel 打开，点“文件—另存为”，类型选“Excel 工作簿（.xlsx）”后再上传。'],
  [/\.(dps|dpt|pptx?)$/i, '请用 WPS 演示或者 PowerPoint 打开，点“文件—另存为”，类型选 PDF 后再上传。'],
  [
    /\.(heic|heif|hif|webp|tiff?)$/i,
    '请在手机或者电脑上打开这张照片，另存或者截屏为 .jpg 后再上传；苹果手机可以先在“设置—相机—格式”中选“兼容性最佳”再拍。',
  ],
  [/\.(zip|rar|7z|gz|tar)$/i, '请解压后逐个上传。'],
]
const instead = (name: string): string => ways.find(([ending]) => ending.test(name))?.[1] ?? ''

export const refusals = {
  ...backupRefusals,
  ...correctionRefusals,
  ...disclosureRefusals,
  ...feeRefusals,
  ...workRefusals,
  ...feedbackRefusals,
  ...fileRefusals,
  ...ledgerRefusals,
  ...letterRefusals,
  ...remedyRefusals,
  ...serviceRefusals,
  ...sealRefusals,
  ...signInRefusals,
  ...reportRefusals,
  ...rowCorrectionRefusals,
  crowded: () =>
    new Refusal('busy', 'crowded', '您所在的网络同时发来的请求过多，请过几秒再试；已填写的内容请不要关闭页面'),
  noOrgan: () => new Refusal('missing', 'no_organ', '还没有开设机关，请先执行 kaicheng setup'),
  typesettingBusy: () =>
    new Refusal('busy', 'typesetting_busy', '正在生成的文件较多，请过一会儿再下载；网页上的内容不受影响'),
  notTypeset: () =>
    new Refusal('busy', 'not_typeset', '这份文件过大或者过于复杂，没有能够生成，请阅读网页上的内容，或者稍后再试'),
  ...installationRefusals,
  ...redactionRefusals,
  unknownOrgan: (slug: string, field?: string) =>
    new Refusal(
      'missing',
      'unknown_organ',
      `没有找到代号为“${slug}”的机关，请核对代号（如 hegang-ysj）`,
      undefined,
      field,
    ),
  organTaken: (name: string, slug: string, field: 'name' | 'slug') =>
    new Refusal('conflict', 'organ_taken', `代号或者名称已由“${name}”（${slug}）使用，请换一个`, undefined, field),
  signedOut: () => new Refusal('signedOut', 'signed_out', '您尚未登录或者登录已过期，请重新登录'),
  signingIn: () => new Refusal('signedOut', 'signing_in', '登录还没有完成，请继续完成登录'),
  notYours: (roles: readonly string[]) => new Refusal('forbidden', 'not_yours', `此项由${roles.join('、')}办理`),
  foreignPage: () => new Refusal('forbidden', 'foreign_page', '请求不是从本系统的页面发出的，已经拒绝'),
  wrongCredentials: () => new Refusal('invalid', 'wrong_credentials', '登录名或者密码不正确'),
  tooManyTries: (until: string) =>
    new Refusal(
      'tooMany',
      'too_many_tries',
      `从您这里登录失败次数过多，已暂时锁定，请在${until}之后再试；急用的，请联系安全管理员解锁`,
    ),
  wrongAgain: () => new Refusal('tooMany', 'wrong_again', '登录名或者密码不正确，且失败次数过多，请核对后过一会儿再试'),
  tooManyAtOnce: () => new Refusal('tooMany', 'too_many_at_once', '您所在的网络同时登录的次数过多，请过几秒再试'),
  wrongCode: () =>
    new Refusal('invalid', 'wrong_code', '动态口令不正确或者已经用过，请输入当前显示的六位数字', undefined, 'code'),
  notThisStage: () => new Refusal('conflict', 'not_this_stage', '登录进行到的步骤已经改变，请刷新页面'),
  wrongPassword: () => new Refusal('invalid', 'wrong_password', '现在的密码不正确', undefined, 'current'),
  weakPassword: (why: string) => new Refusal('invalid', 'weak_password', why, undefined, 'next'),
  demoHere: () =>
    new Refusal(
      'conflict',
      'demo_here',
      '这个数据库里是演示数据，演示与正式数据不能混用。请另指一个数据目录，如 KAICHENG_DATA=/srv/kaicheng bin/kaicheng setup',
    ),
  unknownLeaving: () => new Refusal('missing', 'unknown_leaving', '没有这一件待发出的内容，请刷新后查看'),
  nothingToTryAgain: () =>
    new Refusal('conflict', 'nothing_to_try_again', '这一件已经发出、正在发出或者不必再发，请刷新后查看'),
  unknownWorkUnit: () => new Refusal('missing', 'unknown_unit', '没有这个科室'),
  unitNameTaken: (name: string) =>
    new Refusal('conflict', 'unit_name_taken', `已有名为“${name}”的科室`, undefined, 'name'),
  workBodyNeeded: () =>
    new Refusal(
      'conflict',
      'work_body_needed',
      '机关应当有政府信息公开工作机构，请先把另一个科室设为工作机构',
      '4',
      'isOgiWorkBody',
    ),
  unitHasStaff: (count: number) =>
    new Refusal('conflict', 'unit_has_staff', `科室还有${count}名在用账户，请先调整其所属科室`, undefined, 'closedOn'),
  unknownStaff: () => new Refusal('missing', 'unknown_staff', '没有这个工作人员'),
  loginTaken: (login: string, field = 'login') =>
    new Refusal('conflict', 'login_taken', `登录名“${login}”已有人使用，请换一个`, undefined, field),
  notOneself: () => new Refusal('forbidden', 'not_oneself', '不能对自己的账户办理此项，请由另一名管理员办理'),
  oneAdministration: (roles: readonly string[]) =>
    new Refusal('conflict', 'one_administration', `${roles.join('、')}应当由不同的人担任`, undefined, 'roles'),
  administersOnly: (role: string) =>
    new Refusal('conflict', 'administers_only', `${role}不得兼任业务角色`, undefined, 'roles'),
  lastAdministrator: (role: string) =>
    new Refusal('conflict', 'last_administrator', `这是最后一名${role}，请先指定另一名${role}`),
  unknownOffice: () => new Refusal('missing', 'unknown_office', '没有这一任职'),
  officeEnded: () => new Refusal('conflict', 'office_ended', '这一任职已经结束'),
  endsBeforeItBegan: (from: string) =>
    new Refusal('invalid', 'ends_before_it_began', `结束日期不能早于任职日期${from}`, undefined, 'on'),
  unknownSetting: () => new Refusal('missing', 'unknown_setting', '没有这一项设置'),
  wrongSetting: (why: string) => new Refusal('invalid', 'wrong_setting', why, undefined, 'value'),
  unknownReport: (organ: string, year: number) =>
    new Refusal('missing', 'unknown_report', `${organ}尚未公布${year}年度政府信息公开工作年度报告`),
  unknownCell: (cell: string) =>
    new Refusal('invalid', 'unknown_cell', `年度报告中没有“${cell}”这一格，写法如 newReceived/naturalPerson`),
  noFormat: (year: number) =>
    new Refusal('invalid', 'no_report_format', `${year}年没有统一的年度报告格式，统一格式自2019年度起施行`, '50'),
  formNotComputable: (year: number) =>
    new Refusal(
      'invalid',
      'form_not_computable',
      `${year}年度适用2019年格式，其中的项目数量等不在台账之内，不能由台账生成；可以生成2021年及以后年度的报告`,
      '50',
    ),
  yearNotOver: (year: number, today: string) =>
    new Refusal('conflict', 'year_not_over', `${year}年度尚未结束（今天是${today}），不能公布该年度报告`, '49'),
  correctionNeedsReason: (organ: string, year: number) =>
    new Refusal(
      'conflict',
      'correction_needs_reason',
      `${organ}${year}年度报告已经公布，再次公布属于更正，请写明更正了什么、为什么（至少4个字）`,
    ),
  reportHasErrors: (errors: readonly { readonly message: string }[]) =>
    new Refusal(
      'conflict',
      'report_has_errors',
      `年度报告有${errors.length}处错误，改正后才能公布：${errors.map(({ message }, at) => `\n  ${at + 1}. ${message}`).join('')}`,
    ),
  formatNotPrintable: (format: string | null) =>
    new Refusal(
      'invalid',
      'report_format_not_printable',
      format === null
        ? '未能认定年度报告采用的格式，不能生成文件，请先确定采用2019年格式还是2021年格式'
        : '年度报告混用了2019年和2021年两种格式，不能生成文件，请先按应当适用的一种格式改正',
      '50',
    ),
  unreadableFile: (name: string, why: string) =>
    new Refusal('invalid', 'unreadable_file', `文件“${name}”不能读取：${why}`),
  dataFolderInUse: (folder: string) =>
    new Refusal(
      'conflict',
      'data_folder_in_use',
      `数据目录 ${folder} 已有一个开诚在运行，请先停止它，或用 KAICHENG_DATA 另指一个目录`,
    ),

  unknownRequest: () => new Refusal('missing', 'unknown_request', '没有这件申请，或者它不属于本机关'),
  changedMeanwhile: (by: string, what = '这件申请') =>
    new Refusal('conflict', 'changed_meanwhile', `${by}刚刚办理了${what}，请刷新后再办理；您填写的内容仍保留在页面上`),
  importedRequest: () =>
    new Refusal('conflict', 'imported_request', '这件申请由台账导入，不在这里办理；登记有误的，请打开“登记内容”更正'),
  closedInStatus: (status: string) =>
    new Refusal('conflict', 'closed_in_status', `申请处于“${status}”，不能办理此步骤`),
  notYourStep: (roles: string) => new Refusal('forbidden', 'not_your_step', `此步骤由${roles}办理`),
  notYourCase: (unit: string, handler: string) =>
    new Refusal(
      'forbidden',
      'not_your_case',
      `这件申请已交${unit}${handler && `（${handler}）`}承办，由该科室或者政府信息公开工作机构的经办人员办理；需要您办理的，请先请他们交办`,
    ),
  notYourDecision: () =>
    new Refusal(
      'forbidden',
      'not_your_decision',
      '这件决定由登记它的科室或者政府信息公开工作机构办理；需要您办理的，请与他们联系',
    ),
  notYourRecord: () =>
    new Refusal(
      'forbidden',
      'not_your_record',
      '这条信息由拟稿人、拟稿科室或者政府信息公开工作机构的经办人员办理；需要您办理的，请与他们联系',
    ),
  notYourApplicant: (unit: string) =>
    new Refusal(
      'forbidden',
      'not_your_applicant',
      `这件申请由${unit}承办，申请人的完整信息由该科室、政府信息公开工作机构和负责审批的人员查看`,
    ),
  alreadySplit: () => new Refusal('conflict', 'already_split', '这件申请已经拆分过'),
  splitTooLate: () =>
    new Refusal('conflict', 'split_too_late', '已经告知补正、征求意见或者拟过答复，不能再拆分，请在一份答复中分项答复'),
  supplementedOnce: () => new Refusal('conflict', 'supplemented_once', '补正只能告知一次，已经告知过', '30'),
  supplementNoticeLate: (last: string) =>
    new Refusal(
      'conflict',
      'supplement_notice_late',
      `补正告知应当自收到申请之日起7个工作日内作出，最后一日为${last}，已经超过；请按现有申请内容答复`,
      '30',
    ),
  notAfterToday: (field: string) =>
    new Refusal('invalid', 'not_after_today', '期限应当晚于今天，给申请人留出合理时间', undefined, field),
  dayOutOfRange: (field: string, from: string, to: string) =>
    new Refusal('invalid', 'day_out_of_range', betweenDays(from, to), undefined, field),
  notInFuture: (field: string) => new Refusal('invalid', 'not_in_future', '日期不能晚于今天', undefined, field),
  ledgerNamesLive: (number: string) =>
    new Refusal('conflict', 'ledger_names_live', `申请“${number}”正在本平台办理，不能用台账覆盖，请从表中删去后再导入`),
  wrongNotice: (why: string) => new Refusal('invalid', 'wrong_notice', `节假日安排有误：${why}`, undefined, 'notice'),
  noticeByHead: () =>
    new Refusal(
      'forbidden',
      'notice_by_head',
      '节假日安排对全站各机关生效，由站内人民政府的系统管理员导入；站内没有人民政府的，由没有上级机关的机关导入',
    ),
  noUpload: () => new Refusal('malformed', 'no_upload', '没有收到文件，请重新选择后上传'),
  exportTooLong: (total: number, most: number) =>
    new Refusal(
      'malformed',
      'export_too_long',
      `筛选出${total}条，一次最多导出${most}条，请缩小日期范围或者再加筛选条件`,
    ),
  spanTooLong: () => new Refusal('malformed', 'span_too_long', '导出的起止日期有误，或者超过5年，请分段导出'),
  nothingAsked: (what: string) => new Refusal('conflict', 'nothing_asked', `没有等待申请人${what}`),
  reasonsAskedOnce: () => new Refusal('conflict', 'reasons_asked_once', '已经要求申请人说明理由', '35'),
  delayNeedsReasons: () =>
    new Refusal(
      'conflict',
      'delay_needs_reasons',
      '延迟答复只用于数量、频次明显超过合理范围而理由合理的申请，应当先要求申请人说明理由',
      '35',
    ),
  delayedOnce: () => new Refusal('conflict', 'delayed_once', '已经确定延迟答复的期限', '35'),
  delayTooLate: (due: string) =>
    new Refusal('conflict', 'delay_too_late', `答复期限已于${due}届满，不能再确定延迟答复的期限`, '35'),
  delayNotLater: (due: string) =>
    new Refusal('invalid', 'delay_not_later', `延迟答复的期限应当晚于现在的答复期限${due}`, '35', 'until'),
  unknownConsultation: () =>
    new Refusal('invalid', 'unknown_consultation', '没有这一次征求意见', undefined, 'consultation'),
  consultationAnswered: () => new Refusal('conflict', 'consultation_answered', '这一次征求意见已经收到答复'),
  consultationDelivered: () => new Refusal('conflict', 'consultation_delivered', '已经登记过对方收到征求意见书的日期'),
  thirdPartyNotObjecting: () =>
    new Refusal('conflict', 'third_party_not_objecting', '只有第三方不同意公开而决定公开的，才需要告知第三方', '32'),
  thirdPartyNotified: () => new Refusal('conflict', 'third_party_notified', '已经告知过这一第三方', '32'),
  extendedOnce: () => new Refusal('conflict', 'extended_once', '答复期限只能延长一次，已经延长过', '33'),
  extensionTooLate: (due: string) =>
    new Refusal('conflict', 'extension_too_late', `答复期限已于${due}届满，不能再延长`, '33'),
  extensionProposed: () => new Refusal('conflict', 'extension_proposed', '已经提请延期，等待工作机构负责人决定', '33'),
  noProposal: () => new Refusal('conflict', 'no_proposal', '没有待决定的延期申请'),
  deadlineNotPassed: (due: string) =>
    new Refusal('conflict', 'deadline_not_passed', `给申请人的期限到${due}为止，届满后才能拟不再处理的答复`),
  wrongDecision: () =>
    new Refusal(
      'invalid',
      'wrong_decision',
      '判断步骤的选择与办理结果不一致，请重新走一遍判断步骤',
      undefined,
      'answers',
    ),
  outcomeNotOffered: () =>
    new Refusal('invalid', 'outcome_not_offered', '这种办理结果现在不能选用', undefined, 'outcome'),
  recordMissing: (what: string, field: string) =>
    new Refusal('invalid', 'record_missing', `这种答复应当有${what}，请填写`, undefined, field),
  nothingGiven: () =>
    new Refusal('invalid', 'nothing_given', '这种答复不提供信息，请去掉“提供的信息”中的附件', undefined, 'fileIds'),
  enclosureShut: (message: string) => new Refusal('invalid', 'enclosure_shut', message, undefined, 'fileIds'),
  enclosureNeedsReason: (message: string) =>
    new Refusal(
      'invalid',
      'enclosure_needs_reason',
      `${message}。确需这样提供的，请逐项说明理由`,
      undefined,
      'fileIds',
    ),
  enclosureUnanswered: (message: string) =>
    new Refusal(
      'conflict',
      'enclosure_unanswered',
      `提供的附件还没有说明理由：${message}。请退回经办人，换掉附件或者说明理由后重新提交审批`,
    ),
  answerFileGone: () =>
    new Refusal(
      'invalid',
      'answer_file_gone',
      '附件已经过期，或者不属于这件申请，请去掉后重新上传',
      undefined,
      'fileIds',
    ),
  outcomeNeeds: (what: string) => new Refusal('conflict', 'outcome_needs', what),
  consultationOpen: (label: string) =>
    new Refusal('conflict', 'consultation_open', `正在征求${label}的意见，收到答复或者期限届满后才能决定公开`, '32'),
  thirdPartyToNotify: (label: string) =>
    new Refusal(
      'conflict',
      'third_party_to_notify',
      `${label}不同意公开，决定公开的应当先书面告知其公开的内容和理由`,
      '32',
    ),
  notYourLevel: (label: string) => new Refusal('conflict', 'not_your_level', `现在由${label}审批`),
  notYourUnitsLevel: (label: string) =>
    new Refusal('forbidden', 'not_your_units_level', `这件由承办科室的${label}审批，您不在该科室`),
  notInTheirName: (name: string) =>
    new Refusal(
      'forbidden',
      'not_in_their_name',
      `${name}拟写、提出过这件，或者已经审核过，不能由您以${name}的名义办理，应当由另一人办理`,
    ),
  signedInYourName: (name: string, level: string) =>
    new Refusal('forbidden', 'signed_in_your_name', `${name}已经以您的名义在${level}签过，每一级由不同的人审核`),
  holdsNoLevel: () => new Refusal('forbidden', 'holds_no_level', '您不在这件的审批层级中，不能退回'),
  roleHeldByTooFew: (level: string, role: string, field: string) =>
    new Refusal(
      'conflict',
      'role_held_by_too_few',
      `同一件事不能由一个人审核两级，而担任${role}的人不够${level}再用。请在“人员”中增加，或者换一个角色`,
      undefined,
      field,
    ),
  roleUnheld: (level: string, role: string, field: string) =>
    new Refusal(
      'conflict',
      'role_unheld',
      `${level}由${role}审核，而本机关没有人担任${role}。请先在“人员”中指定，或者换一个角色`,
      undefined,
      field,
    ),
  levelUnheld: (level: string, barred: readonly string[]) =>
    new Refusal(
      'conflict',
      'level_unheld',
      barred.length > 0
        ? `送审后没有人能在“${level}”签署：担任这一级的${barred.join('、')}拟写、修改过文本，或者已经需要在另一级签署。请恢复其修改的文字，或者由系统管理员在“人员”中增加担任这一级的人、调整审核层级`
        : `没有人担任“${level}”。请由系统管理员在“人员”中指定，或者在审核设置中调整层级`,
    ),
  ownDraft: () => new Refusal('forbidden', 'own_draft', '答复中还有您拟写、选定的内容，不能由您审批；请由另一人审批'),
  notYourDraft: () => new Refusal('forbidden', 'not_your_draft', '由拟稿送审的人自己撤回；其他人可以请审批人退回'),
  approvedAlready: () => new Refusal('forbidden', 'approved_already', '您已经审批过这份答复，每一级由不同的人审批'),
  hashChanged: () =>
    new Refusal('conflict', 'hash_changed', '答复内容已经变动，与您看到的不是同一份，请刷新后重新审阅'),
  lawChanged: () => new Refusal('conflict', 'law_changed', '拟稿之后法律依据或者文书格式已经变更，请退回重新拟稿'),
  unknownView: () => new Refusal('missing', 'unknown_view', '没有这个视图，可能已经删除'),
  viewNameTaken: (name: string) =>
    new Refusal('conflict', 'view_name_taken', `已经有名为“${name}”的视图，请换一个名称`),
  tooManyViews: (most: number) => new Refusal('conflict', 'too_many_views', `最多保存${most}个视图，请先删除不用的`),
  unknownUnit: () => new Refusal('invalid', 'unknown_unit', '没有这个科室，请重新选择', undefined, 'unitId'),
  unknownHandler: () =>
    new Refusal('invalid', 'unknown_handler', '承办人应当是该科室在岗的经办人，请重新选择', undefined, 'staffId'),
  // keys
  keyMissing: (path: string, database: string) =>
    new Refusal(
      'conflict',
      'key_missing',
      `找不到密钥文件 ${path}，而${database}中已有用它加密的数据。请从备份恢复该文件，或用 KAICHENG_KEY_FILE 指明它的位置`,
    ),
  keyExposed: (path: string) =>
    new Refusal('conflict', 'key_exposed', `密钥文件 ${path} 可被其他账户读写，请执行 chmod 600 ${path} 后再启动`),
  keyUnreadable: (path: string) =>
    new Refusal('conflict', 'key_unreadable', `密钥文件 ${path} 内容不完整，请从备份恢复该文件`),
  otherKey: () =>
    new Refusal(
      'conflict',
      'other_key',
      '密钥文件与数据库不符：数据库中的数据是用另一个密钥加密的。请从备份恢复原来的密钥文件；几台服务器共用一个数据库时，须使用同一个密钥文件（KAICHENG_KEY_FILE）',
    ),

  // files
  unknownFile: () =>
    new Refusal(
      'missing',
      'unknown_file',
      '没有找到这个文件。要下载的，请回到原来的页面重新打开；刚上传的可能已经过期，请重新上传',
    ),
  deceptiveName: () =>
    new Refusal('invalid', 'unsupported_file', '文件名中有改变文字方向的控制字符，可能掩盖真实类型，请改名后重新上传'),
  emptyFile: (name: string) => new Refusal('malformed', 'empty_file', `文件“${name}”是空的，请检查后重新上传`),
  fileTooLarge: (name: string) =>
    new Refusal('tooLarge', 'file_too_large', `文件“${name}”超过20MB，请压缩或分成几个文件上传`),
  imageTooLarge: (name: string) =>
    new Refusal('invalid', 'image_too_large', `图片“${name}”超过5000万像素，请缩小后重新上传`),
  unsupportedFile: (name: string) =>
    new Refusal(
      'invalid',
      'unsupported_file',
      `文件“${name}”的类型不能接收。${instead(name)}可以上传 PDF、OFD、Word（.docx）、Excel（.xlsx）、图片（.jpg、.png、.bmp、.gif）和文本（.txt）`,
    ),
  falseEnding: (name: string, label: string) =>
    new Refusal('invalid', 'unsupported_file', `文件“${name}”的内容是${label}，与扩展名不符，请改正扩展名后重新上传`),
  lockedFile: (name: string) =>
    new Refusal('invalid', 'locked_file', `文件“${name}”设有密码，无法检查，请取消密码后重新上传`),
  unsafeFile: (name: string, why: string) => new Refusal('invalid', 'unsafe_file', `文件“${name}”不能接收：${why}`),
  classifiedFile: (mark: string) =>
    new Refusal(
      'invalid',
      'classified_file',
      `文件带有密级标志“${mark}”，不能上传：本系统是非涉密系统，不得存储、处理国家秘密（《中华人民共和国保守国家秘密法》第三十一条）。请按保密规定另行办理；如非国家秘密，请删除该标志`,
    ),

  // the public form
  unreadableForm: () =>
    new Refusal(
      'malformed',
      'unreadable_form',
      '提交的内容编码有误，无法识别，请用浏览器打开本页重新填写（编码为UTF-8）',
    ),
  unknownField: (name: string) =>
    new Refusal('malformed', 'unknown_field', `提交的内容中有本表没有的项目“${name.slice(0, 40)}”`, undefined, name),
  fieldTwice: (name: string) =>
    new Refusal('malformed', 'field_twice', `提交的内容中“${name.slice(0, 40)}”出现了不止一次`, undefined, name),
  unreadableQuery: () =>
    new Refusal('malformed', 'unreadable_query', '网址中问号后面的内容有误，请核对网址或从首页查找'),
  unaskedQuery: () => new Refusal('malformed', 'unasked_query', '这个地址不接受问号后面的内容，请核对网址'),
  formTooLarge: () =>
    new Refusal(
      'tooLarge',
      'form_too_large',
      '填写的内容太长，没有提交。所需政府信息、补正内容、理由等每一栏最多2000个字，更长的请作为附件上传。请用浏览器的“后退”回到填写的页面，删减后重新提交',
    ),
  badFormKey: () =>
    new Refusal('malformed', 'bad_form_key', '提交的内容缺少有效的表单编号，请刷新页面后重新提交，已填写的内容会保留'),
  formKeyUsed: () =>
    new Refusal(
      'conflict',
      'form_key_used',
      '这张表此前已经提交成功，这次的内容与那次不同，没有再保存。请先到列表中核对已保存的那一条；确需另存一条的，请再提交一次',
    ),
  formWithoutKey: () => new Refusal('malformed', 'form_without_key', '这张表不完整，请重新打开填写的页面，从头填写'),
  receiptReissued: () =>
    new Refusal('conflict', 'receipt_reissued', '这件申请的查询码已经补发，这份回执不再有效；请用补发的查询码查询'),
  tooManyUploads: () =>
    new Refusal(
      'tooMany',
      'too_many_uploads',
      '您所在的网络一小时内上传的文件过多，请过一小时再上传，也可以当面或者邮寄提交材料',
    ),
  tooManyFiles: (most: number) =>
    new Refusal('tooLarge', 'too_many_files', `一次最多上传${most}个文件，其余的没有上传`),
  tooManyFollowed: () =>
    new Refusal(
      'tooMany',
      'too_many_followed',
      '查询码或者查询口令不对，且错误的次数过多，请核对回执后再试；回执遗失的，请带身份证件与本机关联系',
    ),
  followEnded: () => new Refusal('forbidden', 'follow_ended', '查询已经退出或者超过一小时，请重新输入查询码和查询口令'),
  followOther: () =>
    new Refusal(
      'forbidden',
      'follow_other',
      '您在同一个浏览器里又查询了另一件申请，刚才的页面已经失效，没有办理任何事项。请用这一件的查询码和查询口令重新查询后再办理',
    ),
  submittedOtherwise: () =>
    new Refusal(
      'conflict',
      'submitted_otherwise',
      '这张表已经提交过，之后改动的内容没有提交。已提交的，请用回执上的查询码查询；需要另外申请的，请重新填写一张',
    ),
  submittedBefore: () =>
    new Refusal(
      'conflict',
      'submitted_before',
      '这张表已经提交过，请用当时的查询码查询办理进度；查询码遗失的，请与本机关联系',
    ),

  // mail
  notOneMailAddress: () =>
    new Refusal('invalid', 'not_one_mail_address', '请填写一个电子邮箱地址，不要填写姓名、多个地址或者换行'),
}
