import { setImmediate as attendToOthers } from 'node:timers/promises'
import type { PlainDate } from '../../../days/plain-date.ts'
import { maskName } from '../../../people/masked.ts'
import type { Problem } from '../../../workbooks/problem.ts'
import { columnLetter, isBlank, isBlankRow, plainLabel, type RawCell, type Table } from '../../../workbooks/table.ts'
import { readDayCell } from '../../../workbooks/written-date.ts'
import { decisionForm, type ReadDecision, type TypedDecision } from '../decision.ts'
import { decisionFields, longTerm } from '../decision-fields.ts'
import type { DecisionChoiceField, DecisionField } from '../field.ts'

/** A decision of a sheet in the national layout, and in which row it stands. */
export interface LayoutRow {
  readonly row: number
  readonly decision: ReadDecision
}

type LayoutKind = 'licensing' | 'penalty'

interface Layout {
  readonly kind: LayoutKind
  /** By column; undefined where the column is none of the layout. */
  readonly columns: readonly (DecisionField | typeof subjectHead | undefined)[]
  /** The first row below the heads. */
  readonly first: number
}

/** A column of its own beside the layout, from which the title of what is published is made. */
const subjectHead = '事项名称'
/** The heads stand among the first rows, codes and labels one above the other. */
const searchedRows = 5
/** So many heads of the layout in one row tell it. */
const fewestHeads = 5

/** 双公示: a sheet whose heads are the codes or the labels of the national layout; undefined for any other. */
export function layoutOf({ rows }: Table): Layout | undefined {
  const found = rows.slice(0, searchedRows).flatMap((cells, row) =>
    (['licensing', 'penalty'] as const).map((kind) => {
      const columns = cells.map((cell) => headOf(kind, cell))
      return { kind, columns, row, count: new Set(columns.filter((each) => each !== undefined)).size }
    }),
  )
  const [best] = found.toSorted((a, b) => b.count - a.count)
  if (!best || best.count < fewestHeads) return undefined
  const { kind, columns } = best
  if (!columns.some((field) => typeof field === 'object' && field.id === 'number')) return undefined
  const last = Math.max(
    ...found.filter((each) => each.kind === kind && each.count >= fewestHeads).map(({ row }) => row),
  )
  return { kind, columns, first: last + 1 }
}

function headOf(kind: LayoutKind, cell: RawCell): Layout['columns'][number] {
  if (typeof cell !== 'string' || isBlank(cell)) return undefined
  const text = plainLabel(cell)
  if (text === plainLabel(subjectHead)) return subjectHead
  return decisionFields[kind].find(({ code, label }) => text === plainLabel(code) || text === plainLabel(label))
}

/** Some milliseconds. */
const rowsAtOnce = 100

/**
 * Every decision of the sheet, or what is wrong with its cells. What the form would refuse is refused here alike, and so are names
 * that are masked already, and a number that stands twice.
 */
export async function readLayout(
  table: Table,
  layout: Layout,
  today: PlainDate,
): Promise<{ rows: LayoutRow[]; problems: Problem[] }> {
  const rows: LayoutRow[] = []
  const problems: Problem[] = []
  const rowOfNumber = new Map<string, number>()
  for (let index = layout.first; index < table.rows.length; index += 1) {
    if (index % rowsAtOnce === 0) await attendToOthers()
    const cells = table.rows[index] ?? []
    if (isBlankRow(cells)) continue
    const wrong = (id: string, reason: string) =>
      problems.push({ sheet: table.name, row: index + 1, ...placeOf(layout, index, id), reason })
    const typed = typedOf(table, layout, cells)
    if (isMasked(typed)) {
      wrong('counterparty', '姓名、证件号码已经遮盖，请使用含完整信息的文件；登记后公示时自动遮盖')
      continue
    }
    const { success, data, error } = decisionForm(today).safeParse(typed)
    if (!success) {
      for (const { path, message } of error.issues) wrong(String(path.at(-1)), message)
      continue
    }
    const before = rowOfNumber.get(data.number)
    if (before !== undefined) wrong('number', `与第${before}行的文号相同`)
    rowOfNumber.set(data.number, index + 1)
    rows.push({ row: index + 1, decision: data })
  }
  return { rows, problems }
}

const isMasked = ({ values: { counterpartyKind, counterparty = '', identity = '' } }: TypedDecision): boolean =>
  counterpartyKind === 'person' && /[*＊×]/.test(counterparty + identity)

function placeOf({ kind, columns }: Layout, row: number, id: string) {
  const at = columns.findIndex((each) => (typeof each === 'object' ? each.id : each && 'subject') === id)
  const column =
    decisionFields[kind].find((field) => field.id === id)?.label ?? (id === 'subject' ? subjectHead : undefined)
  return column ? { column, ...(at >= 0 && { cell: `${columnLetter(at)}${row + 1}` }) } : {}
}

/** The row as somebody would have typed it into the form. */
function typedOf({ date1904 }: Table, { kind, columns }: Layout, cells: readonly RawCell[]): TypedDecision {
  const values: Record<string, string> = {}
  let subject = ''
  columns.forEach((field, at) => {
    const cell = cells[at]
    if (field === undefined || cell === undefined || isBlank(cell)) return
    if (field === subjectHead) subject = String(cell)
    else values[field.id] = typedCell(field, cell, date1904 === true)
  })
  return { kind, subject: subject || subjectFrom(kind, values), publicity: 'due', exemptReason: '', values }
}

function typedCell(field: DecisionField, cell: RawCell, date1904: boolean): string {
  const text = String(cell).trim()
  switch (field.kind) {
    case 'date': {
      if (text === '长期') return longTerm
      const reading = readDayCell(cell, date1904)
      return 'day' in reading ? reading.day : text
    }
    case 'wan':
      // What Excel has worked out carries its rounding with it.
      return typeof cell === 'number' ? String(Number(cell.toFixed(6))) : text
    case 'choice':
      return choiceOf(field, text)
    case 'choices':
      return text
        .split(/[;；、,，]/)
        .map((word) => word.trim())
        .filter((word) => word !== '')
        .map((word) => choiceOf(field, word))
        .join(',')
    default:
      return text
  }
}

/** By its name, its code, also one that Excel made a number of, and 其他 with what it is behind it. */
function choiceOf({ choices }: DecisionChoiceField, word: string): string {
  const isCode = (code: string | undefined) => code !== undefined && /^\d+$/.test(word) && Number(code) === Number(word)
  const found = choices.find(({ id, label, code }) => id === word || label === word || isCode(code))
  const other = /^其他\s*[-—－:：(（]/.test(word) ? choices.find(({ label }) => label === '其他') : undefined
  return (found ?? other)?.id ?? word
}

const longestSubject = 60

/** What it is about, where the sheet has no column for that; the name of a person is masked as it is in public. */
function subjectFrom(kind: LayoutKind, values: Readonly<Record<string, string>>): string {
  const { violation, certificate, content, counterparty = '', counterpartyKind } = values
  const said = (kind === 'penalty' ? violation : certificate || content) ?? ''
  const isNamed = counterpartyKind === 'person' && counterparty !== ''
  const [line = ''] = (isNamed ? said.replaceAll(counterparty, maskName(counterparty)) : said).split(/[\n。；]/)
  return [...line].slice(0, longestSubject).join('')
}
