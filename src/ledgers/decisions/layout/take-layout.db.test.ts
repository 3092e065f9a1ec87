import { afterAll, expect, test } from 'vitest'
import { buildApp } from '../../../app/build-app.ts'
import { testDatabase } from '../../../db/testing/database.ts'
import { aStaffedOrgan } from '../../../organs/testing/staffed-organ.ts'
import { multipartOf } from '../../../portal/testing/forms.ts'
import { readXlsx } from '../../../workbooks/xlsx/read-xlsx.ts'
import { writeXlsx } from '../../../workbooks/xlsx/write-xlsx.ts'
import { aLicence, anIdentityNumber, aPenalty } from '../testing/a-decision.ts'

const { db, url, owner } = await testDatabase()
const app = await buildApp({ db, url }, {}, () => new Date('2026-11-24T02:00:00Z'))
afterAll(() => app.close())
const here = await aStaffedOrgan(db, app)
const there = await aStaffedOrgan(db, app)
const head = await here.someone('ogiHead')
const otherHead = await there.someone('unitHead')
const enter = (typed: unknown) => here.clerk.browser.send('POST', '/ledgers/decisions', typed)
await enter(aLicence())
await enter(aPenalty())
await enter(aPenalty({ number: '示渔罚〔2026〕8号', decidedOn: '2026-11-17' }))

const span = { from: '2026-01-01', to: '2026-12-31' }
const handedOver = async (kind: 'licensing' | 'penalty') => {
  const body = { kind, ...span, reason: '报送市信用信息共享平台' }
  const answer = await head.browser.send('POST', '/ledgers/decisions/hand-over', body)
  expect(answer.statusCode).toBe(200)
  return answer.rawPayload
}
const send = async (path: string, bytes: Uint8Array) => {
  const file = { field: 'file', name: '行政处罚.xlsx', bytes: Buffer.from(bytes) }
  const { payload, contentType } = multipartOf({ how: '{}' }, [file])
  const sent = { payload, headers: { 'content-type': contentType } }
  return (await there.clerk.browser.send('POST', path, undefined, sent)).json()
}
const list = async () => (await there.clerk.browser.send('GET', '/ledgers/decisions?view=open')).json()

test('what one office hands over whole another takes in whole: looked at, taken once, names sealed, taken back', async () => {
  const bytes = await handedOver('penalty')
  expect(await send('/ledgers/imports/preview', bytes)).toMatchObject({
    isAsking: false,
    problems: [],
    counts: [{ ledger: 'administrativeDecisions', added: 2, unchanged: 0 }],
  })
  expect((await list()).total).toBe(0)
  expect(await send('/ledgers/imports', bytes)).toMatchObject({ counts: [{ added: 2 }] })
  const { items } = await list()
  const numbers = items.map(({ number }: { number: string }) => number)
  expect(numbers).toEqual(['示渔罚〔2026〕7号', '示渔罚〔2026〕8号'])
  expect(items[0]).toMatchObject({ task: 'publish', facts: { counterparty: '张**', fine: '0.500000' } })
  const kept = await owner
    .selectFrom('administrativeDecisions')
    .selectAll()
    .where('organId', '=', there.organ.id)
    .execute()
  const rows = await owner.selectFrom('ledgerImportRows').selectAll().execute()
  expect(JSON.stringify([kept, rows])).not.toMatch(/张三丰|19491231/)
  const person = `/ledgers/decisions/${items[0].id}/person`
  const opened = await there.clerk.browser.send('POST', person, { reason: '核对决定书原件' })
  expect(opened.json()).toMatchObject({ counterparty: '张三丰', identity: anIdentityNumber })

  expect(await send('/ledgers/imports', bytes)).toMatchObject({ counts: [{ added: 0, unchanged: 2 }] })
  expect(await send('/ledgers/imports', await handedOver('licensing'))).toMatchObject({ counts: [{ added: 1 }] })
  const { items: imports } = (await there.clerk.browser.send('GET', '/ledgers/imports')).json()
  const undo = `/ledgers/imports/${imports.at(-1).id}/undo`
  const undone = await otherHead.browser.send('POST', undo, { reason: '导入了别的局的文件' })
  expect(undone.json()).toMatchObject({ removed: 2, restored: 0 })
  expect((await list()).total).toBe(1)
})

test('a look leaves nothing in the audit log', async () => {
  const count = async () =>
    (await owner.selectFrom('auditEntries').select('seq').where('action', '=', 'ledger.imported').execute()).length
  const before = await count()
  await send('/ledgers/imports/preview', await handedOver('penalty'))
  expect(await count()).toBe(before)
})

test('a number that is registered with something else is no second time of the same: it is named, and nothing is taken in', async () => {
  const bytes = await handedOver('licensing')
  const { sheets } = await readXlsx(bytes)
  const [sheet] = sheets
  if (!sheet) throw new Error('no sheet')
  const other = sheet.rows.map((row) => row.map((cell) => (cell === '准予举办营业性演出。' ? '不予准许。' : cell)))
  const answer = await send('/ledgers/imports/preview', await writeXlsx({ sheets: [{ name: '甲', rows: other }] }))
  expect(answer).toMatchObject({
    counts: null,
    problems: [{ row: 3, reason: expect.stringContaining('许可内容与表中不同') }],
  })
  const penalty = (await readXlsx(await handedOver('penalty'))).sheets[0]?.rows ?? []
  const renamed = penalty.map((row) => row.map((cell) => (cell === '张三丰' ? '张四丰' : cell)))
  await send('/ledgers/imports', await writeXlsx({ sheets: [{ name: '甲', rows: [...penalty] }] }))
  const person = await send('/ledgers/imports/preview', await writeXlsx({ sheets: [{ name: '甲', rows: renamed }] }))
  expect(person.problems[0]).toMatchObject({ row: 3, reason: expect.stringContaining('行政相对人名称') })
  expect(JSON.stringify(person)).not.toContain('三丰')
  const both = [
    { name: '甲', rows: [...penalty] },
    { name: '乙', rows: [...penalty] },
  ]
  const twice = await send('/ledgers/imports/preview', await writeXlsx({ sheets: both }))
  expect(twice.problems).toContainEqual(
    expect.objectContaining({ sheet: '乙', row: 3, reason: '与工作表“甲”第3行的文号相同' }),
  )
})

test('the export for the public, whose names are masked, is refused at its cells and stores nothing', async () => {
  const query = new URLSearchParams({ kind: 'penalty', ...span })
  const masked = await here.clerk.browser.send('GET', `/ledgers/decisions/export?${query}`)
  const { total } = await list()
  const answer = await send('/ledgers/imports', masked.rawPayload)
  expect(answer.counts).toBeNull()
  expect(answer.problems).toContainEqual(
    expect.objectContaining({ row: 3, column: '行政相对人名称', reason: expect.stringContaining('已经遮盖') }),
  )
  expect((await list()).total).toBe(total)
})
