import { Document, Packer, Paragraph } from 'docx'
import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { plainDate } from '../days/plain-date.ts'
import type { Tx } from '../db/database.ts'
import { inOrgan } from '../db/organ.ts'
import { findDocuments } from '../ledgers/documents/find-documents.ts'
import { keptDocuments, listDocuments, saveDocument } from '../ledgers/documents/store/documents.ts'
import { saveNormativeDocuments } from '../ledgers/store.ts'
import { countChoices, find, nearMiss, whyNothingAsked } from '../portal/search/find.ts'
import { type SearchFilter, search } from '../portal/search/store/found.ts'
import { aSiteOfRecords, today } from '../portal/testing/a-site-of-records.ts'
import { loosened, readQuery, withNumberRead } from '../search/query.ts'
import { soundingPiece } from '../search/sounds.ts'
import type { Content } from './content.ts'
import { renewFindable } from './make-findable.ts'
import { RecordTypeId } from './record-type.ts'
import { aText } from './testing/a-record.ts'

const site = await aSiteOfRecords({ slug: 'shili-tjj', name: '示例市统计局' })
const day = plainDate(today)

const wordFile = async (...paragraphs: string[]) =>
  new Uint8Array(
    await Packer.toBuffer(
      new Document({ sections: [{ children: paragraphs.map((text) => new Paragraph({ text })) }] }),
    ),
  )
const attached = async (name: string, bytes: Uint8Array) => [await site.upload(name, bytes)]

/** The oldest first. */
const corpus: readonly (Partial<Content> & { readonly title: string })[] = [
  {
    title: '示例市统计局关于统计台账管理的通知',
    type: 'normativeDocument',
    columnId: 'xzgfxwj',
    documentNumber: '示统发〔2019〕3号',
    madeOn: plainDate('2019-04-20'),
    effectiveFrom: plainDate('2019-05-01'),
    text: aText('各单位应当建立统计台账。'),
  },
  {
    title: '示例市统计局关于规范统计执法检查工作的通知',
    type: 'normativeDocument',
    columnId: 'xzgfxwj',
    documentNumber: '示统发〔2026〕8号',
    effectiveFrom: plainDate('2026-10-01'),
    text: aText('统计执法检查应当出示执法证件。'),
  },
  {
    title: '示例市统计局关于开展住户调查样本轮换的通知',
    type: 'policyDocument',
    columnId: 'zcwj',
    documentNumber: '示统发〔2026〕88号',
    text: aText('五年一次的样本轮换涉及全市四百个小区。'),
  },
  {
    title: '《规范统计执法检查工作的通知》政策解读',
    type: 'policyInterpretation',
    columnId: 'zcjd',
    text: aText('示统发[2026]第08号文件自10月1日起施行。', '解读人：法规科。'),
  },
  {
    title: '2025年国民经济和社会发展统计公报',
    type: 'statistics',
    columnId: 'tjxx',
    fields: { period: '2025年' },
    text: aText('全年地区生产总值达到一千二百亿元。工业增加值增长6.1%。', '社会消费品零售总额增长5%。'),
  },
  {
    title: '2024年国民经济和社会发展统计公报',
    type: 'statistics',
    columnId: 'tjxx',
    fields: { period: '2024年' },
    text: aText('全年地区生产总值达到一千一百亿元。'),
  },
  { title: '关于公开招聘调查员的公告', columnId: 'rsxx', type: 'personnel', text: aText('招聘调查员二十名。') },
  {
    title: '第五次全国经济普查公告（第一号）',
    columnId: 'tzgg',
    documentNumber: '示例市统计局公告2026年第3号',
    text: aText('全市共有第二产业和第三产业法人单位一万个。'),
    attachments: await attached('附表.docx', await wordFile('批发和零售业从业人员数', '住宿餐饮业')),
  },
  {
    title: '部门预算公开说明',
    columnId: 'czyjs',
    type: 'budget',
    fields: { fiscalYear: '2026', approvedOn: '2026-02-01' },
    text: aText('三公经费比上年减少。'),
    attachments: await attached('预算.txt', Buffer.from('一般公共预算财政拨款支出表')),
  },
  {
    title: '工作动态：普查数据质量抽查',
    type: 'news',
    columnId: 'gzdt',
    text: aText('市政设施完好。县人民政府高度重视。'),
  },
  { title: '关于市政府常务会议安排的通知', columnId: 'tzgg', text: aText('会议听取工作汇报。ＧＤＰ核算另行通知。') },
  {
    title: '示例市统计局关于年报制度的通知（试行）',
    type: 'normativeDocument',
    columnId: 'xzgfxwj',
    documentNumber: '示统发〔2020〕12号',
    madeOn: plainDate('2019-12-20'),
    effectiveFrom: plainDate('2020-01-01'),
    validUntil: plainDate('2021-12-31'),
    text: aText('年报于次年一月报送。'),
  },
  {
    title: '示例市统计局关于明年报表布置的通知',
    type: 'normativeDocument',
    columnId: 'xzgfxwj',
    documentNumber: '示统发〔2026〕90号',
    effectiveFrom: plainDate('2027-01-01'),
    text: aText('自明年起施行。'),
  },
]
const published: Awaited<ReturnType<typeof site.publish>>[] = []
for (const content of corpus) {
  const interprets = content.type === 'policyInterpretation' ? (published[1]?.key.recordId ?? null) : null
  published.push(await site.publish({ ...content, interprets }))
}
const first = published[0]
if (!first) throw new Error('nothing was published')
await site.follow(first.key, {
  kind: 'repeal',
  reason: '已有新规定',
  on: plainDate('2026-11-01'),
  by: '示统发〔2026〕8号',
})

