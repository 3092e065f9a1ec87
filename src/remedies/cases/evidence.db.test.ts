import { describe, expect, test } from 'vitest'
import { ZodError } from 'zod'
import '../../app/joins.ts'
import { inOrgan } from '../../db/organ.ts'
import { testDatabase } from '../../db/testing/database.ts'
import { acceptFile } from '../../files/accept.ts'
import { catalogueName } from '../../files/bundle/bundle.ts'
import { addFile } from '../../files/store.ts'
import { readZip } from '../../files/zip/read-zip.ts'
import { anOffice } from '../../organs/testing/officers.ts'
import { registerIntake } from '../../requests/actions/register-intake.ts'
import { anIntake } from '../../requests/testing/an-intake.ts'
import { openCase, takeStep } from './actions.ts'
import { type Evidence, listPapers } from './evidence.ts'
import { makeEvidence } from './make-evidence.ts'
import { showCase } from './show.ts'
import { OpenCase } from './step-inputs.ts'
import { anOpening } from './testing/a-case.ts'

const { db } = await testDatabase()
const { organ, officer } = await anOffice(db)
const day = '2026-03-10'
const clerk = await officer(day, ['clerk'])

const upload = async (name: string, text: string): Promise<string> => {
  const file = await acceptFile(name, new TextEncoder().encode(text))
  return inOrgan(db, organ.id, async (tx) => (await addFile(tx, organ.id, file, 24)).id)
}

let numbers = 0
/** A dispute over a request that came with a letter; its notice is a paper of the case. */
async function aDispute(): Promise<string> {
  const letter = await upload('来信.txt', '申请公开统计数据')
  const notice = await upload('答复通知书.txt', '请在十日内答复')
  numbers += 1
  return inOrgan(db, organ.id, async (tx) => {
    const files = [{ id: letter, purpose: 'scan' as const }]
    const [made] = await registerIntake(tx, clerk, anIntake(day, { files }))
    const opening = anOpening({
      number: `示政复〔2026〕${numbers}号`,
      act: 'silence',
      requestId: made?.request.id ?? null,
    })
    return (await openCase(tx, clerk, OpenCase.parse({ ...opening, fileIds: [notice] }))).id
  })
}

const list = async (id: string, items: readonly { fileId: string; proves: string }[], by = clerk) => {
  const { seq } = await inOrgan(db, organ.id, (tx) => showCase(tx, by, id))
  await inOrgan(db, organ.id, (tx) => takeStep(tx, by, id, 'listEvidence', { items }, seq))
}
const asItems = (papers: readonly Evidence[]) => papers.map(({ fileId, what }) => ({ fileId, proves: `证明${what}` }))

describe('复议法 48, 行诉法 67: the organ has few days for its evidence', () => {
  test('what it can give are the papers of the request, what each usually proves, and those of the case', async () => {
    const papers = await listPapers(db, clerk, await aDispute())
    expect(papers.map(({ name, what, proves }) => [name, what, proves])).toEqual([
      ['来信.txt', expect.any(String), '申请人提出申请的时间、内容和方式'],
      ['答复通知书.txt', '收到受理、应诉通知', ''],
    ])
  })

  test('the list is taken out with its papers in its order, each with its number, what it proves and its hash', async () => {
    const id = await aDispute()
    await expect(makeEvidence(db, clerk, id)).rejects.toMatchObject({ code: 'no_evidence_listed' })
    const papers = (await listPapers(db, clerk, id)).toReversed()
    await list(id, asItems(papers))
    const { name, bytes } = await makeEvidence(db, clerk, id)
    expect(name).toBe(`示政复〔2026〕${numbers}号 证据材料.zip`)
    const read = await readZip(bytes)
    if (typeof read === 'string') throw new Error(read)
    const [catalogue, first, second] = read.map((entry) => ({ name: entry.name, text: entry.read().toString() }))
    expect(first).toEqual({ name: expect.stringMatching(/^01 .*答复通知书\.txt$/), text: '请在十日内答复' })
    expect(second?.name).toMatch(/^02 .*来信\.txt$/)
    expect(catalogue?.name).toBe(catalogueName)
    expect(catalogue?.text).toContain('证据清单')
    expect(catalogue?.text).toMatch(/证明内容.*证明收到受理、应诉通知/s)
  })

  test('a later list takes the place of the one before; both stay in the course of the case', async () => {
    const id = await aDispute()
    const papers = await listPapers(db, clerk, id)
    await list(id, asItems(papers))
    await list(id, asItems(papers.slice(0, 1)))
    const view = await inOrgan(db, organ.id, (tx) => showCase(tx, clerk, id))
    expect(view.evidence).toHaveLength(1)
    expect(view.events.filter(({ what }) => what === '编制证据清单').map(({ words }) => words)).toEqual([
      '共2份证据',
      '共1份证据',
    ])
  })

  test('a file of another case, a paper without what it proves or one listed twice is refused', async () => {
    const [id, other] = [await aDispute(), await aDispute()]
    await expect(list(id, asItems(await listPapers(db, clerk, other)))).rejects.toMatchObject({ code: 'unknown_file' })
    const [paper] = asItems(await listPapers(db, clerk, id))
    if (!paper) throw new Error('no paper')
    await expect(list(id, [{ ...paper, proves: ' ' }])).rejects.toThrow(ZodError)
    await expect(list(id, [paper, paper])).rejects.toThrow(ZodError)
    await expect(list(id, [])).rejects.toThrow(ZodError)
  })

  test('who has not the case in hand sees none of it: the papers say who asks', async () => {
    const id = await aDispute()
    await inOrgan(db, organ.id, async (tx) => {
      const { id: unitId } = await tx
        .insertInto('workUnits')
        .values({ organId: organ.id, name: `法规科${numbers}` })
        .returning('id')
        .executeTakeFirstOrThrow()
      const { seq } = await showCase(tx, clerk, id)
      await takeStep(tx, await officer(day, ['ogiHead']), id, 'assign', { unitId }, seq)
    })
    const stranger = { ...(await officer(day, ['clerk'], 'stranger')), unitId: null }
    await expect(listPapers(db, stranger, id)).rejects.toMatchObject({ code: 'not_your_remedy' })
    await expect(makeEvidence(db, stranger, id)).rejects.toMatchObject({ code: 'not_your_remedy' })
    const elsewhere = await anOffice(db, { slug: `other-${numbers}`, name: '示例市财政局' })
    await expect(listPapers(db, await elsewhere.officer(day, ['clerk']), id)).rejects.toMatchObject({
      kind: 'missing',
    })
  })
})
