import { chineseDate, officeDay, officeDayOf, type PlainDate, yearOf } from '../../days/plain-date.ts'
import type { Tx } from '../../db/database.ts'
import { reportDue } from '../../law/report-due.ts'
import type { Actor } from '../../organs/actor.ts'
import type { Organ } from '../../organs/organ.ts'
import * as organs from '../../organs/store.ts'
import { findWorkBody } from '../../organs/units/store.ts'
import { refusals } from '../../refusal.ts'
import { canonicalHash } from '../../steps/canonical.ts'
import { insideFiler } from './enact.ts'
import type { LocalDays } from './filer.ts'
import { type Filer, filingDue } from './filer.ts'
import { type Filing, type FilingStatus, filingStatusLabel, foldFiling } from './filing.ts'
import type { FilingEvent } from './filing-event.ts'
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
    ...(await courseOf(tx, actor, { filing, filer, year, office, side: 'filer', events: open?.events ?? [] })),
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
}

async function courseOf(tx: Tx, actor: Actor, { filing, filer, year, office, side, events }: About) {
  const dueOn = filingDue(filer.kind, year, await localDays(tx, office.id))
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
    steps: stepViews({ filing, filer, year, side, actor, workBodyId }),
    events: events.map((event) => told(event, { filer, office })),
  }
}

/** A filing as the office sees it; before anything has come in, too. Refuses who does not file here. */
export async function showFiling(tx: Tx, actor: Actor, year: number, filerId: string): Promise<FilingView> {
  const office = await organs.get(tx, actor.organId)
  const filer = await filers.getFiler(tx, office.id, year, filerId)
  const open = await filings.findFiling(tx, { organId: office.id, year, filer })
  const before = await filings.findFiling(tx, { organId: office.id, year: year - 1, filer })
  const events = open?.events ?? []
  const filing = foldFiling(events)
  const { filed } = filing
  const shown = filing.received ?? filed
  const received = filing.received ?? lastReceived(events)
  return {
    ...(await courseOf(tx, actor, { filing, filer, year, office, side: 'office', events })),
    filer,
    report: shown?.report ?? null,
    findings: shown?.findings ?? [],
    source: filing.received ? null : (filed?.source ?? null),
    original:
      received && (filing.received || filed?.source.kind === 'file')
        ? { fileName: received.fileName, sha256: received.sha256, lines: received.lines }
        : null,
    previous: before ? (foldFiling(before.events).accepted?.filed.report ?? null) : null,
  }
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

function wordsOf({ kind, data }: FilingEvent): string {
  switch (kind) {
    case 'received':
      return `${data.fileName}，${chineseDate(data.arrivedOn)}收到`
    case 'filed':
      return data.source.kind === 'file' && data.source.typed.length > 0
        ? `对照原件填写、改正${data.source.typed.length}格`
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

/** Years that an office may look at: those of which something was filed, and last year's, which is due now. */
async function yearsOf(tx: Tx, organId: number, today: PlainDate): Promise<number[]> {
  const filed = await filers.listFiledYears(tx, organId)
  return [...new Set([yearOf(today) - 1, ...filed])].sort((a, b) => b - a)
}

/** Whoever is expected to file a year's report, and how far each is. */
export async function showFilings(tx: Tx, actor: Actor, wanted: number | undefined): Promise<FilingList> {
  const { organId, today } = actor
  const years = await yearsOf(tx, organId, today)
  const year = wanted ?? yearOf(today) - 1
  const days = await localDays(tx, organId)
  const lines = await filers.listFilings(tx, organId, year)
  return {
    year,
    years: [...new Set([...years, year])].sort((a, b) => b - a),
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
