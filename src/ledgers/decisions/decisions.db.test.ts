import { afterAll, describe, expect, test } from 'vitest'
import { buildApp } from '../../app/build-app.ts'
import { plainDate } from '../../days/plain-date.ts'
import { inOrgan } from '../../db/organ.ts'
import { unseal } from '../../db/sealed.ts'
import { testDatabase } from '../../db/testing/database.ts'
import { draftWithdrawal } from '../../disclosure/actions/draft.ts'
import { takeStep } from '../../disclosure/actions/take-step.ts'
import { foldEdition } from '../../disclosure/edition.ts'
import { openEdition } from '../../disclosure/prepare.ts'
import { type Reviewers, submitAndSign } from '../../disclosure/testing/a-record.ts'
import { anOffice } from '../../organs/testing/officers.ts'
import { aStaffedOrgan } from '../../organs/testing/staffed-organ.ts'
import { compileReport } from '../../report/compile.ts'
import { explainCell } from '../../report/explain.ts'
import { plainTextOf } from '../../text/plain.ts'
import { readXlsx } from '../../workbooks/xlsx/read-xlsx.ts'
import { approveCorrection, proposeCorrection, proposeRemoval } from '../rows/actions.ts'
import { saveAdministrativeDecisions } from '../store.ts'
import { changeDecision, enterDecision } from './actions/enter.ts'
import { beginWithdrawal, noteWithdrawal, publicize, quash } from './actions/publicize.ts'
import { showDecision } from './show.ts'
import { aLicence, anIdentityNumber, aPenalty } from './testing/a-decision.ts'

const { db, url, owner } = await testDatabase()
const now = new Date('2026-11-24T02:00:00Z')
const app = await buildApp({ db, url }, {}, () => now)
afterAll(() => app.close())

