import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { plainDate } from '../../days/plain-date.ts'
import { inOrgan } from '../../db/organ.ts'
import { testDatabase } from '../../db/testing/database.ts'
import '../../app/joins.ts'
import { watchFigures } from '../../ledgers/figures-watch.ts'
import { endConfirmation } from '../../ledgers/years/actions.ts'
import { type Actor, systemActor } from '../../organs/actor.ts'
import { listTurns } from '../../review/turns/store.ts'
import { isFrozen } from '../moved.ts'
import { figure } from '../report.ts'
import { publishDue, saveDraft } from './actions.ts'
import { foldDraft } from './draft.ts'
import { type DraftContent, deviationKey } from './draft-event.ts'
import { showReportYears } from './show.ts'
import { findOpen, getForChange } from './store.ts'
import { aBureau as bureauIn, day, now } from './testing/a-bureau.ts'
import { hrefOfCount, wordsFrom } from './words.ts'

const { db, owner } = await testDatabase()
const aBureau = (slug: string, name: string) => bureauIn(db, slug, name)

const paragraphs = (...written: string[]) => wordsFrom([{ id: 'problems', paragraphs: written }]).problems
const paid = (organId: number) => ({
  organId,
  receiptNumber: 'A1',
  item: '考试考务费',
  collectedOn: plainDate('2025-06-12'),
  amount: '12000.00',
})

describe('art. 49: a report is written, signed by three people, frozen and made public', () => {
  test('what is published is what was signed, word for word and figure for figure, with who did it in the log', async () => {
    const { organ, people, look, drafted, save, begin, signAll, publish, published, within } = await aBureau(
      'bj-a',
      '甲市水务局',
    )
    await begin()
    const { content } = await drafted()
    await save({ words: { ...content.words, problems: paragraphs('一是解读材料偏少。') } })
    await signAll()
    expect((await drafted()).status).toBe('signed')
    await publish()
    const found = await published()
    expect(found?.report.sections.find(({ id }) => id === 'problems')?.paragraphs).toEqual(['一是解读材料偏少。'])
    expect(found?.revisions).toHaveLength(1)
    expect((await look()).draft).toBeNull()
    const { rows } = await sql<{ action: string }>`
      select action from audit_entries where organ_id = ${organ.id} and action like 'report.%' order by seq`.execute(
      owner,
    )
    expect(rows.map(({ action }) => action)).toEqual([
      'report.begun',
      'report.submitted',
      'report.signed',
      'report.signed',
      'report.signed',
      'report.published',
    ])
    expect(await within((tx) => listTurns(tx, waiting(people.clerk), plainDate(day), 10))).toEqual([])
  })

  test('whoever wrote it, or has signed, signs no other level; whoever signed last does not publish; others may not write', async () => {
    const { officer, people, begin, putUp, sign, save, publish, drafted, step } = await aBureau('bj-b', '乙市水务局')
    const { ogiHead, unitHead, leader, clerk } = people
    const stranger = { ...(await officer(day, ['clerk'], 'other')), unitId: null }
    await expect(begin(null, stranger)).rejects.toThrow('由政府信息公开工作机构的人员编制')
    await begin()
    const { words } = (await drafted()).content
    await expect(save({ stated: [] }, stranger)).rejects.toThrow('由政府信息公开工作机构的人员编制')
    await expect(save({ stated: [] }, ogiHead)).rejects.toThrow('由政府信息公开工作机构的人员编制')
    const second = await officer(day, ['clerk', 'ogiHead'], 'twohats')
    await save({ words: { ...words, problems: paragraphs('一是时效不够，有待改进。') } }, second)
    await putUp()
    await expect(sign(leader)).rejects.toThrow('由科室负责人审批')
    await sign(unitHead)
    await expect(sign(second)).rejects.toThrow('编写、修改过这份年度报告的人不能审核它')
    await sign(ogiHead)
    await expect(publish()).rejects.toThrow('审核中')
    await sign(leader)
    await expect(step('recall', { reason: '还要修改' }, stranger)).rejects.toThrow('由政府信息公开工作机构')
    await publish('', clerk)
  })

  test('two who write at once lose nothing: the later one hears what the first has saved', async () => {
    const { officer, people, begin, drafted, within, save } = await aBureau('bj-l', '丑市水务局')
    await begin()
    const { id, content, seq } = await drafted()
    await save({ words: { ...content.words, problems: paragraphs('一是时效不够。') } })
    const other = await officer(day, ['clerk'], 'second')
    const typed = { ...content, words: { ...content.words, problems: paragraphs('另一种写法。') } }
    const answer = await within((tx) => saveDraft(tx, other, now, 2025, { content: typed, draft: id, basedOn: seq }))
    expect(answer.overtakenBy).toMatchObject({ savedName: people.clerk.name })
    expect((await drafted()).content.words.problems).toEqual(paragraphs('一是时效不够。'))
    const theirs = answer.overtakenBy?.revision ?? 0
    await within((tx) => saveDraft(tx, other, now, 2025, { content: typed, draft: id, basedOn: theirs }))
    expect((await drafted()).content.words.problems).toEqual(paragraphs('另一种写法。'))
  })

  test('a part that nobody has written keeps the report in the house', async () => {
    const { begin, putUp, save, drafted } = await aBureau('bj-k', '子市水务局')
    await begin()
    const { words } = (await drafted()).content
    await save({ words: { ...words, problems: paragraphs() } })
    await expect(putUp()).rejects.toThrow('“五、存在的主要问题及改进情况”还没有写')
  })
})

