import { z } from 'zod'
import { actLabels } from '../../disclosure/content.ts'
import { changedLines } from './corrected.ts'
import type { RowCorrection } from './correction.ts'
import { reportsWords } from './reports-words.ts'
import type { RowEvent, ToldActs } from './row-event.ts'
import type { RowLedger } from './row-ledger.ts'

/** An act on a row, or on its record, as the log keeps it. */
export interface LoggedAct {
  readonly subject: string
  readonly at: Date
  readonly action: string
  readonly detail: unknown
  /** The name of a member of staff; empty for all others. */
  readonly name: string
  readonly actorKind: string
}

/** An import that added the row or changed it. */
export interface ImportOfRow {
  readonly fileName: string
  readonly importedAt: Date
  readonly importedName: string | null
  /** It was not in the register before. */
  readonly isNew: boolean
  readonly undoneAt: Date | null
  readonly undoneBy: string | null
  readonly undoReason: string | null
}

/** What is kept of a row in all places. */
export interface Happened {
  readonly acts: readonly LoggedAct[]
  readonly ofRecords: readonly LoggedAct[]
  readonly imports: readonly ImportOfRow[]
  readonly corrections: readonly RowCorrection[]
}

/**
 * Everything that happened to a row, the earliest first: what was done with it, by which files it was imported, what was
 * corrected of it, and when its records went to the public.
 */
export function foldHistory(
  { ledger, told = {} }: { readonly ledger: RowLedger; readonly told?: ToldActs },
  { acts, ofRecords, imports, corrections }: Happened,
): RowEvent[] {
  const events = [
    ...acts.flatMap((act) => {
      const words = told[act.action]?.words(act.detail)
      return words === undefined ? [] : [eventOf(act, told[act.action]?.title ?? '', words)]
    }),
    ...publications(ofRecords),
    ...imports.flatMap(eventsOfImport),
    ...corrections.flatMap((correction) => eventsOfCorrection(ledger, correction)),
  ]
  return events.sort((a, b) => a.at.getTime() - b.at.getTime())
}

const others: Readonly<Record<string, string>> = { system: '系统', operator: '运维人员' }

const eventOf = ({ at, action, name, actorKind }: LoggedAct, title: string, words: string): RowEvent => ({
  at,
  kind: action,
  title,
  words,
  who: name || (others[actorKind] ?? ''),
  lines: [],
})

const begun = 'record.begun'
const publishing = ['record.publish', 'record.publishUrgently']
/** The acts on a record by which its publications are known. */
export const recordActs: readonly string[] = [begun, ...publishing]

const Begun = z.object({ edition: z.number(), act: z.enum(['publish', 'correct', 'withdraw', 'repeal']) })
const OfEdition = z.object({ edition: z.number() })

/** Each edition that went to the public, by what it did; how it was drafted and signed stands on its own page. */
function publications(acts: readonly LoggedAct[]): RowEvent[] {
  const begunAs = new Map(
    acts.flatMap(({ subject, action, detail }) => {
      const read = action === begun ? Begun.safeParse(detail) : undefined
      return read?.success ? [[`${subject} ${read.data.edition}`, read.data.act]] : []
    }),
  )
  return acts
    .filter(({ action }) => publishing.includes(action))
    .map((act) => {
      const edition = OfEdition.safeParse(act.detail).data?.edition ?? 1
      return eventOf(act, `平台${actLabels[begunAs.get(`${act.subject} ${edition}`) ?? 'publish']}`, `第${edition}版`)
    })
}

function eventsOfImport({ fileName, importedAt, importedName, isNew, ...undone }: ImportOfRow): RowEvent[] {
  const imported = {
    at: importedAt,
    kind: 'ledger.imported',
    title: isNew ? '由文件导入' : '由文件导入，内容有变',
    words: fileName,
    who: importedName ?? '',
    lines: [],
  }
  const { undoneAt, undoneBy, undoReason } = undone
  if (undoneAt === null) return [imported]
  const words = `${fileName}；理由：${undoReason ?? ''}`
  return [
    imported,
    { at: undoneAt, kind: 'ledger.importUndone', title: '撤销导入', words, who: undoneBy ?? '', lines: [] },
  ]
}

const decided = {
  done: { correct: '更正登记已生效', remove: '撤销登记已生效' },
  declined: { correct: '不予更正登记', remove: '不予撤销登记' },
  takenBack: { correct: '撤回更正登记', remove: '撤回撤销登记' },
} as const

/** One event of what took effect at once; of what two people decide, that it was proposed and what came of it. */
function eventsOfCorrection(ledger: RowLedger, correction: RowCorrection): RowEvent[] {
  const { act, before, changes, reason, needsSecond, proposedAt, proposedName, state, decidedAt } = correction
  const atOnce = act === 'remove' ? '撤销登记' : '更正登记'
  const moved = state === 'done' ? reportsWords(correction.reports) : ''
  const proposed = {
    at: proposedAt,
    kind: 'correction.proposed',
    title: needsSecond ? `提出${atOnce}` : atOnce,
    words: [`理由：${reason}`, needsSecond ? '' : moved].filter(Boolean).join('。'),
    who: proposedName,
    lines: changedLines(ledger, act, before, changes),
  }
  if (!needsSecond || decidedAt === null || state === 'waiting') return [proposed]
  const words = [correction.decisionReason, moved].filter(Boolean).join('。')
  const title = decided[state][act]
  const who = correction.decidedName ?? ''
  return [proposed, { at: decidedAt, kind: `correction.${state}`, title, words, who, lines: [] }]
}
