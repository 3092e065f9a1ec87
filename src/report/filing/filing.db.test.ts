import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { plainDate } from '../../days/plain-date.ts'
import { inOrgan, lookInOrgan } from '../../db/organ.ts'
import { testDatabase } from '../../db/testing/database.ts'
import '../../app/joins.ts'
import { publishAsSigned } from '../../demo/publish-as-signed.ts'
import { acceptFile } from '../../files/accept.ts'
import { reportFormat2021 } from '../../law/report-format-2021.ts'
import { confirmAll } from '../../ledgers/years/testing/confirm-all.ts'
import { type Actor, operatorActor } from '../../organs/actor.ts'
import type { Role } from '../../organs/role.ts'
import { changeSetting } from '../../organs/settings/actions.ts'
import { anOffice, type Office } from '../../organs/testing/officers.ts'
import { listTurns } from '../../review/turns/store.ts'
import { showReport } from '../draft/show.ts'
import { readLines, readReport } from '../read/read-report.ts'
import { figure } from '../report.ts'
import { aSoundReport } from '../testing/a-sound-report.ts'
import { writeReport } from '../write/write.ts'
import { takeFilerStep, takeOfficeStep } from './actions.ts'
import { collect } from './collected.ts'
import type { FilerStepName, OfficeStepName } from './filing-event.ts'
import { addFiler } from './keep-filers.ts'
import { receiveReport } from './receive.ts'
import { remindOfFilings } from './reminders.ts'
import { showFiling, showFilings, showOwnFiling } from './show.ts'
import { listParts } from './store/accepted.ts'

const { db, owner } = await testDatabase()
const fees = { table: 'proactive', row: 'administrativeFees', column: 'amountWan' } as const
const day = '2026-01-20'
const now = new Date('2026-01-20T02:00:00Z')

const above = await anOffice(db, { slug: 'shi-zf', name: '示例市人民政府', kind: 'government' })
const below = async (slug: string, name: string) =>
  anOffice(db, { slug, name, parentId: above.organ.id, kind: 'department' })

/** Somebody of the office that receives. */
const officer = (role: Role = 'clerk', today = day, login?: string) => above.officer(today, [role], login)
const clerkOf = (office: Office, today = day) => office.officer(today, ['clerk'])

async function publish({ organ }: Office, year = 2025, reason: string | null = null) {
  const today = plainDate(day)
  await inOrgan(db, organ.id, (tx) => confirmAll(tx, organ, year, today))
  const how = { publishedOn: today, calendarVersion: '2026', reason }
  return publishAsSigned(db, operatorActor(organ.id, today), organ, year, how)
}

/** What its registers did not hold yet. */
const collectFee = ({ organ }: Office) =>
  owner
    .insertInto('administrativeFees')
    .values({
      organId: organ.id,
      receiptNumber: 'A1',
      item: '考试费',
      collectedOn: plainDate('2025-06-12'),
      amount: '1200',
    })
    .execute()

const own = async (of: Office, year = 2025, today = day) => {
  const actor = await clerkOf(of, today)
  const filing = await lookInOrgan(db, of.organ.id, (tx) => showOwnFiling(tx, actor, year))
  if (!filing) throw new Error('nobody is above')
  return filing
}

const fileStep = async (of: Office, name: FilerStepName, input: object, actor?: Actor, year = 2025) => {
  const by = actor ?? (await clerkOf(of))
  return inOrgan(db, of.organ.id, (tx) => takeFilerStep(tx, by, now, year, { name, typed: input }))
}
const file = async (of: Office, year = 2025) =>
  fileStep(of, 'file', { hash: (await own(of, year)).hash }, undefined, year)

