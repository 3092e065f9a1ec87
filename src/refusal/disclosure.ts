import { Refusal } from './refusal.ts'

const conflict = (code: string, message: string, article?: string, field?: string) =>
  new Refusal('conflict', code, message, article, field)
const forbidden = (code: string, message: string, article?: string) => new Refusal('forbidden', code, message, article)
const invalid = (code: string, message: string, field?: string, article?: string) =>
  new Refusal('invalid', code, message, article, field)

/** What proactive disclosure refuses. */
export const disclosureRefusals = {
  textNotAsSigned: () =>
    new Refusal('withheld', 'text_not_as_signed', '该信息的文本与审签时不一致，已停止显示，正在核查'),
  reportNotAsPublished: (year: number) =>
    new Refusal(
      'withheld',
      'report_not_as_published',
      `${year}年度报告与公布时不一致，已停止显示，正在核查；查明后由公布机关写明理由重新公布`,
    ),
  unknownRecord: () => new Refusal('missing', 'unknown_record', '没有这条信息，请核对网址或者编号'),
  unknownEdition: () => new Refusal('missing', 'unknown_edition', '没有这个版本'),
  unknownColumn: () =>
    new Refusal('invalid', 'unknown_column', '没有这个栏目，请从列出的栏目中选择', undefined, 'columnId'),
  searchTooLong: () => new Refusal('malformed', 'search_too_long', '搜索词过长，请缩短到100个字以内'),
  unknownContentField: (name: string) =>
    invalid('unknown_field', `不接受“${name.slice(0, 40)}”这一项`, `content.fields.${name.slice(0, 40)}`),
  unsoundLink: (href: string, why: string, field: string) =>
    invalid('unsound_link', `链接“${href.replace(/[\p{Cc}\p{Cf}]/gu, '').slice(0, 60)}”不能使用：${why}`, field),
  deceptiveAttachmentName: () =>
    invalid('deceptive_name', '附件的名称中有看不见的或者改变文字方向的字符，请重新填写名称', 'content.attachments'),
  unknownComment: () => new Refusal('missing', 'unknown_comment', '没有这条批注'),
  unknownParagraph: () => invalid('unknown_paragraph', '没有这一段，请刷新后重新选择', 'paragraph'),
  notYourComment: () => forbidden('not_your_comment', '由写批注的人或者可以修改这份文本的人标为已办结'),
  commentsClosed: () => conflict('comments_closed', '这一版已经办完，批注只供查看'),
  unknownTemplate: () => new Refusal('missing', 'unknown_template', '没有这个模板，可能已经删去'),
  notYourTemplate: () =>
    forbidden('not_your_template', '这个模板由另一科室保存，由该科室或者政府信息公开工作机构改名、删去'),
  templateNameTaken: (name: string) =>
    conflict('template_name_taken', `本科室已有名为“${name}”的模板，请换一个名称，或者先删去原来的`, undefined, 'name'),
  editionOpen: () => conflict('edition_open', '这条信息已有一个正在办理的版本，请先办完或者作废它'),
  nothingLive: () => conflict('nothing_live', '这条信息没有正在公开的版本，不能更正、撤回或者废止'),
  unpublishedOnTop: () => conflict('unpublished_on_top', '这条信息还没有公开，不能置顶'),
  withdrawnOnTop: () => conflict('withdrawn_on_top', '这条信息已经撤回，不能置顶'),
  notADayOnTop: (from: string, to: string) =>
    invalid('not_a_day_on_top', `置顶的最后一天应当在${from}至${to}之间（最长一年，到期可以再设）`, 'lastDay'),
  topIsFull: (most: number) =>
    conflict('top_is_full', `这个栏目已有${most}条信息置顶，请先取消其中一条的置顶，再置顶这一条`),
  notRepealable: () => conflict('not_repealable', '只有规章、行政规范性文件和政策文件可以废止；其他信息请撤回或者更正'),
  changedByOther: (by: string, at: string) =>
    conflict('changed_by_other', `${by}在${at}保存了另一份修改。您的文字已另存为一个修改稿，没有丢失；请比对后再保存`),
  textChanged: () => conflict('text_changed', '文本已经变动，与您看到的不是同一份，请刷新后重新审阅', '条例第十七条'),
  editionClosed: (status: string) => conflict('edition_closed', `版本处于“${status}”，不能办理此步骤`),
  nothingSaved: () => conflict('nothing_saved', '还没有保存任何内容'),
  reviewedAlready: () => conflict('reviewed_already', '各级审核都已完成'),
  ownText: () => forbidden('own_text', '拟稿、修改过文本的人不能审核它；请由另一人审核', '条例第十七条'),
  signedAtLevel: (level: string) =>
    forbidden('signed_at_level', `您已在${level}签过，每一级由不同的人审核`, '条例第十七条'),
  signerPublishes: () => forbidden('signer_publishes', '终审的人不能同时发布，请由经办人发布', '条例第十七条'),
  notFullySigned: () => conflict('not_fully_signed', '现在的文本还没有经三级审核全部同意，不能发布', '条例第十七条'),
  notProactive: () => conflict('not_proactive', '公开属性不是“主动公开”，不能在平台发布', '条例第十九条'),
  secrecyOpinionMissing: (item: string) =>
    invalid('secrecy_opinion_missing', `请填写“${item}”的保密审查意见（逐项审查）`, 'secrecy', '条例第十七条'),
  secrecyOpinionTwice: (item: string) =>
    invalid('secrecy_opinion_twice', `“${item}”的保密审查意见只能有一条，请刷新后重新填写`, 'secrecy', '条例第十七条'),
  secrecyOpinionOfNothing: () =>
    invalid(
      'secrecy_opinion_of_nothing',
      '保密审查意见与这一稿的内容对不上，请刷新后逐项重新填写',
      'secrecy',
      '条例第十七条',
    ),
  secrecyForbids: (item: string) =>
    conflict('secrecy_forbids', `“${item}”的保密审查意见是不得公开，请退回或者删去后再办理`, '条例第十七条', 'secrecy'),
  secrecyReferred: (item: string) =>
    conflict(
      'secrecy_referred',
      `“${item}”不能确定是否可以公开，应先报有关主管部门或者保密行政管理部门确定`,
      '条例第十七条',
      'secrecy',
    ),
  checklistOpen: (item: string) => invalid('checklist_open', `请先核对“${item}”并勾选`, 'checklist'),
  notAnEarlierStep: () => invalid('not_an_earlier_step', '只能退回到前面的步骤', 'to'),
  noSuchParagraph: () => invalid('no_such_paragraph', '文中没有这一段，请重新选择', 'paragraph'),
  scheduledInThePast: () => invalid('scheduled_in_the_past', '定时发布的时间应在现在之后', 'at'),
  gateShut: (message: string, field: string) => invalid('gate_shut', message, field),
  gateNeedsReason: (message: string, place: string) =>
    invalid('gate_needs_reason', `${message}。确需保留的，请逐项说明理由`, place),
  notAWordFile: (name: string) =>
    invalid('not_a_word_file', `“${name}”不是 Word 文档（.docx）。旧版 .doc 文件请先另存为 .docx`, 'file'),
  unreadableWordFile: (name: string) =>
    invalid('unreadable_word_file', `“${name}”已经损坏，不能读入，请用 Word 或者 WPS 打开后另存为 .docx`, 'file'),
  wordFileTooLong: (name: string, paragraphs: number) =>
    invalid(
      'word_file_too_long',
      `“${name}”太长，不能读成正文（最多${paragraphs}个段落，表格的每一格也算一段）。请只留正文部分再读入，其余作为附件上传`,
      'file',
    ),
  wordFileTooComplex: (name: string) =>
    invalid(
      'word_file_too_complex',
      `“${name}”的内容过多或者排版过于复杂，不能读成正文。请只留正文部分再读入，其余作为附件上传`,
      'file',
    ),
  unknownWordList: () => new Refusal('missing', 'unknown_word_list', '没有这个词表'),

  // columns
  noSuchColumn: () => new Refusal('missing', 'unknown_column', '没有这个栏目'),
  rootColumnFixed: (name: string) =>
    conflict(
      'root_column_fixed',
      `“${name}”是全国统一的栏目名称（国办公开办函〔2019〕61号），不能改名；可以在它下面增设栏目`,
      undefined,
      'name',
    ),
  rootColumnPlace: (name: string) =>
    conflict(
      'root_column_fixed',
      `“${name}”的次序全国统一（国办公开办函〔2019〕61号），不能调整`,
      undefined,
      'position',
    ),
  rootColumnStays: (name: string) =>
    conflict('root_column_fixed', `“${name}”是政府信息公开平台的规定栏目（国办公开办函〔2019〕61号），不能撤销`),
  rootColumnMoves: (name: string) =>
    conflict('root_column_fixed', `“${name}”是一级栏目，位置全国统一（国办公开办函〔2019〕61号），不能移动`),
  standardColumnStays: (name: string, root: string) =>
    conflict(
      'standard_column_stays',
      `“${name}”是规定栏目，应在“${root}”之下（国办公开办函〔2019〕61号）`,
      undefined,
      'parentId',
    ),
  columnBelowItself: (name: string) =>
    conflict('column_below_itself', `不能移到“${name}”自己或者它的下级栏目之下`, undefined, 'parentId'),
  columnStandsThere: (parent: string) =>
    conflict('column_stands_there', `它已经在“${parent}”之下`, undefined, 'parentId'),
  unknownParentColumn: () => invalid('unknown_parent_column', '没有这个上级栏目，或者它已经撤销', 'parentId'),
  noColumnsBelow: (name: string) => invalid('no_columns_below', `“${name}”下面不能增设栏目`, 'parentId'),
  columnTooDeep: (deepest: number) => invalid('column_too_deep', `栏目最多${deepest}层，请放在上一层`, 'parentId'),
  columnIdTaken: (id: string) =>
    conflict('column_id_taken', `网址代号“${id}”已经用过，请换一个；用过的代号不再使用`, undefined, 'id'),
  columnNameTaken: (name: string) =>
    conflict('column_name_taken', `已有名为“${name}”的栏目，请换一个名称`, undefined, 'name'),
  columnClosed: (name: string) => conflict('column_closed', `栏目“${name}”已经撤销，请先恢复`),
  columnOpen: (name: string) => conflict('column_open', `栏目“${name}”没有撤销`),
  columnHasColumns: (name: string) => conflict('column_has_columns', `下面还有栏目“${name}”，请先撤销下级栏目`),
  columnHoldsRecords: (live: number, open: number) =>
    conflict(
      'column_holds_records',
      `栏目中有${live}条已公开、${open}条在办的信息，请选择它们转到哪个栏目`,
      undefined,
      'successorId',
    ),
  wrongSuccessor: () => invalid('wrong_successor', '请选择另一个可以发布信息的栏目', 'successorId'),

  // catalogue
  unknownItem: () => new Refusal('missing', 'unknown_item', '没有这一公开事项，可能已经删除'),
  itemTaken: () => conflict('item_taken', '目录中已有同一一级、二级事项，请修改它', undefined, 'secondItem'),
  catalogueFull: (most: number) => conflict('catalogue_full', `目录最多${most}项`),
  tooManyDownloads: () =>
    new Refusal('tooMany', 'too_many_downloads', '下载目录的人较多，请过一两分钟再下载；也可以在网页上查阅'),

  // coverage
  notInScope: () => invalid('not_in_scope', '条例第二十条、第二十一条没有要求本机关公开这一项', 'item'),
  everyOrganHas: (item: string) =>
    conflict('every_organ_has', `“${item}”是每个行政机关都有的，不能声明没有`, '条例第二十条', 'item'),
  absenceContradicted: (count: number) =>
    conflict('absence_contradicted', `平台上已有${count}条这一项的信息，不能声明没有`, undefined, 'item'),
  reviewDayOutOfRange: (from: string, to: string) =>
    invalid('review_day_out_of_range', `下次核对日期应在${from}至${to}之间，至少一年核对一次`, 'reviewOn'),
  unknownDeclaration: () => new Refusal('missing', 'unknown_declaration', '没有这一声明，或者它已经撤销'),

  // stand-ins
  noSuchStandIn: () => new Refusal('missing', 'unknown_stand_in', '没有这一代理安排'),
  notYourStandIn: () => forbidden('not_your_stand_in', '代理由不在岗的审核人本人安排；为他人安排的，由安全管理员办理'),
  unknownStandIn: () => invalid('unknown_stand_in', '没有这名代理人，或者其账号已停用', 'standInId'),
  standsInForOneself: () => invalid('stands_in_for_oneself', '代理人应当是另一个人', 'standInId'),
  reviewsNothing: (name: string) => conflict('reviews_nothing', `${name}不承担审核，不需要代理`, undefined, 'absentId'),
  administratorStandsIn: (name: string) =>
    conflict('administrator_stands_in', `${name}是系统、安全或者审计管理员，不得办理业务`, undefined, 'standInId'),
  standInInThePast: () => invalid('stand_in_in_the_past', '代理从今天或者以后开始，不能补办', 'fromOn'),
  standInTooLong: (last: string) => invalid('stand_in_too_long', `代理最迟到${last}；更长的请调整人员的角色`, 'toOn'),
  standInIsAbsent: (name: string) =>
    conflict('stand_in_is_absent', `${name}这段时间也不在岗，已由他人代理，请另选一人`, undefined, 'standInId'),
  othersRelyOn: (name: string, absent: string) =>
    conflict('others_rely_on', `${name}这段时间正在代理${absent}，请先为${absent}另行安排`, undefined, 'absentId'),
  standInOver: () => conflict('stand_in_over', '这一代理已经结束'),
  alreadyStandsIn: () => conflict('already_stands_in', '这段时间已经有人代理', undefined, 'fromOn'),
  lateNeedsReason: (message: string, place: string) => invalid('gate_needs_reason', message, place, '条例第二十六条'),
  notLate: () => conflict('not_late', '这条信息没有逾期公开，不用说明理由', '条例第二十六条'),
  notYourUnit: () => forbidden('not_your_unit', '逾期公开的理由由拟稿科室或者政府信息公开工作机构负责人填写'),
} as const
