/** Every table and the room whose store writes it. */
export const roomOfTable: Readonly<Record<string, string>> = {
  attempts: 'db',
  counters: 'db',
  kept_answers: 'db',
  sealing_key: 'db',
  audit_entries: 'audit',
  audit_heads: 'audit',
  organs_to_adopt: 'audit',
  row_changes: 'audit',
  backup_proofs: 'backup',
  file_readings: 'files',
  files: 'files',
  waiting_files: 'files',
  job_runs: 'jobs',
  outbox: 'outbox',
  published_search: 'search',
  holiday_notices: 'calendar',
  offices: 'organs',
  organ_certificates: 'organs',
  organ_settings: 'organs',
  organs: 'organs',
  passkeys: 'organs',
  saved_views: 'organs',
  sessions: 'organs',
  staff: 'organs',
  staff_roles: 'organs',
  work_units: 'organs',
  stand_ins: 'review',
  turns: 'review',
  disclosure_catalogue: 'platform',
  disclosure_guides: 'platform',
  platform_columns: 'platform',
  redactions: 'redaction',
  edition_events: 'disclosure',
  editions: 'disclosure',
  information_records: 'disclosure',
  link_checks: 'disclosure',
  published_records: 'disclosure',
  record_copies: 'disclosure',
  record_files: 'disclosure',
  paragraph_comments: 'disclosure',
  record_templates: 'disclosure',
  revisions: 'disclosure',
  text_likenesses: 'disclosure',
  top_places: 'disclosure',
  word_list_entries: 'disclosure',
  word_lists: 'disclosure',
  administrative_decisions: 'ledgers',
  administrative_fees: 'ledgers',
  document_amendments: 'ledgers',
  head_mappings: 'ledgers',
  ledger_confirmations: 'ledgers',
  ledger_import_rows: 'ledgers',
  ledger_import_years: 'ledgers',
  ledger_imports: 'ledgers',
  normative_documents: 'ledgers',
  row_corrections: 'ledgers',
  feedback: 'feedback',
  feedback_events: 'feedback',
  channels: 'channels',
  originality_flags: 'channels',
  publications: 'channels',
  letter_files: 'requests',
  letter_seals: 'requests',
  reminders: 'requests',
  request_applicants: 'requests',
  request_consultations: 'requests',
  request_drafts: 'requests',
  request_events: 'requests',
  request_files: 'requests',
  request_letters: 'requests',
  requests: 'requests',
  submissions: 'requests',
  suggestion_uses: 'requests',
  annual_report_files: 'report',
  annual_report_seals: 'report',
  annual_reports: 'report',
  report_draft_contents: 'report',
  report_draft_events: 'report',
  report_drafts: 'report',
  report_filers: 'report',
  report_filing_events: 'report',
  report_filings: 'report',
  coverage_declarations: 'supervision',
  late_reasons: 'supervision',
  remedies: 'remedies',
  remedy_cases: 'remedies',
  remedy_counts: 'remedies',
  remedy_events: 'remedies',
  remedy_files: 'remedies',
  subscribers: 'subscriptions',
  subscription_requests: 'subscriptions',
  subscriptions: 'subscriptions',
  told_publications: 'subscriptions',
}

/** The floors of docs/architecture.md on which tables are read and written, from the ground up. */
const floors: readonly (readonly string[])[] = [
  [
    'apart',
    'audit',
    'backup',
    'db',
    'faults',
    'files',
    'http',
    'jobs',
    'lists',
    'mail',
    'outbox',
    'search',
    'typesetting',
    'workbooks',
  ],
  ['calendar'],
  ['organs'],
  ['review', 'platform', 'redaction'],
  ['requests', 'disclosure', 'ledgers', 'channels', 'feedback'],
  ['report', 'supervision', 'remedies', 'subscriptions'],
  ['portal'],
]

/** What reads the tables of every room: the floor above the cases, and the public's door. */
const readsAll: readonly string[] = ['report', 'supervision', 'remedies', 'subscriptions', 'portal']

const floorOf = (room: string): number => floors.findIndex((floor) => floor.includes(room))
const isPlumbing = (room: string): boolean => floorOf(room) === 0

export const mayWrite = (room: string, table: string): boolean => roomOfTable[table] === room

/** A room reads its own tables and those of the floors below it; plumbing is one floor of one kind. */
export function mayRead(room: string, table: string): boolean {
  const owner = roomOfTable[table] ?? ''
  if (owner === room || readsAll.includes(room) || (isPlumbing(owner) && isPlumbing(room))) return true
  return floorOf(room) >= 0 && floorOf(owner) < floorOf(room)
}

export interface Exception {
  readonly file: string
  readonly how: 'read' | 'written'
  readonly table: string
  readonly why: string
}

const linked = 'a publication on a channel is linked to its record: its list, counts and doubts are one query over both'
const before3 = 'puts seals on what versions before 0.3 wrote, once, at the first start after the upgrade'
const legible = 'a restored database is shown to be legible by some rows of the tables that matter most'

/** What cannot be mended cheaply. This list only gets shorter. */
export const exceptions: readonly Exception[] = [
  { file: 'src/channels/store/ledger.ts', how: 'read', table: 'published_records', why: linked },
  { file: 'src/channels/store/originality.ts', how: 'read', table: 'published_records', why: linked },
  { file: 'src/channels/store/publications.ts', how: 'read', table: 'published_records', why: linked },
  { file: 'src/channels/store/rows.ts', how: 'read', table: 'published_records', why: linked },
  { file: 'src/audit/reseal.ts', how: 'written', table: 'published_records', why: before3 },
  { file: 'src/audit/reseal.ts', how: 'written', table: 'annual_report_seals', why: before3 },
  { file: 'src/audit/reseal.ts', how: 'read', table: 'published_records', why: before3 },
  { file: 'src/audit/reseal.ts', how: 'read', table: 'annual_reports', why: before3 },
  { file: 'src/audit/reseal.ts', how: 'read', table: 'annual_report_files', why: before3 },
  {
    file: 'src/audit/rows.ts',
    how: 'read',
    table: 'organs',
    why: 'a row of the journal that names no organ that there is was added by somebody else',
  },
  ...['annual_reports', 'organs', 'published_records', 'requests', 'staff'].map(
    (table): Exception => ({ file: 'src/db/check-database.ts', how: 'read', table, why: legible }),
  ),
]
