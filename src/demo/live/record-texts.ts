import type { Content } from '../../disclosure/content.ts'
import type { RecordTypeId } from '../../disclosure/record-type.ts'
import type { Text } from '../../text/text.ts'

/** A record of the demo, told in working days before today. Bracketed words are replaced by the organ's names. */
export interface DemoRecord {
  readonly type: RecordTypeId
  readonly title: string
  /** Working days ago on which it was formed, submitted, and published; null: not that far. */
  readonly made: number
  readonly submitted: number | null
  readonly published: number | null
  /** How many levels have signed what is not published. */
  readonly signed?: number
  readonly urgent?: string
  readonly scheduledIn?: number
  readonly returned?: string
  readonly number?: string
  readonly effective?: number
  /** For how long it is in force from then on. */
  readonly termYears?: number
  readonly fields?: Content['fields']
  readonly summary?: string
  /** Of a repost: the site, the address there, and whose text it is. */
  readonly source?: { readonly name: string; readonly url: string; readonly issuer: string }
  readonly interpretsTitle?: string
  readonly paragraphs: readonly string[]
  readonly table?: readonly (readonly string[])[]
  /** What became of it later. */
  readonly sequel?: { readonly act: 'correct' | 'withdraw' | 'repeal'; readonly ago: number; readonly reason: string }
}

const words = (text: string) => (text ? [{ type: 'text' as const, text }] : [])
const cell = (type: 'tableCell' | 'tableHeader', text: string) => ({
  type,
  content: [{ type: 'paragraph' as const, content: words(text) }],
})

/** Paragraphs; those that begin with 一、 and the like are headings; a table at the end. */
export function textOf({ paragraphs, table }: Pick<DemoRecord, 'paragraphs' | 'table'>): Text {
  const blocks: Text['content'] = paragraphs.map((text) =>
    /^[一二三四五六七八九十]+、[^。]{1,20}$/.test(text)
      ? { type: 'heading', attrs: { level: 2 }, content: words(text) }
      : { type: 'paragraph', content: words(text) },
  )
  if (table)
    blocks.push({
      type: 'table',
      content: table.map((row, index) => ({
        type: 'tableRow',
        content: row.map((text) => cell(index === 0 ? 'tableHeader' : 'tableCell', text)),
      })),
    })
  return { type: 'doc', content: blocks }
}

