import { afterAll, describe, expect, test } from 'vitest'
import { buildApp } from '../../app/build-app.ts'
import { plainDate } from '../../days/plain-date.ts'
import { inOrgan } from '../../db/organ.ts'
import { testDatabase } from '../../db/testing/database.ts'
import { businessRoles, type Role, roleIds } from '../../organs/role.ts'
import { anOffice } from '../../organs/testing/officers.ts'
import { addStaff, Browser, sessionCookie } from '../../organs/testing/staff.ts'
import { openPlatform } from '../../platform/columns/standing.ts'
import { beginEdition } from '../actions/begin.ts'
import { takeStep } from '../actions/take-step.ts'
import type { EditionStatus } from '../edition.ts'
import type { StepName } from '../edition-event.ts'
import { defaultPlan } from '../review-plan.ts'
import { stepNames } from '../steps.ts'
import { aContent, aSignedRecord, freeOfSecrets, type Reviewers } from '../testing/a-record.ts'

const { db, url, owner } = await testDatabase()
const today = '2026-11-24'
const clock = { at: new Date('2026-11-24T02:00:00Z') }
const app = await buildApp({ db, url }, { KAICHENG_TODAY: today }, () => clock.at)
afterAll(() => app.close())
const office = await anOffice(db)
const there = await anOffice(db, { slug: 'shili-daj', name: '示例市档案局', letterCode: '示档' })
const { organ, officer } = office
for (const { id } of [organ, there.organ]) await inOrgan(db, id, (tx) => openPlatform(tx, id))
const people: Reviewers = {
  clerk: await officer(today, ['clerk'], 'drafter'),
  unitHead: await officer(today, ['unitHead'], 'first'),
  ogiHead: await officer(today, ['ogiHead'], 'second'),
  leader: await officer(today, ['leader'], 'third'),
}
const within = <T>(work: Parameters<typeof inOrgan<T>>[2]) => inOrgan(db, organ.id, work)

let logins = 0
async function someone(roles: readonly Role[], organId = organ.id) {
  logins += 1
  const { unitId } = organId === organ.id ? office : there
  const id = await addStaff(db, organId, { login: `p${logins}`, roles, unitId })
  return { id, ...(await signedIn(id, organId)) }
}
async function signedIn(id: string | null, organId = organ.id) {
  const browser = new Browser(app)
  browser.cookie = await sessionCookie(db, organId, id ?? '', true, clock.at)
  return { browser }
}

const known = new Map<string, Promise<Browser>>()
/** The same person each time, where it does not matter who of them it is. */
function memo(key: string, begin: () => Promise<{ browser: Browser }>): Promise<Browser> {
  const browser = known.get(key) ?? begin().then((begun) => begun.browser)
  known.set(key, browser)
  return browser
}
const anyone = (role: Role): Promise<Browser> => memo(role, () => someone([role]))
const drafter = (): Promise<Browser> => memo('drafter', () => signedIn(people.clerk.id))

interface Opened {
  readonly address: string
  readonly recordId: string
  readonly hash: string
}
const content = aContent()
const secrecy = freeOfSecrets(content)
const at = '2026-11-25T10:00:00+08:00'

/** An edition in that status, so many levels signed while it is in review. */
async function editionIn(status: EditionStatus, levels = 0): Promise<Opened> {
  const signed = status === 'reviewing' ? levels : 3
  const { key, hash } =
    status === 'drafting' || status === 'discarded'
      ? await aDraft()
      : await aSignedRecord(db, people, content, signed, clock.at)
  const step = (name: StepName, input: object) => within((tx) => takeStep(tx, people.clerk, clock.at, key, name, input))
  if (status === 'scheduled') await step('schedule', { hash, at })
  if (status === 'discarded') await step('discard', { reason: '不用' })
  if (status === 'live' || status === 'superseded') await step('publish', { hash })
  if (status === 'superseded') {
    const next = await within((tx) => beginEdition(tx, people.clerk, clock.at, key.recordId, 'withdraw'))
    const address = `/records/${next.recordId}/editions/${next.edition}`
    const clerk = (await signedIn(people.clerk.id)).browser
    const act = { kind: 'withdraw', reason: '内容有误' }
    const saved = await clerk.send('PUT', address, { basedOn: 1, content: { ...content, act } })
    await follow(address, saved.json().hash)
  }
  return { address: `/records/${key.recordId}/editions/${key.edition}`, recordId: key.recordId, hash }
}

