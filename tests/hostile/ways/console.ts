import { randomUUID } from 'node:crypto'
import type { LightMyRequestResponse } from 'fastify'
import { expect } from 'vitest'
import { inOrgan } from '../../../src/db/organ.ts'
import { acceptFile } from '../../../src/files/accept.ts'
import { addFile } from '../../../src/files/store.ts'
import type { Role } from '../../../src/organs/role.ts'
import { aFilledForm } from '../../../src/requests/testing/a-submission.ts'
import { aPerson } from '../../../src/requests/testing/an-intake.ts'
import { byPost } from '../../../src/requests/testing/served.ts'
import { readXlsx } from '../../../src/workbooks/xlsx/read-xlsx.ts'
import { answerOf, fine, judged, withoutEffect } from '../answer.ts'
import { textOf } from '../generate.ts'
import { type Scene, today } from '../scene.ts'
import { told, type Way } from '../way.ts'
import { expectEscaped, keptAs, submit } from './public-form.ts'

const step = async (scene: Scene, role: Role, id: string, name: string, input: unknown, seq = 2) =>
  await scene.browser(role).send('POST', `/requests/${id}/steps/${name}`, { seq, input })

/** What was refused to staff stands in the audit log of their own organ. */
async function expectAudited({ owner, mine }: Scene, before: number): Promise<void> {
  expect(await countRefused({ owner, mine } as Scene)).toBeGreaterThan(before)
}
const countRefused = async ({ owner, mine }: Scene): Promise<number> => {
  const rows = await owner
    .selectFrom('auditEntries')
    .select('seq')
    .where('organId', '=', mine.organ.id)
    .where('action', '=', 'access.refused')
    .execute()
  return rows.length
}

const audited =
  (work: (scene: Scene, input: unknown) => Promise<LightMyRequestResponse>): Way =>
  async (scene, input) => {
    const before = await countRefused(scene)
    const answer = await work(scene, input)
    await expectAudited(scene, before)
    return judged(answer)
  }

export const readCase = audited(async (scene) => {
  const theirs = await scene.register(scene.other)
  return scene.browser('clerk').send('GET', `/requests/${theirs.id}`)
})

export const readAttachment = audited(async (scene) => {
  const [one, two] = [await scene.register(), await scene.register(scene.other)]
  const { organ } = scene.other
  const file = await acceptFile('a.txt', Buffer.from('别的机关的附件'))
  const { id } = await inOrgan(scene.db, organ.id, (tx) => addFile(tx, organ.id, file, null))
  await scene.owner
    .insertInto('requestFiles')
    .values({ organId: organ.id, requestId: two.id, fileId: id, purpose: 'attachment', seq: 1 })
    .execute()
  return scene.browser('clerk').send('GET', `/requests/${one.id}/files/${id}`)
})

/** Another organ's person and unit are nobody here. */
export const assign: Way = async (scene) => {
  const { id } = await scene.register()
  const theirs = await scene.staff(['clerk'], scene.other)
  const byStaff = await step(scene, 'clerk', id, 'assign', { unitId: scene.mine.unitId, staffId: theirs.id })
  const byUnit = await step(scene, 'clerk', id, 'assign', { unitId: scene.other.unitId, staffId: null })
  return { ...judged(byStaff), answers: [answerOf(byStaff), answerOf(byUnit)] }
}

export const listOf =
  (query: (text: string) => string): Way =>
  async (scene, input) =>
    judged(await scene.browser('clerk').send('GET', `/requests?${query(textOf(input))}`))

export const caseId: Way = async (scene, input) =>
  judged(await scene.browser('clerk').send('GET', `/requests/${encodeURIComponent(textOf(input))}`))

/** A search finds nothing of another organ, and takes every sign for what it is. */
export const search: Way = async (scene, input) => {
  await scene.register(scene.other, { applicant: aPerson({ name: '欧阳独有' }), pieces: ['独有的事项一二三'] })
  const browser = scene.browser('clerk')
  const answers = []
  for (const words of ['欧阳独有', '独有的事项', textOf(input).slice(0, 100)]) {
    const listed = await browser.send('GET', `/requests?view=all&q=${encodeURIComponent(words)}`)
    const found = await browser.send('POST', '/find', { words })
    if (words.startsWith('欧阳') || words.startsWith('独有'))
      expect([listed.json().items, ...Object.values(found.json())].flat()).toEqual([])
    answers.push(listed, found)
  }
  return { ...fine(...answers), status: answers.at(-1)?.statusCode ?? 0 }
}

