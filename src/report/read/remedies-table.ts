import { isGroupColumn } from '../../law/report-format.ts'
import { reportFormats } from '../../law/report-formats.ts'
import type { AnnualReport } from '../report.ts'
import { remedyCell } from '../sheet.ts'
import { type Draft, enterRow, giveUp, refuseTable, rowKey, twice } from './draft.ts'
import { placesOf } from './grid-headers.ts'
import { isOtherTime, lastTimeIn, type Time } from './other-time.ts'
import type { Headings } from './outline.ts'
import { isOfOtherThing, isOfPart, otherThing, partNamed } from './parts.ts'
import {
  blocks,
  type RemedyOrder,
  remedyColumns,
  remedyOrderInGrid,
  remedyOrderInText,
  resultLabels,
  results,
  resultWords,
} from './remedy-columns.ts'
import { type Run, runsAfter } from './remedy-runs.ts'
import { isWhole, type RowCells } from './row-figures.ts'
import type { Tables } from './tables.ts'
import { toldOrder } from './text-headers.ts'
import { totalStandsElsewhere } from './total-elsewhere.ts'

const tree = reportFormats['2021'].remedies.columns
const followed = '它后面又有第二、第三部分的表格（多半是附上的另一份或上年的表），分不清哪一份是本年的'
const disordered = '表头的各栏认不全，或者次序互相矛盾，无法判断数字各属哪一列'

/** Reads section four: one row of fifteen cells, or five cells under each of the three captions, by their headers. */
export function readRemedies(
  tables: Tables,
  draft: Draft,
  headings: Headings,
  own: Pick<AnnualReport, 'year' | 'organ' | 'title'>,
): void {
  const { found } = tables
  const endLine = headings.get('problems') ?? Number.POSITIVE_INFINITY
  const captions = found.occurrences.flatMap((occurrence) => {
    const label = occurrence.candidates.find(({ table, kind }) => table === 'remedies' && kind === 'column')
    return label && occurrence.candidates.every(({ table }) => table === 'remedies') ? [{ label, occurrence }] : []
  })
  const lastRow = tables.rows.at(-1)?.occurrence.last ?? -1
  const anchors = captions.filter(({ label, occurrence }) => occurrence.first > lastRow && isCaption(label.id))
  const [anchor] = anchors
  if (!anchor) {
    const isFollowed = captions.filter(({ label }) => blocks.includes(label.id)).length > 1
    if (isFollowed) refuseTable(draft, 'remedies', followed)
    return
  }
  for (const id of blocks) draft.seen.add(rowKey('remedies', id))
  const runs = runsAfter(tables, anchor.occurrence.last, endLine, [remedyColumns.length, results.length])
  const whole = runs.filter((run) => run.pieces.length === remedyColumns.length && !isBrokenOff(run))
  const fives = runs.filter((one) => one.pieces.length === results.length && !one.isTorn)
  const apart = reasonApart(
    tables,
    whole.length > 0 ? whole : fives,
    Math.max(lastRow, headingAt(tables, headings)),
    own,
  )
  if (apart !== undefined) {
    for (const id of blocks) giveUp(draft, { table: 'remedies', id }, apart)
    return
  }
  if (whole.length > 0) {
    const others = runs.filter((run) => !whole.includes(run) && figuresIn(run) > results.length)
    const isBroken = whole.some((run) => run.isBroken)
    if (others.length === 0 && !isBroken) readWhole(tables, draft, anchor.occurrence.first, whole, own.year)
    else for (const id of blocks) giveUp(draft, { table: 'remedies', id }, isBroken ? '的数字中有一个不能确定' : twice)
    return
  }
  const named = new Map<string, Run[]>()
  for (const run of fives) {
    const caption = anchors.findLast(({ label, occurrence }) => occurrence.last < run.from && blocks.includes(label.id))
    if (caption) named.set(caption.label.id, [...(named.get(caption.label.id) ?? []), run])
  }
  const captioned = new Set(anchors.map(({ label }) => label.id).filter((id) => blocks.includes(id)))
  const isComplete = named.size === captioned.size
  for (const id of blocks) {
    const [run, ...others] = named.get(id) ?? []
    const cells =
      run && isComplete && others.length === 0 ? fiveOf(tables, run, anchor.occurrence.first, draft.isSet) : undefined
    if (cells) enter(draft, id, cells)
    else if (runs.length > 0)
      giveUp(draft, { table: 'remedies', id }, '的数字个数不是表头所列的个数，无法判断各属哪一列')
  }
}

const headingAt = ({ pieces }: Tables, headings: Headings): number =>
  pieces.findIndex(({ line }) => line === headings.get('remedies'))