async function aDraft() {
  const clerk = await drafter()
  const { recordId, edition } = (await clerk.send('POST', '/records', { type: 'notice' })).json()
  const saved = await clerk.send('PUT', `/records/${recordId}/editions/${edition}`, { basedOn: 1, content })
  return { key: { organId: organ.id, recordId, edition }, hash: saved.json().hash as string }
}

/** Through all of review to the public. */
async function follow(address: string, hash: string): Promise<void> {
  const one = { address, hash, recordId: '' }
  await take((await signedIn(people.clerk.id)).browser, one, 'submit')
  for (const [index, role] of (['unitHead', 'ogiHead', 'leader'] as const).entries())
    await take((await signedIn(people[role].id)).browser, one, 'sign', index)
  expect((await take((await signedIn(people.clerk.id)).browser, one, 'publish')).statusCode).toBe(200)
}

const inputOf = (name: StepName, hash: string, level: number): object =>
  ({
    submit: { hash, secrecy, confirmations: [] },
    sign: { hash, secrecy, opinion: '同意', checklist: defaultPlan.levels[level]?.checklist },
    sendBack: { hash, to: 'drafting', reason: 'other', paragraph: null, note: '请再核对' },
    schedule: { hash, at, confirmations: [] },
    unschedule: { reason: '再等一等' },
    publish: { hash, confirmations: [] },
    publishUrgently: { hash, reason: '暴雨红色预警', secrecy, confirmations: [] },
    discard: { reason: '不再发布' },
  })[name]

/** As whoever has just looked at the page. */
async function take(by: Browser, { address, hash }: Opened, name: StepName, level = 0) {
  const seen = (await (await drafter()).send('GET', address)).json()
  return by.send('POST', `${address}/steps/${name}`, { seq: seen.seq, input: inputOf(name, hash, level) })
}

/** Who may do what when, as the regulation and the procedure say it; reviewed by hand. */
const allowed: Readonly<Record<EditionStatus, Partial<Record<StepName, readonly Role[]>>>> = {
  drafting: { submit: ['clerk'], discard: ['clerk'] },
  reviewing: {
    sign: ['unitHead'],
    sendBack: ['unitHead'],
    publishUrgently: ['ogiHead', 'leader'],
    discard: ['clerk'],
  },
  // Legal staff hold no level of this chain.
  signed: { sendBack: ['unitHead', 'ogiHead', 'leader'], schedule: ['clerk'], publish: ['clerk'], discard: ['clerk'] },
  scheduled: { unschedule: ['clerk', 'unitHead', 'legalStaff', 'ogiHead', 'leader'] },
  live: {},
  superseded: {},
  discarded: {},
}
const statuses = Object.keys(allowed) as EditionStatus[]
const eventsOf = async (recordId: string) =>
  (await owner.selectFrom('editionEvents').select('seq').where('recordId', '=', recordId).execute()).length

describe.each(statuses)('an edition that is %s', (status) => {
  test.each(stepNames)('%s: by whom it is written, and by nobody else', async (name) => {
    let edition = await editionIn(status)
    const may = allowed[status][name] ?? []
    for (const role of roleIds) {
      const browser = await anyone(role)
      const before = await eventsOf(edition.recordId)
      const answer = await take(browser, edition, name)
      const said = `${role} ${answer.statusCode} ${answer.body.slice(0, 200)}`
      if (may.includes(role)) {
        expect(answer.statusCode, said).toBe(200)
        expect(await eventsOf(edition.recordId), said).toBe(before + 1)
        edition = await editionIn(status)
        continue
      }
      expect(businessRoles.includes(role) ? [403, 409] : [403], said).toContain(answer.statusCode)
      expect(answer.json().message, said).toMatch(/[\u4e00-\u9fa5]{4}/)
      expect(await eventsOf(edition.recordId), said).toBe(before)
    }
    const stranger = await memo('stranger', () => someone(businessRoles, there.organ.id))
    const answer = await take(stranger, edition, name)
    expect(answer.statusCode).toBe(404)
    expect(answer.body).not.toContain(content.title)
  })
})

