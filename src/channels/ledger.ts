import { type Choice, ledger } from '../workbooks/ledger.ts'
import { notBefore } from '../workbooks/rules.ts'
import { Channel } from './channel.ts'
import { Publication } from './publication.ts'

export const channelChoices = [
  { id: 'website', label: '政府网站', aliases: ['门户网站', '网站'] },
  { id: 'wechat', label: '微信公众号', aliases: ['微信'] },
  { id: 'weibo', label: '政务微博', aliases: ['微博'] },
  { id: 'app', label: '移动客户端', aliases: ['APP', '客户端'] },
  { id: 'gazette', label: '政府公报', aliases: ['公报'] },
  { id: 'board', label: '公告栏、公示栏', aliases: ['公告栏', '公示栏'] },
  { id: 'library', label: '档案馆、图书馆查阅点', aliases: ['档案馆', '图书馆'] },
  { id: 'press', label: '新闻发布会、报刊、广播、电视', aliases: ['新闻发布会', '报刊', '广播', '电视'] },
  { id: 'other', label: '其他渠道', aliases: ['其他'] },
] as const satisfies readonly Choice[]

/** 第二十三条: one row per channel. */
export const channelsLedger = ledger({
  id: 'channels',
  sheet: '发布渠道',
  purpose: '本机关公开政府信息的渠道，一个渠道一行。',
  columns: [
    { id: 'kind', header: '渠道类型', kind: 'choice', required: true, choices: channelChoices, example: 'wechat' },
    {
      id: 'name',
      header: '渠道名称',
      kind: 'text',
      required: true,
      maxLength: 100,
      example: '某市文旅发布',
      note: '账号、网站或者场所的全称。',
    },
  ],
  key: ['kind', 'name'],
  rules: [],
  toEntry: (row) => Channel.parse(row),
  toValues: (channel: Channel) => channel,
})

/** 主动公开: one row per item published on one channel. */
export const publicationsLedger = ledger({
  id: 'publications',
  sheet: '发布信息',
  purpose: '一条信息在一个渠道发布一次为一行；同一信息在两个渠道发布的填两行。',
  columns: [
    {
      id: 'title',
      header: '标题',
      kind: 'text',
      required: true,
      maxLength: 500,
      example: '关于公共文化场馆免费开放的政策解读',
      aliases: ['信息标题', '内容标题', '文章标题'],
    },
    {
      id: 'channelKind',
      header: '渠道类型',
      kind: 'choice',
      required: true,
      choices: channelChoices,
      example: 'wechat',
    },
    {
      id: 'channelName',
      header: '渠道名称',
      kind: 'text',
      required: true,
      maxLength: 100,
      example: '某市文旅发布',
      note: '应与“发布渠道”表一致。',
    },
    {
      id: 'publishedOn',
      header: '发布日期',
      kind: 'date',
      required: true,
      example: '2025-04-03',
      // As the backend of a public account exports them.
      aliases: ['发表时间', '发布时间', '推送时间', '群发时间'],
    },
    {
      id: 'url',
      header: '网址',
      kind: 'text',
      isLink: true,
      maxLength: 1000,
      example: 'https://example.gov.cn/info/1.html',
      aliases: ['链接', '内容url', '内容链接', '文章链接'],
    },
    {
      id: 'kind',
      header: '信息类别',
      kind: 'choice',
      choices: [
        { id: 'policyInterpretation', label: '政策解读', aliases: ['解读'] },
        { id: 'publicConcernResponse', label: '回应关切' },
        { id: 'other', label: '其他信息', aliases: ['其他'] },
      ],
      example: 'policyInterpretation',
      note: '不填视为“其他信息”。',
    },
    {
      id: 'originality',
      header: '原创或转载',
      kind: 'choice',
      required: true,
      choices: [
        { id: 'original', label: '原创' },
        { id: 'repost', label: '转载' },
        { id: 'other', label: '其他' },
      ],
      example: 'original',
    },
    {
      id: 'formedOn',
      header: '信息形成日期',
      kind: 'date',
      example: '2025-04-01',
      aliases: ['形成日期'],
      note: '信息形成或者变更之日，主动公开应在20个工作日内（第二十六条）。',
    },
    { id: 'withdrawnOn', header: '撤下日期', kind: 'date' },
  ],
  key: ['channelKind', 'channelName', 'publishedOn', 'title', 'url'],
  rules: [
    notBefore('publishedOn', 'formedOn', '发布日期不能早于信息形成日期'),
    notBefore('withdrawnOn', 'publishedOn', '撤下日期不能早于发布日期'),
  ],
  references: [
    {
      ledger: 'channels',
      columns: ['channelKind', 'channelName'],
      statement: '“发布渠道”表中没有这个渠道，请先在“发布渠道”表登记，或核对类型和名称',
    },
  ],
  toEntry: ({ channelKind, channelName, ...row }) =>
    Publication.parse({
      ...row,
      channel: { kind: channelKind, name: channelName },
      url: row.url ?? '',
      kind: row.kind ?? 'other',
    }),
  toValues: ({ channel, ...publication }: Publication) => ({
    ...publication,
    url: publication.url || null,
    channelKind: channel.kind,
    channelName: channel.name,
  }),
})

export const channelKindLabel = (kind: string): string => channelChoices.find(({ id }) => id === kind)?.label ?? kind
