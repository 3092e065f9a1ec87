import fc from 'fast-check'
import { afterAll, describe, expect, test } from 'vitest'
import { buildApp } from '../../app/build-app.ts'
import { plainDate } from '../../days/plain-date.ts'
import { inActs, inOrgan } from '../../db/organ.ts'
import { testDatabase } from '../../db/testing/database.ts'
import { takeStep } from '../../disclosure/actions/take-step.ts'
import { aContent, aSignedRecord } from '../../disclosure/testing/a-record.ts'
import * as organs from '../../organs/store.ts'
import { anOffice } from '../../organs/testing/officers.ts'
import { anOrgan } from '../../organs/testing/organ.ts'
import { aStaffedOrgan } from '../../organs/testing/staffed-organ.ts'
import { explainCell } from '../../report/explain.ts'
import { countDocuments } from '../../report/store/ledger-figures.ts'
import { proposeRemoval } from '../rows/actions.ts'
import { saveNormativeDocuments } from '../store.ts'
import { equationOf } from './register.ts'
import { showDocument } from './show.ts'
import { listDocuments } from './store/documents.ts'
import { aDocumentHistory } from './testing/a-document-history.ts'

const { db, url, owner } = await testDatabase()
const now = new Date('2026-11-24T02:00:00Z')
const app = await buildApp({ db, url }, {}, () => now)
afterAll(() => app.close())
const here = await aStaffedOrgan(db, app)
const { browser } = here.clerk

const aDocument = (facts: Record<string, string | null> = {}) => ({
  documentNumber: '示统规〔2020〕1号',
  kind: 'normativeDocuments',
  title: '示例市统计管理办法',
  issuedOn: '2020-03-01',
  effectiveFrom: '2020-04-01',
  validUntil: null,
  repealedOn: null,
  repealedBy: null,
  ...facts,
})
const enter = (facts: Record<string, string | null> = {}, by = browser) =>
  by.send('POST', '/ledgers/documents', aDocument(facts))
const list = async (search: string) => (await browser.send('GET', `/ledgers/documents?${search}`)).json()

