import { chineseDate, officeDay, officeDayOf, type PlainDate, yearOf } from '../../days/plain-date.ts'
import type { Tx } from '../../db/database.ts'
import { reportDue } from '../../law/report-due.ts'
import type { Actor } from '../../organs/actor.ts'
import type { Organ } from '../../organs/organ.ts'
import * as organs from '../../organs/store.ts'
import { findWorkBody } from '../../organs/units/store.ts'
import { refusals } from '../../refusal.ts'
import { canonicalHash } from '../../steps/canonical.ts'
import type { AnnualReport } from '../report.ts'
import { revisionChanges } from '../revision-changes.ts'
import { dueOf, findPrevious, insideFiler } from './enact.ts'
import type { LocalDays } from './filer.ts'
import { type Filer, filingDue } from './filer.ts'
import { type Filing, type FilingStatus, filingStatusLabel, foldFiling } from './filing.ts'
import type { FilingEvent, FilingSource, TypedCell } from './filing-event.ts'
import type { FilingItem, FilingList, FilingView, OwnFiling, ToldEvent } from './filing-view.ts'
import { findOwnReport } from './own-report.ts'
import { localDays } from './settings.ts'
import { type Side, stepViews } from './steps.ts'
import * as filers from './store/filers.ts'
import * as filings from './store/filings.ts'

/** Whether nothing came in by the day of the place, or came after the law's. What is corrected later was there all the same. */
function isLate({ status, cameOn, isAccepted, kind, year }: Came, dueOn: PlainDate, today: PlainDate): boolean {
  if (status === 'excused') return false
  if (cameOn === null) return !isAccepted && dueOn < today
  const statutory = reportDue(kind, year)?.on
  return statutory !== undefined && cameOn > statutory
}

interface Came {
  readonly status: FilingStatus
  readonly cameOn: PlainDate | null
  readonly isAccepted: boolean
  readonly kind: Organ['kind']
  readonly year: number
}

/** The filing of an organ's own report with the office above it; null where none is above it here. */
export async function showOwnFiling(tx: Tx, actor: Actor, year: number): Promise<OwnFiling | null> {
  const own = await organs.get(tx, actor.organId)
  if (own.parentId === null) return null
  const office = await organs.get(tx, own.parentId)
  const filer = insideFiler(own)
  const open = await filings.findFiling(tx, { organId: office.id, year, filer })
  const filing = foldFiling(open?.events ?? [])
  const report = await findOwnReport(tx, own, year)
  const hash = report && canonicalHash(report.report)
  return {
    ...(await courseOf(tx, actor, {
      filing,
      filer,
      year,
      office,
      side: 'filer',
      events: open?.events ?? [],
      ownHash: hash,
    })),
    hash,
    source: report?.source ?? null,
    isSame: hash !== null && filing.filed?.hash === hash,
  }
}

interface About {
  readonly filing: Filing
  readonly filer: Filer
  readonly year: number
  readonly office: Organ
  readonly side: Side
  readonly events: readonly FilingEvent[]
  readonly ownHash: string | null
}

async function courseOf(tx: Tx, actor: Actor, { filing, filer, year, office, side, events, ownHash }: About) {
  const dueOn = await dueOf(tx, office, filer, year)
  const workBodyId = await findWorkBody(tx, actor.organId)
  const { status, returned, cameOn } = filing
  return {
    year,
    office: office.name,
    status,
    statusLabel: filingStatusLabel(status),
    dueOn,
    isLate: isLate(
      { status, cameOn, isAccepted: filing.accepted !== null, kind: filer.kind, year },
      dueOn,
      actor.today,
    ),
    seq: filing.lastSeq,
    filedOn: cameOn,
    acceptedOn: filing.accepted && officeDayOf(filing.accepted.at),
    returned: status === 'returned' && returned ? { note: returned.note, pinned: returned.pinned } : null,
    steps: stepViews({ filing, filer, year, side, actor, workBodyId, ownHash }),
    isReminded: events.at(-1)?.kind === 'reminded',
    events: events.map((event) => told(event, { filer, office })),
  }
}

/** A filing as the office sees it; before anything has come in, too. Refuses who does not file here. */
export async function showFiling(tx: Tx, actor: Actor, year: number, filerId: string): Promise<FilingView> {
  const office = await organs.get(tx, actor.organId)
  const filer = await filers.getFiler(tx, office.id, year, filerId)
  const open = await filings.findFiling(tx, { organId: office.id, year, filer })
  const events = open?.events ?? []
  const filing = foldFiling(events)
  const { filed } = filing
  const shown = filing.received ?? filed
  const received = filing.received ?? lastReceived(events)
  return {
    ...(await courseOf(tx, actor, { filing, filer, year, office, side: 'office', events, ownHash: null })),
    filer,
    report: shown?.report ?? null,
    findings: shown?.findings ?? [],
    source: filing.received ? null : (filed?.source ?? null),
    original:
      received && (filing.received || filed?.source.kind === 'file')
        ? { fileName: received.fileName, sha256: received.sha256, lines: received.lines }
        : null,
    changes: shown ? changesOf(events, shown) : null,
    previous: await findPrevious(tx, { organId: office.id, year, filer }),
  }
}

