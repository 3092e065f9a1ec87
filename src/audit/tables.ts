/** What the deep check knows of a table of business. */
export interface ProtectedTable {
  /** What a row of it is called. */
  readonly label: string
  /** The key beside the organ, as the journal writes it. */
  readonly key: readonly string[]
  /** The column that names the organ; null: the table is everybody's. */
  readonly organ: 'organ_id' | 'id' | null
  /** Hashed on its own, since it may be many megabytes. */
  readonly large?: string
  /** The column by which people know a row. */
  readonly name?: string
  /** Where the first column of the key leads, when the row has no name of its own. */
  readonly of?: 'requests' | 'published_records' | 'remedy_cases' | 'staff'
}

const byId = (label: string, name?: string): ProtectedTable => ({
  label,
  key: ['id'],
  organ: 'organ_id',
  ...(name && { name }),
})
const part = (label: string, of: ProtectedTable['of'], ...key: string[]): ProtectedTable => ({
  label,
  key,
  organ: 'organ_id',
  ...(of && { of }),
})

/** Every table of business; each has the triggers of the journal (migrations, `journal`). */
export const protectedTables: Readonly<Record<string, ProtectedTable>> = {
  requests: byId('申请', 'number'),
  request_applicants: part('申请人', 'requests', 'request_id'),
  request_events: part('申请的办理记录', 'requests', 'request_id', 'seq'),
  request_letters: { ...part('文书', undefined, 'request_id', 'seq'), name: 'number' },
  letter_files: part('文书的文件', 'requests', 'request_id', 'seq'),
  letter_seals: part('文书的印章', 'requests', 'request_id', 'seq'),
  organ_certificates: byId('签章证书', 'name'),
  request_files: part('申请的文件', 'requests', 'request_id', 'file_id'),
  request_consultations: part('征求意见的第三方', 'requests', 'request_id', 'id'),
  submissions: part('网上提交', undefined, 'key'),
  feedback: byId('公众意见', 'number'),
  feedback_events: part('公众意见的办理记录', undefined, 'feedback_id', 'seq'),
  files: { ...byId('文件', 'name'), large: 'sealed' },
  file_readings: part('文件的检查结果', undefined, 'file_id'),
  record_copies: { ...part('已公开信息的下载文件', 'published_records', 'record_id', 'form'), large: 'bytes' },
  published_records: { ...part('已公开的信息', undefined, 'record_id'), name: 'number' },
  information_records: { ...byId('公开信息'), of: 'published_records' },
  editions: part('公开信息的版次', 'published_records', 'record_id', 'edition'),
  revisions: part('公开信息的稿本', 'published_records', 'record_id', 'edition', 'revision'),
  edition_events: part('公开信息的审签记录', 'published_records', 'record_id', 'edition', 'seq'),
  record_files: part('公开信息的附件', 'published_records', 'record_id', 'file_id'),
  paragraph_comments: byId('批注', 'said_name'),
  record_templates: byId('模板', 'name'),
  top_places: part('置顶', 'published_records', 'record_id'),
  late_reasons: part('逾期公开的理由', 'published_records', 'record_id'),
  report_drafts: byId('年度报告稿'),
  report_draft_events: part('年度报告稿的审签记录', undefined, 'draft_id', 'seq'),
  report_draft_contents: part('年度报告稿的内容', undefined, 'draft_id', 'seq'),
  redactions: byId('隐去的文件', 'name'),
  report_filers: byId('报送机关', 'name'),
  report_filings: byId('报送的年度报告'),
  report_filing_events: part('年度报告的报送记录', undefined, 'filing_id', 'seq'),
  annual_reports: part('年度报告', undefined, 'year', 'revision'),
  annual_report_files: { ...part('年度报告文件', undefined, 'year', 'revision', 'form'), large: 'bytes' },
  administrative_decisions: byId('行政决定', 'number'),
  administrative_fees: byId('行政事业性收费', 'receipt_number'),
  normative_documents: byId('规章和规范性文件', 'document_number'),
  document_amendments: byId('规范性文件的修改'),
  remedies: byId('复议诉讼', 'number'),
  remedy_cases: byId('复议诉讼案件', 'number'),
  remedy_events: part('复议诉讼案件的办理记录', 'remedy_cases', 'case_id', 'seq'),
  remedy_files: part('复议诉讼案件的文件', 'remedy_cases', 'case_id', 'file_id'),
  remedy_counts: part('复议诉讼案件的统计', 'remedy_cases', 'case_id', 'place'),
  publications: byId('渠道发布记录', 'title'),
  channels: byId('公开渠道', 'name'),
  originality_flags: part('原创比对结论', undefined, 'publication_id'),
  ledger_imports: byId('台账导入', 'file_name'),
  ledger_import_years: part('台账导入涉及的年度', undefined, 'import_id', 'ledger', 'year'),
  ledger_confirmations: byId('台账情况确认', 'confirmed_name'),
  ledger_import_rows: part('台账导入的行', undefined, 'import_id', 'ledger', 'row_id'),
  head_mappings: part('台账文件的表头对应', undefined, 'ledger', 'heads_sha256'),
  row_corrections: byId('台账更正', 'proposed_name'),
  platform_columns: byId('栏目', 'name'),
  disclosure_catalogue: byId('公开目录', 'first_item'),
  coverage_declarations: byId('不涉及声明'),
  disclosure_guides: part('公开指南', undefined, 'organ_id'),
  holiday_notices: { label: '节假日安排', key: ['year'], organ: null },
  organs: { label: '机关', key: ['id'], organ: 'id', name: 'name' },
  organ_settings: part('机关设置', undefined, 'id'),
  work_units: byId('科室', 'name'),
  staff: byId('账户', 'login'),
  staff_roles: part('角色', 'staff', 'staff_id', 'role'),
  passkeys: part('通行密钥', 'staff', 'staff_id', 'id'),
  offices: byId('职务'),
  stand_ins: byId('代理'),
  word_lists: byId('词表', 'name'),
  word_list_entries: part('词表词条', undefined, 'list_id', 'position'),
  suggestion_uses: byId('答复建议的采用'),
}

