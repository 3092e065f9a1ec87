import type { LightMyRequestResponse } from 'fastify'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { buildApp } from '../../src/app/build-app.ts'
import { inOrgan } from '../../src/db/organ.ts'
import { takeStep } from '../../src/disclosure/actions/take-step.ts'
import { aContent, aSignedRecord, freeOfSecrets, type Reviewers } from '../../src/disclosure/testing/a-record.ts'
import { Browser, sessionCookie } from '../../src/organs/testing/staff.ts'
import { openPlatform } from '../../src/platform/columns/standing.ts'
import { openScene, type Scene, today } from './scene.ts'

const rounds = 6
let scene: Scene
let people: Reviewers
/** Two servers on one database, as behind a proxy. */
let servers: Scene['app'][]
beforeAll(async () => {
  scene = await openScene()
  const { db, mine, clock } = scene
  const second = await buildApp({ db, url: scene.url }, { KAICHENG_TODAY: today }, () => clock.at)
  servers = [scene.app, second]
  await inOrgan(db, mine.organ.id, (tx) => openPlatform(tx, mine.organ.id))
  people = {
    clerk: await mine.officer(today, ['clerk'], 'drafter'),
    unitHead: await mine.officer(today, ['unitHead'], 'first'),
    ogiHead: await mine.officer(today, ['ogiHead'], 'second'),
    leader: await mine.officer(today, ['leader'], 'third'),
  }
})
afterAll(async () => {
  await servers[1]?.close()
  await scene.close()
})

/** The same person at two servers. */
async function at(server: number, who: keyof Reviewers): Promise<Browser> {
  const browser = new Browser(servers[server] as never)
  browser.cookie = await sessionCookie(scene.db, scene.mine.organ.id, people[who].id ?? '', true, scene.clock.at)
  return browser
}

/** An edition that so many have signed, and what the page of it said to everybody who looks at it now. */
async function opened(signed: number) {
  const content = aContent()
  const { key, hash } = await aSignedRecord(scene.db, people, content, signed, scene.clock.at)
  const address = `/records/${key.recordId}/editions/${key.edition}`
  const look = async () => (await (await at(0, 'clerk')).send('GET', address)).json()
  const { seq, revision } = await look()
  const step = async (server: number, who: keyof Reviewers, name: string, input: object) =>
    (await at(server, who)).send('POST', `${address}/steps/${name}`, { seq, input })
  const save = async (server: number, who: keyof Reviewers, title: string) =>
    (await at(server, who)).send('PUT', address, { basedOn: revision, content: { ...content, title } })
  return { key, hash, content, address, look, step, save }
}

/** One of them is done, the other hears why not and in plain words. */
function expectOneWins(answers: readonly LightMyRequestResponse[]): void {
  const said = answers.map(({ statusCode, body }) => `${statusCode} ${body.slice(0, 200)}`).join('\n')
  expect(answers.map(({ statusCode }) => statusCode).sort(), said).toEqual([200, 409])
  const loser = answers.find(({ statusCode }) => statusCode === 409)
  expect(loser?.json().message).toMatch(/[\u4e00-\u9fa5]{6}/)
}

const eventsOf = async ({ key }: { key: { recordId: string; edition: number } }) =>
  (
    await scene.owner
      .selectFrom('editionEvents')
      .select('kind')
      .where('recordId', '=', key.recordId)
      .orderBy('edition')
      .orderBy('seq')
      .execute()
  ).map(({ kind }) => kind)

const times = Array.from({ length: rounds }, (_, round) => [round] as const)

