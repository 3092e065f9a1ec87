import iconv from 'iconv-lite'
import { sql } from 'kysely'
import { beforeAll, expect, test } from 'vitest'
import { keptLedgers, ledgers } from '../app/kept-ledgers.ts'
import { plainDate } from '../days/plain-date.ts'
import { inActs } from '../db/organ.ts'
import { testDatabase } from '../db/testing/database.ts'
import { operatorActor } from '../organs/actor.ts'
import * as organs from '../organs/store.ts'
import type { Values } from '../workbooks/ledger.ts'
import { describeProblem } from '../workbooks/problem.ts'
import { readLedgers } from '../workbooks/read-ledgers.ts'
import { writeWorkbook } from '../workbooks/workbook.ts'
import { parseCsv } from '../workbooks/xlsx/csv.ts'
import { writeXlsx } from '../workbooks/xlsx/write-xlsx.ts'
import { importLedgers } from './import.ts'

const { db, owner } = await testDatabase()
const today = plainDate('2026-02-01')
const importer = { ...operatorActor(0, today), name: '命令行（root）' }
const anOrgan = {
  kind: 'department' as const,
  level: 'city' as const,
  parentId: null,
  canMakeRules: false,
  ogiWorkBody: '',
  address: '',
  postcode: '',
  phone: '',
  email: '',
  siteCode: '',
  creditCode: '',
  letterCode: '',
  isDemo: false,
}

beforeAll(async () => {
  await inActs(db, async (tx) => {
    await organs.add(tx, { ...anOrgan, slug: 'wenlv', name: '某市文旅局' })
    await organs.add(tx, { ...anOrgan, slug: 'jiaoyu', name: '某市教育局' })
  })
})

const store = async (bytes: Uint8Array, organ: string, name = '台账.xlsx', sheet?: string) => {
  const file = await readLedgers(ledgers, bytes, name, { today, sheet })
  const outcome = await inActs(db, (tx) => importLedgers(tx, importer, organ, keptLedgers, file, { name, bytes }))
  if ('counts' in outcome)
    return outcome.counts.map(({ ledger, added, changed, unchanged }) => `${ledger} ${added}/${changed}/${unchanged}`)
  return outcome.problems.list.map(describeProblem)
}

const request = (number: string, values: Values = {}): Values => ({
  number,
  arrivedOn: '2025-03-03',
  receivedOn: '2025-03-04',
  channel: 'online',
  applicantKind: 'naturalPerson',
  ...values,
})

const ledgerOf = (id: string) => {
  const found = ledgers.find((each) => each.id === id)
  if (!found) throw new Error(`no ledger ${id}`)
  return found
}
const workbook = (rows: Record<string, readonly Values[]>) =>
  writeWorkbook(
    Object.entries(rows).map(([id, values]) => ({ ledger: ledgerOf(id), rows: values })),
    { isTemplate: false },
  )

const everything = {
  requests: [
    request('1号', { outcome: 'granted', concludedOn: '2025-03-20' }),
    request('2号', {
      feeNotifiedOn: '2025-03-06',
      feeNotifiedAmount: '300.00',
      outcome: 'other.feeUnpaid',
      concludedOn: '2025-04-20',
    }),
  ],
  remedies: [{ number: '复1号', kind: 'review', filedOn: '2025-05-01', isCoDefendant: 'no' }],
  normativeDocuments: [
    {
      documentNumber: '规1号',
      kind: 'normativeDocuments',
      title: '办法',
      issuedOn: '2025-01-02',
      effectiveFrom: '2026-03-01',
    },
  ],
  administrativeDecisions: [{ kind: 'penalty', number: '罚1号', decidedOn: '2025-06-01' }],
  administrativeFees: [{ receiptNumber: '0012', item: '考务费', collectedOn: '2025-06-01', amount: '-12.30' }],
  channels: [{ kind: 'wechat', name: '某市文旅' }],
  publications: [
    {
      title: '公告',
      channelKind: 'wechat',
      channelName: '某市文旅',
      publishedOn: '2025-06-02',
      originality: 'original',
    },
  ],
}

const tables = [
  'requests',
  'request_events',
  'remedies',
  'normative_documents',
  'administrative_decisions',
  'administrative_fees',
  'channels',
  'publications',
]
const snapshot = async () => {
  const rows = []
  for (const table of tables)
    rows.push(
      ...(
        await sql`select ${table} as of, t.xmin::text, to_jsonb(t) as row from ${sql.table(table)} t order by 3`.execute(
          owner,
        )
      ).rows,
    )
  return rows
}

test('a workbook with every ledger is stored, and a second import of it writes no row', async () => {
  const bytes = await workbook(everything)
  expect(await store(bytes, 'wenlv')).toEqual([
    'requests 2/0/0',
    'remedies 1/0/0',
    'normativeDocuments 1/0/0',
    'administrativeDecisions 1/0/0',
    'administrativeFees 1/0/0',
    'channels 1/0/0',
    'publications 1/0/0',
  ])
  const before = await snapshot()
  expect(before).toHaveLength(2 + 5 + 6)
  expect(await store(bytes, 'wenlv')).toEqual([
    'requests 0/0/2',
    'remedies 0/0/1',
    'normativeDocuments 0/0/1',
    'administrativeDecisions 0/0/1',
    'administrativeFees 0/0/1',
    'channels 0/0/1',
    'publications 0/0/1',
  ])
  expect(await snapshot()).toEqual(before)
  expect(
    await owner.selectFrom('ledgerImports').select(['added', 'unchanged']).orderBy('importedAt').execute(),
  ).toEqual([
    { added: 8, unchanged: 0 },
    { added: 0, unchanged: 8 },
  ])
})