const look = async (typed: string, filter: SearchFilter = {}) =>
  search(site.db, { query: readQuery(typed), filter, today: day, offset: 0, limit: 20 })
const titles = async (typed: string, filter: SearchFilter = {}) =>
  (await look(typed, filter)).hits.map(({ title }) => title)

const documentNumber8 = '示例市统计局关于规范统计执法检查工作的通知'

describe('a document number finds its document first, however it is written', () => {
  test.for([
    '示统发〔2026〕8号',
    '示统发[2026]8号',
    '示统发【2026】8号',
    '示统发(2026)8号',
    '示统发（2026）8号',
    '示统发［２０２６］８号',
    '示统发〔2026〕第8号',
    '示统发〔2026〕08号',
    '示统发〔2026〕第008号',
    '示统发 〔2026〕 8 号',
    '示统发〔2026〕8',
    '统发〔2026〕8号',
    '〔2026〕8号',
    '[2026]8号',
    '示统发20268号',
  ])('%s', async (typed) => {
    const found = await titles(typed)
    expect(found[0]).toBe(documentNumber8)
    expect(found).not.toContain('示例市统计局关于开展住户调查样本轮换的通知')
  })

  test('and the texts that name it after it, in whatever form they do', async () => {
    expect(await titles('示统发〔2026〕8号')).toEqual([
      documentNumber8,
      // The repealed one says by what: its text does not, so only the interpretation follows.
      '《规范统计执法检查工作的通知》政策解读',
    ])
  })

  test('also one counted by the year', async () => {
    expect((await titles('示例市统计局公告2026年第03号'))[0]).toBe('第五次全国经济普查公告（第一号）')
    expect((await titles('2026年第3号'))[0]).toBe('第五次全国经济普查公告（第一号）')
  })

  test.for([
    '示统发2026年8号',
    '示统发2026年第08号',
    '示统发2026第8号',
    '示统发 2026 8',
    '示统发２０２６年８号',
    '示统发2026/8号',
    '2026年8号',
  ])('without brackets: %s', async (typed) => {
    const asTyped = readQuery(typed)
    const query = (await titles(typed)).length > 0 ? asTyped : withNumberRead(asTyped)
    if (!query) throw new Error('not read as a number')
    const { hits } = await search(site.db, { query, filter: {}, today: day, offset: 0, limit: 20 })
    expect(hits[0]?.title).toBe(documentNumber8)
    expect(query.typed).toBe(typed)
  })

  test('the index number and the number in the address find theirs', async () => {
    expect(await titles('示统/2026-00007')).toEqual(['关于公开招聘调查员的公告'])
    expect(await titles('2026-00007')).toEqual(['关于公开招聘调查员的公告'])
  })
})

