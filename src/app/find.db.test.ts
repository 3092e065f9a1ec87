import { afterAll, describe, expect, test } from 'vitest'
import { aDocument } from '../../tests/hostile/furnish.ts'
import { blindIndex } from '../db/sealed.ts'
import { testDatabase } from '../db/testing/database.ts'
import { beginEdition } from '../disclosure/actions/begin.ts'
import { saveRevision } from '../disclosure/actions/save.ts'
import { takeStep as takeRecordStep } from '../disclosure/actions/take-step.ts'
import type { Content } from '../disclosure/content.ts'
import { foldEdition } from '../disclosure/edition.ts'
import { openEdition } from '../disclosure/prepare.ts'
import type { FoundRecord } from '../disclosure/record-view.ts'
import { findPublished } from '../disclosure/store/published.ts'
import { aPlatform } from '../disclosure/testing/a-platform.ts'
import { aContent, aSignedRecord, aText, submitAndSign } from '../disclosure/testing/a-record.ts'
import { inOrganWithFiles } from '../files/readings.ts'
import { aLicence } from '../ledgers/decisions/testing/a-decision.ts'
import type { Actor } from '../organs/actor.ts'
import type { Role } from '../organs/role.ts'
import { Browser, sessionCookie } from '../organs/testing/staff.ts'
import * as units from '../organs/units/store.ts'
import { keyTelephones } from '../requests/actions/key-telephones.ts'
import { registerIntake } from '../requests/actions/register-intake.ts'
import { takeStep } from '../requests/actions/take-step.ts'
import { listLetters } from '../requests/store/letters.ts'
import { anIntake, aPerson } from '../requests/testing/an-intake.ts'
import { letOut } from '../requests/testing/let-out.ts'
import { handOver } from '../requests/work/testing/hand-over.ts'
import { readXlsx } from '../workbooks/xlsx/read-xlsx.ts'
import { buildApp } from './build-app.ts'

const { db, url, owner } = await testDatabase()
const day = '2026-11-24'
const app = await buildApp({ db, url }, { KAICHENG_TODAY: day })
afterAll(() => app.close())
const { organ, work, people, officer, publish, now } = await aPlatform(db, app, day)

const unit = async (name: string) =>
  (await work((tx) => units.add(tx, organ.id, { name, isOgiWorkBody: false, phone: '' }))).id
const [own, other] = [await unit('业务科'), await unit('法规科')]
const staffOf = async (unitId: string, login: string, roles: Role[] = ['clerk']): Promise<Actor> => {
  const one = await officer(day, roles, login)
  const id = one.id ?? ''
  await owner.updateTable('staff').set({ unitId }).where('id', '=', id).execute()
  return { ...one, unitId }
}
const handler = await staffOf(own, 'handler')
const outsider = await staffOf(other, 'outsider')
const unitHead = await staffOf(own, 'ownhead', ['unitHead'])
const otherHead = await staffOf(other, 'otherhead', ['unitHead'])

const found = async (by: Actor, words: string) => {
  const browser = new Browser(app)
  browser.cookie = await sessionCookie(db, organ.id, by.id ?? '', true, app.clock.now())
  const answer = await browser.send('POST', '/find', { words })
  expect(answer.statusCode).toBe(200)
  return answer.json()
}
const requestsFound = async (by: Actor, words: string): Promise<string[]> =>
  (await found(by, words)).requests.map(({ number }: { number: string }) => number)

const applicant = aPerson({ name: '欧阳明日', phone: '138 0013 8000' })
const [registered] = await work((tx) =>
  registerIntake(tx, people.clerk, anIntake(day, { applicant, pieces: ['窗口服务评价办法'] })),
)
const { id, number } = registered?.request ?? { id: '', number: '' }
const code = registered?.receipt.code ?? ''
await work((tx) => handOver(tx, people.ogiHead, id, { unitId: own, staffId: handler.id }))

