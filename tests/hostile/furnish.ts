import { randomUUID } from 'node:crypto'
import { expect } from 'vitest'
import { plainDate } from '../../src/days/plain-date.ts'
import { inOrgan } from '../../src/db/organ.ts'
import { takeStep } from '../../src/disclosure/actions/take-step.ts'
import { findPublished } from '../../src/disclosure/store/published.ts'
import { aContent, aSignedRecord, aText } from '../../src/disclosure/testing/a-record.ts'
import { writeWordList } from '../../src/disclosure/word-list-file.ts'
import { submitFeedback } from '../../src/feedback/actions/submit.ts'
import { pdfFile, pdfText } from '../../src/files/testing/pdf-file.ts'
import { aLicence } from '../../src/ledgers/decisions/testing/a-decision.ts'
import { recordImport } from '../../src/ledgers/store.ts'
import * as passkeys from '../../src/organs/passkeys/store.ts'
import type { Role } from '../../src/organs/role.ts'
import type { Office } from '../../src/organs/testing/officers.ts'
import type { Browser } from '../../src/organs/testing/staff.ts'
import { enqueue } from '../../src/outbox/store.ts'
import { openPlatform } from '../../src/platform/columns/standing.ts'
import { emptyGuide } from '../../src/platform/guide/guide.ts'
import { publish } from '../../src/portal/testing/a-published-site.ts'
import { multipartOf } from '../../src/portal/testing/forms.ts'
import { aSoundReport } from '../../src/report/testing/a-sound-report.ts'
import { writeReport } from '../../src/report/write/write.ts'
import { type Scene, today } from './scene.ts'

/** A catalogue item as it is typed. */
export const anItem = (columnId = 'tzgg', secondItem = '公告') => ({
  firstItem: '通知公告',
  secondItem,
  content: '公告全文',
  basis: '条例第十九条',
  timeLimit: '即时',
  responsibleOrgan: '示例市统计局',
  channels: '政府网站',
  audience: 'everybody',
  way: 'proactive',
  level: 'city',
  columnId,
  art20Item: 15,
  position: null,
})
export const aDocument = (documentNumber = '示统规〔2020〕1号') => ({
  documentNumber,
  kind: 'normativeDocuments',
  title: '示例市统计管理办法',
  issuedOn: '2020-03-01',
  effectiveFrom: '2020-04-01',
  validUntil: null,
  repealedOn: null,
  repealedBy: null,
})
export const aFee = (receiptNumber = '0012345678') => ({
  receiptNumber,
  item: '考试考务费',
  collectedOn: '2026-06-12',
  amount: '1200',
})
export const aColumn = (name = '统计数据解读') => ({
  name,
  scope: '',
  content: '',
  form: '',
  updateDays: 30,
  unitId: null,
  art20Items: [],
  art21Matters: [],
  position: 900,
})

/** A file as the console's page sends it. */
export function sendFile(by: Browser, path: string, name: string, bytes: Buffer) {
  const { payload, contentType } = multipartOf({}, [{ field: 'file', name, bytes }])
  return by.send('POST', path, undefined, { payload, headers: { 'content-type': contentType } })
}

/**
 * An organ with one of everything, and where each thing stands: by the pattern of its address up to and with its parameter.
 * A route with a parameter that is not among them is reached by nobody, and the sweep says so.
 */
