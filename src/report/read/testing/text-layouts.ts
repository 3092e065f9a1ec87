import type { SheetTable } from '../../sheet.ts'
import type { Printed } from './printed-report.ts'

export type Layout = (rows: Printed[], table: SheetTable) => string

const bars = (count: number) => (count > 0 ? `${'|'.repeat(count)}\n` : '')

const oneCellALine: Layout = (rows) =>
  rows
    .map(({ cells, merged }) => cells.map((cell) => `${cell} |\n`).join('') + bars(merged))
    .join('')
    .trimEnd()

const oneRowALine: Layout = (rows) =>
  rows.map(({ cells, merged }) => `${cells.join(' | ')} | ${'|'.repeat(merged)}`).join('\n')

const displayWidth = (text: string) => [...text].reduce((sum, char) => sum + (char.charCodeAt(0) > 0x2e7f ? 2 : 1), 0)
const padTo = (text: string, width: number) => text + ' '.repeat(Math.max(2, width - displayWidth(text)))

/** Text of a PDF set in columns: long labels wrap and the figures stand on the middle line; page numbers come between. */
const asPdf: Layout = (rows, table) => {
  const upright = [...'三、本年度办理结果']
  let page = 3
  return rows
    .flatMap((row, index) => {
      const texts = row.cells.filter((cell) => !isNumber(cell))
      const figures = row.cells
        .filter(isNumber)
        .map((cell) => padTo(cell, 6))
        .join('')
      const own = table.id === 'requests' ? texts.filter((text) => text !== '三、本年度办理结果') : texts
      const label = own.at(-1) ?? ''
      const groups = own.slice(0, -1).map((group) => `     ${group}`)
      const chunks = figures === '' ? [own.map((text) => padTo(text, 12)).join('')] : (label.match(/.{1,14}/gu) ?? [''])
      const middle = Math.floor((chunks.length - 1) / 2)
      const lines = chunks.map(
        (chunk, at) => `${' '.repeat(20)}${at === middle && figures !== '' ? padTo(chunk, 40) + figures : chunk}`,
      )
      const letter = table.id === 'requests' && index > 6 && index % 2 === 0 ? upright.shift() : undefined
      if (index > 0 && index % 9 === 0) {
        page += 1
        lines.push('', `${' '.repeat(60)}-${page}-`)
      }
      return [...(figures === '' ? [] : groups), ...(letter ? [`  ${letter}`] : []), ...lines]
    })
    .join('\n')
}

const isNumber = (cell: string) =>
  /^[/—无-][①②⑳¹²³⁴*※❶⑴]?$/.test(cell) ||
  (/^[\s\u00a0\u3000+①②⑳¹²³⁴*※❶⑴-]*[\d/０-９]/u.test(cell) && !/^\s*[\d０-９]+[.、．]\D/u.test(cell))

/** Flip-book pages: words and figures with single spaces, the fifteen figures on one line. */
const flipBook: Layout = (rows) => rows.map(({ cells }) => cells.join(' ')).join('\n')

/** Recognised from a picture: one small table for each row group, with made-up headers. */
const recognised: Layout = (rows, table) => {
  if (table.id !== 'requests') {
    return rows.map(({ cells }) => `| ${cells.join(' | ')} |\n|${'---|'.repeat(cells.length)}`).join('\n')
  }
  return rows
    .slice(table.headRows)
    .map(({ cells }) => `| 项目 | 小类 | 数量 |\n|---|---|---|\n| ${cells.join(' | ')} |\n`)
    .join('\n')
}

/** The layouts of flattened tables, by the letters that the collection of published reports gives them. */
export const layouts: Readonly<Record<string, Layout>> = {
  A: oneCellALine,
  B: oneRowALine,
  'B without bars at the end': (rows) => rows.map(({ cells }) => cells.join(' | ')).join('\n'),
  C: (rows) => rows.map(({ cells, merged }) => `| ${cells.join(' | ')} | ${'|'.repeat(merged)}`).join('\n'),
  D: (rows) => rows.flatMap(({ cells }) => cells.flatMap((cell) => [cell, '|'])).join('\n'),
  E: (rows) => rows.flatMap(({ cells }) => cells.flatMap((cell) => [cell, ''])).join('\n'),
  F: (rows) =>
    rows
      .map(({ cells, merged }) => `| \n${cells.map((cell) => ` ${cell}  | `).join('\n')}${'|'.repeat(merged)}`)
      .join('\n'),
  'A+B': (rows, table) => (table.id === 'requests' ? oneRowALine(rows, table) : oneCellALine(rows, table)),
  G: asPdf,
  H: flipBook,
  OCR: recognised,
}