const decide = async (filer: string, name: OfficeStepName, input: object, actor?: Actor, year = 2025) => {
  const by = actor ?? (await officer())
  return inOrgan(db, above.organ.id, (tx) => takeOfficeStep(tx, by, now, { year, filer }, { name, typed: input }))
}
const seen = async (filer: string, year = 2025, today = day) => {
  const actor = await officer('clerk', today)
  return lookInOrgan(db, above.organ.id, (tx) => showFiling(tx, actor, year, filer))
}
const listed = async (year = 2025, today = day) => {
  const actor = await officer('clerk', today)
  return (await lookInOrgan(db, above.organ.id, (tx) => showFilings(tx, actor, year))).items
}
const waiting = async (of: Office, role: Role) => {
  const { id, roles, unitId } = await of.officer(day, [role])
  return inOrgan(db, of.organ.id, (tx) =>
    listTurns(tx, { organId: of.organ.id, id: id ?? '', roles, unitId }, plainDate(day), 50),
  )
}
const idOf = ({ organ }: Office) => String(organ.id)

const outside = async (name: string) =>
  inOrgan(db, above.organ.id, async (tx) =>
    addFiler(tx, await officer(), { name, kind: 'township', email: '', firstYear: 2024, lastYear: null }),
  )

const received = async (filer: string, name: string, bytes: Uint8Array, year = 2025, arrivedOn = day) => {
  const read = { reading: await readReport(bytes, name), lines: await readLines(bytes, name) }
  const kept = await acceptFile(name.replace(/\.html$/, '.html.txt'), bytes)
  const by = await officer()
  return inOrgan(db, above.organ.id, (tx) =>
    receiveReport(tx, by, now, { year, filer }, { file: kept, arrivedOn: plainDate(arrivedOn), ...read }),
  )
}