describe('figures', () => {
  test('a linked number is written as the registers have it until the report is put up; a typed one that differs is told', async () => {
    const { organ, drafted, save, begin, look, within } = await aBureau('bj-c', '丙市水务局')
    await begin()
    const { words } = (await drafted()).content
    const linked = (text: string) => ({
      type: 'text' as const,
      text,
      marks: [{ type: 'link' as const, attrs: { href: hrefOfCount('cell:administrativeFees/amountWan') } }],
    })
    const otherMatters: DraftContent['words']['otherMatters'] = {
      type: 'doc',
      content: [
        { type: 'paragraph', content: [{ type: 'text', text: '收费' }, linked('7'), { type: 'text', text: '万元' }] },
      ],
    }
    await save({ words: { ...words, otherMatters } })
    expect((await drafted()).others).toMatchObject([{ section: 'otherMatters', written: '7', value: '0' }])
    await within((tx) => tx.insertInto('administrativeFees').values(paid(organ.id)).execute())
    expect((await look()).sections.find(({ id }) => id === 'otherMatters')?.paragraphs).toEqual(['收费1.2万元'])
  })

  test('what was not kept here is stated with its source: the sums follow, and its register is answered for', async () => {
    const { organ, save, begin, look, within, drafted } = await aBureau('bj-d', '丁市公安局')
    await within((tx) =>
      tx
        .insertInto('administrativeDecisions')
        .values({
          organId: organ.id,
          kind: 'penalty',
          number: '1',
          subject: '示例',
          decidedOn: plainDate('2025-02-01'),
          publicity: 'due',
        })
        .execute(),
    )
    await begin()
    expect((await look()).findings.map(({ code, row }) => `${code} ${row}`)).toContain('LEDGER_NOT_KEPT penalty')
    const source = { reason: '处罚在执法办案系统登记', source: '执法办案系统2025年统计表' }
    await save({
      stated: [
        { cell: 'penalty/decisions', value: '100000', ...source },
        { cell: 'carriedOver/naturalPerson', value: '3', ...source },
      ],
    })
    const view = await look()
    expect(view.findings.filter(({ code }) => code === 'LEDGER_NOT_KEPT')).toEqual([])
    expect(figure(view.figures, { table: 'proactive', row: 'penalty', column: 'decisions' })).toBe(100_000)
    expect(figure(view.figures, { table: 'requests', row: 'carriedOver', column: 'total' })).toBe(3)
    expect(view.stated[0]).toMatchObject({ row: 'penalty', value: 100_000, counted: 1 })
    const refused = (cell: string, value = '1') => save({ stated: [{ cell, value, ...source }] })
    await expect(refused('newReceived/total')).rejects.toThrow('是合计')
    await expect(refused('nothing/here')).rejects.toThrow('没有这一格')
    await expect(refused('newReceived/enterprise', '1.5')).rejects.toThrow('应当是整数')
    await expect(
      save({ stated: ['1', '2'].map((value) => ({ cell: 'penalty/decisions', value, ...source })) }),
    ).rejects.toThrow('填了两次')
    expect((await drafted()).content.stated).toHaveLength(2)
  })

  test('the report is not put up with errors, nor before its year is over, nor as somebody no longer sees it', async () => {
    const { people, begin, drafted, step, save, look } = await aBureau('bj-e', '戊市水务局')
    await begin(null, people.clerk, 2026)
    const running = await look(people.clerk, 2026)
    expect(running).toMatchObject({ isOver: false, countedTo: '2026-01-20' })
    await expect(step('submit', { hash: running.draft?.hash }, people.clerk, 2026)).rejects.toThrow('2026年度尚未结束')
    await begin()
    const { hash } = await drafted()
    const source = { reason: '往年登记在纸质台账', source: '纸质台账' }
    await save({ stated: [{ cell: 'carriedOver/naturalPerson', value: '3', ...source }] })
    await expect(step('submit', { hash }, people.clerk)).rejects.toThrow('文本已经变动')
    await expect(step('submit', { hash: (await drafted()).hash }, people.clerk)).rejects.toThrow('处错误')
  })
})

