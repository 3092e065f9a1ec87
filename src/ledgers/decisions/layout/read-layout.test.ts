import fc from 'fast-check'
import { expect, test } from 'vitest'
import { plainDate } from '../../../days/plain-date.ts'
import { readTyped } from '../../../refusal/typed.ts'
import type { RawCell, Table } from '../../../workbooks/table.ts'
import { decisionForm, type TypedDecision } from '../decision.ts'
import { decisionFields } from '../decision-fields.ts'
import { aLicence, aPenalty } from '../testing/a-decision.ts'
import { writtenForLayout } from '../written.ts'
import { layoutOf, readLayout } from './read-layout.ts'

const today = plainDate('2026-11-24')

/** The sheet as the platform exports it whole. */
function sheetOf(typed: readonly TypedDecision[], isCoded: boolean): Table {
  const [first] = typed
  const fields = decisionFields[first?.kind ?? 'penalty']
  const rows = typed.map(({ values }) =>
    fields.map((field) => (values[field.id] ? writtenForLayout(field, values[field.id] ?? '', isCoded) : '')),
  )
  return { name: '行政处罚', rows: [fields.map(({ code }) => code), fields.map(({ label }) => label), ...rows] }
}

async function read(table: Table) {
  const layout = layoutOf(table)
  if (!layout) throw new Error('no layout')
  return readLayout(table, layout, today)
}

const anyLicence = fc
  .record({
    number: fc.integer({ min: 1, max: 9999 }).map((each) => `示文旅许〔2026〕${each}号`),
    category: fc.constantFrom('general', 'approval', 'other'),
    state: fc.constantFrom('valid', 'invalid'),
    remark: fc.constantFrom('', '第一行\n第二行'),
  })
  .map((values) => ({ ...aLicence(values), subject: '准予举办营业性演出' }))
const anyPenalty = fc
  .record({
    number: fc.integer({ min: 1, max: 9999 }).map((each) => `示渔罚〔2026〕${each}号`),
    categories: fc.constantFrom('fine', 'warning,fine', 'fine,stopBusiness'),
    fine: fc.integer({ min: 0, max: 99_999_999 }).map((each) => (each / 1e6).toFixed(6)),
    shownUntil: fc.constantFrom('', '2027-11-16'),
  })
  .map((values) => aPenalty(values))
  .map((typed) => ({ ...typed, subject: typed.values.violation ?? '' }))

test.each([
  ['licences', anyLicence],
  ['penalties', anyPenalty],
])('%s that were handed over whole are read as they were typed, with words and with codes', async (_, any) => {
  await fc.assert(
    fc.asyncProperty(
      fc.uniqueArray(any, { minLength: 1, maxLength: 4, selector: ({ values }) => values.number }),
      fc.boolean(),
      async (typed, isCoded) => {
        const { rows, problems } = await read(sheetOf(typed, isCoded))
        expect(problems).toEqual([])
        expect(rows.map(({ decision }) => decision)).toEqual(typed.map((each) => readTyped(decisionForm(today), each)))
        expect(rows.map(({ row }) => row)).toEqual(typed.map((_each, index) => index + 3))
      },
    ),
  )
})

test('heads with labels only are enough, in any order, with others between them', async () => {
  const { rows } = sheetOf([aPenalty()], false)
  const [, labels = [], cells = []] = rows
  const table = {
    name: '处罚',
    rows: [['2026年处罚信息'], ['序号', ...labels.toReversed()], ['1', ...cells.toReversed()]],
  }
  expect(await read(table)).toMatchObject({
    problems: [],
    rows: [{ row: 3, decision: { number: '示渔罚〔2026〕7号' } }],
  })
})

test('what is masked or wrong is named at its cell; nothing is guessed', async () => {
  const { rows } = sheetOf(
    [aPenalty({ identity: '110105194912310021', decidedOn: '2026/13/01', categories: '砍头' })],
    false,
  )
  const { problems } = await read({ name: '处罚', rows })
  const at = (label: string) => problems.find(({ column }) => column === label)
  expect(at('自然人证件号码')).toMatchObject({ row: 3, cell: 'M3' })
  expect(at('处罚决定日期')?.reason).toContain('不是有效日期')
  expect(at('处罚类别')?.reason).toBe('请从列出的选项中选择')
  const masked = sheetOf([aPenalty({ counterparty: '张**', identity: '110***********002X' })], false)
  expect((await read(masked)).problems).toMatchObject([{ column: '行政相对人名称', cell: 'A3' }])
  const twice = await read(sheetOf([aPenalty(), aPenalty()], false))
  expect(twice.problems).toMatchObject([{ row: 4, reason: '与第3行的文号相同' }])
})

test('what Excel makes of codes and amounts, 长期 and an ending separator are read as they are meant', async () => {
  const licence = sheetOf([aLicence()], true)
  const at = (code: string) => (licence.rows[0] ?? []).indexOf(code)
  const cells: RawCell[] = [...(licence.rows[2] ?? [])]
  cells[at('XK_XKLB')] = 1
  cells[at('XK_YXQZI')] = '长期'
  const { rows, problems } = await read({ ...licence, rows: [...licence.rows.slice(0, 2), cells] })
  expect(problems).toEqual([])
  expect(rows[0]?.decision.values).toMatchObject({ category: 'general', validUntil: '2099-12-31' })
  const penalty = sheetOf([aPenalty({ categories: 'warning,fine' })], false)
  const fine = (penalty.rows[0] ?? []).indexOf('CF_NR_FK')
  const kinds = (penalty.rows[0] ?? []).indexOf('CF_CFLB')
  const ofPenalty: RawCell[] = [...(penalty.rows[2] ?? [])]
  ofPenalty[fine] = 0.1 + 0.2
  ofPenalty[kinds] = '罚款；警告；'
  const second = await read({ ...penalty, rows: [...penalty.rows.slice(0, 2), ofPenalty] })
  expect(second.rows[0]?.decision.values).toMatchObject({ fine: '0.300000', categories: 'warning,fine' })
})

test('the name of a person stands in no subject that is made of the text, whole or in part', async () => {
  const long = `${'违'.repeat(58)}张三丰捕鱼`
  const { rows, problems } = await read(sheetOf([aPenalty({ violation: long })], false))
  expect(problems).toEqual([])
  expect(rows[0]?.decision.subject).toBe(`${'违'.repeat(58)}张*`)
})

test('the register’s own template and other tables are no such layout', () => {
  expect(layoutOf({ name: '行政处理决定', rows: [['类别', '文号', '事项', '决定日期', '公开日期']] })).toBeUndefined()
  expect(layoutOf({ name: '表', rows: [] })).toBeUndefined()
})
