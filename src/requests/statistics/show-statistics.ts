import { type PlainDate, plainDate, yearOf } from '../../days/plain-date.ts'
import type { Tx } from '../../db/database.ts'
import { articleWords } from '../../law/article-words.ts'
import { outcomes } from '../../law/outcomes.ts'
import { type ExportedList, exportList, type ListExport } from '../../lists/export-list.ts'
import type { Exported } from '../../lists/wanted.ts'
import type { Actor } from '../../organs/actor.ts'
import { namesOf } from '../../organs/units/store.ts'
import { daysOfMonth, monthAfter, monthOf } from '../due-days/due-days.ts'
import { outcomeLabel } from '../show.ts'
import { countByMonth, countByOutcome, countByUnit } from '../store/statistics.ts'
import type { Figure, Statistics, StatisticsLine, WantedStatistics } from './statistics.ts'

interface Span {
  readonly from: PlainDate
  readonly to: PlainDate
}

interface Counted {
  readonly key: string | null
  readonly count: number
}
interface Counts {
  readonly received: readonly (Counted & { readonly open: number })[]
  readonly concluded: readonly Counted[]
}

/** What was received and concluded in the time, each figure with the list that it counts. */
export async function showStatistics(tx: Tx, actor: Actor, wanted: WantedStatistics): Promise<Statistics> {
  const span = spanOf(actor, wanted)
  const lines = await linesOf(tx, actor.organId, wanted.by, span)
  const sum = (figures: readonly (Figure | null)[]) => figures.reduce((all, figure) => all + (figure?.count ?? 0), 0)
  const all = figuresOf(span, {
    received: sum(lines.map(({ received }) => received)),
    concluded: sum(lines.map(({ concluded }) => concluded)),
    open: sum(lines.map(({ open }) => open)),
  })
  const isOfOutcomes = wanted.by === 'outcome'
  const sums = isOfOutcomes ? { ...all, received: null, open: null } : all
  return { by: wanted.by, ...span, lines, sums }
}

/** The present year where no days are said; one that is missing is the other's year. */
function spanOf({ today }: Actor, { from, to }: WantedStatistics): Span {
  const year = yearOf(from ?? to ?? today)
  return { from: from ?? plainDate(`${year}-01-01`), to: to ?? plainDate(`${year}-12-31`) }
}

const linesOf = async (tx: Tx, organId: number, by: WantedStatistics['by'], span: Span): Promise<StatisticsLine[]> => {
  if (by === 'month') return monthLines(span, await countByMonth(tx, organId, span))
  if (by === 'unit') return unitLines(tx, organId, span)
  const counted = await countByOutcome(tx, organId, span)
  return counted
    .map(({ key, count }) => outcomeLine(span, key, count))
    .sort((a, b) => b.concluded.count - a.concluded.count || a.label.localeCompare(b.label, 'zh'))
}

function figuresOf(
  { from, to }: Span,
  counts: { readonly received: number; readonly concluded: number; readonly open: number },
  more: Readonly<Record<string, string>> = {},
) {
  const of = (count: number, view: string, day: string): Figure => ({ count, list: { view, day, from, to, ...more } })
  return {
    received: of(counts.received, 'all', 'receivedOn'),
    concluded: of(counts.concluded, 'all', 'concludedOn'),
    open: of(counts.open, 'queue', 'receivedOn'),
  }
}

const countsAt = ({ received, concluded }: Counts, key: string | null) => {
  const come = received.find((each) => each.key === key)
  return {
    received: come?.count ?? 0,
    open: come?.open ?? 0,
    concluded: concluded.find((each) => each.key === key)?.count ?? 0,
  }
}

/** Every month of the time, also one in which nothing happened; the first and the last as far as the time goes. */
function monthLines({ from, to }: Span, counts: Counts): StatisticsLine[] {
  const lines: StatisticsLine[] = []
  for (let month = monthOf(from); month <= monthOf(to); month = monthAfter(month, 1)) {
    const whole = daysOfMonth(month)
    const span = { from: whole.from < from ? from : whole.from, to: whole.to > to ? to : whole.to }
    const label = `${Number(month.slice(0, 4))}年${Number(month.slice(5))}月`
    lines.push({ key: month, label, ground: '', ...figuresOf(span, countsAt(counts, month)) })
  }
  return lines
}

async function unitLines(tx: Tx, organId: number, span: Span): Promise<StatisticsLine[]> {
  const counts = await countByUnit(tx, organId, span)
  const keys = [...new Set([...counts.received, ...counts.concluded].map(({ key }) => key))]
  const names = await namesOf(
    tx,
    organId,
    keys.flatMap((key) => key ?? []),
  )
  return keys
    .map((key) => ({
      key: key ?? 'none',
      label: key === null ? '未分办（含台账导入）' : (names.get(key) ?? '已撤销的科室'),
      ground: '',
      ...figuresOf(span, countsAt(counts, key), { unit: key ?? 'none' }),
    }))
    .sort((a, b) => Number(a.key === 'none') - Number(b.key === 'none') || a.label.localeCompare(b.label, 'zh'))
}

function outcomeLine(span: Span, key: string | null, count: number): StatisticsLine {
  const article = outcomes.find(({ id }) => id === key)?.article
  const { concluded } = figuresOf(
    span,
    { received: 0, open: 0, concluded: count },
    key === null ? {} : { outcome: key },
  )
  return {
    key: key ?? 'none',
    label: outcomeLabel(key) ?? '没有登记结果',
    ground: article ? articleWords(article) : '',
    received: null,
    concluded,
    open: null,
  }
}

const list: ListExport<StatisticsLine> = {
  action: 'request.statisticsExported',
  title: '依申请公开统计',
  sheet: '统计',
  unit: '行',
  columns: [
    { label: '项目', of: ({ label }) => label },
    { label: '依据', of: ({ ground }) => ground },
    { label: '收到（件）', of: ({ received }) => received?.count ?? null },
    { label: '办结（件）', of: ({ concluded }) => concluded.count },
    { label: '收到的申请中尚未办结（件）', of: ({ open }) => open?.count ?? null },
  ],
}

/** The same as a file; that it was exported stands in the audit log. */
export function exportStatistics(tx: Tx, actor: Actor, wanted: WantedStatistics & Exported): Promise<ExportedList> {
  const { by: groupedBy, ...rest } = wanted
  const kept = { q: '', groupedBy, ...rest }
  return exportList(tx, actor, list, kept, async () => {
    const { lines } = await showStatistics(tx, actor, wanted)
    return { items: lines, total: lines.length }
  })
}
