import { describe, expect, test } from 'vitest'
import { plainDate } from '../../days/plain-date.ts'
import { inOrgan, lookInOrgan } from '../../db/organ.ts'
import { testDatabase } from '../../db/testing/database.ts'
import { acceptFile } from '../../files/accept.ts'
import { findSignsApart } from '../../files/inspect/pages-apart.ts'
import { inOrganWithFiles } from '../../files/readings.ts'
import { addFile, getFile } from '../../files/store.ts'
import { pdfFile, pdfText } from '../../files/testing/pdf-file.ts'
import type { Role } from '../../organs/role.ts'
import { anOffice } from '../../organs/testing/officers.ts'
import { wordsOfPage } from '../../redaction/page-words.ts'
import type { Passage } from '../../redaction/passage.ts'
import { findFor } from '../actions/open-personal.ts'
import { registerIntake } from '../actions/register-intake.ts'
import { takeStep } from '../actions/take-step.ts'
import { showCase } from '../show.ts'
import type { StepName } from '../step-inputs.ts'
import { anIntake } from '../testing/an-intake.ts'
import { letOut } from '../testing/let-out.ts'
import {
  beginRedaction,
  findSource,
  keepRedacted,
  makeRedacted,
  markPassages,
  openRedaction,
  pagesFor,
  showRedactions,
  viewOf,
} from './actions.ts'
import { partiesOf } from './parties.ts'
import { proposalsIn } from './proposals.ts'

const { db } = await testDatabase()
const office = await anOffice(db)
const other = await anOffice(db, { slug: 'wai-ju', name: '外地局' })
const today = '2026-03-10'
const clerk = () => office.officer(today, ['clerk'])
const secret = '110105194912310021'
const paper = pdfFile(
  `${pdfText(`经办人身份证号${secret}电话13912345678`, { y: 700 })} ${pdfText('示例机械厂报价三百万元', { y: 640 })} ${pdfText('结论予以通过', { y: 600 })}`,
)

const register = async () => {
  const actor = await clerk()
  const [one] = await inOrgan(db, office.organ.id, (tx) => registerIntake(tx, actor, anIntake(today)))
  return one?.request.id ?? ''
}
const step = async (id: string, name: StepName, input: object, role: Role = 'clerk') => {
  const actor = await office.officer(today, [role])
  const taken = await inOrganWithFiles(db, office.organ.id, (tx) => takeStep(tx, actor, id, name, input))
  return (await letOut(db, taken.request, (level) => office.officer(today, [level]))) ?? taken
}
const upload = async (name = '意见.pdf', bytes: Uint8Array = paper) => {
  const file = await acceptFile(name, bytes)
  return inOrgan(db, office.organ.id, (tx) => addFile(tx, office.organ.id, file, 24))
}
const begin = async (request: string, fileId: string) => {
  const actor = await clerk()
  const source = await lookInOrgan(db, office.organ.id, (tx) => findSource(tx, actor, request, fileId))
  const pages = await pagesFor(source, actor)
  return inOrgan(db, office.organ.id, (tx) => beginRedaction(tx, actor, request, { source, pages }))
}
const open = async (request: string, id: string) => {
  const actor = await clerk()
  return lookInOrgan(db, office.organ.id, (tx) => openRedaction(tx, actor, request, id))
}
const mark = async (request: string, id: string, version: number, passages: readonly Passage[]) => {
  const actor = await clerk()
  return inOrgan(db, office.organ.id, (tx) => markPassages(tx, actor, request, id, { version, passages }))
}
const make = async (request: string, id: string) => {
  const actor = await clerk()
  const made = await makeRedacted(db, actor, request, id)
  return inOrgan(db, office.organ.id, (tx) => keepRedacted(tx, actor, request, id, made))
}
const proposed = async (request: string, id: string) => {
  const { pages } = await open(request, id)
  const found = await findSignsApart(pages.bytes)
  if ('fault' in found) throw new Error(found.fault)
  const actor = await clerk()
  const parties = await lookInOrgan(db, office.organ.id, async (tx) => partiesOf(tx, await findFor(tx, actor, request)))
  return proposalsIn(found.pages, parties, plainDate(today))
}
const asPassages = (proposals: Awaited<ReturnType<typeof proposed>>): Passage[] =>
  proposals.map(({ page, boxes, what, ground }) => ({
    id: crypto.randomUUID(),
    page,
    boxes: boxes.map((box) => [...box]),
    what,
    ground,
  }))