test('the same numbers under another organ are other rows, and touch nothing of the first', async () => {
  const before = await snapshot()
  expect((await store(await workbook(everything), 'jiaoyu'))[0]).toBe('requests 2/0/0')
  const ofFirst = (await snapshot()).filter((row) => before.some((old) => JSON.stringify(old) === JSON.stringify(row)))
  expect(ofFirst).toEqual(before)
})

test('a corrected request keeps its history: what was wrong is superseded, what is taken back is voided', async () => {
  const changed = [
    request('1号', { outcome: 'granted', concludedOn: '2025-03-24', extendedOn: '2025-03-10' }),
    request('2号'),
  ]
  expect(await store(await workbook({ requests: changed }), 'wenlv')).toEqual(['requests 0/2/0'])
  const events = await sql<{ line: string }>`
    select concat_ws(' ', number, seq, e.kind, happened_on, supersedes) as line
    from request_events e join requests r on (r.organ_id, r.id) = (e.organ_id, e.request_id)
    where r.organ_id = (select id from organs where slug = 'wenlv') order by number, seq`.execute(owner)
  expect(events.rows.map(({ line }) => line)).toEqual([
    '1号 1 received 2025-03-04',
    '1号 2 concluded 2025-03-20',
    '1号 3 extended 2025-03-10',
    '1号 4 concluded 2025-03-24 2',
    '2号 1 received 2025-03-04',
    '2号 2 feeNotified 2025-03-06',
    '2号 3 concluded 2025-04-20',
    '2号 4 voided 2025-03-06 2',
    '2号 5 voided 2025-04-20 3',
  ])
})

test('one request is one row, whatever brackets stand round its year, also where an older version kept them', async () => {
  const twice = await workbook({ requests: [request('临依〔2025〕1号'), request('临依（2025）1号')] })
  expect((await store(twice, 'wenlv')).join()).toContain('重复')
  expect(await store(await workbook({ requests: [request('临依[2025]7号')] }), 'wenlv')).toEqual(['requests 1/0/0'])
  await sql`update requests set number = '临依[2025]7号' where number = '临依〔2025〕7号'`.execute(owner)
  const again = await workbook({ requests: [request('临依(2025)7号', { channel: 'fax' })] })
  expect(await store(again, 'wenlv')).toEqual(['requests 0/1/0'])
})

test('one bad cell and nothing of the whole file is stored', async () => {
  const before = await snapshot()
  const rows = { ...everything, requests: [request('3号'), request('4号', { receivedOn: '2025-03-01' })] }
  expect(await store(await workbook(rows), 'wenlv')).toEqual([
    '政府信息公开申请，第3行，“收到申请之日”（D3）：收到申请之日不能早于到达日期（条例第三十一条）',
  ])
  expect(await snapshot()).toEqual(before)
})

test('the template as it is handed out holds no row: its example is not counted', async () => {
  const bytes = await writeWorkbook(
    ledgers.map((ledger) => ({ ledger, rows: [] })),
    { isTemplate: true },
  )
  expect(await store(bytes, 'wenlv')).toEqual(ledgers.map(({ id }) => `${id} 0/0/0`))
})

test('an item on a channel that nobody registered is named', async () => {
  const lost = {
    title: '公告',
    channelKind: 'weibo',
    channelName: '某市文旅',
    publishedOn: '2025-06-02',
    originality: 'original',
  }
  expect(await store(await workbook({ publications: [lost] }), 'wenlv')).toEqual([
    '发布信息，第2行，“渠道名称”：“发布渠道”表中没有这个渠道，请先在“发布渠道”表登记，或核对类型和名称',
  ])
})

test('an unknown organ is refused', async () => {
  await expect(store(await workbook(everything), 'nobody')).rejects.toThrow('没有找到代号为“nobody”的机关')
})

test('a csv of the same ledger, in GBK or UTF-8, with quoted line breaks, adds what the workbook would', async () => {
  const text =
    '决定书文号,决定类别,决定日期,事项名称\r\n许1号,行政许可,2025年3月5日,"第一行\n第二行"\r\n许2号,许可,２０２５.3.6,\r\n'
  expect(parseCsv(text)).toHaveLength(3)
  expect(await store(iconv.encode(text, 'gbk'), 'wenlv', '决定.csv')).toEqual(['administrativeDecisions 2/0/0'])
  expect(await store(Buffer.from(`\ufeff${text}`), 'wenlv', '决定.csv')).toEqual(['administrativeDecisions 0/0/2'])
})

test('what Excel makes of a workbook by other hands is read by its headers', async () => {
  const bytes = await writeXlsx({
    sheets: [
      { name: '通讯录', rows: [['科室', '电话']] },
      {
        name: '2025年收费',
        rows: [
          ['2025年收费台账'],
          ['序 号', '收费金额', '票据号码*', '收费项目', '收费日期（年月日）', '备注'],
          [1, '￥1,234.50元', 202400012, '考务费', 45800, '现金'],
        ],
      },
    ],
  })
  const file = await readLedgers(ledgers, bytes, 'x.xlsx', { today })
  expect(file.problems.list).toEqual([])
  expect(file.skipped).toEqual(['通讯录'])
  expect(file.rows.get('administrativeFees')).toMatchObject([
    {
      sheet: '2025年收费',
      row: 3,
      values: { receiptNumber: '202400012', item: '考务费', collectedOn: '2025-05-23', amount: '1234.50' },
    },
  ])
})