/** Why the figures may be those of a part of the organ: it is named above them, or words stand before them on their line. */
function reasonApart(
  tables: Tables,
  runs: readonly Run[],
  from: number,
  own: Pick<AnnualReport, 'year' | 'organ' | 'title'>,
): string | undefined {
  const { pieces, found } = tables
  const part = partNamed(tables, from, runs.at(-1)?.from ?? 0, own)
  if (part !== undefined) return isOfPart(part)
  const words = runs.flatMap(({ from: at, pieces: [first] }) =>
    pieces
      .slice(0, at)
      .filter(({ line }, index) => line === first?.line && !found.owner[index] && !found.isAside[index]),
  )
  const other = otherThing(words, own)
  return other === undefined ? undefined : isOfOtherThing(other)
}

/** The text ends in the middle of the last figures, which may be cut. */
const isBrokenOff = (run: Run): boolean =>
  run.isTorn &&
  !isWhole(
    cellsOf(run)
      .slice(-results.length)
      .flatMap((cell) => cell ?? []),
  )

const figuresIn = (run: Run): number => run.pieces.filter(({ kind }) => kind === 'figure').length

const cellsOf = (run: Run): RowCells => run.pieces.map(({ kind, raw }) => (kind === 'figure' ? raw : null))

const isCaption = (id: string): boolean =>
  blocks.includes(id) || tree.some((column) => isGroupColumn(column) && column.id === id)

const enter = (draft: Draft, id: string, cells: RowCells): void => {
  const own = remedyColumns.filter((column) => remedyCell(column.id).row === id)
  enterRow(
    draft,
    'remedies',
    id,
    own.map((column) => ({ ...column, id: remedyCell(column.id).column })),
    cells,
  )
}

function readWhole(tables: Tables, draft: Draft, start: number, whole: readonly Run[], year: number | null): void {
  const versions = whole.map((run, index) => ({
    run,
    from: index === 0 ? start : (whole[index - 1]?.from ?? start) + remedyColumns.length,
  }))
  const differ = versions.some(({ run }) => cellsOf(run).join() !== cellsOf(versions[0]?.run ?? run).join())
  const chosen = differ || isOfOtherYear(tables, versions, year) ? ofTheYear(tables, versions, year) : versions[0]
  if (!chosen) {
    for (const id of blocks) giveUp(draft, { table: 'remedies', id }, twice)
    return
  }
  const { run, from } = chosen
  const order = orderOf(tables, run, from)
  const isBelieved = order && (!draft.isSet || run.pieces[0]?.isGrid || isUsualOrder(order))
  if (!isBelieved) {
    refuseTable(draft, 'remedies', disordered)
    return
  }
  const cells = cellsOf(run)
  const inOrder = (block: string): RowCells =>
    results.map((result) => cells[order.ids.indexOf(`${block}.${result}`)] ?? null)
  if (!order.isTold && totalStandsElsewhere(blocks.map(inOrder)))
    refuseTable(draft, 'remedies', '总计与各项之和不符，另一列却处处相符，数字很可能错了列')
  else for (const block of blocks) enter(draft, block, inOrder(block))
}

interface Version {
  readonly run: Run
  readonly from: number
}

/** The time that the words before a version name. */
function timeBefore({ pieces }: Tables, { run, from }: Version): Time | undefined {
  const words = pieces.slice(Math.max(0, from - 3), run.from).filter(({ kind }) => kind === 'text')
  return lastTimeIn(words.map(({ raw }) => raw).join(' '))
}

/** The version under this year's caption, if only one is. */
function ofTheYear(tables: Tables, versions: readonly Version[], year: number | null): Version | undefined {
  const mine = versions.filter((version) => timeBefore(tables, version) === year)
  return mine.length === 1 ? mine[0] : undefined
}

/** What is left of two versions may be the other year's. */
const isOfOtherYear = (tables: Tables, versions: readonly Version[], year: number | null): boolean =>
  year !== null && versions.every((version) => isOtherTime(timeBefore(tables, version), year))

const isUsualOrder = ({ ids }: RemedyOrder): boolean => ids.every((id, index) => id === remedyColumns[index]?.id)

function orderOf(tables: Tables, run: Run, from: number): RemedyOrder | undefined {
  const [first] = run.pieces
  if (first?.isGrid) {
    const headers = tables.headers.get(first.line) ?? new Map()
    return remedyOrderInGrid(run.pieces, headers)
  }
  return remedyOrderInText(tables, run.pieces, from, run.from)
}

/** Five cells under one caption, in the order of the form. */
function fiveOf(tables: Tables, run: Run, start: number, isSet: boolean): RowCells | undefined {
  const cells = cellsOf(run)
  const [first] = run.pieces
  if (first?.isGrid) {
    const headers = tables.headers.get(first.line) ?? new Map()
    const places = placesOf(
      resultLabels,
      headers,
      run.pieces.map(({ at }) => at),
    )
    if (places === 'unclear') return undefined
    return results.map((id) => cells[run.pieces.findIndex(({ at }) => at === places.get(id))] ?? null)
  }
  const told = toldOrder(resultWords(tables, start, run.from).slice(-results.length), results)
  if (told === 'unclear' || (isSet && told !== 'usual' && told.join() !== results.join())) return undefined
  return told === 'usual' ? cells : results.map((id) => cells[told.indexOf(id)] ?? null)
}