describe('frozen', () => {
  test('what the registers count otherwise since is listed; it goes out as signed only with a reason, which stays', async () => {
    const { organ, begin, signAll, publish, published, within, drafted } = await aBureau('bj-f', '己市水务局')
    await begin()
    await signAll()
    await within((tx) => tx.insertInto('administrativeFees').values(paid(organ.id)).execute())
    expect((await drafted()).deviations).toMatchObject([
      { cell: 'administrativeFees/amountWan', frozen: '0', now: '1.2' },
    ])
    await expect(publish()).rejects.toThrow('与定稿不一致')
    await publish('票据次年补开，计入下年度')
    expect((await published())?.report.proactive['administrativeFees.amountWan']).toBe('0')
  })

  test('who sends it back says to whom and where; signatures after it are gone; who recalls it writes on', async () => {
    const { people, begin, putUp, sign, step, drafted, save } = await aBureau('bj-g', '庚市水务局')
    await begin()
    await putUp()
    await sign(people.unitHead)
    const { hash } = await drafted()
    const at = [
      { kind: 'cell', cell: 'rules/inForce' },
      { kind: 'paragraph', section: 'problems', paragraph: 0 },
    ]
    await step('sendBack', { hash, to: 'drafting', at, note: '问题写得太笼统' }, people.ogiHead)
    expect(await drafted()).toMatchObject({
      status: 'drafting',
      signatures: [],
      sentBack: { at, note: '问题写得太笼统' },
    })
    await putUp()
    await expect(save({ stated: [] })).rejects.toThrow('审核中')
    await step('recall', { reason: '漏了一段' }, people.clerk)
    expect((await drafted()).status).toBe('drafting')
  })

  test('by the clock it goes out on its day and once; where the registers have moved it waits for a person', async () => {
    const { organ, people, begin, signAll, step, drafted, published, within } = await aBureau('bj-h', '辛市水务局')
    await begin()
    await signAll()
    const { hash } = await drafted()
    await expect(step('schedule', { hash, on: day }, people.clerk)).rejects.toThrow('请选今天以后')
    await step('schedule', { hash, on: '2026-01-26' }, people.clerk)
    expect(await publishDue(db, systemActor(organ.id, plainDate('2026-01-25')), now)).toEqual([])
    await within((tx) => tx.insertInto('administrativeFees').values(paid(organ.id)).execute())
    const due = systemActor(organ.id, plainDate('2026-01-26'))
    expect(await publishDue(db, due, now)).toEqual([])
    expect((await drafted()).status).toBe('signed')
    await within((tx) => tx.deleteFrom('administrativeFees').where('organId', '=', organ.id).execute())
    await step('schedule', { hash, on: '2026-01-26' }, people.clerk)
    expect(await publishDue(db, due, now)).toEqual([2025])
    expect(await publishDue(db, due, now)).toEqual([])
    expect((await published())?.revisions).toMatchObject([{ publishedOn: '2026-01-26' }])
  })

  test('a correction is begun with a reason, goes the same way, and both can be read', async () => {
    const { begin, signAll, publish, published, drafted, look, within, people } = await aBureau('bj-i', '壬市水务局')
    await begin()
    await signAll()
    await publish()
    await expect(begin('改')).rejects.toThrow('至少4个字')
    await begin('补登一件许可决定')
    await expect(begin('补登一件许可决定')).rejects.toThrow('正在编制')
    expect((await drafted()).reason).toBe('补登一件许可决定')
    await signAll()
    await publish()
    expect((await published())?.revisions.map(({ revision, reason }) => [revision, reason])).toEqual([
      [2, '补登一件许可决定'],
      [1, null],
    ])
    expect((await look()).published).toHaveLength(2)
    const years = await within((tx) => showReportYears(tx, people.clerk))
    expect(years.find(({ year }) => year === 2025)).toMatchObject({ publishedOn: day, status: null })
  })

  test('the database itself refuses a report that nobody signed, or another than the signed one', async () => {
    const { organ, begin, putUp, signAll, drafted, people, step } = await aBureau('bj-j', '癸市水务局')
    const insert = (report: unknown) =>
      inOrgan(db, organ.id, (tx) =>
        sql`insert into annual_reports (organ_id, year, revision, format, report, findings, calendar_version, published_on)
          values (${organ.id}, 2025, 1, '2021', ${JSON.stringify(report)}::jsonb, '[]', 'x', '2026-01-20')`.execute(tx),
      )
    await expect(insert({})).rejects.toThrow('was not signed as it stands')
    await begin()
    await putUp()
    const frozen = async () => foldDraft((await inOrgan(db, organ.id, (tx) => getForChange(tx, organ.id, 2025))).events)
    const report = (await frozen()).submission?.snapshot.report
    await expect(insert(report)).rejects.toThrow('was not signed')
    await step('recall', { reason: '重新送审' }, people.clerk)
    await signAll()
    await expect(insert({ ...report, title: '另一份' })).rejects.toThrow('was not signed as it stands')
    expect((await drafted()).status).toBe('signed')
    expect(await inOrgan(db, organ.id, (tx) => findOpen(tx, organ.id, 2024))).toBeUndefined()
  })
})

