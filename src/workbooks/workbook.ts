import { writeCell } from './cell.ts'
import { explanationRows } from './explanation.ts'
import { choicesSheet, explanationSheet, markHeader } from './headers.ts'
import type { ChoiceColumn, Column, Ledger, Values } from './ledger.ts'
import { maxRows } from './read-file.ts'
import { columnLetter } from './table.ts'
import * as style from './workbook-style.ts'
import type { EntryRule, WrittenCell, WrittenSheet } from './xlsx/book.ts'
import { writeXlsx } from './xlsx/write-xlsx.ts'

/** Rows below the headers that are formatted beforehand, so that Excel keeps 0012 and does not turn 3-5 into a day. */
const preparedRows = 300

export interface SheetContent {
  readonly ledger: Ledger
  readonly rows: readonly Values[]
}

/** The workbook of the ledgers as .xlsx, with an example row in each sheet where it is a template. */
export async function writeWorkbook(
  contents: readonly SheetContent[],
  { isTemplate }: { readonly isTemplate: boolean },
): Promise<Uint8Array> {
  const choiceColumns = contents.flatMap(({ ledger }) =>
    ledger.columns.filter((column) => column.kind === 'choice').map((column) => ({ ledger, column })),
  )
  const choicesAt = (ledger: Ledger, column: Column) =>
    choiceColumns.findIndex((each) => each.ledger === ledger && each.column === column)
  return writeXlsx({
    defaultFont: style.defaultFont,
    properties: { title: '政府信息公开台账', creator: '开诚' },
    sheets: [
      explanation(contents.map(({ ledger }) => ledger)),
      ...contents.map((content) => sheetOf(content, isTemplate, (column) => choicesAt(content.ledger, column))),
      choices(choiceColumns.map(({ column }) => column)),
    ],
  })
}

function sheetOf(
  { ledger, rows }: SheetContent,
  isTemplate: boolean,
  choicesAt: (column: Column) => number,
): WrittenSheet {
  const example = ['示例', ...ledger.columns.map((column) => writeCell(column, column.example ?? null))]
  const data = rows.map((values, index) => [
    index + 1,
    ...ledger.columns.map((column) => writeCell(column, values[column.id] ?? null)),
  ])
  const blank = Array.from({ length: isTemplate ? preparedRows : 0 }, () => [null, ...ledger.columns.map(() => null)])
  const head = [markHeader, ...ledger.columns.map(({ header, required }) => (required ? `${header} *` : header))]
  const cells = new Map<string, WrittenCell>([['0,0', { value: markHeader, style: style.header(false) }]])
  ledger.columns.forEach((column, index) => {
    cells.set(`0,${index + 1}`, {
      value: head[index + 1] ?? null,
      style: style.header(column.required === true),
      ...(column.note && { comment: { author: '开诚', text: column.note } }),
    })
  })
  if (isTemplate)
    example.forEach((value, index) => {
      cells.set(`1,${index}`, { value, style: style.example(index === 0 ? undefined : ledger.columns[index - 1]) })
    })
  return {
    name: ledger.sheet,
    rows: [head, ...(isTemplate ? [example] : []), ...data, ...blank],
    cells,
    columns: [
      { width: 7, style: style.body() },
      ...ledger.columns.map((column) => ({ width: style.widthOf(column), style: style.body(column) })),
    ],
    rowDefs: new Map([[0, { height: 38 }], ...blank.map((_, index) => [index + 1, { height: 24 }] as const)]),
    freezePane: { rows: 1, columns: 2 },
    dataValidations: ledger.columns.flatMap((column, index) => validation(column, index + 1, choicesAt(column))),
    pageSetup: {
      paperSize: 'a4',
      orientation: 'landscape',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      printTitlesRow: '$1:$1',
    },
    view: { tabColor: { rgb: style.blue } },
  }
}

/** Drop-downs stop what is not in the list; a day that Excel does not know is only questioned, for we can read more. */
function validation(column: Column, index: number, list: number): EntryRule[] {
  const letter = columnLetter(index)
  const place = {
    range: `${letter}2:${letter}${maxRows + 1}`,
    allowBlank: true,
    showErrorMessage: true,
    ...(column.note && { showInputMessage: true, inputTitle: column.header, inputMessage: column.note.slice(0, 200) }),
  }
  switch (column.kind) {
    case 'choice': {
      const source = columnLetter(list)
      return [
        {
          ...place,
          type: 'list',
          formula1: `'${choicesSheet}'!$${source}$2:$${source}$${column.choices.length + 1}`,
          errorTitle: '请从列表选择',
          errorMessage: `“${column.header}”只能从下拉列表中选择`,
        },
      ]
    }
    case 'date':
      return [
        {
          ...place,
          type: 'date',
          operator: 'between',
          formula1: '18264',
          formula2: '73415',
          errorStyle: 'warning',
          errorTitle: '请核对日期',
          errorMessage: '日期写法如 2025-01-31',
        },
      ]
    case 'money':
      return [
        {
          ...place,
          type: 'decimal',
          operator: 'between',
          formula1: column.mayBeNegative ? '-999999999999' : '0',
          formula2: '999999999999',
          errorStyle: 'warning',
          errorTitle: '请核对金额',
          errorMessage: '以元为单位，最多两位小数',
        },
      ]
    case 'text':
      return column.note ? [{ ...place, type: 'textLength', operator: 'lessThanOrEqual', formula1: '32767' }] : []
  }
}

function explanation(ledgers: readonly Ledger[]): WrittenSheet {
  const lines = explanationRows(ledgers)
  const cells = new Map<string, WrittenCell>()
  lines.forEach(({ kind, cells: texts }, row) => {
    texts.forEach((value, column) => {
      cells.set(`${row},${column}`, { value, style: style.explanation(kind) })
    })
  })
  return {
    name: explanationSheet,
    rows: lines.map(({ cells: texts }) => [...texts]),
    cells,
    columns: [{ width: 24 }, { width: 8 }, { width: 44 }, { width: 64 }],
    merges: lines.flatMap(({ kind }, row) =>
      kind === 'column' || kind === 'columns' ? [] : [{ startRow: row, endRow: row, startCol: 0, endCol: 3 }],
    ),
    rowDefs: new Map(
      lines.map(({ kind, cells: texts }, row) => [row, { height: style.explanationHeight(kind, texts) }]),
    ),
    view: { showGridLines: false },
    pageSetup: { paperSize: 'a4', orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
  }
}

/** The lists behind the drop-downs; hidden, for a list of 22 outcomes is too long to stand in the cell's own rule. */
function choices(columns: readonly ChoiceColumn[]): WrittenSheet {
  const longest = Math.max(0, ...columns.map((column) => column.choices.length))
  const rows = Array.from({ length: longest }, (_, row) => columns.map((column) => column.choices[row]?.label ?? null))
  return { name: choicesSheet, hidden: true, rows: [columns.map(({ header }) => header), ...rows] }
}