describe.each(times)('two at once, at two servers, round %i', () => {
  test('two publish: it is published once, under one number', async () => {
    const edition = await opened(3)
    const input = { hash: edition.hash, confirmations: [] }
    expectOneWins(
      await Promise.all([edition.step(0, 'clerk', 'publish', input), edition.step(1, 'clerk', 'publish', input)]),
    )
    const kinds = await eventsOf(edition)
    expect(kinds.filter((kind) => kind === 'published')).toHaveLength(1)
    const { recordId } = edition.key
    const out = await scene.owner
      .selectFrom('publishedRecords')
      .select('number')
      .where('recordId', '=', recordId)
      .execute()
    expect(out).toHaveLength(1)
  })

  test('two save on one base: neither text is lost, and one hears of the other', async () => {
    const edition = await opened(0)
    const answers = await Promise.all([edition.save(0, 'clerk', '甲的标题'), edition.save(1, 'unitHead', '乙的标题')])
    expect(answers.map(({ statusCode }) => statusCode)).toEqual([200, 200])
    const overtaken = answers.map((answer) => answer.json().overtakenBy).filter(Boolean)
    expect(overtaken).toHaveLength(1)
    const kept = await scene.owner
      .selectFrom('revisions')
      .select(['content', 'isAside'])
      .where('recordId', '=', edition.key.recordId)
      .execute()
    const titles = kept.map(({ content }) => (content as { title: string }).title)
    expect(titles).toEqual(expect.arrayContaining(['甲的标题', '乙的标题']))
    expect(kept.filter(({ isAside }) => isAside)).toHaveLength(1)
  })

  test('one signs while another saves: no signature stands under a text that it was not given to', async () => {
    const edition = await opened(2)
    const sign = { hash: edition.hash, opinion: '同意', secrecy: freeOfSecrets(edition.content) }
    const checklist = ['导向正确、内容合法', '可以公开，无保密和安全风险']
    const [signed, saved] = await Promise.all([
      edition.step(0, 'leader', 'sign', { ...sign, checklist }),
      edition.save(1, 'clerk', '改过的标题'),
    ])
    expect(saved?.statusCode).toBe(200)
    expect([200, 409]).toContain(signed?.statusCode)
    const { status, signatures, hash } = await edition.look()
    expect(hash).not.toBe(edition.hash)
    expect({ status, signatures }).toEqual({ status: 'drafting', signatures: [] })
    const late = await edition.step(0, 'clerk', 'publish', { hash: edition.hash, confirmations: [] })
    expect(late.statusCode).toBe(409)
  })

  test('one publishes while another saves: what is public is what was signed', async () => {
    const edition = await opened(3)
    const answers = await Promise.all([
      edition.step(0, 'clerk', 'publish', { hash: edition.hash, confirmations: [] }),
      edition.save(1, 'unitHead', '改过的标题'),
    ])
    expectOneWins(answers)
    const { status, content, hash } = await edition.look()
    if (answers[0]?.statusCode === 200)
      expect({ status, title: content.title, hash }).toMatchObject({ status: 'live', hash: edition.hash })
    else expect({ status, title: content.title }).toEqual({ status: 'drafting', title: '改过的标题' })
  })

  test('one schedules while another sends back; one publishes while another discards', async () => {
    const one = await opened(3)
    const at = '2026-11-25T10:00:00+08:00'
    const back = { hash: one.hash, to: 'drafting', reason: 'other', paragraph: null, note: '请再核对数据' }
    expectOneWins(
      await Promise.all([
        one.step(0, 'clerk', 'schedule', { hash: one.hash, at, confirmations: [] }),
        one.step(1, 'unitHead', 'sendBack', back),
      ]),
    )
    const two = await opened(3)
    expectOneWins(
      await Promise.all([
        two.step(0, 'clerk', 'publish', { hash: two.hash, confirmations: [] }),
        two.step(1, 'clerk', 'discard', { reason: '不再发布' }),
      ]),
    )
  })

  test('two begin the next edition, one to correct and one to withdraw: one is begun', async () => {
    const { key, hash } = await opened(3)
    await inOrgan(scene.db, scene.mine.organ.id, (tx) =>
      takeStep(tx, people.clerk, scene.clock.at, key, 'publish', { hash, confirmations: [] }),
    )
    const begin = async (server: number, act: string) =>
      (await at(server, 'clerk')).send('POST', `/records/${key.recordId}/editions`, { act })
    expectOneWins(await Promise.all([begin(0, 'correct'), begin(1, 'withdraw')]))
  })

  test('two sign one level: it is signed once', async () => {
    const edition = await opened(0)
    const sign = { hash: edition.hash, opinion: '', secrecy: freeOfSecrets(edition.content) }
    const checklist = ['事实、数据、人名地名准确', '没有错别字和病句', '不含个人隐私和敏感信息']
    expectOneWins(
      await Promise.all([
        edition.step(0, 'unitHead', 'sign', { ...sign, checklist }),
        edition.step(1, 'unitHead', 'sign', { ...sign, checklist }),
      ]),
    )
    expect((await edition.look()).signatures).toHaveLength(1)
  })
})
