import { Refusal } from './refusal.ts'

const conflict = (code: string, message: string, article?: string, field?: string) =>
  new Refusal('conflict', code, message, article, field)
const forbidden = (code: string, message: string) => new Refusal('forbidden', code, message, '条例第四十九条')
const invalid = (code: string, message: string, field: string) =>
  new Refusal('invalid', code, message, undefined, field)

/** What annual reports refuse, on their way to the public and there. */
export const reportRefusals = {
  unknownReportDraft: (year: number) =>
    new Refusal('missing', 'unknown_report_draft', `还没有开始编制${year}年度报告，请先点“开始编制”`),
  noReportsOfYear: (why: string) => new Refusal('missing', 'no_reports_of_year', why),
  reportDraftOpen: (year: number) =>
    conflict('report_draft_open', `${year}年度报告正在编制，请在原稿上继续`, undefined, 'year'),
  anotherReportDraft: (year: number) =>
    conflict(
      'another_report_draft',
      `${year}年度报告的原稿已经作废或者公布，现在的是另一份稿子；请刷新页面，您没有存上的文字还在这台电脑上`,
    ),
  reportLevelUnheld: (level: string, barred: readonly string[]) =>
    conflict(
      'report_level_unheld',
      barred.length > 0
        ? `送审后没有人能在“${level}”审签：担任这一级的${barred.join('、')}编写过这份报告，或者已经需要在另一级审签。请由系统管理员在“人员”中增加担任这一级的人，或者调整审签层级`
        : `没有人担任“${level}”，请由系统管理员在“人员”中指定，或者调整审签层级`,
    ),
  reportDayOff: (year: number) =>
    invalid('report_day_off', `请选今天以后、一年以内的日期；${year}年度报告应在法定期限前公布`, 'on'),
  noSuchPlace: () => invalid('no_such_place', '报告里没有这一格或者这一段，请重新选择', 'at'),
  reportClosed: (status: string) => conflict('report_closed', `年度报告处于“${status}”，不能办理此步骤`),
  notYourReport: () =>
    forbidden('not_your_report', '年度报告由政府信息公开工作机构的人员编制、公布；您可以查看，轮到您审核时可以审签'),
  ownReport: () => forbidden('own_report', '编写、修改过这份年度报告的人不能审核它；请由另一人审核'),
  signerPublishesReport: () => forbidden('signer_publishes_report', '终审的人不能同时公布，请由编制人员公布'),
  openingUnreadable: (why: string) =>
    invalid('opening_unreadable', `这个文件不能读作年度报告${why && `：${why}`}`, 'file'),
  openingOfOtherYear: (year: number | null, wanted: number) =>
    invalid(
      'opening_of_other_year',
      year === null
        ? `没有读出这份报告是哪一年度的，请选${wanted}年度的报告`
        : `这是${year}年度的报告，上年结转要从${wanted}年度的报告带入`,
      'file',
    ),
  openingOfOtherOrgan: (organ: string) => invalid('opening_of_other_organ', `这是${organ}的报告，不是本机关的`, 'file'),
  unknownStatedCell: (field: string) => invalid('unknown_stated_cell', '统计表里没有这一格，请重新选择', field),
  statedTotal: (name: string, field: string) =>
    invalid('stated_total', `${name}是合计，由各格相加得出，不能另填`, field),
  statedTwice: (name: string, field: string) => invalid('stated_twice', `${name}填了两次，请只留一个`, field),
  statedFraction: (name: string, field: string) => invalid('stated_fraction', `${name}应当是整数`, field),
  reportDeviates: (cells: readonly { readonly name: string; readonly frozen: string; readonly now: string }[]) => {
    const said = cells.slice(0, 5).map(({ name, frozen, now }) => `${name}：定稿${frozen}，台账${now}`)
    const more = cells.length > said.length ? `等${cells.length}格` : ''
    return invalid(
      'report_deviates',
      `审签以后台账有变动，与定稿不一致：${said.join('；')}${more}。请撤回修改后重新送审；确需按定稿公布的，请写明理由`,
      'deviationReason',
    )
  },
  noOfficeAbove: () =>
    conflict('no_office_above', '本机关没有设上级机关，不在本平台报送；应当向本级政府信息公开工作主管部门报送'),
  nothingToFile: (year: number) =>
    conflict('nothing_to_file', `${year}年度报告还没有审签完毕，也没有公布，请先送审、审签`),
  filedAlready: () => conflict('filed_already', '这份报告已经报送并审核通过，内容没有变化，不需再报'),
  filingClosed: (status: string) => conflict('filing_closed', `报送处于“${status}”，不能办理此步骤`),
  notYourFiling: (side: 'filer' | 'office') =>
    forbidden(
      'not_your_filing',
      side === 'filer'
        ? '年度报告由政府信息公开工作机构的经办人报送'
        : '报送的年度报告由本机关政府信息公开工作机构的经办人、负责人办理',
    ),
  notThatSide: (side: 'filer' | 'office') =>
    forbidden('not_that_side', side === 'filer' ? '这一步由报送的机关办理' : '这一步由收报告的机关办理'),
  filerFilesItself: (name: string) =>
    conflict('filer_files_itself', `${name}在本平台办理，由它自己报送；没有报送的，可以催报`),
  comparesAndAccepts: () =>
    forbidden('compares_and_accepts', '核对原件的人不能同时审核通过，请由另一位经办人或者负责人审核'),
  acceptsErrors: () =>
    invalid('accepts_errors', '检查发现报告有错误：请退回修改；确属无误的，写明为什么可以通过', 'note'),
  filedOtherYear: (year: number, wanted: number) =>
    invalid('filed_other_year', `这是${year}年度的报告，请选${wanted}年度的报告`, 'file'),
  filerOutOfReach: (name: string) =>
    conflict(
      'filer_out_of_reach',
      `${name}不在本平台办理，也没有登记邮箱，系统不能催报；请电话联系，或者先登记它的邮箱`,
    ),
  arrivedLater: () => invalid('arrived_later', '收到的日期不能晚于今天', 'arrivedOn'),
  endsBeforeItBegins: () => invalid('ends_before_it_begins', '不能早于开始报送的年度', 'lastYear'),
  filesWithItself: () => invalid('files_with_itself', '本机关不向自己报送，请填写下级机关', 'name'),
  sameFileOf: (name: string) =>
    invalid('same_file_of', `同一份文件已经登记为${name}的报告，请核对文件有没有选错`, 'file'),
  filedUnchanged: () => conflict('filed_unchanged', '这份就是被退回的，没有改动；请更正、审签以后再报送'),
  acceptedAlready: () => conflict('accepted_already', '已有审核通过的报告计入汇总；确不需报送的，请先退回'),
  remindedToday: (name: string) => conflict('reminded_today', `今天已经催报过${name}`),
  yearNotOverToFile: (year: number) => conflict('year_not_over_to_file', `${year}年还没有结束，年度结束以后才报送`),
  filedAbove: (office: string) =>
    conflict('filed_above', `这一份已经向${office}报送：还没有通过的，请先撤回报送；已经通过的，请联系它退回`),
  nothingAccepted: (year: number) =>
    conflict('nothing_accepted', `${year}年度还没有审核通过的报告，没有可以汇总的数字`),
  formsDiffer: () =>
    conflict('forms_differ', '审核通过的报告格式不一致，不能印成一张表；请退回格式不符的报告，或者导出分机关的数字'),
  unknownFiler: () => new Refusal('missing', 'unknown_filer', '没有这个报送机关'),
  filerTaken: (name: string) => conflict('filer_taken', `“${name}”已经在报送机关中`, undefined, 'name'),
} as const