describe('a request is found', () => {
  test('by its number, however its year stands in brackets, and by its words, by everybody who handles requests', async () => {
    for (const words of [
      number,
      number.replace('〔', '[').replace('〕', ']'),
      number.replace(/^.*〔(\d+)〕/, '$1年第'),
      '服务评价',
    ])
      for (const by of [handler, outsider]) expect(await requestsFound(by, words), words).toEqual([number])
  })

  test('by the whole name or telephone of the applicant only by whoever may know who asks', async () => {
    for (const words of ['欧阳明日', '欧阳 明日', '13800138000', '+86 138-0013-8000']) {
      for (const by of [handler, people.clerk, people.ogiHead, people.leader])
        expect(await requestsFound(by, words), words).toEqual([number])
      for (const by of [outsider, otherHead]) expect(await requestsFound(by, words), words).toEqual([])
    }
    expect(await requestsFound(handler, '欧阳明')).toEqual([])
    expect(await requestsFound(handler, '1380013800')).toEqual([])
  })

  test('in a list by a name in the same way: neither its rows nor its count tell others whose it is', async () => {
    const listed = async (by: Actor) => {
      const browser = new Browser(app)
      browser.cookie = await sessionCookie(db, organ.id, by.id ?? '', true, app.clock.now())
      const [list, sheet] = [
        await browser.send('GET', `/requests?view=all&q=${encodeURIComponent('欧阳明日')}`),
        await browser.send('GET', `/requests/export?view=all&q=${encodeURIComponent('欧阳明日')}`),
      ]
      const { sheets } = await readXlsx(sheet.rawPayload)
      // What was typed of a step may name people: decision 0040.
      expect(sheets[0]?.rows[0]).not.toContain('答复送达方式')
      return [list.json().total, Number(/(\d+)%E4%BB%B6/.exec(String(sheet.headers['content-disposition']))?.[1])]
    }
    expect(await listed(handler)).toEqual([1, 1])
    expect(await listed(outsider)).toEqual([0, 0])
  })

  test('by a receipt code that is typed whole, which is recorded; nothing shows the code', async () => {
    const looks = () =>
      owner.selectFrom('auditEntries').select('actorId').where('action', '=', 'request.foundByCode').execute()
    expect(await requestsFound(outsider, code.slice(0, 15))).toEqual([])
    expect(await looks()).toEqual([])
    const answer = await found(outsider, code.toLowerCase().replace(/(.{4})(?=.)/g, '$1-'))
    expect(answer.requests).toEqual([{ id, number, summary: '窗口服务评价办法', status: 'processing' }])
    expect(await looks()).toEqual([{ actorId: outsider.id }])
  })

  test('by the number of a letter that went to its applicant', async () => {
    await work((tx) =>
      takeStep(tx, people.clerk, id, 'requestSupplement', { items: '请写明年份', dueOn: '2026-12-20' }),
    )
    const role = (each: Role) =>
      Promise.resolve(each === 'unitHead' ? unitHead : each === 'leader' ? people.leader : people.ogiHead)
    const sent = await letOut(db, { organId: organ.id, id }, role)
    const letter = sent && (await work((tx) => listLetters(tx, { organId: organ.id, id }))).at(-1)?.number
    expect(letter).toMatch(/〔2026〕/)
    expect(await requestsFound(outsider, letter ?? '')).toEqual([number])
  })

  test('by telephone also when it came in before there was an index of them', async () => {
    await owner.updateTable('requests').set({ applicantPhoneKey: null }).where('id', '=', id).execute()
    expect(await requestsFound(handler, '13800138000')).toEqual([])
    await keyTelephones(db, organ.id)
    expect(await requestsFound(handler, '13800138000')).toEqual([number])
  })

  test('by a name of several parts, whatever point is typed between them, also when it came in before', async () => {
    const [other] = await work((tx) =>
      registerIntake(
        tx,
        people.clerk,
        anIntake(day, { applicant: aPerson({ name: '阿卜杜拉·买买提', phone: '13900139000' }), pieces: ['征收批复'] }),
      ),
    )
    const { id, number } = other?.request ?? { id: '', number: '' }
    const written = [...'·•‧∙⋅・･．.', ' ', ''].map((point) => `阿卜杜拉${point}买买提`)
    for (const name of written) expect(await requestsFound(people.clerk, name), name).toEqual([number])
    const before = { applicantNameKey: blindIndex('name 阿卜杜拉·买买提'), applicantPhoneKey: null }
    await owner.updateTable('requests').set(before).where('id', '=', id).execute()
    await keyTelephones(db, organ.id)
    for (const name of written) expect(await requestsFound(people.clerk, name), name).toEqual([number])
  })
})