describe('the same person again', () => {
  test('who wrote it signs at no level, whatever else they are', async () => {
    const { id, browser } = await someone(['clerk', 'unitHead', 'ogiHead', 'leader'])
    const { recordId, edition } = (await browser.send('POST', '/records', { type: 'notice' })).json()
    const address = `/records/${recordId}/editions/${edition}`
    const { hash } = (await browser.send('PUT', address, { basedOn: 1, content })).json()
    const one = { address, recordId, hash }
    expect((await take(browser, one, 'submit')).statusCode).toBe(200)
    expect((await take(browser, one, 'sign')).json().code).toBe('own_text')
    expect((await take(browser, one, 'publishUrgently')).json().code).toBe('own_text')
    expect(id).toBeTruthy()
  })

  test('who changed a word of it in review signs it no more', async () => {
    const one = await editionIn('reviewing')
    const { browser } = await someone(['unitHead'])
    const saved = await browser.send('PUT', one.address, { basedOn: 2, content: { ...content, title: '改过的标题' } })
    expect(saved.statusCode).toBe(200)
    const changed = { ...one, hash: saved.json().hash }
    expect((await take((await someone(['clerk'])).browser, changed, 'submit')).statusCode).toBe(200)
    expect((await take(browser, changed, 'sign')).json().code).toBe('own_text')
  })

  test('nobody signs at two levels, and who signed last does not publish', async () => {
    const one = await editionIn('reviewing')
    const { browser } = await someone(['clerk', 'unitHead', 'ogiHead'])
    expect((await take(browser, one, 'sign', 0)).statusCode).toBe(200)
    expect((await take(browser, one, 'sign', 1)).json().code).toBe('signed_at_level')
    expect((await take((await someone(['ogiHead'])).browser, one, 'sign', 1)).statusCode).toBe(200)
    const last = await someone(['leader', 'clerk'])
    expect((await take(last.browser, one, 'sign', 2)).statusCode).toBe(200)
    expect((await take(last.browser, one, 'publish')).json().code).toBe('signer_publishes')
    expect((await take(last.browser, one, 'schedule')).json().code).toBe('signer_publishes')
    expect((await take((await someone(['clerk'])).browser, one, 'publish')).statusCode).toBe(200)
  })

  test('a level is signed once, and none before its turn', async () => {
    const one = await editionIn('reviewing')
    for (const role of ['ogiHead', 'leader', 'legalStaff'] as const)
      expect((await take((await someone([role])).browser, one, 'sign', 1)).json().code, role).toBe('not_your_level')
    expect((await take((await someone(['unitHead'])).browser, one, 'sign', 0)).statusCode).toBe(200)
    expect((await take((await someone(['unitHead'])).browser, one, 'sign', 0)).json().code).toBe('not_your_level')
  })
})