export async function furnish(scene: Scene, office: Office) {
  const { db } = scene
  const { organ, unitId, officer } = office
  const here = async (role: Role) => (await scene.staff([role], office)).browser
  const [clerk, head, system, leader] = [
    await here('clerk'),
    await here('ogiHead'),
    await here('systemAdmin'),
    await scene.staff(['leader'], office),
  ]
  const within = <T>(work: Parameters<typeof inOrgan<T>>[2]) => inOrgan(db, organ.id, work)
  const made = async (answer: ReturnType<Browser['send']>): Promise<{ id: string }> => {
    const { statusCode, body } = await answer
    expect(statusCode, body).toBeLessThan(300)
    return JSON.parse(body) as { id: string }
  }

  await within((tx) => openPlatform(tx, organ.id))
  const people = {
    clerk: await officer(today, ['clerk'], 'drafter'),
    unitHead: await officer(today, ['unitHead'], 'first'),
    ogiHead: await officer(today, ['ogiHead'], 'second'),
    leader: await officer(today, ['leader'], 'third'),
  }
  const now = new Date(scene.clock.at)
  const upload = async () => {
    const file = await made(sendFile(clerk, '/files', '普查表.txt', Buffer.from('普查表一、普查表二')))
    const { id, ...facts } = file as { id: string; name: string; size: number; contentType: string; sha256: string }
    return { fileId: id, ...facts, alternative: '向办公室索取' }
  }
  const title = `${organ.name}独有的公告`
  const out = await aSignedRecord(db, people, aContent({ title, attachments: [await upload()] }), 3, now)
  await within((tx) => takeStep(tx, people.clerk, now, out.key, 'publish', { hash: out.hash }))
  const published = await within((tx) => findPublished(tx, organ.id, out.key.recordId))
  const number = published?.number ?? ''
  const begun = (await clerk.send('POST', '/records', { type: 'notice' })).json() as { recordId: string }
  const draft = begun.recordId
  const content = aContent({
    title: `${organ.name}的草稿`,
    text: aText('别的机关看不到的文字。'),
    attachments: [await upload()],
  })
  expect((await clerk.send('PUT', `/records/${draft}/editions/1`, { basedOn: 1, content })).statusCode).toBe(200)
  const { id: template } = await made(
    clerk.send('POST', `/records/${draft}/editions/1/templates`, { name: `${organ.name}的模板` }),
  )
  const about = { revision: 2, paragraph: 0, words: `${organ.name}请核对这一段` }
  const { id: comment } = await made(clerk.send('POST', `/records/${draft}/editions/1/comments`, about))
  await publish(db, organ, 2025)

  const township = {
    name: `${organ.name}下面的东乡人民政府`,
    kind: 'township',
    email: '',
    firstYear: 2024,
    lastYear: null,
  }
  const { id: filer } = await made(clerk.send('POST', '/filers', township))
  const filed = aSoundReport({ title: `${township.name}2024年政府信息公开工作年度报告`, organ: township.name })
  const sent = Buffer.from(await writeReport(filed, 'pdf'))
  expect((await sendFile(clerk, `/filings/2024/${filer}/received`, '年报.pdf', sent)).statusCode).toBe(200)
  const { id: filing } = await scene.owner
    .selectFrom('reportFilings')
    .select('id')
    .where('organId', '=', organ.id)
    .executeTakeFirstOrThrow()

  const { id: channel } = await made(clerk.send('POST', '/channels', { kind: 'wechat', name: `${organ.name}发布` }))
  const tick = { channelId: channel, publishedOn: today, url: 'https://mp.weixin.example/s/1', title: '' }
  const { id: publication } = await made(clerk.send('POST', `/channels/records/${out.key.recordId}`, tick))
  const { id: item } = await made(head.send('POST', '/catalogue', anItem()))
  const absence = { item: 9, matter: null, reason: '本机关没有集中采购项目', reviewOn: '2027-06-01' }
  const { id: declaration } = await made(head.send('POST', '/coverage/declarations', absence))
  const { id: column } = await made(
    head.send('POST', '/columns', { ...aColumn(), parentId: 'tzgg', kind: 'list', id: '' }),
  )
  const other = await scene.staff(['leader'], office)
  const absent = { absentId: leader.id, standInId: other.id, fromOn: today, toOn: '2026-12-31', reason: '出差' }
  const { id: view } = await made(
    clerk.send('POST', '/views', { list: 'requests', name: '本年', query: 'view=all', isDefault: false }),
  )
  const { id: standIn } = await made(leader.browser.send('POST', '/stand-ins', absent))
  await within((tx) => enqueue(tx, organ.id, { kind: 'mail', key: 'turned down', payload: {} }))
  const { id: leaving } = await scene.owner
    .updateTable('outbox')
    .set({ lastError: '邮件服务器没有接收', doneAt: new Date(), outcome: 'givenUp' })
    .where('organId', '=', organ.id)
    .where('idempotencyKey', '=', 'turned down')
    .returning('id')
    .executeTakeFirstOrThrow()
  // A document of before the published report: the clerk has read what would become of it.
  const known = { headers: { 'x-kaicheng-known': 'frozen' } }
  const { id: document } = await made(clerk.send('POST', '/ledgers/documents', aDocument(), known))
  const amendment = { amendedOn: '2024-03-01', amendedBy: '示统规〔2024〕2号' }
  expect((await clerk.send('POST', `/ledgers/documents/${document}/amendments`, amendment)).statusCode).toBe(204)
  const { id: amended } = await scene.owner
    .selectFrom('documentAmendments')
    .select('id')
    .where('organId', '=', organ.id)
    .executeTakeFirstOrThrow()
  const { id: decision } = await made(clerk.send('POST', '/ledgers/decisions', aLicence()))
  const { id: fee } = await made(clerk.send('POST', '/ledgers/fees', aFee()))
  const { id: wrongFee } = await made(clerk.send('POST', '/ledgers/fees', aFee('0012345679')))
  const wrongly = { values: { amount: '1300' }, reason: `${organ.name}录入时误写` }
  const rowOf = (id: string) => `/ledgers/rows/administrativeFees/${id}`
  const { id: correction } = await made(clerk.send('POST', `${rowOf(wrongFee)}/correction`, wrongly))
  const answered = { ledger: 'penalty', year: 2024, words: '已向各科室核实' }
  const { id: confirmation } = await made(clerk.send('POST', '/ledgers/confirmations', answered))
  const counts = { added: 0, changed: 0, unchanged: 0 }
  const importedOn = plainDate('2026-01-05')
  const file = { fileName: '台账.xlsx', sha256: '00', importedOn, importedName: '王五' }
  const imported = await within((tx) => recordImport(tx, organ.id, { ...file, ...counts }))
  const words = [{ word: '按装', kind: 'error', suggestion: '安装', severity: 'confirm', since: null }] as const
  const list = Buffer.from(await writeWordList('错别字', words))
  const { id: wordList } = await made(
    sendFile(head, `/word-lists?name=${encodeURIComponent('错别字')}`, '词表.xlsx', list),
  )
  expect((await head.send('PUT', '/guide', { ...emptyGuide, officeHours: '工作日9时至17时' })).statusCode).toBe(200)
  const setting = { value: `${organ.name}的上级` }
  expect((await system.send('PUT', '/settings/reconsiderationOrgan', setting)).statusCode).toBe(200)
  const speaking = { key: randomUUID(), page: { path: `/${organ.slug}/`, title: organ.name, columnId: null } }
  const said = {
    kind: 'question',
    text: `${organ.name}几点上班`,
    name: '王小明',
    phone: '13800001234',
    email: '',
  } as const
  const reader = { ...people.clerk, kind: 'applicant', id: null, name: '公众', roles: [], unitId: null } as const
  const spoken = await within((tx) => submitFeedback(tx, reader, { ...speaking, form: said }))
  const { id: feedback } = await scene.owner
    .selectFrom('feedback')
    .select('id')
    .where('organId', '=', organ.id)
    .where('number', '=', spoken.feedback.number)
    .executeTakeFirstOrThrow()
  const request = await scene.register(office)
  const suit = {
    kind: 'suitDirect',
    number: `（2026）示01行初${organ.id}号`,
    body: '示例市中级人民法院',
    act: 'silence',
  }
  const sued = {
    ...suit,
    filedOn: '2026-03-02',
    noticeOn: '2026-03-02',
    requestId: request.id,
    about: `${organ.name}逾期`,
  }
  const { id: remedy } = await made(clerk.send('POST', '/remedies', sued))
  const paper = await made(sendFile(clerk, '/files', '意见.pdf', pdfFile(pdfText(`${organ.name}的意见`))))
  const redactions = `/requests/${request.id}/redactions`
  const { id: redaction } = await made(clerk.send('POST', redactions, { fileId: paper.id }))
  const person = await scene.staff(['clerk'], office)
  const key = { id: randomUUID(), name: '办公室电脑', counter: 0, addedAt: now }
  const credential = { id: key.id, publicKey: 'a', transports: [] }
  await within((tx) => passkeys.add(tx, { organId: organ.id, staffId: person.id }, { ...key, credential }))
  const appointment = { staffId: person.id, office: 'groupHead', fromOn: '2026-01-01' }
  const { id: held } = await made(system.send('POST', '/offices', appointment))
  const waiting = (await upload()).fileId
  const fileOf = async (recordId: string) =>
    await within((tx) =>
      tx.selectFrom('recordFiles').select('fileId').where('recordId', '=', recordId).executeTakeFirstOrThrow(),
    )

  const places: Readonly<Record<string, string>> = {
    '/:organ': organ.slug,
    '/:organ/annual-reports/:document': '2025',
    '/:organ/annual-reports/:year': '2025',
    '/:organ/annual-reports/:year/revisions/:revision': '1',
    '/annual-reports/:document': '2025',
    '/:organ/catalogue/records.:ending': 'csv',
    '/:organ/requests/follow/case/letters/:letter': '1.pdf',
    '/:organ/requests/follow/case/files/:file': waiting,
    '/:organ/records/:document': number,
    '/:organ/records/:number': number,
    '/:organ/records/:number/files/:file': (await fileOf(out.key.recordId)).fileId,
    '/:organ/columns/:column': 'tzgg',
    '/sitemap-records/:part': '1',
    '/api/records/:organ': organ.slug,
    '/api/records/:organ/:number': number,
    '/api/organs/:slug': organ.slug,
    '/api/organs/:slug/annual-reports/:year': '2025',
    '/api/annual-reports/:year': '2025',
    '/api/console/units/:id': unitId,
    '/api/console/staff/:id': person.id,
    '/api/console/session/passkeys/:id': key.id,
    '/api/console/offices/:id': held,
    '/api/console/settings/:id': 'reviewPlan',
    '/api/console/requests/:id': request.id,
    '/api/console/requests/:id/steps/:step': 'note',
    '/api/console/requests/:id/files/:fileId': waiting,
    '/api/console/requests/:id/enclosures': request.id,
    '/api/console/requests/:id/letters/:document': '1.pdf',
    '/api/console/requests/:id/letter-seals/:seq': '1',
    '/api/console/requests/:id/redactions/:redaction': redaction,
    '/api/console/requests/:id/redactions/:redaction/pages/:page': '1',
    '/api/console/annual-reports/:year': '2024',
    '/api/console/annual-reports/:year/cells/:row': 'newReceived',
    '/api/console/annual-reports/:year/cells/:row/:column': 'total',
    '/api/console/annual-reports/:year/steps/:step': 'discard',
    '/api/console/annual-reports/:year/filing/:step': 'withdraw',
    '/api/console/filings/:year': '2024',
    '/api/console/filings/:year/:filer': filer,
    '/api/console/filings/:year/:filer/original/pages/:page': '1',
    '/api/console/filings/:year/:filer/steps/:step': 'sendBack',
    '/api/console/filings/:year/sum/:row': 'newReceived',
    '/api/console/filings/:year/sum/:row/:column': 'total',
    '/api/console/filings/:year/sum.:form': 'xlsx',
    '/api/console/filings/cases/:id': filing,
    '/api/console/filers/:id': filer,
    '/api/console/remedies/:id': remedy,
    '/api/console/remedies/of-request/:id': request.id,
    '/api/console/remedies/:id/steps/:step': 'note',
    '/api/console/remedies/:id/files/:fileId': waiting,
    '/api/console/feedback/:id': feedback,
    '/api/console/feedback/:id/steps/:step': 'close',
    '/api/console/records/:id': draft,
    '/api/console/records/:id/editions/:edition': '1',
    '/api/console/records/:id/editions/:edition/revisions/:revision': '2',
    '/api/console/records/:id/editions/:edition/comments/:commentId': comment,
    '/api/console/records/:id/editions/:edition/steps/:step': 'submit',
    '/api/console/records/:id/files/:fileId': (await fileOf(draft)).fileId,
    '/api/console/record-templates/:id': template,
    '/api/console/word-lists/:id': wordList,
    '/api/console/columns/:id': column,
    '/api/console/coverage/declarations/:id': declaration,
    '/api/console/catalogue/:id': item,
    '/api/console/outbox/:id': leaving,
    '/api/console/stand-ins/:id': standIn,
    '/api/console/views/:id': view,
    '/api/console/timeliness/records/:id': out.key.recordId,
    '/api/console/ledgers/documents/:id': document,
    '/api/console/ledgers/documents/:id/amendments/:amendmentId': amended,
    '/api/console/ledgers/decisions/:id': decision,
    '/api/console/ledgers/rows/:ledger': 'administrativeFees',
    '/api/console/ledgers/rows/:ledger/:id': fee,
    '/api/console/ledgers/corrections/:id': correction,
    '/api/console/ledgers/confirmations/:id': confirmation,
    '/api/console/ledgers/imports/:id': imported,
    '/api/console/channels/records/:id': out.key.recordId,
    '/api/console/channels/publications/:id': publication,
  }
  return { office, places, channel, column, waiting, content, live: out.key.recordId, draft, person: person.id, title }
}
export type Furnished = Awaited<ReturnType<typeof furnish>>