describe('the register of normative documents', () => {
  test('an old document is entered by hand, checked as the import checks it, and stands as its days say', async () => {
    const { id } = (await enter({ validUntil: '2025-03-31' })).json()
    const asOf = async (on: string) => (await list(`on=${on}`)).items[0]
    expect(await asOf('2020-03-15')).toMatchObject({ id, standing: 'notYetEffective', recordId: null, address: null })
    expect(await asOf('2025-03-31')).toMatchObject({ standing: 'inForce' })
    expect(await asOf('2025-04-01')).toMatchObject({ standing: 'expired' })
    const { items } = (await browser.send('GET', '/ledgers/documents/equations')).json()
    expect(items.find(({ year }: { year: number }) => year === 2025)).toMatchObject({
      inForceBefore: 1,
      issued: 0,
      repealed: 0,
      expired: 1,
      inForce: 0,
    })
    expect((await list('term=expired&year=2025')).items.map((each: { id: string }) => each.id)).toEqual([id])
    expect((await list('term=repealed&year=2025')).total).toBe(0)
  })

  test.for([
    { wrong: { documentNumber: null }, field: 'documentNumber', says: '必填' },
    { wrong: { issuedOn: '2027-01-01' }, field: 'issuedOn', says: '晚于今天' },
    { wrong: { issuedOn: '2020-02-30' }, field: 'issuedOn', says: '不是有效日期' },
    { wrong: { validUntil: '2020-03-31' }, field: 'validUntil', says: '不能早于施行日期' },
    { wrong: { repealedOn: '2019-01-01' }, field: 'repealedOn', says: '不能早于制发日期' },
    { wrong: { repealedBy: '示统规〔2024〕2号' }, field: 'repealedBy', says: '应同时填写废止日期' },
    { wrong: { title: '关于110105194912310' + '02X的决定' }, field: 'title', says: '请勿填写身份证号' },
    { wrong: { kind: 'laws' }, field: 'kind', says: '请从下拉列表选择' },
    { wrong: { kind: 'rules' }, field: 'kind', says: '没有规章制定权' },
    { wrong: { documentNumber: '示统规〔2020〕1号' }, field: 'documentNumber', says: '已有文号' },
    { wrong: { secret: 'x' }, field: '', says: '' },
  ])('refused with the reason at the field: $wrong', async ({ wrong, field, says }) => {
    const answer = await enter({ documentNumber: '示统规〔2020〕9号', ...wrong })
    expect(answer.statusCode).toBeGreaterThanOrEqual(409)
    if (field) expect(answer.json().fields[field]).toContain(says)
    expect((await list('q=9号')).total).toBe(0)
  })

  test('amendment, declared lapse and repeal are three things; each is audited', async () => {
    const { id } = (
      await enter({ documentNumber: '示统规〔2021〕2号', issuedOn: '2021-05-01', effectiveFrom: '2021-05-01' })
    ).json()
    const amend = (amendedOn: string) =>
      browser.send('POST', `/ledgers/documents/${id}/amendments`, { amendedOn, amendedBy: '示统规〔2023〕3号' })
    expect((await amend('2023-06-01')).statusCode).toBe(204)
    expect((await amend('2023-06-01')).statusCode).toBe(204)
    expect((await amend('2021-04-30')).json().code).toBe('not_in_force_then')
    expect((await amend('2026-11-25')).json().code).toBe('day_in_future')
    const lapse = { lastDay: '2024-12-31', by: '示政发〔2024〕9号' }
    expect((await browser.send('POST', `/ledgers/documents/${id}/lapse`, lapse)).statusCode).toBe(204)
    const again = await browser.send('POST', `/ledgers/documents/${id}/lapse`, { ...lapse, lastDay: '2025-01-31' })
    expect(again.json().code).toBe('not_in_force_then')
    const [document] = (await list('q=2021〕2号')).items
    expect(document).toMatchObject({ standing: 'expired', lapsedBy: '示政发〔2024〕9号', repealedOn: null })
    expect(document.amendments).toHaveLength(1)
    expect((await list('term=amended&year=2023')).total).toBe(1)
    const [amendment] = document.amendments
    await browser.send('DELETE', `/ledgers/documents/${id}/amendments/${amendment.id}`)
    expect((await list('term=amended&year=2023')).total).toBe(0)
    const written = await owner
      .selectFrom('auditEntries')
      .select('action')
      .where('subject', '=', id)
      .orderBy('seq')
      .execute()
    expect(written.map(({ action }) => action)).toEqual([
      'document.entered',
      'document.amended',
      'document.lapsed',
      'document.amendmentRemoved',
    ])
  })

  test('a repeal is registered once; what was registered wrongly is put right with a reason, a leader reads', async () => {
    const { id } = (await enter({ documentNumber: '示统规〔2022〕5号' })).json()
    const repeal = { repealedOn: '2024-05-01', by: '示统规[2024]1号' }
    const leader = await here.someone('leader')
    const send = (body: unknown, by = browser) => by.send('POST', `/ledgers/documents/${id}/repeal`, body)
    expect((await send(repeal, leader.browser)).statusCode).toBe(403)
    expect((await leader.browser.send('GET', '/ledgers/documents')).statusCode).toBe(200)
    expect((await send({ ...repeal, repealedOn: '2000-01-01' })).json().code).toBe('repealed_before_issued')
    expect((await send(repeal)).statusCode).toBe(204)
    expect((await send(repeal)).json().code).toBe('repealed_already')
    const row = `/ledgers/rows/normativeDocuments/${id}`
    expect((await browser.send('GET', row)).json().values).toMatchObject({
      repealedOn: '2024-05-01',
      repealedBy: '示统规〔2024〕1号',
    })
    const numbered = { values: { documentNumber: aDocument().documentNumber }, reason: '文号录入有误' }
    expect((await browser.send('POST', `${row}/correction`, numbered)).json().code).toBe('row_key_taken')
    const titled = { values: { title: '示例市统计管理办法（修订）' }, reason: '名称录入有误' }
    expect((await browser.send('POST', `${row}/correction`, titled)).json()).toMatchObject({ state: 'done' })
    const written = await owner
      .selectFrom('auditEntries')
      .select('action')
      .where('subject', '=', id)
      .orderBy('seq')
      .execute()
    expect(written.map(({ action }) => action)).toEqual([
      'document.entered',
      'document.repealed',
      'ledger.rowCorrected',
    ])
  })

  test('the page of a document tells what may be done, and by whom what happened to it, in its order', async () => {
    const { id } = (await enter({ documentNumber: '示统规〔2021〕7号' })).json()
    const page = async () => (await browser.send('GET', `/ledgers/documents/${id}`)).json()
    const shut = async () =>
      (await page()).steps.filter(({ why }: { why: unknown }) => why !== null).map(({ name }: { name: string }) => name)
    expect(await shut()).toEqual(['removeAmendment'])
    const steps = `/ledgers/documents/${id}`
    await browser.send('POST', `${steps}/amendments`, { amendedOn: '2022-06-01', amendedBy: '示统规〔2022〕3号' })
    const [amendment] = (await page()).amendments
    expect(await shut()).toEqual([])
    await browser.send('DELETE', `${steps}/amendments/${amendment.id}`)
    await browser.send('POST', `${steps}/lapse`, { lastDay: '2023-12-31', by: '示政发〔2024〕9号' })
    const { browser: lawyer, id: lawyerId } = await here.someone('legalStaff')
    await owner.updateTable('staff').set({ name: '周法规' }).where('id', '=', lawyerId).execute()
    await lawyer.send('POST', `${steps}/repeal`, { repealedOn: '2024-05-01', by: '示统规〔2024〕1号' })
    const titled = { values: { title: '示例市统计管理办法（修订）' }, reason: '名称录入有误' }
    await browser.send('POST', `/ledgers/rows/normativeDocuments/${id}/correction`, titled)
    const { events, standing, steps: now } = await page()
    expect(standing).toBe('expired')
    expect(now.find(({ name }: { name: string }) => name === 'repeal').why).toContain('2024-05-01')
    expect(events).toMatchObject([
      { title: '补登', words: '' },
      { title: '登记文件修改', words: '2022年6月1日由示统规〔2022〕3号修改' },
      { title: '取消登记的修改', words: '2022年6月1日由示统规〔2022〕3号修改' },
      { title: '宣布失效', words: '有效期至2023年12月31日（原未规定有效期），依据：示政发〔2024〕9号' },
      { title: '登记废止', words: '自2024年5月1日起废止，依据：示统规〔2024〕1号', who: '周法规' },
      { title: '更正登记', words: '理由：名称录入有误', lines: [{ to: '示例市统计管理办法（修订）' }] },
    ])
    const there = await aStaffedOrgan(db, app)
    expect((await there.clerk.browser.send('GET', `/ledgers/documents/${id}`)).statusCode).toBe(404)
  })

  test('another organ neither sees nor changes a document', async () => {
    const there = await aStaffedOrgan(db, app)
    const { id } = (
      await enter({ documentNumber: '那边规〔2020〕1号', title: '那边的办法' }, there.clerk.browser)
    ).json()
    expect((await list('q=那边')).total).toBe(0)
    const tries = [
      await browser.send('POST', `/ledgers/documents/${id}/repeal`, { repealedOn: '2024-12-31', by: '我们' }),
      await browser.send('POST', `/ledgers/rows/normativeDocuments/${id}/removal`, { reason: '登记错了' }),
      await browser.send('POST', `/ledgers/documents/${id}/lapse`, { lastDay: '2024-12-31', by: '我们' }),
      await browser.send('POST', `/ledgers/documents/${id}/amendments`, { amendedOn: '2024-12-31', amendedBy: '我们' }),
      await browser.send('DELETE', `/ledgers/documents/${id}/amendments/${id}`),
    ]
    expect(tries.map(({ statusCode }) => statusCode)).toEqual([404, 404, 404, 404, 404])
  })
})

