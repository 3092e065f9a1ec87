import { leafColumns } from '../../law/report-format.ts'
import { reportFormats } from '../../law/report-formats.ts'
import { type Draft, enterRow, giveUp, rowKey } from './draft.ts'
import type { Occurrence } from './find-labels.ts'
import { rowLabels } from './labels.ts'
import { cellsBehind, type RowCells } from './row-figures.ts'
import type { Tables } from './table-rows.ts'

const columns = leafColumns(reportFormats['2021'].requests.columns)
const lastRow = rowLabels.filter(({ table }) => table === 'requests').reduce((a, b) => (a.order > b.order ? a : b))

/** Reads section three: every row by its label and the seven cells that belong to it. */
export function readRequests(tables: Tables, draft: Draft): void {
  const { pieces, found } = tables
  const rows = tables.rows.filter(({ label }) => label.table === 'requests')
  const headers = headerColumns(tables)
  const readings = new Map<string, RowCells>()
  const empty: { id: string; occurrence: Occurrence }[] = []
  for (const { label, occurrence } of rows) {
    const isLastRow = label.id === lastRow.id
    const cells = cellsBehind(pieces, found, occurrence, columns.length, { isLastRow, columns: headers })
    draft.seen.add(rowKey('requests', label.id))
    if (cells === 'none') empty.push({ id: label.id, occurrence })
    else if (cells === 'unclear') giveUp(draft, label, '的数字不是7个，有格子缺失，无法判断各属哪一列')
    else {
      const known = readings.get(label.id)
      if (known && known.join() !== cells.join()) {
        giveUp(draft, label, '在文中出现两次而数字不同')
        readings.delete(label.id)
      } else if (!draft.unclear.has(rowKey('requests', label.id))) readings.set(label.id, cells)
    }
  }
  for (const [id, cells] of byOrder(tables, empty, readings, draft)) readings.set(id, cells)
  for (const [id, cells] of readings) enterRow(draft, 'requests', id, columns, cells)
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
 * Where labels and figures were torn apart: a run of labels without figures, then as many lines of seven. Read in order,
 * with a warning.
 */
function byOrder(
  { pieces, found, rows }: Tables,
  empty: readonly { id: string; occurrence: Occurrence }[],
  readings: ReadonlyMap<string, RowCells>,
  draft: Draft,
): [string, RowCells][] {
  const last = empty.at(-1)?.occurrence.last
  if (empty.length < 2 || last === undefined) return []
  const after = rows.find(({ occurrence }) => occurrence.first > last)
  const end = after?.occurrence.first ?? pieces.length
  const first = empty[0]?.occurrence.first ?? 0
  const between = rows.filter(({ occurrence }) => occurrence.first >= first && occurrence.last <= last)
  if (between.length !== empty.length || empty.some(({ id }) => readings.has(id))) return []
  const lines = new Map<number, string[]>()
  for (let index = last + 1; index < end; index += 1) {
    const piece = pieces[index]
    if (piece?.kind !== 'figure' || found.owner[index]) continue
    lines.set(piece.line, [...(lines.get(piece.line) ?? []), piece.raw])
  }
  const full = [...lines.values()].filter(({ length }) => length === columns.length)
  if (full.length !== empty.length || [...lines.values()].some(({ length }) => length > 1 && length !== columns.length))
    return []
  draft.findings.push({
    code: 'READ_BY_ORDER',
    severity: 'warning',
    row: 'requests',
    message: `第三部分表格中有${empty.length}行的名称与数字分离，已按先后次序对应，请与原件核对`,
  })
  return empty.map(({ id }, index) => [id, full[index] ?? []])
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