describe('who stands in', () => {
  const arrange = async (
    fromOn: string,
    toOn: string,
    roles: readonly Role[] = ['legalStaff'],
    away: readonly Role[] = ['unitHead'],
  ) => {
    const absent = await someone(away)
    const standIn = await someone(roles)
    const wish = { absentId: absent.id, standInId: standIn.id, fromOn, toOn, reason: '出差' }
    const answer = await absent.browser.send('POST', '/stand-ins', wish)
    return { absent, standIn, answer }
  }

  test('signs on the first and the last day, and it is said for whom', async () => {
    for (const [fromOn, toOn] of [
      [today, '2026-12-01'],
      ['2026-11-24', today],
    ] as const) {
      const { standIn, absent } = await arrange(fromOn, toOn)
      const one = await editionIn('reviewing')
      const signed = await take(standIn.browser, one, 'sign')
      expect(signed.statusCode, signed.body.slice(0, 200)).toBe(200)
      expect(signed.json().signatures[0].standsInFor.staffId).toBe(absent.id)
    }
  })

  test('not before, not when it was cut short, and not what is not theirs to do', async () => {
    const { standIn } = await arrange('2026-11-25', '2026-12-01')
    const one = await editionIn('reviewing')
    expect((await take(standIn.browser, one, 'sign')).json().code).toBe('not_your_level')
    const short = await arrange(today, '2026-12-01')
    const { id } = short.answer.json()
    expect((await short.absent.browser.send('POST', `/stand-ins/${id}/end`)).statusCode).toBe(200)
    expect((await take(short.standIn.browser, one, 'sign')).json().code).toBe('not_your_level')
    const standing = await arrange(today, '2026-12-01')
    for (const name of ['discard', 'publishUrgently', 'publish', 'schedule'] as const)
      expect([403, 409], name).toContain((await take(standing.standIn.browser, one, name)).statusCode)
  })

  test('only reviews for them: what they do as a clerk stays theirs', async () => {
    const { standIn } = await arrange(today, '2026-12-01', ['legalStaff'], ['unitHead', 'clerk'])
    for (const name of ['publish', 'schedule', 'discard'] as const) {
      const answer = await take(standIn.browser, await editionIn('signed'), name)
      expect(answer.statusCode, `${name} ${answer.body.slice(0, 200)}`).toBe(403)
    }
    expect((await take(standIn.browser, await editionIn('drafting'), 'submit')).statusCode).toBe(403)
    expect((await take(standIn.browser, await editionIn('reviewing'), 'sign')).statusCode).toBe(200)
  })
})

test('what was published in an emergency is approved afterwards, by all levels, and by no other steps', async () => {
  const one = await editionIn('reviewing', 1)
  expect((await take((await someone(['leader'])).browser, one, 'publishUrgently')).statusCode).toBe(200)
  const overdue = async () => {
    const { items } = (await (await signedIn(people.clerk.id)).browser.send('GET', '/records?view=late')).json()
    return items.some(({ recordId }: { recordId: string }) => recordId === one.recordId)
  }
  expect(await overdue()).toBe(false)
  await owner
    .updateTable('editions')
    .set({ stepDueOn: plainDate('2026-11-23') })
    .where('recordId', '=', one.recordId)
    .execute()
  expect(await overdue()).toBe(true)
  for (const name of stepNames.filter((each) => each !== 'sign'))
    for (const role of businessRoles)
      expect([403, 409]).toContain((await take((await someone([role])).browser, one, name)).statusCode)
  expect((await take((await someone(['clerk'])).browser, one, 'sign', 1)).statusCode).toBe(403)
  expect((await take((await someone(['ogiHead'])).browser, one, 'sign', 1)).statusCode).toBe(200)
  expect((await take((await someone(['leader'])).browser, one, 'sign', 2)).statusCode).toBe(200)
  expect((await take((await someone(['leader'])).browser, one, 'sign', 2)).json().code).toBe('reviewed_already')
})

test('only a clerk of the organ begins a correction, a withdrawal or a repeal', async () => {
  const one = await editionIn('live')
  for (const act of ['correct', 'withdraw', 'repeal']) {
    for (const role of roleIds.filter((each) => each !== 'clerk')) {
      const { browser } = await someone([role])
      expect((await browser.send('POST', `/records/${one.recordId}/editions`, { act })).statusCode).toBe(403)
    }
    const stranger = await someone(['clerk'], there.organ.id)
    expect((await stranger.browser.send('POST', `/records/${one.recordId}/editions`, { act })).statusCode).toBe(404)
  }
  const { browser } = await someone(['clerk'])
  expect((await browser.send('POST', `/records/${one.recordId}/editions`, { act: 'repeal' })).json().code).toBe(
    'not_repealable',
  )
  expect((await browser.send('POST', `/records/${one.recordId}/editions`, { act: 'withdraw' })).statusCode).toBe(200)
})