describe('entry, list and export', async () => {
  const here = await aStaffedOrgan(db, app)
  const { browser } = here.clerk
  const list = async (search = '') => (await browser.send('GET', `/ledgers/decisions${search}`)).json()
  const enter = async (typed: unknown, by = browser) => by.send('POST', '/ledgers/decisions', typed)

  test('an ID number is kept sealed and stands in no list, page, export or log; who needs it says why', async () => {
    const { id } = (await enter(aPenalty())).json()
    const row = await owner
      .selectFrom('administrativeDecisions')
      .selectAll()
      .where('id', '=', id)
      .executeTakeFirstOrThrow()
    expect(JSON.stringify(row)).not.toMatch(/张三丰|19491231/)
    const page = (await browser.send('GET', `/ledgers/decisions/${id}`)).body
    expect(page).toContain('张**')
    expect(page + JSON.stringify(await list())).not.toMatch(/张三丰|19491231/)
    const span = 'kind=penalty&from=2026-01-01&to=2026-12-31'
    const workbook = await readXlsx((await browser.send('GET', `/ledgers/decisions/export?${span}`)).rawPayload)
    const [codes, labels, exported] = workbook.sheets[0]?.rows ?? []
    expect(codes).toContain('CF_NR_FK')
    expect(labels?.[codes?.indexOf('CF_NR_FK') ?? -1]).toBe('罚款金额（万元）')
    expect(exported?.[codes?.indexOf('CF_NR_FK') ?? -1]).toBe('0.500000')
    expect(exported?.[codes?.indexOf('CF_XDR_MC') ?? -1]).toBe('张**')
    expect(exported?.[codes?.indexOf('CF_JDRQ') ?? -1]).toBe('2026/11/16')
    expect(JSON.stringify(exported)).not.toMatch(/张三丰|19491231/)
    const opened = await browser.send('POST', `/ledgers/decisions/${id}/person`, { reason: '核对处罚决定书原件' })
    expect(opened.json()).toMatchObject({ counterparty: '张三丰', identity: anIdentityNumber })
    expect((await browser.send('POST', `/ledgers/decisions/${id}/person`, { reason: '' })).statusCode).toBe(422)
    const log = await owner.selectFrom('auditEntries').select(['action', 'detail']).where('subject', '=', id).execute()
    expect(log.map(({ action }) => action)).toEqual(['decision.entered', 'decision.personRevealed'])
    expect(JSON.stringify(log)).not.toMatch(/张三丰|19491231/)
    const { events } = (await browser.send('GET', `/ledgers/decisions/${id}`)).json()
    expect(events.map(({ kind }: { kind: string }) => kind)).toEqual(['decision.entered'])
  })

  test('a hand-over has the numbers whole: only for the head of the work body, with the reason in the log and no person', async () => {
    const span = { kind: 'penalty', from: '2026-01-01', to: '2026-12-31' }
    const reason = '向示例市信用信息共享平台报送'
    const take = (who: typeof browser, body: object) => who.send('POST', '/ledgers/decisions/hand-over', body)
    for (const role of ['clerk', 'unitHead', 'leader', 'systemAdmin'] as const)
      expect((await take((await here.someone(role)).browser, { ...span, reason })).statusCode, role).toBe(403)
    const { browser: head } = await here.someone('ogiHead')
    expect((await take(head, { ...span, reason: '' })).json().fields.reason).toContain('报送给谁')
    expect((await take(head, { ...span, kind: 'compulsion', reason })).statusCode).toBe(422)
    expect((await take(head, { ...span, from: '2010-01-01', reason })).json().code).toBe('span_too_long')
    const answer = await take(head, { ...span, reason })
    expect(answer.headers['cache-control']).toBe('no-store')
    const [codes, , row] = (await readXlsx(answer.rawPayload)).sheets[0]?.rows ?? []
    expect(row?.[codes?.indexOf('CF_XDR_MC') ?? -1]).toBe('张三丰')
    expect(row?.[codes?.indexOf('CF_XDR_ZJHM') ?? -1]).toBe(anIdentityNumber)
    const log = await owner
      .selectFrom('auditEntries')
      .select('detail')
      .where('action', '=', 'decision.handedOver')
      .execute()
    expect(log).toEqual([{ detail: { ...span, count: 1, persons: 1, reason } }])
  })

  test('a change that sends the mask back keeps what is sealed', async () => {
    const [item] = (await list('?kind=penalty')).items
    const { facts } = item
    const typed = { ...aPenalty(), values: { ...facts, content: '警告，并处罚款6000元。', fine: '0.6' } }
    const put = (more = {}) => browser.send('PUT', `/ledgers/decisions/${item.id}`, { ...typed, ...more })
    expect((await put()).json().fields.reason).toContain('请写明修改的理由')
    expect((await put({ reason: '按决定书原件更正' })).statusCode).toBe(204)
    expect(
      (await browser.send('GET', `/ledgers/rows/administrativeDecisions/${item.id}`)).json().corrections,
    ).toMatchObject([
      {
        state: 'done',
        reason: '按决定书原件更正',
        needsSecond: false,
        lines: [
          { label: '处罚内容', from: '警告，并处罚款5000元。', to: '警告，并处罚款6000元。' },
          { label: '罚款金额（万元）', from: '0.5', to: '0.6' },
        ],
      },
    ])
    const exempt = { publicity: 'exempt', exemptReason: '未成年人', reason: '不公示' }
    expect((await put(exempt)).json().fields.publicity).toContain('更正登记')
    const opened = await browser.send('POST', `/ledgers/decisions/${item.id}/person`, { reason: '核对修改结果' })
    expect(opened.json()).toMatchObject({ counterparty: '张三丰', identity: anIdentityNumber, fine: '0.600000' })
  })

  test('number, day and subject are put right with a reason, a day by two people; the fields follow', async () => {
    const [item] = (await list('?kind=penalty')).items
    const typed = { ...aPenalty(), values: { ...item.facts, decidedOn: '2026-11-02' } }
    expect((await browser.send('PUT', `/ledgers/decisions/${item.id}`, typed)).json()).toMatchObject({
      code: 'decision_by_correction',
      fields: { 'values.decidedOn': expect.stringContaining('更正登记') },
    })
    const row = `/ledgers/rows/administrativeDecisions/${item.id}`
    const reason = '按决定书原件更正'
    const kind = { values: { kind: 'licensing' }, reason }
    expect((await browser.send('POST', `${row}/correction`, kind)).json().code).toBe('column_shut')
    const day = (decidedOn: string) => browser.send('POST', `${row}/correction`, { values: { decidedOn }, reason })
    const { browser: head } = await here.someone('unitHead')
    for (const decidedOn of ['2026-11-02', item.decidedOn]) {
      const { id } = (await day(decidedOn)).json()
      expect((await head.send('POST', `/ledgers/corrections/${id}/approval`, {})).statusCode).toBe(200)
      const { facts } = (await browser.send('GET', `/ledgers/decisions/${item.id}`)).json()
      expect(facts.decidedOn).toBe(decidedOn)
    }
    const opened = await browser.send('POST', `/ledgers/decisions/${item.id}/person`, { reason: '核对更正结果' })
    expect(opened.json()).toMatchObject({ counterparty: '张三丰' })
  })

  test('a name changed is kept as it first was, masked in sight and whole under seal', async () => {
    const [item] = (await list('?kind=penalty')).items
    const typed = {
      ...aPenalty(),
      values: { ...item.facts, counterparty: '张四丰', facts: '捕捞。' },
      reason: '姓名误写',
    }
    expect((await browser.send('PUT', `/ledgers/decisions/${item.id}`, typed)).statusCode).toBe(204)
    const page = (await browser.send('GET', `/ledgers/rows/administrativeDecisions/${item.id}`)).body
    expect(page).toContain('姓名误写')
    expect(page).not.toMatch(/张三丰|张四丰/)
    const rows = await owner.selectFrom('rowCorrections').selectAll().where('rowId', '=', item.id).execute()
    expect(JSON.stringify(rows)).not.toMatch(/张三丰|张四丰/)
    const { id, sealed } = rows.find(({ reason }) => reason === '姓名误写') ?? {}
    const place = { table: 'row_corrections', organId: here.organ.id, id: id ?? '' }
    expect(JSON.parse(unseal(sealed ?? '', place))).toMatchObject({
      before: { counterparty: '张三丰' },
      changes: { counterparty: '张四丰' },
    })
    const back = { ...typed, values: { ...typed.values, counterparty: '张三丰' }, reason: '恢复' }
    expect((await browser.send('PUT', `/ledgers/decisions/${item.id}`, back)).statusCode).toBe(204)
  })

  test('what is wrong is named at its field; a number is used once in its kind', async () => {
    const wrong = (await enter(aLicence({ creditCode: '91350100M000100Y44', content: '' }))).json()
    expect(Object.keys(wrong.fields).sort()).toEqual(['values.content', 'values.creditCode'])
    expect((await enter(aPenalty())).json().code).toBe('decision_number_taken')
    expect((await enter(aLicence({ number: '示渔罚〔2026〕7号' }))).statusCode).toBe(200)
  })

  test('the late list holds what seven working days have passed over, and what was published after them', async () => {
    await enter(aPenalty({ number: '示渔罚〔2026〕1号', decidedOn: '2026-11-12' }))
    await enter({
      ...aPenalty({ number: '示渔罚〔2026〕2号', decidedOn: '2026-11-02' }),
      publicity: 'exempt',
      exemptReason: '未成年人',
    })
    await inOrgan(db, here.organ.id, (tx) =>
      saveAdministrativeDecisions(tx, here.organ.id, [
        {
          kind: 'licensing',
          number: '晚公开',
          subject: '',
          decidedOn: plainDate('2026-09-01'),
          publishedOn: plainDate('2026-09-30'),
        },
        { kind: 'licensing', number: '未说明', subject: '', decidedOn: plainDate('2026-09-01'), publishedOn: null },
        {
          kind: 'compulsion',
          number: '强制',
          subject: '',
          decidedOn: plainDate('2026-09-01'),
          publishedOn: plainDate('2026-10-30'),
        },
      ]),
    )
    const numbers = (page: { items: { number: string }[] }) => page.items.map(({ number }) => number)
    expect(numbers(await list('?view=late'))).toEqual(['示渔罚〔2026〕1号', '晚公开'])
    expect(numbers(await list('?view=open&kind=penalty'))).toEqual(['示渔罚〔2026〕1号', '示渔罚〔2026〕7号'])
    expect((await list('?view=late')).items[0]).toMatchObject({ task: 'publish', dueOn: '2026-11-23', isLate: true })
  })

  test('section 二 counts every decision, published or not, and its list opens', async () => {
    const { items } = (await browser.send('GET', '/ledgers/decisions/counts')).json()
    await inOrgan(db, here.organ.id, async (tx) => {
      const { proactive } = await compileReport(tx, here.organ, 2026)
      for (const kind of ['licensing', 'penalty', 'compulsion'] as const) {
        const counted = items.find((each: { kind: string }) => each.kind === kind)
        expect(proactive[`${kind}.decisions`]).toBe(counted.count)
        expect((await list(`?kind=${kind}&from=2026-01-01&to=2026-12-31`)).total).toBe(counted.count)
        const behind = await explainCell(tx, here.organ, 2026, { table: 'proactive', row: kind, column: 'decisions' })
        expect(behind.count).toBe(counted.count)
      }
    })
  })

  test('another organ has no such decision; a head reads and does not write', async () => {
    const there = await aStaffedOrgan(db, app)
    const { id } = (await enter(aPenalty(), there.clerk.browser)).json()
    const send = (path: string, body?: unknown) =>
      browser.send(body ? 'POST' : 'GET', `/ledgers/decisions/${id}${path}`, body)
    const tries = [
      await send(''),
      await send('/person', { reason: '想看一看' }),
      await send('/publicity', {}),
      await send('/quash', { on: '2026-11-20', how: 'revoked', by: '复议决定' }),
      await send('/withdrawal', {}),
      await send('/withdrawn', { on: '2026-11-20' }),
      await browser.send('PUT', `/ledgers/decisions/${id}`, aPenalty()),
    ]
    expect(tries.map(({ statusCode }) => statusCode)).toEqual(tries.map(() => 404))
    const head = await here.someone('unitHead')
    expect((await enter(aPenalty({ number: '另一号' }), head.browser)).statusCode).toBe(403)
    expect((await head.browser.send('GET', '/ledgers/decisions')).statusCode).toBe(200)
  })
})