describe('golden set: what people type, and what must come first', () => {
  test.for<[typed: string, ...expected: string[]]>([
    ['普查', '工作动态：普查数据质量抽查', '第五次全国经济普查公告（第一号）'],
    ['经济普查', '第五次全国经济普查公告（第一号）'],
    ['统计公报', '2024年国民经济和社会发展统计公报', '2025年国民经济和社会发展统计公报'],
    ['2025年 统计公报', '2025年国民经济和社会发展统计公报'],
    ['２０２５年　统计公报', '2025年国民经济和社会发展统计公报'],
    ['2025年国民经济和社会发展统计公报', '2025年国民经济和社会发展统计公报'],
    ['生产总值', '2024年国民经济和社会发展统计公报', '2025年国民经济和社会发展统计公报'],
    ['零售', '第五次全国经济普查公告（第一号）', '2025年国民经济和社会发展统计公报'],
    ['从业人员', '第五次全国经济普查公告（第一号）'],
    ['财政拨款支出', '部门预算公开说明'],
    ['预算', '部门预算公开说明'],
    ['三公经费', '部门预算公开说明'],
    ['GDP', '关于市政府常务会议安排的通知'],
    ['gdp', '关于市政府常务会议安排的通知'],
    ['市政府', '关于市政府常务会议安排的通知'],
    ['招聘', '关于公开招聘调查员的公告'],
    ['调查员 公告', '关于公开招聘调查员的公告'],
    ['规范统计执法检查工作的通知', '《规范统计执法检查工作的通知》政策解读', documentNumber8],
    ['6.1%', '2025年国民经济和社会发展统计公报'],
    ['税'],
    ['招', '关于公开招聘调查员的公告'],
    ['飞船'],
  ])('%s', async ([typed, ...expected]) => {
    expect(await titles(typed)).toEqual(expected)
  })

  test('titles come before texts, and the newer before the older', async () => {
    const found = await titles('通知')
    const inTitle = corpus.map(({ title }) => title).filter((title) => title.includes('通知'))
    expect(found.slice(0, inTitle.length)).toEqual(inTitle.toReversed())
  })

  test('words that are nowhere together are looked for one by one when asked', async () => {
    const typed = readQuery('住户调查什么时候招聘')
    expect((await search(site.db, { query: typed, filter: {}, today: day, offset: 0, limit: 20 })).total).toBe(0)
    expect(loosened(readQuery('调查员公开招聘'))?.runs).toEqual(expect.arrayContaining(['公开', '招聘']))
  })

  test('no words of two sentences make one', async () => {
    expect(await titles('亿元工业')).toEqual([])
  })

  test('the piece of text that is shown holds what was looked for', async () => {
    const { hits } = await look('从业人员')
    expect(hits[0]?.excerpt).toContain('从业人员')
  })
})

/** As the page looks: each way of reading in turn. */
const pageTitles = async (q: string, rest: { sort?: 'newest' } = {}) =>
  (await find(site.db, { q, page: 1, ...rest }, { today: day })).hits.map(({ title }) => title)
const census = '第五次全国经济普查公告（第一号）'

describe('however the words are written', () => {
  test.for([
    ['經濟普查', census],
    ['統計執法檢查', '《规范统计执法检查工作的通知》政策解读'],
    ['jingjipucha', census],
    ['jing ji pu cha', census],
    ['jjpc', census],
    ['JJPC', census],
    ['zhaopin', '关于公开招聘调查员的公告'],
    ['zpdcy', '关于公开招聘调查员的公告'],
  ])('%s', async ([typed = '', title]) => {
    expect((await pageTitles(typed))[0]).toBe(title)
  })

  test.for(['feichuan', 'fcfs', 'jjpq', 'xyzzy'])('%s sounds like nothing', async (typed) => {
    expect(await pageTitles(typed)).toEqual([])
  })

  test('letters that are words are words first', async () => {
    expect(await pageTitles('gdp')).toEqual(['关于市政府常务会议安排的通知'])
  })

  test('the piece that sounds so is known', () => {
    expect(soundingPiece('第五次全国经济普查公告', 'jingjipucha')).toBe('经济普查')
    expect(soundingPiece('第五次全国经济普查公告', 'jjpc')).toBe('经济普查')
    expect(soundingPiece('第五次全国经济普查公告', 'zhaopin')).toBeUndefined()
  })
})