describe('what is published is found', () => {
  const titles = async (words: string) =>
    (await found(outsider, words)).records.map(({ title, status, act }: FoundRecord) => [title, status, act])
  const next = async (recordId: string, act: 'correct' | 'withdraw', change: Partial<Content>) => {
    const key = await work((tx) => beginEdition(tx, people.clerk, now, recordId, act))
    const { content } = await inOrganWithFiles(db, organ.id, (tx) => openEdition(tx, key))
    await work((tx) => saveRevision(tx, people.clerk, now, key, { basedOn: 1, content: { ...content, ...change } }))
    await submitAndSign(db, people, key, 3, now)
    const { events } = await inOrganWithFiles(db, organ.id, (tx) => openEdition(tx, key))
    await work((tx) => takeRecordStep(tx, people.clerk, now, key, 'publish', { hash: foldEdition(events).hash }))
  }

  test('by title, number, index number and words of its text; a corrected one once, in the edition that is read', async () => {
    const { recordId } = await publish({ title: '汛期安全提示', text: aText('沿江步道临时关闭。') })
    const { number: called, indexNumber } = (await work((tx) => findPublished(tx, organ.id, recordId))) ?? {}
    for (const words of ['汛期安全', called, indexNumber, '步道临时关闭'])
      expect(await titles(words ?? '?'), words).toEqual([['汛期安全提示', 'live', 'publish']])
    await next(recordId, 'correct', { act: { kind: 'correct', reason: '地点有误' }, text: aText('滨河步道临时关闭。') })
    expect(await titles('汛期安全')).toEqual([['汛期安全提示', 'live', 'correct']])
    expect(await titles('滨河步道')).toEqual([['汛期安全提示', 'live', 'correct']])
  })

  test('withdrawn as withdrawn, by title and number, and no longer by its text', async () => {
    const { recordId } = await publish({ title: '误发的名单', text: aText('一段后来收回的文字。') })
    const called = (await work((tx) => findPublished(tx, organ.id, recordId)))?.number ?? '?'
    await next(recordId, 'withdraw', { act: { kind: 'withdraw', reason: '内容有误' } })
    for (const words of ['误发的名单', called])
      expect(await titles(words)).toEqual([['误发的名单', 'live', 'withdraw']])
    expect(await titles('后来收回的文字')).toEqual([])
  })

  test('by title while it is still drafted', async () => {
    await aSignedRecord(db, people, aContent({ title: '还没有发布的通知' }), 0, now)
    expect(await titles('还没有发布')).toEqual([['还没有发布的通知', 'reviewing', 'publish']])
  })
})

test('documents and decisions of the registers are found by number and by what they are called', async () => {
  const browser = new Browser(app)
  browser.cookie = await sessionCookie(db, organ.id, people.clerk.id ?? '', true, app.clock.now())
  expect((await browser.send('POST', '/ledgers/documents', aDocument('示统规〔2020〕7号'))).statusCode).toBe(200)
  expect((await browser.send('POST', '/ledgers/decisions', aLicence())).statusCode).toBe(200)
  for (const words of ['示统规〔2020〕7号', '2020年7号', '统计管理办法'])
    expect((await found(outsider, words)).documents).toMatchObject([{ documentNumber: '示统规〔2020〕7号' }])
  for (const words of ['示文旅许〔2026〕3号', '2026年3号', '营业性演出'])
    expect((await found(outsider, words)).decisions).toMatchObject([{ number: '示文旅许〔2026〕3号' }])
})
