import { fromSheetDate, type PlainDate, plainDate, toSheetDate } from '../days/plain-date.ts'
import { withYearBrackets } from '../law/document-number.ts'
import { linkProblem } from '../text/link-problem.ts'
import { turnsText } from '../text/turned-text.ts'
import type { Choice, ChoiceColumn, Column, DateColumn, TextColumn } from './ledger.ts'
import { nearest } from './nearest.ts'
import { personalDataIn } from './personal-data.ts'
import { isBlank, plainLabel, type RawCell } from './table.ts'
import { readAmount } from './written-amount.ts'
import { readDayCell } from './written-date.ts'

/** What a cell says, or why it cannot be taken: a Chinese clause that follows the cell's name. */
export type CellReading =
  | { readonly value: string | null }
  | {
      readonly reason: string
      /** The choices that are written most like it, where it is none of them. */
      readonly near?: readonly string[]
    }

export interface ReadingDay {
  /** Days after it are refused, except where a column may lie in the future. */
  readonly today: PlainDate
  readonly date1904?: boolean | undefined
}

const founding = plainDate('1949-10-01')
/** 2206 for 2026. */
const furthest = plainDate('2099-12-31')
const excelErrors = /^#(?:N\/A|REF!|VALUE!|DIV\/0!|NAME\?|NULL!|NUM!|SPILL!|CALC!)$/

export function readCell(column: Column, cell: RawCell, day: ReadingDay): CellReading {
  if (isBlank(cell)) return column.required ? { reason: '必填，不能为空' } : { value: null }
  if (typeof cell === 'string' && excelErrors.test(cell.trim()))
    return { reason: `是公式错误值 ${cell.trim()}，请改为实际内容` }
  switch (column.kind) {
    case 'text':
      return readText(column, cell)
    case 'date':
      return readDay(column, cell, day)
    case 'money':
      return readAmount(cell, column)
    case 'choice':
      return readChoice(column, cell)
  }
}

/** The cell's text, cut for a message. */
const shown = (cell: RawCell): string => {
  const text = cell instanceof Date ? (fromSheetDate(cell) ?? '') : String(cell).trim()
  return text.length > 30 ? `${text.slice(0, 30)}……` : text
}

/** '0012: the mark of a text that Excel itself never shows, kept by other programs. */
const markedAsText = /^['‘’]([0-9A-Za-z-]+)$/

function readText(column: TextColumn, cell: RawCell): CellReading {
  if (cell instanceof Date) return { reason: '被 Excel 自动改成了日期，请把这一列设为文本格式后重新填写' }
  if (typeof cell === 'boolean') return { reason: '应填写文字，不是 TRUE 或 FALSE' }
  if (typeof cell === 'number' && Math.abs(cell) >= 1e15)
    return { reason: '数字过长，Excel 只保留15位，后面的已丢失；请把这一列设为文本格式后重新填写' }
  const text = String(cell).replaceAll('\r\n', '\n').trim()
  const line = column.prose ? text : text.replace(/\s{1,200}/g, ' ')
  const number = markedAsText.exec(line)?.[1] ?? line
  const value = column.isNumber ? withYearBrackets(number) : number
  if (!column.prose && /^\d(?:\.\d{1,15})?E\+\d{1,3}$/i.test(value))
    return { reason: `“${value}”是 Excel 改成的科学记数法，原号码已丢失；请把这一列设为文本格式后重新填写` }
  if (value.length > column.maxLength) return { reason: `过长，最多${column.maxLength}个字` }
  if (!value.isWellFormed() || /[\p{Cc}\ufffd]/u.test(value.replace(/[\t\r\n]/g, '')))
    return { reason: '含有乱码或不能显示的字符，请重新填写' }
  if (column.isLink) return readLink(value)
  if (turnsText(value)) return { reason: '含有改变文字方向的控制符，请删除后重新填写' }
  const personal = personalDataIn(value, column.prose === true)
  return personal ? { reason: `请勿填写${personal}，台账不登记个人信息` } : { value }
}

function readLink(value: string): CellReading {
  if (!isLink(value)) return { reason: `“${shown(value)}”不是网址，应以 http:// 或 https:// 开头` }
  const reason = linkProblem(value)
  return reason ? { reason } : { value }
}

const isLink = (text: string): boolean => /^https?:\/\//i.test(text) && URL.canParse(text)

function readDay(column: DateColumn, cell: RawCell, { today, date1904 }: ReadingDay): CellReading {
  const reading = readDayCell(cell, date1904)
  if ('problem' in reading) return { reason: `“${shown(cell)}”不是有效日期：${reading.problem}` }
  const value = reading.day
  const earliest = column.earliest ?? founding
  if (value < earliest) return { reason: `${value}早于${earliest}，请核对年份` }
  if (value > today && !column.mayBeFuture) return { reason: `${value}晚于今天（${today}），请核对` }
  if (value > furthest) return { reason: `${value}过晚，请核对年份` }
  return { value }
}

function readChoice(column: ChoiceColumn, cell: RawCell): CellReading {
  const label = plainLabel(typeof cell === 'boolean' ? (cell ? '是' : '否') : String(cell))
  const aliased = column.choices.filter(({ aliases }) => aliases?.some((alias) => plainLabel(alias) === label))
  const choice =
    column.choices.find((each) => plainLabel(each.label) === label) ?? (aliased.length === 1 ? aliased[0] : undefined)
  if (choice) return { value: choice.id }
  const near = nearest(namesOf(column.choices), label)
  const most = column.choices.length <= mostListed ? column.choices.length : 6
  const labels = column.choices.slice(0, most).map((each) => each.label)
  const rest = column.choices.length > most ? `等${column.choices.length}项（全部见模板的下拉列表）` : ''
  const advice = near.length > 0 ? `可能是：${near.join('、')}。` : ''
  return { reason: `“${shown(cell)}”不在选项中，${advice}请从下拉列表选择：${labels.join('、')}${rest}`, near }
}

/** A list that is read to its end. */
const mostListed = 12

const namesOf = (choices: readonly Choice[]) =>
  choices.map(({ label, aliases = [] }) => ({ label, names: [label, ...aliases] }))

/** A value as the workbook shows it, such that `readCell` reads it back. */
export function writeCell(column: Column, value: string | null): string | number | Date | null {
  if (value === null) return null
  switch (column.kind) {
    case 'text':
      return value
    case 'date':
      return toSheetDate(plainDate(value))
    case 'money':
      return Number(value)
    case 'choice':
      return column.choices.find(({ id }) => id === value)?.label ?? value
  }
}