describe('art. 49: a department hands its report to the office of its level', () => {
  test('what was published is filed as it stands, and the office is told', async () => {
    const bureau = await below('shi-tjj', '示例市统计局')
    await expect(file(bureau)).rejects.toThrow('没有可以报送的年度报告')
    await expect(fileStep(bureau, 'file', { hash: 'a'.repeat(64) })).rejects.toMatchObject({ code: 'nothing_to_file' })
    await publish(bureau)
    expect(await own(bureau)).toMatchObject({ status: 'expected', dueOn: '2026-01-31', isSame: false })
    await file(bureau)
    expect(await own(bureau)).toMatchObject({ status: 'filed', isSame: true, filedOn: day })
    expect(await waiting(above, 'clerk')).toMatchObject([
      { what: '审核报送的年度报告', title: '示例市统计局2025年度报告' },
    ])
    const { report, source } = await seen(idOf(bureau))
    expect(source).toEqual({ kind: 'published', revision: 1 })
    expect(report?.organ).toBe('示例市统计局')
  })

  test('it is returned with its reason and place, corrected by the next revision, filed again and accepted', async () => {
    const bureau = await below('shi-daj', '示例市档案局')
    await publish(bureau)
    await file(bureau)
    await expect(decide(idOf(bureau), 'sendBack', { note: '改' })).rejects.toThrow('请写明需要修改的内容')
    const pinned = [{ kind: 'cell', cell: 'newReceived/naturalPerson' }]
    await decide(idOf(bureau), 'sendBack', { note: '新收申请数与台账不符，请核对', pinned })
    expect(await own(bureau)).toMatchObject({ status: 'returned', returned: { pinned } })
    expect(await waiting(bureau, 'clerk')).toMatchObject([{ what: '修改示例市人民政府退回的年度报告' }])
    await expect(file(bureau)).rejects.toMatchObject({ code: 'filed_unchanged' })
    await collectFee(bureau)
    await publish(bureau, 2025, '上级退回，更正第三部分')
    expect((await seen(idOf(bureau))).changes).toBeNull()
    await file(bureau)
    // What was corrected is told cell by cell, so that the office need not compare two reports by eye.
    const { changes } = await seen(idOf(bureau))
    expect(changes?.cells?.map(({ name }) => name)).toEqual([expect.stringContaining('收费金额')])
    expect(await waiting(bureau, 'clerk')).toEqual([])
    await decide(idOf(bureau), 'accept', { note: '' })
    expect((await seen(idOf(bureau))).acceptedOn).toBe(day)
    expect((await waiting(above, 'clerk')).filter(({ title }) => title.includes('示例市档案局'))).toEqual([])
    await expect(file(bureau)).rejects.toMatchObject({ code: 'filed_already' })
  })

  test('an accepted report counts until another one is accepted in its place, also when that one is sent back', async () => {
    const bureau = await below('shi-sjj', '示例市审计局')
    const counted = async () => {
      const parts = await lookInOrgan(db, above.organ.id, (tx) => listParts(tx, above.organ.id, 2025, fees))
      return parts.find(({ id }) => id === idOf(bureau))?.value
    }
    await publish(bureau)
    await file(bureau)
    await decide(idOf(bureau), 'accept', { note: '' })
    await collectFee(bureau)
    await publish(bureau, 2025, '数字有误，更正')
    expect((await waiting(bureau, 'clerk')).map(({ what }) => what)).toEqual([])
    await file(bureau)
    expect(await counted()).toBe('0')
    await decide(idOf(bureau), 'sendBack', { note: '收费金额与财政部门不符' })
    expect(await counted()).toBe('0')
    await expect(decide(idOf(bureau), 'excuse', { reason: '由财政部门一并报送' })).rejects.toMatchObject({
      code: 'accepted_already',
    })
    await owner
      .updateTable('administrativeFees')
      .set({ amount: '2400' })
      .where('organId', '=', bureau.organ.id)
      .execute()
    await publish(bureau, 2025, '与财政部门核对后更正')
    await file(bureau)
    await decide(idOf(bureau), 'accept', { note: '' })
    expect(await counted()).toBe('0.24')
  })

  test('who filed in time is not late for a correction; what came after the law’s day is', async () => {
    const bureau = await below('shi-tyj', '示例市体育局')
    await publish(bureau)
    await file(bureau)
    await decide(idOf(bureau), 'sendBack', { note: '第五部分没有整改情况' })
    expect(await own(bureau, 2025, '2026-03-02')).toMatchObject({ status: 'returned', isLate: false, filedOn: day })
  })

  test('who files may take it back while nobody has decided, and nobody else acts for them', async () => {
    const bureau = await below('shi-mzj', '示例市民政局')
    await publish(bureau)
    const head = await bureau.officer(day, ['ogiHead'])
    await expect(fileStep(bureau, 'file', { hash: (await own(bureau)).hash }, head)).rejects.toMatchObject({
      code: 'not_your_filing',
    })
    await file(bureau)
    await expect(decide(idOf(bureau), 'accept', { note: '' }, await officer('unitHead'))).rejects.toMatchObject({
      code: 'not_your_filing',
    })
    await fileStep(bureau, 'withdraw', { reason: '发现错字，改后再报' })
    await expect(decide(idOf(bureau), 'accept', { note: '' })).rejects.toMatchObject({ code: 'filing_closed' })
    await file(bureau)
    await decide(idOf(bureau), 'accept', { note: '' })
    await expect(fileStep(bureau, 'withdraw', { reason: '发现错字，改后再报' })).rejects.toMatchObject({
      code: 'filing_closed',
    })
  })
})