/** Every other table, and why nothing is lost when somebody changes it. */
export const leftOut: Readonly<Record<string, string>> = {
  audit_entries: 'is the chain itself',
  audit_heads: 'sealed with the key of the chain',
  row_changes: 'is the journal itself, sealed act by act',
  organs_to_adopt: 'empty after the first start; a row that the program has not sealed is named and not followed',
  migrations: 'says which statements the schema has had',
  annual_report_seals: 'are keyed themselves, and a report without its own is not shown',
  sealing_key: 'another key opens nothing, and the start refuses it',
  sessions: 'comes and goes with whoever signs in; only a hash of each token',
  attempts: 'tries of passwords and codes, forgotten within days',
  waiting_files: 'counts what waits for its form, and is gone within a day',
  request_drafts: 'is typed and not sent yet, opens only with both halves of its key, and is gone within a day',
  subscribers:
    'an address goes wholly when its holder says so; one that was put in by hand bears no seal of ours and is never written to',
  subscriptions: 'goes with its subscriber',
  subscription_requests:
    'is typed and not confirmed yet, opens only with the key and only in its place, and is gone within days',
  told_publications: 'keeps mails from telling a thing twice; what they tell is read from what is published',
  kept_answers: 'repeats an answer of the last two days, opens only with the key and only in its place',
  counters: 'a wrong one gives no number twice, since numbers are unique where they are used',
  reminders: 'made again from the due dates',
  saved_views: 'how a person looks at lists; nothing of what stands in them',
  turns: 'made from the events of each case whenever they are folded',
  outbox: 'on its way out; what it tells of is in the tables that it is made from',
  backup_proofs: 'tells of trials; a false one is followed by the next true one within a day',
  job_runs: 'says when timed work was last done, and is written again by the next run',
  link_checks: 'made again by asking the links',
  published_search: 'made from the published texts, the register of documents and the reports',
  text_likenesses: 'made from the published texts',
}