describe('arts. 15, 32, 37: what is withheld of a paper', () => {
  test('numbers of persons and the names of third parties are proposed; what is taken over is withheld, and the answer gives the new file', async () => {
    const request = await register()
    await step(request, 'consult', { party: 'thirdParty', name: '示例机械厂', contact: '', about: '合同价款' })
    const source = await upload()
    const { id } = await begin(request, source.id)
    const proposals = await proposed(request, id)
    expect(proposals.map(({ what, words }) => [what, words])).toEqual([
      ['第三方的名称', '示例机械厂'],
      ['身份证号码', secret],
      ['手机号码', '13912345678'],
    ])
    expect(await mark(request, id, 0, asPassages(proposals))).toEqual({ version: 1 })
    const { fileId } = await make(request, id)
    const view = await viewOf(await open(request, id))
    expect(view.parts).toEqual([
      { what: '身份证号码（第1页）', ground: 'denied.thirdPartyRights', count: 1 },
      { what: '手机号码（第1页）', ground: 'denied.thirdPartyRights', count: 1 },
      { what: '第三方的名称（第1页）', ground: 'denied.thirdPartyRights', count: 1 },
    ])
    expect(view.result).toMatchObject({ fileId, isCurrent: true, name: '意见（隐去后）.pdf' })

    const file = await lookInOrgan(db, office.organ.id, (tx) => getFile(tx, office.organ.id, fileId))
    const found = await findSignsApart(file.bytes)
    if ('fault' in found) throw new Error(found.fault)
    const text = found.pages.map((signs) => wordsOfPage(signs).text).join('')
    expect(text).toContain('结论予以通过')
    for (const each of [secret, '13912345678', '机械厂']) expect(text).not.toContain(each)
    // The unredacted original is no file of the case that anybody could give out.
    const actor = await clerk()
    const shown = await lookInOrgan(db, office.organ.id, (tx) => showCase(tx, actor, request))
    expect(shown.files.map(({ id: each }) => each)).not.toContain(source.id)
  })

  test('what is marked is saved as one goes, never over what somebody else has marked; the file is then no longer current', async () => {
    const request = await register()
    const { id } = await begin(request, (await upload()).id)
    const passages = asPassages(await proposed(request, id))
    await mark(request, id, 0, passages)
    await expect(mark(request, id, 0, [])).rejects.toMatchObject({ code: 'redaction_moved' })
    await make(request, id)
    await mark(request, id, 1, passages.slice(1))
    expect((await viewOf(await open(request, id))).result).toMatchObject({ isCurrent: false })
  })

  test('without a ground for every passage nothing is made', async () => {
    const request = await register()
    const { id } = await begin(request, (await upload()).id)
    await expect(make(request, id)).rejects.toMatchObject({ code: 'nothing_redacted' })
    const [passage] = asPassages(await proposed(request, id))
    if (!passage) throw new Error('nothing proposed')
    await mark(request, id, 0, [{ ...passage, ground: '' }])
    await expect(make(request, id)).rejects.toMatchObject({ code: 'passage_unnamed', article: '37' })
  })

  test('another organ sees none of it, and another request has none of it', async () => {
    const [request, elsewhere] = [await register(), await register()]
    const { id } = await begin(request, (await upload()).id)
    const stranger = await other.officer(today, ['clerk'])
    await expect(
      lookInOrgan(db, other.organ.id, (tx) => openRedaction(tx, stranger, request, id)),
    ).rejects.toMatchObject({ kind: 'missing' })
    const rows = await lookInOrgan(db, other.organ.id, (tx) => tx.selectFrom('redactions').select('id').execute())
    expect(rows).toEqual([])
    await expect(open(elsewhere, id)).rejects.toMatchObject({ code: 'unknown_redaction' })
    const actor = await clerk()
    expect(await lookInOrgan(db, office.organ.id, (tx) => showRedactions(tx, actor, elsewhere))).toEqual([])
  })

  test('what has no pages is refused before anything is kept', async () => {
    const request = await register()
    const { id } = await upload('表.txt', Buffer.from('表一'))
    await expect(begin(request, id)).rejects.toMatchObject({ code: 'not_redactable' })
  })
})