export const exportSpan: Way = async (scene, input) => {
  const { from, to } = input as { from: string; to: string }
  return judged(await scene.browser('clerk').send('GET', `/requests/export?view=all&from=${from}&to=${to}`))
}

/** A name as the applicant typed it, in the workbook that staff export: a typed text that nothing computes. */
export const exported: Way = async (scene, input) => {
  const text = textOf(input)
  const receipt = await submit(scene, aFilledForm({ name: text, content: text }))
  if (receipt.statusCode >= 400) return judged(receipt)
  const { id, applicant } = await keptAs(scene, receipt.body)
  const browser = scene.browser('clerk')
  const answer = await browser.send('GET', `/requests/export?view=all&from=${today}&to=${today}`)
  const { sheets } = await readXlsx(answer.rawPayload)
  const [headers = [], ...lines] = sheets.flatMap(({ rows }) => rows)
  // Of the columns only the days that were used are a number.
  const texts = lines.map((line) => line.filter((_, at) => headers[at] !== '已用工作日'))
  const cells = texts.flat()
  expect(cells.every((cell) => cell === null || typeof cell === 'string')).toBe(true)
  expect(cells).toContain(text.replace(/^[\s\uFEFF]+/, ''))
  expect(cells).not.toContain('11010519491231002X')
  const revealed = await browser.send('POST', `/requests/${id}/applicant`, { reason: '核对身份' })
  expect(revealed.json().name).toBe(applicant.name)
  return judged(answer)
}

/** Numbers of identity leave masked. */
export const exportedNumber: Way = async (scene) => {
  await submit(scene, aFilledForm())
  const answer = await scene.browser('clerk').send('GET', `/requests/export?view=all&from=${today}&to=${today}`)
  const { sheets } = await readXlsx(answer.rawPayload)
  expect(JSON.stringify(sheets)).not.toMatch(/\d{17}[\dX]|\dE\+\d/)
  return judged(answer)
}

/** A version that somebody has overtaken. */
export const update: Way = async (scene, input) => {
  const { id } = await scene.register()
  const typed = JSON.parse(textOf(input)) as Record<string, unknown>
  const { version, ...more } = typed
  return judged(
    await scene.browser('clerk').send('POST', `/requests/${id}/steps/note`, {
      seq: version ?? 2,
      input: { text: '备注' },
      ...more,
    }),
  )
}

export const closeCase: Way = async (scene) => {
  const { id } = await scene.register()
  return judged(await step(scene, 'clerk', id, 'issueAnswer', { hash: '', ...byPost }))
}

/** A day in a step; several ways of writing it are tried one by one. */
export const dayOfStep: Way = async (scene, input) => {
  const answers = []
  for (const on of textOf(input).split(' / ')) {
    const { id } = await scene.register(scene.mine, { channel: 'ordinaryMail' })
    answers.push(await step(scene, 'clerk', id, 'confirmReceipt', { on, method: '电话', evidence: '' }, 1))
  }
  return { ...judged(answers[0] as never), answers: answers.map(answerOf) }
}

const account = (facts: Record<string, unknown>) => ({ name: '新人', login: `h${randomUUID().slice(0, 8)}`, ...facts })

export const mailAddress: Way = async (scene, input) =>
  judged(await scene.browser('systemAdmin').send('POST', '/staff', account({ email: textOf(input) })))

/** A login that looks like one that is there. */
export const login: Way = async (scene, input) => {
  const admin = scene.browser('systemAdmin')
  await admin.send('POST', '/staff', account({ login: 'admin' }))
  return judged(await admin.send('POST', '/staff', account({ login: textOf(input) })))
}