const waiting = ({ organId, id, roles, unitId }: Actor) => ({ organId, id: id ?? '', roles, unitId })

test('a page that stands on a draft that was given up writes over no other', async () => {
  const { people, begin, drafted, step, within, save } = await aBureau('bj-n', '卯市水务局')
  await begin()
  const { id, content, seq } = await drafted()
  await step('discard', { reason: '重新编制' }, people.clerk)
  await begin()
  const words = { ...content.words, problems: paragraphs('新的一份。') }
  await save({ words })
  const stale = { content, draft: id, basedOn: seq + 5 }
  await expect(within((tx) => saveDraft(tx, people.clerk, now, 2025, stale))).rejects.toThrow('现在的是另一份稿子')
  expect((await drafted()).content.words).toEqual(words)
})

test('a confirmation on which a frozen report rests is not taken back', async () => {
  const { people, begin, putUp, within } = await aBureau('bj-o', '辰市水务局')
  await begin()
  await putUp()
  const confirmation = await within((tx) =>
    tx.selectFrom('ledgerConfirmations').select('id').where('ledger', '=', 'requests').executeTakeFirstOrThrow(),
  )
  await expect(
    within((tx) => endConfirmation(tx, people.ogiHead, confirmation.id, '核实有误，有两件申请没有登记', isFrozen)),
  ).rejects.toThrow('已经定稿')
})

test('a reason is about the deviations that were read, and says something', async () => {
  const { organ, people, begin, signAll, drafted, step, within } = await aBureau('bj-p', '巳市水务局')
  await begin()
  await signAll()
  await within((tx) => tx.insertInto('administrativeFees').values(paid(organ.id)).execute())
  const { hash, deviations } = await drafted()
  const seen = deviations.map(deviationKey)
  const more = { ...paid(organ.id), receiptNumber: 'A2' }
  await within((tx) => tx.insertInto('administrativeFees').values(more).execute())
  const deviationReason = '票据次年补开，计入下年度'
  await expect(step('publish', { hash, deviationReason, seen }, people.clerk)).rejects.toThrow('与定稿不一致')
  for (const said of ['\u200b', '。', '已核实'])
    await expect(step('publish', { hash, deviationReason: said }, people.clerk)).rejects.toThrow('与定稿不一致')
  await expect(step('schedule', { hash, on: '2026-01-26' }, people.clerk)).rejects.toThrow('与定稿不一致')
})

test('what is stated from elsewhere does not move when the register does', async () => {
  const { organ, begin, save, putUp, within } = await aBureau('bj-q', '午市水务局')
  await begin()
  const source = { reason: '收费在财政票据系统登记', source: '财政票据系统年度报表' }
  await save({ stated: [{ cell: 'administrativeFees/amountWan', value: '7.5', ...source }] })
  await putUp()
  const { effects } = await within((tx) =>
    watchFigures(tx, organ.id, () => tx.insertInto('administrativeFees').values(paid(organ.id)).execute()),
  )
  expect(effects).toEqual([])
})

test('whoever changes the registers of a year whose report stands frozen hears which cell would become what', async () => {
  const { organ, begin, putUp, within } = await aBureau('bj-m', '寅市水务局')
  await begin()
  await putUp()
  const { moved, effects } = await within((tx) =>
    watchFigures(tx, organ.id, () => tx.insertInto('administrativeFees').values(paid(organ.id)).execute()),
  )
  expect(moved).toEqual([2025])
  expect(effects).toEqual(['2025年度报告第二部分“行政事业性收费”行“本年收费金额（单位：万元）”列由0变为1.2'])
})
