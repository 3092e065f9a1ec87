import { sql } from 'kysely'
import { verifyAudit } from '../../src/audit/verify.ts'
import type { Database } from '../../src/db/database.ts'
import { inOrgan } from '../../src/db/organ.ts'
import { getFile } from '../../src/files/store.ts'
import * as organs from '../../src/organs/store.ts'
import type { Attempt } from './attempt.ts'
import type { Traffic } from './clients.ts'

/** What Jepsen's checker for sets asks, and what this system promises beyond it. All but the first four are to be nought. */
export interface Verdict {
  readonly attempted: number
  readonly acknowledged: number
  readonly stored: number
  /** Answers that were lost on the way, whose submission was kept and was found again by its key. */
  readonly recovered: number
  readonly lost: number
  readonly unexpected: number
  /** Kept more than once, or under two keys. */
  readonly twice: number
  /** Two receipts, or two requests, with one number. */
  readonly numbersTwice: number
  /** The receipt says another number than the database. */
  readonly wrongReceipts: number
  /** Missing numbers, by organ and year. */
  readonly gaps: number
  readonly chainsBroken: number
  /** Requests without exactly one audit entry. */
  readonly unaudited: number
  /** Files of acknowledged submissions that are missing, doubled or changed. */
  readonly filesWrong: number
}

/** What of a verdict must be nought. */
export const noughts = ({ attempted: _, acknowledged: __, stored: ___, recovered: ____, ...rest }: Verdict): number[] =>
  Object.values(rest)

interface Stored {
  readonly organ: string
  readonly key: string
  readonly number: string
  readonly summary: string
  readonly submittedAt: Date
  readonly audits: number
}

const countsTwice = (texts: readonly string[]) => texts.length - new Set(texts).size

/** Compares what clients were told with what is there. `owner` sees all rows of all organs. */
export async function check(
  owner: Database,
  { attempts, acknowledged }: Pick<Traffic, 'attempts' | 'acknowledged'>,
): Promise<Verdict> {
  const { rows } = await sql<Stored>`
    select o.slug as organ, s.key, r.number, r.summary, s.submitted_at,
      (select count(*) from audit_entries a
        where a.organ_id = r.organ_id and a.subject = r.id::text and a.action = 'request.submitted') as audits
    from requests r join organs o on o.id = r.organ_id
    left join submissions s on s.organ_id = r.organ_id and s.request_id = r.id`.execute(owner)
  const byKey = new Map(rows.map((row) => [row.key, row]))
  const known = new Set(attempts.map(({ key }) => key))
  const told = [...acknowledged].map(([attempt, receipt]) => ({ attempt, receipt, row: byKey.get(attempt.key) }))
  return {
    attempted: attempts.length,
    acknowledged: acknowledged.size,
    stored: rows.length,
    recovered: told.filter(
      ({ receipt, row }) => receipt.tries > 1 && row && row.submittedAt.getTime() < receipt.lastSentAt,
    ).length,
    lost: told.filter(({ row }) => !row).length,
    unexpected: rows.filter(({ key }) => !known.has(key)).length,
    twice: countsTwice(rows.map(({ summary }) => summary)),
    numbersTwice:
      countsTwice(rows.map(({ organ, number }) => `${organ} ${number}`)) +
      countsTwice(told.map(({ attempt, receipt }) => `${attempt.organ} ${receipt.number}`)),
    wrongReceipts: told.filter(({ receipt, row }) => row && row.number !== receipt.number).length,
    gaps: countGaps(rows),
    chainsBroken: await countBroken(owner),
    unaudited: rows.filter(({ audits }) => audits !== 1).length,
    filesWrong: await countWrongFiles(
      owner,
      told.flatMap(({ attempt, row }) => (row && attempt.fileHash ? [attempt] : [])),
    ),
  }
}

/** Numbers that are not there between the first and the last of an organ's year. */
function countGaps(rows: readonly Stored[]): number {
  const series = new Map<string, number[]>()
  for (const { organ, number } of rows) {
    const [, year = '', count = ''] = /〔(\d{4})〕(\d+)号$/.exec(number) ?? []
    series.set(`${organ} ${year}`, [...(series.get(`${organ} ${year}`) ?? []), Number(count)])
  }
  return [...series.values()].reduce((sum, numbers) => sum + Math.max(...numbers) - new Set(numbers).size, 0)
}

async function countBroken(owner: Database): Promise<number> {
  let broken = 0
  for (const { id } of await owner.transaction().execute(organs.list))
    if ((await inOrgan(owner, id, (tx) => verifyAudit(tx, id))).broken) broken += 1
  return broken
}

async function countWrongFiles(owner: Database, attempts: readonly Attempt[]): Promise<number> {
  let wrong = 0
  for (const { key, fileHash } of attempts) {
    const { rows } = await sql<{ organId: number; fileId: string }>`
      select f.organ_id, f.file_id from submissions s
      join request_files f on f.organ_id = s.organ_id and f.request_id = s.request_id where s.key = ${key}`.execute(
      owner,
    )
    const [file] = rows
    const kept = file && (await inOrgan(owner, file.organId, (tx) => getFile(tx, file.organId, file.fileId)))
    if (rows.length !== 1 || kept?.sha256 !== fileHash) wrong += 1
  }
  return wrong
}