test('a published document is in the register with its address, read-only; the import may repeat and not contradict it', async () => {
  const day = '2026-11-24'
  const office = await anOffice(db, { slug: 'shili-czj', name: '示例市财政局' })
  const roles = ['clerk', 'unitHead', 'ogiHead', 'leader'] as const
  const [clerk, unitHead, ogiHead, leader] = await Promise.all(roles.map((role) => office.officer(day, [role])))
  if (!clerk || !unitHead || !ogiHead || !leader) throw new Error('nobody is there')
  const facts = { type: 'normativeDocument', documentNumber: '示财规〔2026〕1号', columnId: 'xzgfxwj' } as const
  const content = aContent({ ...facts, effectiveFrom: plainDate('2026-11-20'), title: '示例市财政资金管理办法' })
  const { key, hash } = await aSignedRecord(db, { clerk, unitHead, ogiHead, leader }, content, 3, now)
  await inOrgan(db, office.organ.id, (tx) => takeStep(tx, clerk, now, key, 'publish', { hash }))
  const cell = { table: 'proactive', row: 'normativeDocuments', column: 'inForce' } as const
  await inOrgan(db, office.organ.id, async (tx) => {
    const behind = await explainCell(tx, office.organ, 2026, cell)
    expect(behind).toEqual({
      count: 1,
      records: [
        {
          number: '示财规〔2026〕1号',
          title: '示例市财政资金管理办法',
          on: '2026-11-20',
          address: '/shili-czj/records/2026-00001',
        },
      ],
    })
    const row = {
      kind: 'normativeDocuments',
      title: '示例市财政资金管理办法',
      documentNumber: '示财规〔2026〕1号',
    } as const
    const days = { issuedOn: plainDate('2026-11-20'), effectiveFrom: plainDate('2026-11-20'), validUntil: null }
    const repeated = { ...row, ...days, repealedOn: null, repealedBy: null }
    expect(await saveNormativeDocuments(tx, office.organ.id, [repeated])).toMatchObject({ unchanged: 1 })
    await expect(
      saveNormativeDocuments(tx, office.organ.id, [{ ...repeated, title: '改过的名称' }]),
    ).rejects.toMatchObject({ code: 'import_over_published' })
  })
  const { events } = await inOrgan(db, office.organ.id, async (tx) => {
    const [document] = await listDocuments(tx, office.organ.id)
    return showDocument(tx, clerk, document?.id ?? '')
  })
  expect(events).toMatchObject([{ title: '平台发布', words: '第1版', who: 'clerk' }])
  const change = inOrgan(db, office.organ.id, async (tx) => {
    const { id } = await tx
      .selectFrom('normativeDocuments')
      .select('id')
      .where('recordId', '=', key.recordId)
      .executeTakeFirstOrThrow()
    return proposeRemoval(tx, clerk, 'normativeDocuments', id, '登记错了')
  })
  await expect(change).rejects.toMatchObject({ code: 'published_document' })
})