describe('the office knows who is expected, late, filed, returned and accepted', () => {
  test('an organ below is expected; after its day it is late, and one that need not file is not', async () => {
    const bureau = await below('shi-slj', '示例市水利局')
    const item = async (today: string) => (await listed(2025, today)).find(({ id }) => id === idOf(bureau))
    expect(await item('2026-01-31')).toMatchObject({ status: 'expected', isLate: false, dueOn: '2026-01-31' })
    expect(await item('2026-02-01')).toMatchObject({ isLate: true })
    await decide(idOf(bureau), 'excuse', { reason: '2025年12月撤销，由示例市农业农村局一并报送' })
    expect(await item('2026-02-01')).toMatchObject({ status: 'excused', isLate: false })
    await decide(idOf(bureau), 'expect', { reason: '机构没有撤销，恢复报送' })
    expect(await item('2026-02-01')).toMatchObject({ status: 'expected', isLate: true })
  })

  test('the day of the place holds for the list, and is told to those below', async () => {
    const bureau = await below('shi-lyj', '示例市林业局')
    const admin = { ...(await officer('clerk')), roles: ['systemAdmin'] as const }
    const set = (value: unknown) =>
      inOrgan(db, above.organ.id, (tx) => changeSetting(tx, admin, 'localReportDueDate', value))
    await expect(set('02-10')).rejects.toThrow(/不能晚于法定的日期/)
    await set('01-26')
    expect(await own(bureau)).toMatchObject({ dueOn: '2026-01-26' })
    expect((await listed()).find(({ id }) => id === idOf(bureau))).toMatchObject({ dueOn: '2026-01-26' })
    await set(null)
  })

  test('who has not filed is reminded before the day and on the day after, once', async () => {
    const bureau = await below('shi-kjj', '示例市科技局')
    const remindedOn = async () => (await listed(2025, '2026-02-09')).find(({ id }) => id === idOf(bureau))?.remindedOn
    await remindOfFilings(db, above.organ.id, plainDate('2026-01-22'), new Date('2026-01-22T00:20:00Z'))
    expect(await remindedOn()).toBeNull()
    // Five working days before Saturday, 31 January.
    await remindOfFilings(db, above.organ.id, plainDate('2026-01-23'), new Date('2026-01-23T00:20:00Z'))
    const events = async () => (await seen(idOf(bureau))).events.length
    expect(await remindedOn()).toBe('2026-01-23')
    expect(await waiting(bureau, 'clerk')).toMatchObject([{ what: '向示例市人民政府报送年度报告（催报）' }])
    const once = await events()
    for (const again of ['2026-01-23', '2026-01-24', '2026-01-26'])
      await remindOfFilings(db, above.organ.id, plainDate(again), new Date(`${again}T00:25:00Z`))
    expect(await events()).toBe(once)
    await remindOfFilings(db, above.organ.id, plainDate('2026-02-02'), new Date('2026-02-02T00:20:00Z'))
    expect(await remindedOn()).toBe('2026-02-02')
  })
})