interface Shown {
  readonly seq: number
  readonly report: AnnualReport
  readonly source?: FilingSource
}

/** Against what was filed last before what is shown; another form of the same thing says nothing new. */
function changesOf(events: readonly FilingEvent[], shown: Shown) {
  const before = events.findLast((event) => event.kind === 'filed' && event.seq < shown.seq)
  if (before?.kind !== 'filed') return null
  const isRead = [before.data.source, shown.source].some((source) => !source || source.kind === 'file')
  return revisionChanges(before.data.report, shown.report, isRead ? 'sentence' : 'paragraph')
}

const lastReceived = (events: readonly FilingEvent[]) => {
  const event = events.findLast(({ kind }) => kind === 'received')
  return event?.kind === 'received' ? event.data : null
}

/** Of which filing of the office a turn speaks. */
export async function findCase(tx: Tx, organId: number, id: string): Promise<{ year: number; filer: string }> {
  const found = await filings.findById(tx, organId, id)
  if (!found) throw refusals.unknownFiler()
  return found
}

const titles: Readonly<Record<FilingEvent['kind'], string>> = {
  received: '收到原件',
  filed: '报送',
  withdrawn: '撤回报送',
  returned: '退回',
  accepted: '审核通过',
  excused: '免报',
  expected: '恢复应报',
  reminded: '催报',
  discarded: '取消登记',
}

function told(event: FilingEvent, { filer, office }: Pick<About, 'filer' | 'office'>): ToldEvent {
  const { seq, at, actor, kind } = event
  const of = actor.organId === office.id ? office.name : filer.name
  const who = actor.kind === 'staff' ? `${actor.name}（${of}）` : actor.name
  const isCompared = kind === 'filed' && event.data.source.kind === 'file'
  return { seq, at, who, what: isCompared ? '核对原件，登记报送' : titles[kind], words: wordsOf(event) }
}

/** Cells that somebody filled in or put right, and those that were left as not stated. */
function comparedWords(typed: readonly TypedCell[]): string {
  const filled = typed.filter(({ value }) => value !== null).length
  const blank = typed.length - filled
  return [filled > 0 && `对照原件填写、改正${filled}格`, blank > 0 && `${blank}格没有载明`].filter(Boolean).join('，')
}

function wordsOf({ kind, data }: FilingEvent): string {
  switch (kind) {
    case 'received':
      return `${data.fileName}，${chineseDate(data.arrivedOn)}收到`
    case 'filed':
      return data.source.kind === 'file' && data.source.typed.length > 0
        ? comparedWords(data.source.typed)
        : data.source.kind === 'published'
          ? `报送已公布的第${data.source.revision}版`
          : '报送审签完毕的稿子'
    case 'returned':
    case 'accepted':
      return data.note
    case 'withdrawn':
    case 'excused':
    case 'expected':
    case 'discarded':
      return data.reason
    case 'reminded':
      return `应在${chineseDate(data.dueOn)}前报送`
  }
}

/** Reports that come late, or are asked for anew, are of the years before, too. */
const latest = (lastYear: number) => [lastYear, lastYear - 1, lastYear - 2]

/** Whoever is expected to file a year's report, and how far each is; beside it the years of which something was filed, and last year. */
export async function showFilings(tx: Tx, actor: Actor, wanted: number | undefined): Promise<FilingList> {
  const { organId, today } = actor
  const lastYear = yearOf(today) - 1
  const year = wanted ?? lastYear
  const years = new Set([...latest(lastYear), year, ...(await filers.listFiledYears(tx, organId))])
  const days = await localDays(tx, organId)
  const lines = await filers.listFilings(tx, organId, year)
  return {
    year,
    years: [...years].sort((a, b) => b - a),
    items: lines.map((line) => itemOf(line, year, days, today)),
  }
}

function itemOf(
  { remindedAt, ...line }: filers.FilingLine,
  year: number,
  days: LocalDays,
  today: PlainDate,
): FilingItem {
  const dueOn = filingDue(line.kind, year, days)
  return {
    ...line,
    year,
    dueOn,
    statusLabel: filingStatusLabel(line.status),
    isLate: isLate({ ...line, year, cameOn: line.filedOn }, dueOn, today),
    remindedOn: remindedAt && officeDay(remindedAt),
  }
}