describe('公示 and withdrawal', async () => {
  const day = '2026-11-24'
  const { organ, officer } = await anOffice(db, { slug: 'shili-nyj', name: '示例市农业农村局' })
  const people: Reviewers = {
    clerk: await officer(day, ['clerk']),
    unitHead: await officer(day, ['unitHead']),
    ogiHead: await officer(day, ['ogiHead']),
    leader: await officer(day, ['leader']),
  }
  const { clerk } = people
  const run = <T>(work: Parameters<typeof inOrgan<T>>[2]) => inOrgan(db, organ.id, work)
  const look = (id: string) => run((tx) => showDecision(tx, clerk, id))
  const publish = async ({ recordId, edition }: { recordId: string; edition: number }) => {
    const key = { organId: organ.id, recordId, edition }
    await submitAndSign(db, people, key, 3, now)
    const { hash } = foldEdition((await run((tx) => openEdition(tx, key))).events)
    await run((tx) => takeStep(tx, clerk, now, key, 'publish', { hash }))
  }

  test('its draft has every public field and no personal one; its publication is the decision’s day; quashed, it is withdrawn', async () => {
    const { id } = await run((tx) => enterDecision(tx, clerk, aPenalty()))
    const begun = await run((tx) => publicize(tx, clerk, now, id))
    const { content } = await run((tx) => openEdition(tx, { organId: organ.id, ...begun }))
    const text = plainTextOf(content.text)
    expect(content).toMatchObject({
      type: 'penaltyDecision',
      documentNumber: '示渔罚〔2026〕7号',
      madeOn: '2026-11-16',
    })
    expect(text).toContain('张**在禁渔期使用禁用渔具捕捞。')
    expect(text).toContain('罚款金额（万元）\t0.5')
    expect(JSON.stringify(content)).not.toMatch(/张三丰|110\*|19491231/)
    const quashing = { on: plainDate('2026-11-24'), how: 'revoked', by: '示政复决字〔2026〕3号' } as const
    const underWay = { code: 'publicity_under_way' }
    await expect(run((tx) => publicize(tx, clerk, now, id))).rejects.toMatchObject(underWay)
    await expect(run((tx) => quash(tx, clerk, id, quashing))).rejects.toMatchObject(underWay)
    await publish(begun)
    const published = await look(id)
    expect(published).toMatchObject({ publishedOn: day, task: null, record: { status: 'live' } })
    expect(published.address).toBe('/shili-nyj/records/2026-00001')
    await run((tx) => quash(tx, clerk, id, quashing))
    expect(await look(id)).toMatchObject({ task: 'withdraw', dueOn: '2026-11-27', isLate: false })
    const withdrawal = await run((tx) => beginWithdrawal(tx, clerk, now, id))
    await publish(withdrawal)
    expect(await look(id)).toMatchObject({ task: null, publishedOn: day, withdrawnOn: day, quashedHow: 'revoked' })
    const actions = await owner
      .selectFrom('auditEntries')
      .select('action')
      .where('subject', '=', id)
      .orderBy('seq')
      .execute()
    expect(actions.map(({ action }) => action)).toEqual([
      'decision.entered',
      'decision.publicized',
      'decision.quashed',
      'decision.withdrawalBegun',
    ])
  })

  test('what may not be published is not; a discarded draft may be begun again', async () => {
    const exempt = { ...aPenalty({ number: '1号' }), publicity: 'exempt', exemptReason: '未成年人' }
    const { id: exemptId } = await run((tx) => enterDecision(tx, clerk, exempt))
    await expect(run((tx) => publicize(tx, clerk, now, exemptId))).rejects.toMatchObject({ code: 'not_for_publicity' })
    const { id } = await run((tx) => enterDecision(tx, clerk, aLicence({ number: '2号' })))
    await expect(
      run((tx) => quash(tx, clerk, id, { on: plainDate(day), how: 'void', by: '判决' })),
    ).rejects.toMatchObject({ code: 'only_penalties' })
    const begun = await run((tx) => publicize(tx, clerk, now, id))
    const key = { organId: organ.id, ...begun }
    await run((tx) => takeStep(tx, clerk, now, key, 'discard', { reason: '有误' }))
    const again = await run((tx) => publicize(tx, clerk, now, id))
    expect(again.recordId).not.toBe(begun.recordId)
    await publish(again)
    await expect(
      run((tx) =>
        saveAdministrativeDecisions(tx, organ.id, [
          { kind: 'licensing', number: '2号', subject: '', decidedOn: plainDate('2026-11-16'), publishedOn: null },
        ]),
      ),
    ).rejects.toMatchObject({ code: 'import_over_published' })
  })

  test('one that was withdrawn is corrected and published again, and is then no longer withdrawn', async () => {
    const typed = aLicence({ number: '3号' })
    const { id } = await run((tx) => enterDecision(tx, clerk, typed))
    const begun = await run((tx) => publicize(tx, clerk, now, id))
    await publish(begun)
    const changed = { ...aLicence({ number: '3号', content: '准予举办营业性演出二场。' }), reason: '按决定书原件更正' }
    const change = () => run((tx) => changeDecision(tx, clerk, id, changed))
    await expect(change()).rejects.toMatchObject({ code: 'decision_is_public' })
    await publish(await run((tx) => draftWithdrawal(tx, clerk, now, begun.recordId, '内容有误，更正后重新公示')))
    expect(await look(id)).toMatchObject({ publishedOn: day, withdrawnOn: day })
    await change()
    const again = await run((tx) => publicize(tx, clerk, now, id))
    expect(await look(id)).toMatchObject({ recordId: again.recordId, withdrawnOn: day, record: { status: 'drafting' } })
    await expect(change()).rejects.toMatchObject({ code: 'publicity_under_way' })
    await publish(again)
    const after = await look(id)
    expect(after).toMatchObject({ publishedOn: day, withdrawnOn: null, record: { status: 'live' } })
    await expect(change()).rejects.toMatchObject({ code: 'decision_is_public' })
    expect(after.events.map(({ title, who }) => `${title} ${who}`)).toEqual([
      '登记 clerk',
      '拟公示稿 clerk',
      '平台发布 clerk',
      '平台撤回 clerk',
      '更正登记 clerk',
      '拟公示稿 clerk',
      '平台发布 clerk',
    ])
    expect(after.events[4]).toMatchObject({
      words: '理由：按决定书原件更正',
      lines: [{ to: '准予举办营业性演出二场。' }],
    })
  })

  test('a quash that was entered by mistake is taken back by two people, with a reason, while the decision is public', async () => {
    const { id } = await run((tx) => enterDecision(tx, clerk, aPenalty({ number: '5号' })))
    await publish(await run((tx) => publicize(tx, clerk, now, id)))
    const correct = (values: Record<string, string | null>) =>
      run((tx) =>
        proposeCorrection(tx, clerk, 'administrativeDecisions', id, { values, reason: '登记到了另一件决定上' }),
      )
    const none = { quashedOn: null, quashedHow: null, quashedBy: null }
    await expect(correct(none)).rejects.toMatchObject({ code: 'decision_is_public' })
    await run((tx) => quash(tx, clerk, id, { on: plainDate(day), how: 'void', by: '判决' }))
    await expect(correct({ subject: '另一件' })).rejects.toMatchObject({ code: 'column_shut' })
    const { id: proposed, state } = await correct(none)
    expect([state, (await look(id)).quashedOn]).toEqual(['waiting', day])
    const head = await officer(day, ['ogiHead'], 'second')
    await run((tx) => approveCorrection(tx, head, proposed, '核对属实'))
    expect(await look(id)).toMatchObject({ quashedOn: null, quashedHow: null, withdrawnOn: null, task: null })
    await expect(run((tx) => beginWithdrawal(tx, clerk, now, id))).rejects.toMatchObject({ code: 'not_quashed' })
  })

  test('one whose withdrawal was begun and discarded is public as before', async () => {
    const { id } = await run((tx) => enterDecision(tx, clerk, aPenalty({ number: '4号' })))
    await publish(await run((tx) => publicize(tx, clerk, now, id)))
    await run((tx) => quash(tx, clerk, id, { on: plainDate(day), how: 'void', by: '判决' }))
    const { recordId, edition } = await run((tx) => beginWithdrawal(tx, clerk, now, id))
    const key = { organId: organ.id, recordId, edition }
    await run((tx) => takeStep(tx, clerk, now, key, 'discard', { reason: '有误' }))
    await expect(
      run((tx) => changeDecision(tx, clerk, id, { ...aPenalty({ number: '4号' }), reason: '更正' })),
    ).rejects.toMatchObject({ code: 'decision_is_public' })
    const { steps } = await look(id)
    expect(steps[0]).toMatchObject({ name: 'beginWithdrawal', isNext: true, why: null })
    await expect(
      run((tx) => proposeRemoval(tx, clerk, 'administrativeDecisions', id, '登记错了')),
    ).rejects.toMatchObject({ code: 'decision_is_public' })
  })

  test('one that was published elsewhere is ticked off by hand, not before it was published and not in the future', async () => {
    const row = { kind: 'penalty', number: '外1号', subject: '捕捞', decidedOn: plainDate('2026-10-12') } as const
    await run((tx) => saveAdministrativeDecisions(tx, organ.id, [{ ...row, publishedOn: plainDate('2026-10-15') }]))
    const { id } = await owner
      .selectFrom('administrativeDecisions')
      .select('id')
      .where('number', '=', '外1号')
      .executeTakeFirstOrThrow()
    const note = (on: string) => run((tx) => noteWithdrawal(tx, clerk, id, plainDate(on)))
    await expect(note('2026-11-20')).rejects.toMatchObject({ code: 'not_quashed' })
    await expect(run((tx) => publicize(tx, clerk, now, id))).rejects.toMatchObject({ code: 'fields_missing' })
    await run((tx) => quash(tx, clerk, id, { on: plainDate('2026-11-16'), how: 'illegal', by: '行政判决书' }))
    expect(await look(id)).toMatchObject({ task: 'withdraw', dueOn: '2026-11-19', isLate: true })
    await expect(note('2026-10-14')).rejects.toMatchObject({ code: 'withdrawn_before_published' })
    await expect(note('2026-11-25')).rejects.toMatchObject({ code: 'day_in_future' })
    await note('2026-11-20')
    const after = await look(id)
    expect(after).toMatchObject({ task: null, withdrawnOn: '2026-11-20' })
    expect(after.events).toMatchObject([
      { title: '登记撤销、变更', words: '2026年11月16日被确认违法，依据：行政判决书' },
      { title: '登记撤下', words: '2026年11月20日已在原公示处撤下' },
    ])
  })
})