describe('an organ without an office here: its report is read, compared by a person, and then counts like others', () => {
  const reportOf = (organ: string) => {
    const report = aSoundReport({ title: `${organ}2025年政府信息公开工作年度报告`, organ, year: 2025 })
    const headings = new Map(reportFormat2021.sections.map(({ id, heading }) => [`${id}`, heading]))
    const sections = report.sections.map((section) => ({
      ...section,
      heading: headings.get(section.id) ?? '',
      paragraphs: section.paragraphs.map((paragraph) => paragraph.replaceAll('2024年', '2025年')),
    }))
    return { ...report, sections }
  }

  test('Word as it came is kept, shown line by line, typed over with care, confirmed and accepted by another person', async () => {
    const { id } = await outside('示例市东乡人民政府')
    const bytes = await writeReport(reportOf('示例市东乡人民政府'), 'docx')
    await received(id, '年报.docx', bytes)
    const before = await seen(id)
    expect(before).toMatchObject({ status: 'received', original: { fileName: '年报.docx' } })
    expect(before.original?.lines.some(({ isRow, cells }) => isRow && cells.includes('规章'))).toBe(true)
    await expect(decide(id, 'confirm', { typed: [] })).rejects.toThrow('请逐格对照原件核对后勾选')
    const typed = [{ cell: 'penalty/decisions', value: '12' }]
    await decide(id, 'confirm', { typed, isCompared: true })
    const filed = await seen(id)
    expect(filed).toMatchObject({ status: 'filed', source: { kind: 'file', typed } })
    expect(filed.report?.proactive['penalty.decisions']).toBe(12)
    expect(filed.findings.filter(({ severity }) => severity === 'error')).toEqual([])
    await expect(decide(id, 'accept', { note: '' })).rejects.toMatchObject({ code: 'compares_and_accepts' })
    await decide(id, 'accept', { note: '' }, await officer('ogiHead'))
    expect((await seen(id)).status).toBe('accepted')
  })

  test('signs of a damaged file that are none are left out, and do not keep it from being received', async () => {
    const { id } = await outside('示例市坏件街道办事处')
    const read = await readReport(await writeReport(reportOf('示例市坏件街道办事处'), 'html'), '年报.html')
    const sections = read.report.sections.map((each) => ({ ...each, paragraphs: [...each.paragraphs, '乱\0码\ud800'] }))
    const kept = await acceptFile('年报.html.txt', new TextEncoder().encode('坏件'))
    const by = await officer()
    await inOrgan(db, above.organ.id, (tx) =>
      receiveReport(
        tx,
        by,
        now,
        { year: 2025, filer: id },
        {
          file: kept,
          arrivedOn: plainDate(day),
          reading: { ...read, report: { ...read.report, sections } },
          lines: [],
        },
      ),
    )
    expect((await seen(id)).report?.sections.at(-1)?.paragraphs.at(-1)).toBe('乱码\ufffd')
  })

  test('what could not be read is no figure until a person types it: never a wrong number', async () => {
    const { id } = await outside('示例市西乡人民政府')
    const html = new TextDecoder().decode(await writeReport(reportOf('示例市西乡人民政府'), 'html'))
    const torn = html.replace(/(行政处罚[\s\S]*?<td[^>]*>)0(<\/td>)/, '$1约十二件$2')
    expect(torn).not.toBe(html)
    await received(id, '年报.html', new TextEncoder().encode(torn))
    // A person who only confirms has filled in nothing.
    const before = await seen(id)
    expect(before.report?.proactive['penalty.decisions'] ?? null).toBeNull()
    await decide(id, 'confirm', { typed: [], isCompared: true })
    expect((await seen(id)).events.find(({ what }) => what.startsWith('核对原件'))?.words).not.toContain('填写')
    await decide(id, 'accept', { note: '原件该格为文字，已电话核实' }, await officer('ogiHead'))
    const sum = await lookInOrgan(db, above.organ.id, (tx) => collect(tx, above.organ, 2025))
    expect(sum.blank.find(({ organ }) => organ === '示例市西乡人民政府')).toMatchObject({
      unread: ['proactive/penalty/decisions'],
    })
  })

  test.each([
    ['another year', { year: 2024, title: '示例市南乡人民政府2024年政府信息公开工作年度报告' }, 'filed_other_year'],
  ] as const)('a report on %s is refused', async (_, changes, code) => {
    const { id } = await outside(`示例市南乡人民政府${changes.year}`)
    const report = { ...reportOf('示例市南乡人民政府'), ...changes }
    await expect(received(id, '年报.docx', await writeReport(report, 'docx'))).rejects.toMatchObject({ code })
  })

  test('of an original the day counts on which it arrived; a wrong file is taken back, and the same one is nobody else’s', async () => {
    const [one, other] = [await outside('示例市甲乡人民政府'), await outside('示例市丙乡人民政府')]
    const bytes = await writeReport(reportOf('示例市甲乡人民政府'), 'docx')
    await received(one.id, '年报.docx', bytes, 2025, '2026-01-19')
    expect(await seen(one.id, 2025, '2026-03-02')).toMatchObject({ isLate: false, filedOn: '2026-01-19' })
    await expect(received(other.id, '年报.docx', bytes)).rejects.toMatchObject({ code: 'same_file_of' })
    await expect(received(other.id, '年报.docx', bytes, 2025, '2026-01-21')).rejects.toMatchObject({
      code: 'arrived_later',
    })
    await decide(one.id, 'discard', { reason: '选错了文件' })
    expect(await seen(one.id)).toMatchObject({ status: 'expected', filedOn: null })
    await received(other.id, '年报.docx', bytes)
    expect((await seen(other.id)).findings.map(({ code }) => code)).toContain('OTHER_ORGAN')
  })

  test('what is no report is refused, and nobody hands in for an organ that has its own office here', async () => {
    const { id } = await outside('示例市北乡人民政府')
    await expect(received(id, '通知.txt', new TextEncoder().encode('关于放假的通知'))).rejects.toMatchObject({
      code: 'opening_unreadable',
    })
    const bureau = await below('shi-jtj', '示例市交通局')
    const bytes = await writeReport(reportOf('示例市交通局'), 'docx')
    await expect(received(idOf(bureau), '年报.docx', bytes)).rejects.toMatchObject({ code: 'filer_files_itself' })
  })

  test('a name stands once among those who file', async () => {
    await expect(outside('示例市北乡人民政府')).rejects.toMatchObject({ code: 'filer_taken' })
    await expect(outside('示例市交通局')).rejects.toMatchObject({ code: 'filer_taken' })
  })
})

