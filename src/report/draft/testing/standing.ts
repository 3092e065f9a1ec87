import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { Database } from '../../../db/database.ts'

/** A revision as the tables have it, with what each of its files is. */
interface KeptRevision {
  readonly revision: number
  // biome-ignore lint/suspicious/noExplicitAny: as it stands in the table
  readonly report: any
  readonly findings: unknown
  readonly calendarVersion: string
  readonly reason: string | null
  readonly publishedOn: string
  readonly files: readonly { readonly form: string; readonly sha256: string; readonly actual: string }[]
  /** What the file for programs says. */
  readonly json: unknown
}

/** An event as its row has it. What it says is read by nobody but the test. */
export interface KeptEvent {
  readonly seq: number
  readonly kind: string
  // biome-ignore lint/suspicious/noExplicitAny: the very rows, not what the program makes of them
  readonly data: any
  readonly actorId: string | null
  /** What was saved with it. */
  // biome-ignore lint/suspicious/noExplicitAny: as above
  readonly content: any
}

export interface KeptDraft {
  readonly id: string
  readonly status: string
  readonly lastSeq: number
  readonly scheduledFor: string | null
  readonly revision: number | null
  readonly events: readonly KeptEvent[]
}

/** How 2025 stands, read from the tables beside the program: what is public, what is drafted, what the registers hold. */
export interface Standing {
  readonly revisions: readonly KeptRevision[]
  readonly drafts: readonly KeptDraft[]
  /** Cells of the form that are not nought, counted here and not by the program. */
  readonly counted: Readonly<Record<string, string>>
}

export async function standingOf(owner: Database, organId: number): Promise<Standing> {
  const revisions = await sql<Omit<KeptRevision, 'files' | 'json'>>`
    select revision, report, findings, calendar_version, revision_reason as reason, published_on::text as published_on
    from annual_reports where organ_id = ${organId} order by revision`.execute(owner)
  const files = await sql<{ revision: number; form: string; sha256: string; bytes: Buffer }>`
    select revision, form, sha256, bytes from annual_report_files where organ_id = ${organId} order by revision, form`.execute(
    owner,
  )
  const drafts = await sql<Omit<KeptDraft, 'events'>>`
    select id, status, last_seq, scheduled_for::text as scheduled_for, revision
    from report_drafts where organ_id = ${organId} order by id`.execute(owner)
  const events = await sql<KeptEvent & { draftId: string }>`
    select draft_id, seq, kind, data, actor_id, content from report_draft_events left join report_draft_contents using (organ_id, draft_id, seq)
    where organ_id = ${organId} order by draft_id, seq`.execute(owner)
  return {
    revisions: revisions.rows.map((each) => {
      const own = files.rows.filter(({ revision }) => revision === each.revision)
      const json = own.find(({ form }) => form === 'json')?.bytes.toString('utf8') ?? 'null'
      return { ...each, json: JSON.parse(json), files: own.map(asFile) }
    }),
    drafts: drafts.rows.map((each) => ({ ...each, events: events.rows.filter(({ draftId }) => draftId === each.id) })),
    counted: await count(owner, organId),
  }
}

const asFile = ({ form, sha256, bytes }: { form: string; sha256: string; bytes: Buffer }) => ({
  form,
  sha256,
  actual: createHash('sha256').update(bytes).digest('hex'),
})

/** The few cells that the commands of the test move, by the law's words: received, decided, collected, issued within the year. */
async function count(owner: Database, organId: number): Promise<Record<string, string>> {
  const { rows } = await sql<Record<'asked' | 'granted' | 'decided' | 'yuan' | 'issued' | 'standing', number>>`
    select
      (select count(*)::int from requests where organ_id = ${organId} and received_on::text like '2025%') as asked,
      (select count(*)::int from requests where organ_id = ${organId} and received_on::text like '2025%'
        and outcome = 'granted' and concluded_on::text like '2025%') as granted,
      (select count(*)::int from administrative_decisions where organ_id = ${organId} and kind = 'penalty'
        and decided_on::text like '2025%') as decided,
      (select coalesce(sum(amount), 0)::float8 from administrative_fees where organ_id = ${organId}
        and collected_on::text like '2025%') as yuan,
      (select count(*)::int from normative_documents where organ_id = ${organId} and issued_on::text like '2025%') as issued,
      (select count(*)::int from normative_documents where organ_id = ${organId} and effective_from::text < '2026') as standing
  `.execute(owner)
  const [n] = rows
  if (!n) throw new Error('nothing was counted')
  const { asked, granted, decided, yuan, issued, standing } = n
  const cells = {
    'newReceived/naturalPerson': asked,
    'newReceived/total': asked,
    'granted/naturalPerson': granted,
    'granted/total': granted,
    'resultsTotal/naturalPerson': granted,
    'resultsTotal/total': granted,
    'carriedForward/naturalPerson': asked - granted,
    'carriedForward/total': asked - granted,
    'penalty/decisions': decided,
    'administrativeFees/amountWan': yuan / 10_000,
    'normativeDocuments/issuedThisYear': issued,
    'normativeDocuments/inForce': standing,
  }
  return Object.fromEntries(Object.entries(cells).flatMap(([cell, value]) => (value ? [[cell, String(value)]] : [])))
}