describe('words with a dash are left out', () => {
  test.for<[typed: string, ...expected: string[]]>([
    ['统计公报 -2025年', '2024年国民经济和社会发展统计公报'],
    ['统计公报 -社会消费品', '2024年国民经济和社会发展统计公报'],
    ['普查 -经济', '工作动态：普查数据质量抽查'],
    ['普查 －经济', '工作动态：普查数据质量抽查'],
    ['-普查'],
  ])('%s', async ([typed, ...expected]) => {
    expect(await titles(typed)).toEqual(expected)
  })

  test('a dash within a number leaves nothing out', () => {
    expect(readQuery('2026-00007').excluded).toEqual([])
    expect(readQuery('示统发 2026 -8').excluded).toEqual([])
  })
})

describe('您是不是要找', () => {
  test.for([
    ['经济普差', '经济普查'],
    ['经济晋查', '经济普查'],
    ['统记公报', '统计公报'],
    ['招瓶', undefined],
    ['飞船', undefined],
    ['经济普查 公告', undefined],
  ])('%s: %s', async ([typed = '', expected]) => {
    expect(await nearMiss(site.db, readQuery(typed))).toBe(expected)
  })
})

test('nothing that is only signs is looked for, and why is said', () => {
  expect(whyNothingAsked(readQuery('%'))).toContain('只有符号')
  expect(whyNothingAsked(readQuery('*'))).toContain('只有符号')
  expect(whyNothingAsked(readQuery(' '))).toContain('没有写搜索词')
  expect(whyNothingAsked(readQuery('-窗口'))).toContain('只写了要排除的词')
  expect(whyNothingAsked(readQuery('窗口'))).toBeNull()
})

test('the newest come first where that is wished, wherever the words stand', async () => {
  const newestFirst = corpus.map(({ title }) => title).filter((title) => /普查/.test(title))
  expect(await pageTitles('普查', { sort: 'newest' })).toEqual(newestFirst.toReversed())
  const [best, newest] = [await pageTitles('统计'), await pageTitles('统计', { sort: 'newest' })]
  expect(newest.toSorted()).toEqual(best.toSorted())
  expect(newest).not.toEqual(best)
})

describe('filters', () => {
  test('each choice says how many it leaves; one that is made does not hide the others', async () => {
    const wish = { q: '通知', page: 1 }
    const within = { organId: site.organ.id, today: day }
    const all = await find(site.db, wish, within)
    const counts = await countChoices(site.db, all, wish, within)
    expect(counts?.organ).toEqual({ [site.organ.id]: all.total })
    expect(counts?.validity).toMatchObject({ repealed: 1, expired: 1, notYetEffective: 1 })
    for (const [type, count] of Object.entries(counts?.type ?? {}))
      expect((await titles('通知', { type: RecordTypeId.parse(type) })).length).toBe(count)
    const repealed = { ...wish, validity: 'repealed' } as const
    const chosen = await countChoices(site.db, await find(site.db, repealed, within), repealed, within)
    expect(chosen?.validity).toEqual(counts?.validity)
    expect(chosen?.type).toEqual({ normativeDocument: 1 })
  })

  test('by organ, column, type and year', async () => {
    expect(await titles('统计', { organId: site.organ.id + 1 })).toEqual([])
    expect((await titles('统计', { organId: site.organ.id })).length).toBeGreaterThan(5)
    expect(await titles('通知', { columnId: 'tzgg' })).toEqual(['关于市政府常务会议安排的通知'])
    expect(await titles('统计', { type: 'policyInterpretation' })).toEqual(['《规范统计执法检查工作的通知》政策解读'])
    expect(await titles('统计', { year: 2018 })).toEqual([])
  })

  test('by validity, as it is on the day', async () => {
    expect(await titles('通知', { validity: 'repealed' })).toEqual(['示例市统计局关于统计台账管理的通知'])
    expect(await titles('通知', { validity: 'expired' })).toEqual(['示例市统计局关于年报制度的通知（试行）'])
    expect(await titles('通知', { validity: 'notYetEffective' })).toEqual(['示例市统计局关于明年报表布置的通知'])
    const inForce = await titles('通知', { validity: 'inForce' })
    expect(inForce).toContain(documentNumber8)
    expect(inForce).not.toContain('示例市统计局关于统计台账管理的通知')
  })
})