/** Fields that nobody may set, in one's own account. */
export const profile: Way = async (scene, input) => {
  const { id } = await scene.staff(['clerk'])
  const answer = await scene.browser('systemAdmin').send('PUT', `/staff/${id}`, {
    name: '某人',
    unitId: null,
    phone: '',
    email: '',
    ...(JSON.parse(textOf(input).replace('{orgB}', String(scene.other.organ.id))) as object),
  })
  if (answer.statusCode === 422) expect(answer.body).toContain('orgId')
  return judged(answer)
}

export const userList: Way = async (scene) => {
  const theirs = await scene.staff(['clerk'], scene.other)
  const answer = await scene.browser('systemAdmin').send('GET', `/staff?org=${scene.other.organ.id}`)
  expect(answer.body).not.toContain(theirs.login)
  return judged(answer)
}

/** Nothing of the kind is there: no list of acts at once, no notices by id. */
export const nowhere =
  (method: 'GET' | 'POST', path: string): Way =>
  async (scene) =>
    judged(await scene.browser('clerk').send(method, path, method === 'POST' ? [] : undefined))

/** Every page of the console is kept by no browser. */
export const noStore: Way = async (scene) => {
  const browser = scene.browser('clerk')
  const { id } = await scene.register()
  const answers = []
  for (const path of ['/me', '/requests', `/requests/${id}`, '/staff', '/reminders', '/nowhere-at-all'])
    answers.push(await browser.send('GET', path))
  for (const { headers } of answers) expect(headers['cache-control']).toBe('no-store')
  return withoutEffect(...answers)
}

/** A body that poisons objects, at every route that takes one, by somebody who may call it. */
export const anyJson: Way = async (scene, input) => {
  const answers = []
  for (const { method, url, access } of scene.app.declaredRoutes) {
    if (!url.startsWith('/api/console/') || (method !== 'POST' && method !== 'PUT')) continue
    // Shut before anything is read that was sent: this house has an organ.
    if (url.startsWith('/api/console/setup')) continue
    const role = typeof access === 'object' ? access.roles[0] : 'clerk'
    const path = url.slice('/api/console'.length).replace(/:\w+/g, randomUUID())
    const headers = { 'content-type': 'application/json' }
    const browser = scene.browser(role ?? 'clerk')
    answers.push(await browser.send(method, path, undefined, { payload: textOf(input), headers }))
  }
  expect(answers.length).toBeGreaterThan(10)
  const open = answers.find(({ statusCode }) => statusCode < 400)
  for (const { body } of answers) expectEscaped(body)
  return { ...judged(open ?? (answers[0] as never)), answers: answers.map(answerOf) }
}

const drafted = {
  outcome: 'notGovernmentInformation',
  answers: { complete: 'yes', information: 'enquiry' },
  statement: '请咨询窗口',
}

/** Levels of approval: in order, each by another person, of one text. */
export const review = told(
  [
    /level 2 approves before level 1/,
    async (scene) => {
      const { id, hash } = await draft(scene)
      return judged(await step(scene, 'ogiHead', id, 'approveAnswer', { hash, opinion: '' }, 3))
    },
  ],
  [
    /two levels/,
    async (scene) => {
      const { id, hash } = await draft(scene)
      const { browser } = await scene.staff(['unitHead', 'ogiHead'])
      const approve = (seq: number) =>
        browser.send('POST', `/requests/${id}/steps/approveAnswer`, { seq, input: { hash, opinion: '' } })
      expect((await approve(3)).statusCode).toBe(200)
      return judged(await approve(4))
    },
  ],
  [
    /changed after/,
    async (scene) => {
      const { id } = await draft(scene)
      return judged(await step(scene, 'unitHead', id, 'approveAnswer', { hash: '0'.repeat(64), opinion: '' }, 3))
    },
  ],
  [
    /^\{/,
    async (scene, input) => {
      const { id, hash } = await draft(scene)
      return judged(
        await step(scene, 'unitHead', id, 'approveAnswer', { hash, opinion: '', ...JSON.parse(textOf(input)) }, 3),
      )
    },
  ],
)

async function draft(scene: Scene): Promise<{ id: string; hash: string }> {
  const { id } = await scene.register()
  const answer = await step(scene, 'clerk', id, 'draftAnswer', { ...drafted, reason: '', record: '' })
  expect(answer.statusCode, answer.body).toBe(200)
  return { id, hash: answer.json().draft.hash }
}