/** In public, on their way there, and withdrawn: every state that the console and the portal show. */
export const demoRecords: readonly DemoRecord[] = [
  {
    type: 'organPage',
    title: '【机关】机关职能',
    made: 230,
    submitted: 228,
    published: 226,
    paragraphs: [
      '一、主要职责',
      '（一）贯彻执行国家有关法律、法规、规章和政策，起草本市相关政策措施并组织实施。',
      '（二）负责本领域政务服务的统筹协调、标准制定和监督检查。',
      '（三）负责本机关政府信息公开、信访和新闻宣传工作。',
      '（四）完成市委、市政府交办的其他任务。',
      '二、办公时间',
      '工作日上午8:30至11:30，下午13:30至17:00（法定节假日除外）。',
    ],
  },
  {
    type: 'leader',
    title: '马建军',
    made: 229,
    submitted: 228,
    published: 226,
    fields: { office: '党组书记、局长', duties: '主持全面工作。' },
    paragraphs: ['马建军，党组书记、局长，主持【机关】全面工作。'],
  },
  {
    type: 'institution',
    title: '【机关】政府信息公开工作制度',
    made: 210,
    submitted: 208,
    published: 204,
    paragraphs: [
      '一、职责分工',
      '办公室为本机关政府信息公开工作机构，承担政府信息公开的日常工作；各科室负责本科室产生的政府信息的拟稿和初审。',
      '二、公开审核',
      '拟公开的政府信息实行三级审核：承办科室负责人初审，政府信息公开工作机构负责人复审，分管负责人终审。未经审核的信息不得公开。',
      '三、保密审查',
      '坚持“谁公开、谁审查”“先审查、后公开”，对拟公开的信息逐项进行保密审查。',
    ],
  },
  {
    type: 'normativeDocument',
    title: '【机关】政务服务“首问负责”管理办法',
    made: 150,
    submitted: 148,
    published: 143,
    number: '规〔年〕1号',
    effective: 140,
    termYears: 5,
    summary: '规定首问负责的范围、程序和责任。',
    paragraphs: [
      '第一条　为了方便企业和群众办事，规范政务服务行为，根据国家有关规定，结合本机关实际，制定本办法。',
      '第二条　首位接受企业和群众询问、来访、来电或者申请办事的工作人员为首问责任人。',
      '第三条　首问责任人对职责范围内的事项应当及时办理；对不属于职责范围的事项，应当告知承办单位和联系方式。',
      '第四条　本办法自【施行】起施行，有效期五年。',
    ],
  },
  {
    type: 'policyInterpretation',
    title: '《政务服务“首问负责”管理办法》政策解读',
    made: 148,
    submitted: 147,
    published: 143,
    interpretsTitle: '【机关】政务服务“首问负责”管理办法',
    fields: { interpreter: '业务科' },
    paragraphs: [
      '一、为什么要制定这个办法',
      '企业和群众反映，办事时有的环节“问不清、找不到人”。办法明确了首位接待的工作人员应当一问到底。',
      '二、哪些人是首问责任人',
      '首位接受询问、来访、来电或者申请办事的工作人员，不论其是否承办该事项。',
      '三、对群众有什么好处',
      '少跑路、少打电话；对推诿的，可以拨打监督电话反映。',
    ],
  },
  {
    type: 'normativeDocument',
    title: '【机关】窗口服务考核暂行办法',
    made: 400,
    submitted: 398,
    published: 392,
    number: '规〔上年〕3号',
    effective: 390,
    summary: '规定窗口服务考核的内容和方法。',
    sequel: { act: 'repeal', ago: 60, reason: '有关内容已由《政务服务“首问负责”管理办法》规定' },
    paragraphs: [
      '第一条　为了加强窗口服务管理，制定本办法。',
      '第二条　窗口服务考核按照日常考核与年度考核相结合的方式进行。',
      '第三条　本办法自【施行】起施行。',
    ],
  },
  {
    type: 'budget',
    title: '【机关】本年度部门预算',
    made: 190,
    submitted: 187,
    published: 180,
    fields: { fiscalYear: '本年度' },
    paragraphs: ['一、部门概况', '【机关】纳入预算编制范围的单位共1家。', '二、收支总体情况'],
    table: [
      ['项目', '预算数（万元）'],
      ['一般公共服务支出', '612.40'],
      ['社会保障和就业支出', '88.15'],
      ['住房保障支出', '57.60'],
      ['合计', '758.15'],
    ],
  },
  {
    type: 'statistics',
    title: '上半年政务服务办件情况',
    made: 98,
    submitted: 97,
    published: 95,
    fields: { period: '本年1月至6月' },
    paragraphs: ['现将上半年政务服务办件情况公布如下。'],
    table: [
      ['月份', '受理（件）', '办结（件）', '按时办结率'],
      ['1月', '1 204', '1 198', '99.5%'],
      ['2月', '986', '985', '99.9%'],
      ['3月', '1 377', '1 370', '99.5%'],
    ],
  },
  {
    type: 'notice',
    title: '关于国庆节期间政务服务窗口工作安排的公告',
    made: 44,
    submitted: 44,
    published: 43,
    paragraphs: [
      '国庆节期间，政务服务窗口按照国家法定节假日安排休息，节前最后一个工作日正常办理业务。',
      '自助服务区24小时开放。',
    ],
  },
  {
    type: 'publicConcernResponse',
    title: '关于“周末能不能办事”的情况说明',
    made: 30,
    submitted: 29,
    published: 27,
    summary: '周六上午提供延时服务。',
    fields: { concern: '周末能不能到窗口办事' },
    paragraphs: [
      '近期有群众询问周末能否到窗口办事。现说明如下：自本月起，综合窗口周六上午9:00至11:30提供延时服务，可以通过电话预约。',
    ],
  },
  {
    type: 'news',
    title: '【简称】开展“窗口开放日”活动',
    made: 12,
    submitted: 12,
    published: 11,
    paragraphs: [
      '昨日，【简称】举办“窗口开放日”活动，邀请企业代表和群众代表走进政务大厅，体验办事流程，提出意见建议23条。',
    ],
  },
  {
    type: 'repost',
    title: '示例省人民政府办公厅关于持续提升政务服务效能的意见（摘要）',
    made: 20,
    submitted: 19,
    published: 17,
    source: {
      name: '示例省人民政府网站',
      url: 'https://www.example.com/zwgk/zhengwu-fuwu-xiaoneng.html',
      issuer: '示例省人民政府办公厅',
    },
    paragraphs: ['文件就健全“高效办成一件事”重点事项常态化推进机制等作出部署。全文请见示例省人民政府网站。'],
  },
  {
    type: 'notice',
    title: '关于办事大厅搬迁的公告',
    made: 75,
    submitted: 74,
    published: 72,
    sequel: { act: 'withdraw', ago: 70, reason: '搬迁时间有变化，原公告不再适用，以另行发布的公告为准' },
    paragraphs: ['因大厅改造，自下月起办事窗口临时搬迁。'],
  },
  {
    type: 'notice',
    title: '关于公开征集“办不成事”线索的公告',
    made: 52,
    submitted: 51,
    published: 49,
    sequel: { act: 'correct', ago: 47, reason: '更正受理电话' },
    paragraphs: ['现面向社会公开征集“办不成事”线索，受理时间为工作日8:30至17:00。'],
  },
  {
    type: 'emergency',
    title: '关于暴雪天气调整窗口服务时间的紧急通知',
    made: 3,
    submitted: 3,
    published: 3,
    urgent: '暴雪红色预警，须立即告知公众',
    paragraphs: ['受暴雪天气影响，今日下午窗口服务暂停，急需办理的可以通过网上办理。恢复时间另行通知。'],
  },
  {
    type: 'normativeDocument',
    title: '【机关】惠企政策“免申即享”实施办法',
    made: 9,
    submitted: 7,
    published: null,
    number: '规〔年〕2号',
    effective: -10,
    termYears: 3,
    summary: '规定惠企政策“免申即享”的范围和程序。',
    signed: 2,
    paragraphs: [
      '第一条　为了使惠企政策直达快享，制定本办法。',
      '第二条　纳入“免申即享”清单的政策，由本机关通过数据比对确定符合条件的企业，企业确认意愿后兑现。',
      '第三条　本办法自【施行】起施行，有效期三年。',
    ],
  },
  {
    type: 'policyInterpretation',
    title: '《惠企政策“免申即享”实施办法》一问一答',
    made: 6,
    submitted: 5,
    published: null,
    interpretsTitle: '【机关】惠企政策“免申即享”实施办法',
    signed: 0,
    paragraphs: ['问：哪些企业可以享受？', '答：列入清单、经数据比对符合条件的企业，不需要提交申请材料。'],
  },
  {
    type: 'plan',
    title: '【机关】下一年度工作计划',
    made: 5,
    submitted: 4,
    published: null,
    signed: 3,
    scheduledIn: 2,
    paragraphs: [
      '一、总体要求',
      '围绕企业和群众办事需求，持续提升服务效能。',
      '二、重点任务',
      '推进“高效办成一件事”扩面增效。',
    ],
  },
  {
    type: 'news',
    title: '【简称】召开政府信息公开工作培训会',
    made: 4,
    submitted: 3,
    published: null,
    returned: '参会人数与会议签到表不一致，请核对',
    paragraphs: ['近日，【简称】召开政府信息公开工作培训会，各科室和窗口工作人员共86人参加。'],
  },
  {
    type: 'notice',
    title: '关于清理规范涉企证明事项的公告',
    made: 26,
    submitted: null,
    published: null,
    paragraphs: ['根据有关规定，现将清理后保留的涉企证明事项公告如下。'],
  },
]