test('what is corrected is found by its new words only, what is withdrawn by none', async () => {
  const { key } = await site.publish({ title: '关于春季集市的公告', text: aText('集市设在东门。') })
  await site.follow(key, { kind: 'correct', reason: '地点变更' }, { text: aText('集市设在西门。') })
  expect(await titles('东门')).toEqual([])
  expect(await titles('西门')).toEqual(['关于春季集市的公告'])
  await site.follow(key, { kind: 'withdraw', reason: '活动取消' })
  expect(await titles('集市')).toEqual([])
  const kept = site.db.selectFrom('publishedSearch').selectAll().where('subjectId', '=', key.recordId)
  expect(await kept.executeTakeFirst()).toMatchObject({ tokens: [], body: '', bodyKey: '', titleKey: '' })
})

describe('documents that are only in the register', () => {
  const within = <T>(work: (tx: Tx) => Promise<T>) => inOrgan(site.db, site.organ.id, work)
  const entry = {
    kind: 'normativeDocuments',
    title: '示例市信用修复工作规程',
    documentNumber: '示统规〔2021〕5号',
    issuedOn: plainDate('2021-03-01'),
    effectiveFrom: plainDate('2021-04-01'),
    validUntil: null,
    repealedOn: null,
    repealedBy: null,
  } as const
  const clock = () => findDocuments(site.db, site.organ.id, day)

  test('are found by title, number, sound and validity, with what is shown of them', async () => {
    await within((tx) => saveNormativeDocuments(tx, site.organ.id, [entry]))
    await clock()
    for (const typed of ['信用修复', '示统规〔2021〕5号', '〔2021〕5号', 'xyxf', 'xinyongxiufu', '信用修復'])
      expect(await pageTitles(typed), typed).toEqual([entry.title])
    expect(await titles('信用', { validity: 'inForce', year: 2021, type: 'normativeDocument' })).toEqual([entry.title])
    expect(await titles('信用', { validity: 'repealed' })).toEqual([])
    expect((await look('信用')).hits[0]).toMatchObject({
      kind: 'document',
      documentNumber: entry.documentNumber,
      day: '2021-03-01',
      organId: site.organ.id,
    })
  })

  test('are found as they were changed, and one that was taken away at once no more', async () => {
    const registered = await within((tx) => listDocuments(tx, site.organ.id))
    const id = registered.find(({ documentNumber }) => documentNumber === entry.documentNumber)?.id ?? ''
    await within((tx) => saveDocument(tx, site.organ.id, id, { title: '示例市信用管理规程', repealedOn: day }))
    await clock()
    expect(await titles('信用修复')).toEqual([])
    expect(await titles('信用管理', { validity: 'repealed' })).toEqual(['示例市信用管理规程'])
    await within((tx) => keptDocuments.remove(tx, site.organ.id, id))
    expect(await titles('信用管理')).toEqual([])
  })

  test('those with a record are found once, as the record', async () => {
    await clock()
    expect((await look('规范统计执法检查')).hits.map(({ kind }) => kind)).toEqual(['record', 'record'])
  })
})

test('what was made findable in an older way is made so anew by the clock', async () => {
  await sql`update published_search set made_by = 1, tokens = array_remove(tokens, '&jjpc')`.execute(site.owner)
  expect(await pageTitles('jjpc')).toEqual([])
  await renewFindable(site.db, site.organ.id)
  expect(await pageTitles('jjpc')).toEqual([census])
})

test('what people type is words and nothing else', async () => {
  for (const typed of [
    "'; drop table organs; --",
    '%',
    '_',
    '\\',
    '|',
    '\0',
    '"',
    '((((',
    'a'.repeat(5000),
    '〔',
    '   ',
  ])
    expect((await look(typed)).hits).toEqual([])
})