describe('a superior sees what was filed, never working data', () => {
  test('neither another organ nor one that files sees the filings of others', async () => {
    const [a, b] = [await below('shi-aj', '示例市甲局'), await below('shi-bj', '示例市乙局')]
    await publish(a)
    await file(a)
    const stranger = await anOffice(db, { slug: 'wai-ju', name: '外地局' })
    for (const office of [b, stranger]) {
      const rows = await lookInOrgan(db, office.organ.id, (tx) =>
        tx.selectFrom('reportFilings').select('id').where('filerOrganId', '=', a.organ.id).execute(),
      )
      expect(rows).toEqual([])
    }
    const events = (office: Office) =>
      lookInOrgan(db, office.organ.id, (tx) =>
        sql`select from report_filing_events e join report_filings f on f.id = e.filing_id
          where f.filer_organ_id = ${a.organ.id}`.execute(tx),
      )
    expect((await events(a)).rows.length).toBe(1)
    expect((await events(b)).rows).toEqual([])
    expect((await events(above)).rows.length).toBe(1)
    const drafts = await lookInOrgan(db, above.organ.id, (tx) =>
      tx.selectFrom('reportDrafts').select('id').where('organId', '=', a.organ.id).execute(),
    )
    expect(drafts).toEqual([])
  })

  test('the database lets nobody file with an office that is not above the organ', async () => {
    const stranger = await anOffice(db, { slug: 'wai-zf', name: '外地人民政府', kind: 'government' })
    const bureau = await below('shi-cj', '示例市丙局')
    await expect(
      inOrgan(db, stranger.organ.id, (tx) =>
        tx
          .insertInto('reportFilings')
          .values({ organId: stranger.organ.id, year: 2025, filerOrganId: bureau.organ.id })
          .execute(),
      ),
    ).rejects.toThrow(/row-level security/)
  })
})

describe('the roll-up counts what was accepted, and nothing else', () => {
  test('each cell of the sum opens onto the organs behind it', async () => {
    const cell = { table: 'proactive', row: 'penalty', column: 'decisions' } as const
    const look = <T>(work: Parameters<typeof lookInOrgan<T>>[2]) => lookInOrgan(db, above.organ.id, work)
    const { sum, accepted, missing } = await look((tx) => collect(tx, above.organ, 2025))
    const parts = await look((tx) => listParts(tx, above.organ.id, 2025, cell))
    expect(parts.length).toBe(accepted)
    expect(sum && figure(sum, cell)).toBe(parts.reduce((total, { value }) => total + Number(value ?? 0), 0))
    expect(missing.map(({ name }) => name)).toContain('示例市统计局')
  })

  test('a government that speaks for its departments counts them, and is not put up while one is missing', async () => {
    const admin = { ...(await officer('clerk')), roles: ['systemAdmin'] as const }
    await inOrgan(db, above.organ.id, (tx) => changeSetting(tx, admin, 'governmentReportScope', 'withDepartments'))
    const view = await lookInOrgan(db, above.organ.id, async (tx) => showReport(tx, await officer(), 2025))
    expect(view.figures.proactive['penalty.decisions']).toBe(12)
    expect(view.findings.find(({ code }) => code === 'FILINGS_MISSING')).toMatchObject({ severity: 'error' })
  })
})
