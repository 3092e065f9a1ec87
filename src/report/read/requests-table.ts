import { leafColumns } from '../../law/report-format.ts'
import { reportFormats } from '../../law/report-formats.ts'
import { type Draft, enterRow, giveUp, rowKey } from './draft.ts'
import type { Occurrence } from './find-labels.ts'
import { type Label, rowLabels } from './labels.ts'
import { cellsBehind, type RowCells } from './row-figures.ts'
import type { Tables } from './table-rows.ts'

const columns = leafColumns(reportFormats['2021'].requests.columns)
const lastRow = rowLabels.filter(({ table }) => table === 'requests').reduce((a, b) => (a.order > b.order ? a : b))

interface Reading {
  readonly label: Label
  readonly occurrence: Occurrence
  readonly cells: RowCells | 'none' | 'unclear'
}

/** Reads section three: every row by its label and the seven cells that belong to it. */
export function readRequests(tables: Tables, draft: Draft): void {
  const { pieces, found } = tables
  const headers = headerColumns(tables)
  const readings = tables.rows
    .filter(({ label }) => label.table === 'requests')
    .map(({ label, occurrence }): Reading => {
      const options = { isLastRow: label.id === lastRow.id, columns: headers }
      return { label, occurrence, cells: cellsBehind(pieces, found, occurrence, columns.length, options) }
    })
  const ordered = byOrder(tables, readings, draft)
  const rows = new Map<string, RowCells>()
  for (const reading of readings) {
    const { label } = reading
    const cells = ordered.get(reading) ?? reading.cells
    const key = rowKey('requests', label.id)
    draft.seen.add(key)
    if (cells === 'unclear') giveUp(draft, label, '的数字不是7个，有格子缺失，无法判断各属哪一列')
    if (typeof cells === 'string' || draft.unclear.has(key)) continue
    const known = rows.get(label.id)
    if (known && known.join() !== cells.join()) {
      giveUp(draft, label, '在文中出现两次而数字不同')
      rows.delete(label.id)
    } else rows.set(label.id, cells)
  }
  for (const [id, cells] of rows) enterRow(draft, 'requests', id, columns, cells)
  refuseUnlabelled(tables, draft)
}

/** Columns of a real table in which the seven headers stand, when each is found once. */
function headerColumns({ pieces, found, rows }: Tables): number[] | undefined {
  const first = rows.find(({ label }) => label.table === 'requests')?.occurrence.first
  if (first === undefined) return undefined
  const at = columns.map(({ id }) => {
    const header = found.occurrences.findLast(
      ({ candidates, last }) =>
        last < first &&
        candidates.some((label) => label.table === 'requests' && label.kind === 'column' && label.id === id),
    )
    const piece = header && pieces[header.first]
    return piece && piece.row >= 0 ? piece.at : -1
  })
  return at.every((column, index) => column >= 0 && column > (at[index - 1] ?? -1)) ? at : undefined
}

/**
 * Where labels and figures were torn apart: a run of labels without figures, then exactly as many lines of seven. They
 * are read in order, with a warning.
 */
function byOrder(tables: Tables, readings: readonly Reading[], draft: Draft): Map<Reading, RowCells> {
  const ordered = new Map<Reading, RowCells>()
  let run: Reading[] = []
  readings.forEach((reading, index) => {
    run = reading.cells === 'none' || (reading.cells === 'unclear' && run.length > 0) ? [...run, reading] : []
    const next = readings[index + 1]
    if (run.length < 2 || next?.cells === 'none' || next?.cells === 'unclear') return
    const lines = linesOfSeven(tables, reading.occurrence.last, next?.occurrence.first)
    if (lines?.length !== run.length) return
    draft.findings.push({
      code: 'READ_BY_ORDER',
      severity: 'warning',
      row: 'requests',
      message: `第三部分表格中有${run.length}行的名称与数字分离，已按先后次序对应，请与原件核对`,
    })
    run.forEach((one, position) => {
      ordered.set(one, lines[position] ?? [])
    })
  })
  return ordered
}

/** Lines of seven figures between two rows; undefined when other figures stand among them. */
function linesOfSeven({ pieces, found }: Tables, after: number, before = pieces.length): RowCells[] | undefined {
  const lines = new Map<number, string[]>()
  for (let index = after + 1; index < before; index += 1) {
    const piece = pieces[index]
    if (found.owner[index]) break
    if (piece?.kind === 'figure') lines.set(piece.line, [...(lines.get(piece.line) ?? []), piece.raw])
  }
  const all = [...lines.values()]
  return all.every(({ length }) => length === columns.length) ? all : undefined
}

/** Figures behind a group caption: the labels of its rows were lost, so nobody can say whose they are. */
function refuseUnlabelled({ pieces, found }: Tables, draft: Draft): void {
  for (const { candidates, last } of found.occurrences) {
    const [group] = candidates
    const next = pieces[last + 1]
    if (
      candidates.length !== 1 ||
      group?.kind !== 'group' ||
      next?.kind !== 'figure' ||
      next.line === pieces[last]?.line
    )
      continue
    if (group.id !== 'results') giveUp(draft, group, '之下各行的名称缺失，数字无法对应')
  }
}
