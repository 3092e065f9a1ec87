import type { LeafColumn, ProactiveBlock } from '../../law/report-format.ts'
import { type ReportFormatId, reportFormats } from '../../law/report-formats.ts'
import { type Draft, enterRow, giveUp, rowKey } from './draft.ts'
import type { Label } from './labels.ts'
import type { Piece } from './pieces.ts'
import { cellsBehind } from './row-figures.ts'
import type { Tables } from './table-rows.ts'

const formatIds = Object.keys(reportFormats) as ReportFormatId[]

const blockOf = (format: ReportFormatId, row: string): ProactiveBlock | undefined =>
  reportFormats[format].proactive.find(({ rows }) => rows.some(({ id }) => id === row))

/** Formats that know a header or a row; empty when both do, because then it tells nothing. */
function signOf(label: Label): ReportFormatId[] {
  const knowing = formatIds.filter((id) =>
    reportFormats[id].proactive.some(({ rows, columns, item }) =>
      label.kind === 'row'
        ? rows.some((row) => row.id === label.id)
        : `item${item}` === label.id || columns.some((column) => isNamed(column, label, id)),
    ),
  )
  return knowing.length === 1 ? knowing : []
}

/** 处理决定数量 and 本年处理决定数量 share an id, but their wordings belong to one format each. */
const isNamed = (column: LeafColumn, label: Label, format: ReportFormatId): boolean =>
  column.id === label.id && (column.id !== 'decisions' || format === '2019' || format === '2021')

/** Reads section two. Which format a block follows is told by its headers, then by the rest of the table. */
export function readProactive({ pieces, found, rows }: Tables, draft: Draft): void {
  const headers = found.occurrences.flatMap((occurrence) => {
    const label = occurrence.candidates.find(({ table, kind }) => table === 'proactive' && kind === 'column')
    if (!label) return []
    const words = pieces
      .slice(occurrence.first, occurrence.last + 1)
      .map((piece) => piece.bare)
      .join('')
    const sign =
      label.id === 'decisions' ? ([words.includes('本年') ? '2021' : '2019'] as ReportFormatId[]) : signOf(label)
    return sign.map((format) => ({ at: occurrence.first, format }))
  })
  const here = rows.filter(({ label }) => label.table === 'proactive')
  const rowSigns = here.flatMap(({ label, occurrence }) =>
    signOf(label).map((format) => ({ at: occurrence.first, format })),
  )
  const votes = [...headers, ...rowSigns]
  const usual = formatIds.toSorted((a, b) => count(votes, b) - count(votes, a))[0]
  const overall = votes.length > 0 ? usual : undefined
  let from = 0
  for (const { label, occurrence } of here) {
    const near = headers.findLast(({ at }) => at < occurrence.first && at >= from)
    if (near) from = near.at
    const format =
      signOf(label)[0] ?? near?.format ?? headers.findLast(({ at }) => at < occurrence.first)?.format ?? overall
    const key = rowKey('proactive', label.id)
    const choices = format ? [format] : formatIds.filter((id) => blockOf(id, label.id))
    const readings = choices.flatMap((id) => {
      const block = blockOf(id, label.id)
      if (!block) return []
      const isLastRow = reportFormats[id].proactive.at(-1)?.rows.at(-1)?.id === label.id
      const cells = cellsBehind(pieces, found, occurrence, block.columns.length, {
        isLastRow,
        hasDecimals: block.columns.some(({ kind }) => kind === 'amountWan' || kind === 'asPrinted'),
      })
      return [{ id, block, cells }]
    })
    const read = readings.filter(({ cells }) => typeof cells !== 'string')
    const [reading] = read
    if (read.length === 1 && reading && typeof reading.cells !== 'string') {
      draft.signs.add(reading.id)
      enter(draft, label, reading.block, reading.cells, isInYuan(pieces, occurrence.first))
    } else if (read.length > 1) giveUp(draft, label, '没有可辨认的表头，分不清是哪一种格式')
    else if (readings.some(({ cells }) => cells === 'unclear')) giveUp(draft, label, '的数字个数与表头不符')
    if (readings.some(({ cells }) => cells !== 'none') || !draft.seen.has(key)) draft.seen.add(key)
  }
  for (const { format } of votes) draft.signs.add(format)
}

const count = (votes: readonly { format: ReportFormatId }[], id: ReportFormatId): number =>
  votes.filter(({ format }) => format === id).length

function enter(
  draft: Draft,
  label: Label,
  block: ProactiveBlock,
  cells: readonly (string | null)[],
  inYuan: boolean,
): void {
  const { proactive } = draft.figures
  const before = { ...proactive }
  const isAgain = block.columns.some(({ id }) => `${label.id}.${id}` in before)
  enterRow(draft, 'proactive', label.id, block.columns, cells, inYuan)
  if (inYuan && block.columns.some(({ kind }) => kind === 'amountWan')) {
    draft.findings.push({
      code: 'UNIT_SUSPECT',
      severity: 'warning',
      row: label.id,
      column: block.columns[0]?.id ?? '',
      message: '收费金额的表头写作“单位：元”，统一格式以万元为单位，已折算为万元',
    })
  }
  if (!isAgain) return
  const differs = block.columns.some(({ id }) => before[`${label.id}.${id}`] !== proactive[`${label.id}.${id}`])
  if (!differs) return
  for (const { id } of block.columns) proactive[`${label.id}.${id}`] = null
  giveUp(draft, label, '在文中出现两次而数字不同')
}

/** True when the header above an amount says 元, not 万元. */
function isInYuan(pieces: readonly Piece[], row: number): boolean {
  for (let index = row - 1; index >= 0 && index >= row - 6; index -= 1) {
    const piece = pieces[index]
    if (piece?.bare.includes('收费金额') || piece?.bare.startsWith('单位')) return /(?:^|[^万])元/.test(piece.bare)
  }
  return false
}