test('section 二 of the report counts what the register counts, whatever was issued, repealed and ran out', async () => {
  let made = 0
  await fc.assert(
    fc.asyncProperty(fc.array(aDocumentHistory, { minLength: 1, maxLength: 25 }), async (documents) => {
      made += 1
      const facts = anOrgan({ slug: `register-${made}`, name: `登记簿第${made}局` })
      const organ = await inActs(db, (tx) => organs.add(tx, facts))
      await inOrgan(db, organ.id, async (tx) => {
        const rows = documents.map(({ amendments: _, ...days }, index) => ({
          organId: organ.id,
          kind: 'normativeDocuments',
          title: `办法${index}`,
          documentNumber: `${index}号`,
          ...days,
        }))
        await tx.insertInto('normativeDocuments').values(rows).execute()
        for (const year of [2022, 2024, 2026]) {
          const [counted] = await countDocuments(tx, organ.id, {
            from: plainDate(`${year}-01-01`),
            to: plainDate(`${year}-12-31`),
          })
          const terms = equationOf(documents, year)
          expect(counted).toEqual({
            kind: 'normativeDocuments',
            issuedThisYear: terms.issued,
            repealedThisYear: terms.repealed,
            inForce: terms.inForce,
            lapsedThisYear: terms.expired + terms.pendingAfter - terms.pendingBefore - terms.repealedAfterExpiry,
          })
        }
      })
    }),
    { numRuns: 40 },
  )
})
