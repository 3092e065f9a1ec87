-- Dumped from the migrated database; do not edit. `npm run db:schema` writes it.

create table administrative_decisions (
  organ_id integer not null,
  id uuid not null default uuidv7(),
  kind text not null,
  number text not null,
  subject text not null default ''::text,
  decided_on date not null,
  published_on date,
  facts jsonb not null default '{}'::jsonb,
  sealed text,
  publicity text not null default 'unsaid'::text,
  exempt_reason text not null default ''::text,
  unit_id uuid,
  record_id uuid,
  quashed_on date,
  quashed_how text,
  quashed_by text not null default ''::text,
  withdrawn_on date
);
alter table administrative_decisions add constraint administrative_decisions_check CHECK ((published_on >= decided_on));
alter table administrative_decisions add constraint administrative_decisions_check1 CHECK (((publicity = 'exempt'::text) = (exempt_reason <> ''::text)));
alter table administrative_decisions add constraint administrative_decisions_check2 CHECK (((quashed_on IS NULL) = (quashed_how IS NULL)));
alter table administrative_decisions add constraint administrative_decisions_check3 CHECK ((quashed_on >= decided_on));
alter table administrative_decisions add constraint administrative_decisions_check4 CHECK (((withdrawn_on IS NULL) OR (withdrawn_on >= published_on)));
alter table administrative_decisions add constraint administrative_decisions_kind_check CHECK ((kind = ANY (ARRAY['licensing'::text, 'penalty'::text, 'compulsion'::text])));
alter table administrative_decisions add constraint administrative_decisions_number_check CHECK ((number <> ''::text));
alter table administrative_decisions add constraint administrative_decisions_organ_id_fkey FOREIGN KEY (organ_id) REFERENCES organs(id);
alter table administrative_decisions add constraint administrative_decisions_organ_id_kind_number_key UNIQUE (organ_id, kind, number);
alter table administrative_decisions add constraint administrative_decisions_organ_id_record_id_fkey FOREIGN KEY (organ_id, record_id) REFERENCES information_records(organ_id, id);
alter table administrative_decisions add constraint administrative_decisions_organ_id_unit_id_fkey FOREIGN KEY (organ_id, unit_id) REFERENCES work_units(organ_id, id);
alter table administrative_decisions add constraint administrative_decisions_pkey PRIMARY KEY (organ_id, id);
alter table administrative_decisions add constraint administrative_decisions_publicity_check CHECK ((publicity = ANY (ARRAY['unsaid'::text, 'due'::text, 'exempt'::text])));
alter table administrative_decisions add constraint administrative_decisions_quashed_how_check CHECK ((quashed_how = ANY (ARRAY['changed'::text, 'revoked'::text, 'illegal'::text, 'void'::text])));
CREATE INDEX administrative_decisions_by_day ON public.administrative_decisions USING btree (organ_id, decided_on) INCLUDE (kind);
CREATE UNIQUE INDEX administrative_decisions_by_record ON public.administrative_decisions USING btree (organ_id, record_id) WHERE (record_id IS NOT NULL);
CREATE INDEX administrative_decisions_to_do ON public.administrative_decisions USING btree (organ_id, unit_id) WHERE (((publicity = 'due'::text) AND (published_on IS NULL) AND (quashed_on IS NULL)) OR ((published_on IS NOT NULL) AND (withdrawn_on IS NULL) AND ((quashed_on IS NOT NULL) OR (facts ? 'shownUntil'::text))));
CREATE TRIGGER administrative_decisions_journal_1 AFTER INSERT ON public.administrative_decisions REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION journal_rows('organ_id', '', 'id');
CREATE TRIGGER administrative_decisions_journal_2 AFTER UPDATE ON public.administrative_decisions REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION journal_rows('organ_id', '', 'id');
CREATE TRIGGER administrative_decisions_journal_3 AFTER DELETE ON public.administrative_decisions REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION journal_rows('organ_id', '', 'id');
policy own_organ on administrative_decisions: using (organ_id = current_organ()) check (organ_id = current_organ())
create table administrative_fees (
  organ_id integer not null,
  id uuid not null default uuidv7(),
  receipt_number text not null,
  item text not null,
  collected_on date not null,
  amount numeric(14,2) not null
);
alter table administrative_fees add constraint administrative_fees_item_check CHECK ((item <> ''::text));
alter table administrative_fees add constraint administrative_fees_organ_id_fkey FOREIGN KEY (organ_id) REFERENCES organs(id);
alter table administrative_fees add constraint administrative_fees_organ_id_receipt_number_key UNIQUE (organ_id, receipt_number);
alter table administrative_fees add constraint administrative_fees_pkey PRIMARY KEY (organ_id, id);
alter table administrative_fees add constraint administrative_fees_receipt_number_check CHECK ((receipt_number <> ''::text));
CREATE TRIGGER administrative_fees_journal_1 AFTER INSERT ON public.administrative_fees REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION journal_rows('organ_id', '', 'id');
CREATE TRIGGER administrative_fees_journal_2 AFTER UPDATE ON public.administrative_fees REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION journal_rows('organ_id', '', 'id');
CREATE TRIGGER administrative_fees_journal_3 AFTER DELETE ON public.administrative_fees REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION journal_rows('organ_id', '', 'id');
policy own_organ on administrative_fees: using (organ_id = current_organ()) check (organ_id = current_organ())
create table annual_report_files (
  organ_id integer not null,
  year integer not null,
  revision integer not null,
  form text not null,
  sha256 text not null,
  bytes bytea not null
);
alter table annual_report_files add constraint annual_report_files_form_check CHECK ((form = ANY (ARRAY['docx'::text, 'pdf'::text, 'xlsx'::text, 'json'::text, 'txt'::text, 'html'::text])));
alter table annual_report_files add constraint annual_report_files_organ_id_year_revision_fkey FOREIGN KEY (organ_id, year, revision) REFERENCES annual_reports(organ_id, year, revision);
alter table annual_report_files add constraint annual_report_files_pkey PRIMARY KEY (organ_id, year, revision, form);
CREATE TRIGGER annual_report_files_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.annual_report_files FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER annual_report_files_journal_1 AFTER INSERT ON public.annual_report_files REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION journal_rows('organ_id', 'bytes', 'year', 'revision', 'form');
CREATE TRIGGER annual_report_files_journal_2 AFTER UPDATE ON public.annual_report_files REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION journal_rows('organ_id', 'bytes', 'year', 'revision', 'form');
CREATE TRIGGER annual_report_files_journal_3 AFTER DELETE ON public.annual_report_files REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION journal_rows('organ_id', 'bytes', 'year', 'revision', 'form');
policy own_organ on annual_report_files: using - check (organ_id = current_organ())
policy published on annual_report_files: using true check -
create table annual_report_seals (
  organ_id integer not null,
  year integer not null,
  revision integer not null,
  seal bytea not null
);
alter table annual_report_seals add constraint annual_report_seals_organ_id_year_revision_fkey FOREIGN KEY (organ_id, year, revision) REFERENCES annual_reports(organ_id, year, revision);
alter table annual_report_seals add constraint annual_report_seals_pkey PRIMARY KEY (organ_id, year, revision);
CREATE TRIGGER annual_report_seals_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.annual_report_seals FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
policy own_organ on annual_report_seals: using - check (organ_id = current_organ())
policy published on annual_report_seals: using true check -
create table annual_reports (
  organ_id integer not null,
  year integer not null,
  revision integer not null,
  format text not null,
  report jsonb not null,
  findings jsonb not null,
  calendar_version text not null,
  published_on date not null,
  revision_reason text,
  recorded_at timestamp with time zone not null default now()
);
alter table annual_reports add constraint annual_reports_check CHECK (((revision = 1) = (revision_reason IS NULL)));
alter table annual_reports add constraint annual_reports_format_check CHECK ((format = ANY (ARRAY['2019'::text, '2021'::text])));
alter table annual_reports add constraint annual_reports_organ_id_fkey FOREIGN KEY (organ_id) REFERENCES organs(id);
alter table annual_reports add constraint annual_reports_pkey PRIMARY KEY (organ_id, year, revision);
alter table annual_reports add constraint annual_reports_revision_check CHECK ((revision > 0));
alter table annual_reports add constraint annual_reports_year_check CHECK (((year >= 2008) AND (year <= 2200)));
CREATE TRIGGER annual_reports_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.annual_reports FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER annual_reports_journal_1 AFTER INSERT ON public.annual_reports REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION journal_rows('organ_id', '', 'year', 'revision');
CREATE TRIGGER annual_reports_journal_2 AFTER UPDATE ON public.annual_reports REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION journal_rows('organ_id', '', 'year', 'revision');
CREATE TRIGGER annual_reports_journal_3 AFTER DELETE ON public.annual_reports REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION journal_rows('organ_id', '', 'year', 'revision');
CREATE TRIGGER annual_reports_notify_portal AFTER INSERT ON public.annual_reports FOR EACH ROW EXECUTE FUNCTION notify_portal();
CREATE TRIGGER annual_reports_signed BEFORE INSERT ON public.annual_reports FOR EACH ROW EXECUTE FUNCTION report_is_signed();
CREATE TRIGGER annual_reports_unfind AFTER INSERT ON public.annual_reports FOR EACH ROW EXECUTE FUNCTION unfind_report();
policy own_organ on annual_reports: using - check (organ_id = current_organ())
policy published on annual_reports: using true check -
create table attempts (
  kind text not null,
  key bytea not null,
  began_at timestamp with time zone not null,
  count integer not null,
  of_whom bytea
);
alter table attempts add constraint attempts_pkey PRIMARY KEY (kind, key);
CREATE INDEX attempts_of_whom ON public.attempts USING btree (kind, of_whom) WHERE (of_whom IS NOT NULL);
create table audit_entries (
  organ_id integer not null,
  seq bigint not null,
  at timestamp with time zone not null,
  actor_kind text not null,
  actor_id text not null default ''::text,
  address text not null default ''::text,
  action text not null,
  subject text not null default ''::text,
  succeeded boolean not null default true,
  detail jsonb not null default '{}'::jsonb,
  previous_hash bytea not null,
  hash bytea not null,
  act uuid,
  rows_count integer,
  rows_digest bytea
);
alter table audit_entries add constraint audit_entries_action_check CHECK ((action <> ''::text));
alter table audit_entries add constraint audit_entries_actor_kind_check CHECK ((actor_kind = ANY (ARRAY['staff'::text, 'applicant'::text, 'system'::text, 'operator'::text, 'anonymous'::text])));
alter table audit_entries add constraint audit_entries_check CHECK ((((act IS NULL) = (rows_count IS NULL)) AND ((act IS NULL) = (rows_digest IS NULL))));
alter table audit_entries add constraint audit_entries_organ_id_fkey FOREIGN KEY (organ_id) REFERENCES organs(id);
alter table audit_entries add constraint audit_entries_pkey PRIMARY KEY (organ_id, seq);
alter table audit_entries add constraint audit_entries_seq_check CHECK ((seq > 0));
CREATE INDEX audit_entries_by_subject ON public.audit_entries USING btree (organ_id, subject, seq);
CREATE INDEX audit_entries_of_entering ON public.audit_entries USING btree (organ_id, subject) WHERE (action = ANY (ARRAY['document.entered'::text, 'decision.entered'::text, 'fee.entered'::text, 'publication.tickedOff'::text]));
CREATE TRIGGER audit_entries_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.audit_entries FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
policy own_organ on audit_entries: using (organ_id = current_organ()) check (organ_id = current_organ())
create table audit_heads (
  organ_id integer not null,
  seq bigint not null,
  hash bytea not null,
  seal bytea not null
);
alter table audit_heads add constraint audit_heads_organ_id_fkey FOREIGN KEY (organ_id) REFERENCES organs(id);
alter table audit_heads add constraint audit_heads_pkey PRIMARY KEY (organ_id);
policy own_organ on audit_heads: using (organ_id = current_organ()) check (organ_id = current_organ())
create table backup_proofs (
  id uuid not null default uuidv7(),
  started_at timestamp with time zone not null default now(),
  step text not null default ''::text,
  ended_at timestamp with time zone,
  is_proved boolean,
  problem text,
  until_at timestamp with time zone,
  bytes bigint,
  organs integer,
  row_count bigint,
  file_count integer
);
alter table backup_proofs add constraint backup_proofs_check CHECK (((ended_at IS NULL) = (is_proved IS NULL)));
alter table backup_proofs add constraint backup_proofs_check1 CHECK (((is_proved IS DISTINCT FROM true) OR ((problem IS NULL) AND (until_at IS NOT NULL))));
alter table backup_proofs add constraint backup_proofs_check2 CHECK (((is_proved IS DISTINCT FROM false) OR (problem IS NOT NULL)));
alter table backup_proofs add constraint backup_proofs_pkey PRIMARY KEY (id);
CREATE INDEX backup_proofs_newest ON public.backup_proofs USING btree (started_at DESC);
create table channels (
  organ_id integer not null,
  id uuid not null default uuidv7(),
  kind text not null,
  name text not null
);
alter table channels add constraint channels_kind_check CHECK ((kind = ANY (ARRAY['website'::text, 'wechat'::text, 'weibo'::text, 'app'::text, 'gazette'::text, 'board'::text, 'library'::text, 'press'::text, 'other'::text])));
alter table channels add constraint channels_name_check CHECK ((name <> ''::text));
alter table channels add constraint channels_organ_id_fkey FOREIGN KEY (organ_id) REFERENCES organs(id);
alter table channels add constraint channels_organ_id_kind_name_key UNIQUE (organ_id, kind, name);
alter table channels add constraint channels_pkey PRIMARY KEY (organ_id, id);
CREATE TRIGGER channels_journal_1 AFTER INSERT ON public.channels REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION journal_rows('organ_id', '', 'id');
CREATE TRIGGER channels_journal_2 AFTER UPDATE ON public.channels REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION journal_rows('organ_id', '', 'id');
CREATE TRIGGER channels_journal_3 AFTER DELETE ON public.channels REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION journal_rows('organ_id', '', 'id');
CREATE TRIGGER channels_notify_portal AFTER INSERT OR DELETE OR UPDATE ON public.channels FOR EACH ROW EXECUTE FUNCTION notify_portal();
policy own_organ on channels: using (organ_id = current_organ()) check (organ_id = current_organ())
create table counters (
  organ_id integer not null,
  series text not null,
  year integer not null,
  last integer not null
);
alter table counters add constraint counters_last_check CHECK ((last > 0));
alter table counters add constraint counters_organ_id_fkey FOREIGN KEY (organ_id) REFERENCES organs(id);
alter table counters add constraint counters_pkey PRIMARY KEY (organ_id, series, year);
policy own_organ on counters: using (organ_id = current_organ()) check (organ_id = current_organ())
create table coverage_declarations (
  organ_id integer not null,
  id uuid not null default uuidv7(),
  item integer,
  matter text,
  reason text not null,
  declared_on date not null,
  declared_by uuid,
  review_on date not null,
  reminded_for date,
  ended_on date,
  ended_reason text not null default ''::text
);
alter table coverage_declarations add constraint coverage_declarations_check CHECK (((item IS NULL) <> (matter IS NULL)));
alter table coverage_declarations add constraint coverage_declarations_check1 CHECK ((review_on > declared_on));
alter table coverage_declarations add constraint coverage_declarations_check2 CHECK (((ended_on IS NULL) = (ended_reason = ''::text)));
alter table coverage_declarations add constraint coverage_declarations_item_check CHECK (((item >= 1) AND (item <= 15)));
alter table coverage_declarations add constraint coverage_declarations_matter_check CHECK ((matter <> ''::text));
alter table coverage_declarations add constraint coverage_declarations_organ_id_declared_by_fkey FOREIGN KEY (organ_id, declared_by) REFERENCES staff(organ_id, id);
alter table coverage_declarations add constraint coverage_declarations_organ_id_fkey FOREIGN KEY (organ_id) REFERENCES organs(id);
alter table coverage_declarations add constraint coverage_declarations_pkey PRIMARY KEY (organ_id, id);
alter table coverage_declarations add constraint coverage_declarations_reason_check CHECK ((reason <> ''::text));
CREATE UNIQUE INDEX one_declaration ON public.coverage_declarations USING btree (organ_id, COALESCE(item, 0), COALESCE(matter, ''::text)) WHERE (ended_on IS NULL);
CREATE TRIGGER coverage_declarations_journal_1 AFTER INSERT ON public.coverage_declarations REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION journal_rows('organ_id', '', 'id');
CREATE TRIGGER coverage_declarations_journal_2 AFTER UPDATE ON public.coverage_declarations REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION journal_rows('organ_id', '', 'id');
CREATE TRIGGER coverage_declarations_journal_3 AFTER DELETE ON public.coverage_declarations REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION journal_rows('organ_id', '', 'id');
CREATE TRIGGER coverage_declarations_notify_portal AFTER INSERT OR DELETE OR UPDATE ON public.coverage_declarations FOR EACH ROW EXECUTE FUNCTION notify_portal();
policy own_organ_adds on coverage_declarations: using - check (organ_id = current_organ())
policy own_organ_changes on coverage_declarations: using (organ_id = current_organ()) check -
policy own_organ_removes on coverage_declarations: using (organ_id = current_organ()) check -
policy published on coverage_declarations: using true check -
create table disclosure_catalogue (
  organ_id integer not null,
  id uuid not null default uuidv7(),
  position integer not null,
  first_item text not null,
  second_item text not null default ''::text,
  content text not null,
  basis text not null,
  time_limit text not null,
  responsible_organ text not null,
  channels text not null,
  audience text not null,
  way text not null,
  level text not null,
  column_id text,
  art20_item integer
);
alter table disclosure_catalogue add constraint disclosure_catalogue_art20_item_check CHECK (((art20_item >= 1) AND (art20_item <= 15)));
alter table disclosure_catalogue add constraint disclosure_catalogue_audience_check CHECK ((audience = ANY (ARRAY['everybody'::text, 'specificGroups'::text])));
alter table disclosure_catalogue add constraint disclosure_catalogue_basis_check CHECK ((basis <> ''::text));
alter table disclosure_catalogue add constraint disclosure_catalogue_channels_check CHECK ((channels <> ''::text));
alter table disclosure_catalogue add constraint disclosure_catalogue_content_check CHECK ((content <> ''::text));
alter table disclosure_catalogue add constraint disclosure_catalogue_first_item_check CHECK ((first_item <> ''::text));
alter table disclosure_catalogue add constraint disclosure_catalogue_level_check CHECK ((level = ANY (ARRAY['national'::text, 'province'::text, 'city'::text, 'county'::text, 'township'::text, 'countyAndTownship'::text])));
alter table disclosure_catalogue add constraint disclosure_catalogue_organ_id_column_id_fkey FOREIGN KEY (organ_id, column_id) REFERENCES platform_columns(organ_id, id);
alter table disclosure_catalogue add constraint disclosure_catalogue_organ_id_first_item_second_item_key UNIQUE (organ_id, first_item, second_item);
alter table disclosure_catalogue add constraint disclosure_catalogue_organ_id_fkey FOREIGN KEY (organ_id) REFERENCES organs(id);
alter table disclosure_catalogue add constraint disclosure_catalogue_pkey PRIMARY KEY (organ_id, id);
alter table disclosure_catalogue add constraint disclosure_catalogue_responsible_organ_check CHECK ((responsible_organ <> ''::text));
alter table disclosure_catalogue add constraint disclosure_catalogue_time_limit_check CHECK ((time_limit <> ''::text));
alter table disclosure_catalogue add constraint disclosure_catalogue_way_check CHECK ((way = ANY (ARRAY['proactive'::text, 'onRequest'::text])));
CREATE TRIGGER disclosure_catalogue_journal_1 AFTER INSERT ON public.disclosure_catalogue REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION journal_rows('organ_id', '', 'id');
CREATE TRIGGER disclosure_catalogue_journal_2 AFTER UPDATE ON public.disclosure_catalogue REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION journal_rows('organ_id', '', 'id');
CREATE TRIGGER disclosure_catalogue_journal_3 AFTER DELETE ON public.disclosure_catalogue REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION journal_rows('organ_id', '', 'id');
CREATE TRIGGER disclosure_catalogue_notify_portal AFTER INSERT OR DELETE OR UPDATE ON public.disclosure_catalogue FOR EACH ROW EXECUTE FUNCTION notify_portal();
policy own_organ_adds on disclosure_catalogue: using - check (organ_id = current_organ())
policy own_organ_changes on disclosure_catalogue: using (organ_id = current_organ()) check -
policy own_organ_removes on disclosure_catalogue: using (organ_id = current_organ()) check -
policy published on disclosure_catalogue: using true check -
create table disclosure_guides (
  organ_id integer not null,
  office_hours text not null default ''::text,
  fax text not null default ''::text,
  website text not null default ''::text,
  accepts_fax boolean not null default false,
  fax_terms text not null default ''::text,
  accepts_email boolean not null default false,
  email_terms text not null default ''::text,
  competent_department text not null default ''::text,
  competent_phone text not null default ''::text,
  reading_places jsonb not null default '[]'::jsonb,
  note text not null default ''::text,
  changed_on date not null
);
alter table disclosure_guides add constraint disclosure_guides_check CHECK (((NOT accepts_fax) OR (fax <> ''::text)));
alter table disclosure_guides add constraint disclosure_guides_organ_id_fkey FOREIGN KEY (organ_id) REFERENCES organs(id);
alter table disclosure_guides add constraint disclosure_guides_pkey PRIMARY KEY (organ_id);
CREATE TRIGGER disclosure_guides_journal_1 AFTER INSERT ON public.disclosure_guides REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION journal_rows('organ_id', '', 'organ_id');
CREATE TRIGGER disclosure_guides_journal_2 AFTER UPDATE ON public.disclosure_guides REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION journal_rows('organ_id', '', 'organ_id');
CREATE TRIGGER disclosure_guides_journal_3 AFTER DELETE ON public.disclosure_guides REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION journal_rows('organ_id', '', 'organ_id');
CREATE TRIGGER disclosure_guides_notify_portal AFTER INSERT OR DELETE OR UPDATE ON public.disclosure_guides FOR EACH ROW EXECUTE FUNCTION notify_portal();
policy own_organ_adds on disclosure_guides: using - check (organ_id = current_organ())
policy own_organ_changes on disclosure_guides: using (organ_id = current_organ()) check -
policy own_organ_removes on disclosure_guides: using (organ_id = current_organ()) check -
policy published on disclosure_guides: using true check -
create table document_amendments (
  organ_id integer not null,
  id uuid not null default uuidv7(),
  document_id uuid not null,
  amended_on date not null,
  amended_by text not null
);
alter table document_amendments add constraint document_amendments_amended_by_check CHECK ((amended_by <> ''::text));
alter table document_amendments add constraint document_amendments_organ_id_document_id_amended_on_amended_key UNIQUE (organ_id, document_id, amended_on, amended_by);
alter table document_amendments add constraint document_amendments_organ_id_document_id_fkey FOREIGN KEY (organ_id, document_id) REFERENCES normative_documents(organ_id, id);
alter table document_amendments add constraint document_amendments_pkey PRIMARY KEY (organ_id, id);
CREATE TRIGGER document_amendments_journal_1 AFTER INSERT ON public.document_amendments REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION journal_rows('organ_id', '', 'id');
CREATE TRIGGER document_amendments_journal_2 AFTER UPDATE ON public.document_amendments REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION journal_rows('organ_id', '', 'id');
CREATE TRIGGER document_amendments_journal_3 AFTER DELETE ON public.document_amendments REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION journal_rows('organ_id', '', 'id');
policy own_organ on document_amendments: using (organ_id = current_organ()) check (organ_id = current_organ())
create table edition_events (
  organ_id integer not null,
  record_id uuid not null,
  edition integer not null,
  seq integer not null,
  kind text not null,
  at timestamp with time zone not null default clock_timestamp(),
  actor_kind text not null,
  actor_id uuid,
  actor_name text not null,
  data jsonb not null default '{}'::jsonb
);
alter table edition_events add constraint edition_events_actor_kind_check CHECK ((actor_kind = ANY (ARRAY['staff'::text, 'system'::text, 'operator'::text])));
alter table edition_events add constraint edition_events_kind_check CHECK ((kind = ANY (ARRAY['begun'::text, 'saved'::text, 'submitted'::text, 'signed'::text, 'sentBack'::text, 'scheduled'::text, 'unscheduled'::text, 'held'::text, 'published'::text, 'superseded'::text, 'discarded'::text])));
alter table edition_events add constraint edition_events_organ_id_record_id_edition_fkey FOREIGN KEY (organ_id, record_id, edition) REFERENCES editions(organ_id, record_id, edition);
alter table edition_events add constraint edition_events_pkey PRIMARY KEY (organ_id, record_id, edition, seq);
alter table edition_events add constraint edition_events_seq_check CHECK ((seq > 0));
CREATE TRIGGER edition_events_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.edition_events FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER edition_events_journal_1 AFTER INSERT ON public.edition_events REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION journal_rows('organ_id', '', 'record_id', 'edition', 'seq');
CREATE TRIGGER edition_events_journal_2 AFTER UPDATE ON public.edition_events REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION journal_rows('organ_id', '', 'record_id', 'edition', 'seq');
CREATE TRIGGER edition_events_journal_3 AFTER DELETE ON public.edition_events REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION journal_rows('organ_id', '', 'record_id', 'edition', 'seq');
policy own_organ on edition_events: using (organ_id = current_organ()) check (organ_id = current_organ())
create table editions (
  organ_id integer not null,
  record_id uuid not null,
  edition integer not null,
  act text not null,
  status text not null,
  last_seq integer not null default 0,
  revision integer not null default 0,
  hash text,
  levels text[] not null default '{}'::text[],
  title text not null default ''::text,
  made_on date,
  publish_by date,
  turn text,
  step_due_on date,
  scheduled_for timestamp with time zone,
  published_at timestamp with time zone,
  is_urgent boolean not null default false,
  is_held boolean not null default false
);
alter table editions add constraint editions_act_check CHECK ((act = ANY (ARRAY['publish'::text, 'correct'::text, 'withdraw'::text, 'repeal'::text])));
alter table editions add constraint editions_check CHECK (((status = 'scheduled'::text) = (scheduled_for IS NOT NULL)));
alter table editions add constraint editions_check1 CHECK (((status <> ALL (ARRAY['live'::text, 'superseded'::text])) OR (published_at IS NOT NULL)));
alter table editions add constraint editions_check2 CHECK (((status <> ALL (ARRAY['signed'::text, 'scheduled'::text, 'live'::text, 'superseded'::text])) OR ((hash IS NOT NULL) AND (cardinality(levels) > 0))));
alter table editions add constraint editions_edition_check CHECK ((edition > 0));
alter table editions add constraint editions_hash_check CHECK ((hash ~ '^[0-9a-f]{64}$'::text));
alter table editions add constraint editions_organ_id_record_id_fkey FOREIGN KEY (organ_id, record_id) REFERENCES information_records(organ_id, id);
alter table editions add constraint editions_pkey PRIMARY KEY (organ_id, record_id, edition);
alter table editions add constraint editions_status_check CHECK ((status = ANY (ARRAY['drafting'::text, 'reviewing'::text, 'signed'::text, 'scheduled'::text, 'live'::text, 'superseded'::text, 'discarded'::text])));
CREATE INDEX editions_open ON public.editions USING btree (organ_id, status, step_due_on);
CREATE INDEX editions_scheduled ON public.editions USING btree (scheduled_for) WHERE (status = 'scheduled'::text);
CREATE UNIQUE INDEX one_draft ON public.editions USING btree (organ_id, record_id) WHERE (status = ANY (ARRAY['drafting'::text, 'reviewing'::text, 'signed'::text, 'scheduled'::text]));
CREATE UNIQUE INDEX one_live ON public.editions USING btree (organ_id, record_id) WHERE (status = 'live'::text);
CREATE TRIGGER editions_journal_1 AFTER INSERT ON public.editions REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION journal_rows('organ_id', '', 'record_id', 'edition');
CREATE TRIGGER editions_journal_2 AFTER UPDATE ON public.editions REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION journal_rows('organ_id', '', 'record_id', 'edition');
CREATE TRIGGER editions_journal_3 AFTER DELETE ON public.editions REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION journal_rows('organ_id', '', 'record_id', 'edition');
policy own_organ on editions: using (organ_id = current_organ()) check (organ_id = current_organ())
create table feedback (
  organ_id integer not null,
  id uuid not null default uuidv7(),
  number text not null,
  key uuid not null,
  digest bytea not null,
  code_hash bytea not null,
  kind text not null,
  page_path text not null,
  page_title text not null,
  page_unit_id uuid,
  sealed text not null,
  status text not null default 'open'::text,
  unit_id uuid,
  handler_id uuid,
  arrived_on date not null,
  due_on date not null,
  concluded_on date,
  used_days integer,
  last_seq integer not null default 0
);
alter table feedback add constraint feedback_check CHECK ((((status = 'open'::text) = (concluded_on IS NULL)) AND ((concluded_on IS NULL) = (used_days IS NULL))));
alter table feedback add constraint feedback_check1 CHECK (((handler_id IS NULL) OR (unit_id IS NOT NULL)));
alter table feedback add constraint feedback_code_hash_check CHECK ((octet_length(code_hash) = 32));
alter table feedback add constraint feedback_kind_check CHECK ((kind = ANY (ARRAY['correction'::text, 'question'::text, 'opinion'::text, 'reportDoubt'::text])));
alter table feedback add constraint feedback_number_check CHECK ((number <> ''::text));
alter table feedback add constraint feedback_organ_id_code_hash_key UNIQUE (organ_id, code_hash);
alter table feedback add constraint feedback_organ_id_fkey FOREIGN KEY (organ_id) REFERENCES organs(id);
alter table feedback add constraint feedback_organ_id_handler_id_fkey FOREIGN KEY (organ_id, handler_id) REFERENCES staff(organ_id, id);
alter table feedback add constraint feedback_organ_id_key_key UNIQUE (organ_id, key);
alter table feedback add constraint feedback_organ_id_number_key UNIQUE (organ_id, number);
alter table feedback add constraint feedback_organ_id_page_unit_id_fkey FOREIGN KEY (organ_id, page_unit_id) REFERENCES work_units(organ_id, id);
alter table feedback add constraint feedback_organ_id_unit_id_fkey FOREIGN KEY (organ_id, unit_id) REFERENCES work_units(organ_id, id);
alter table feedback add constraint feedback_page_path_check CHECK ((page_path <> ''::text));
alter table feedback add constraint feedback_page_title_check CHECK ((page_title <> ''::text));
alter table feedback add constraint feedback_pkey PRIMARY KEY (organ_id, id);
alter table feedback add constraint feedback_status_check CHECK ((status = ANY (ARRAY['open'::text, 'answered'::text, 'closed'::text])));
alter table feedback add constraint feedback_used_days_check CHECK ((used_days >= 0));
CREATE INDEX feedback_arrived ON public.feedback USING btree (organ_id, arrived_on);
CREATE INDEX feedback_of_page ON public.feedback USING btree (organ_id, page_path);
CREATE INDEX feedback_open ON public.feedback USING btree (organ_id, due_on) WHERE (status = 'open'::text);
CREATE TRIGGER feedback_journal_1 AFTER INSERT ON public.feedback REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION journal_rows('organ_id', '', 'id');
CREATE TRIGGER feedback_journal_2 AFTER UPDATE ON public.feedback REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION journal_rows('organ_id', '', 'id');
CREATE TRIGGER feedback_journal_3 AFTER DELETE ON public.feedback REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION journal_rows('organ_id', '', 'id');
policy own_organ on feedback: using (organ_id = current_organ()) check (organ_id = current_organ())
create table feedback_events (
  organ_id integer not null,
  feedback_id uuid not null,
  seq integer not null,
  kind text not null,
  happened_on date not null,
  recorded_at timestamp with time zone not null default now(),
  actor_kind text not null,
  actor_id uuid,
  actor_name text not null,
  sealed text not null
);
alter table feedback_events add constraint feedback_events_actor_kind_check CHECK ((actor_kind = ANY (ARRAY['applicant'::text, 'staff'::text])));
alter table feedback_events add constraint feedback_events_kind_check CHECK ((kind = ANY (ARRAY['received'::text, 'assigned'::text, 'answered'::text, 'closed'::text])));
alter table feedback_events add constraint feedback_events_organ_id_actor_id_fkey FOREIGN KEY (organ_id, actor_id) REFERENCES staff(organ_id, id);
alter table feedback_events add constraint feedback_events_organ_id_feedback_id_fkey FOREIGN KEY (organ_id, feedback_id) REFERENCES feedback(organ_id, id);
alter table feedback_events add constraint feedback_events_pkey PRIMARY KEY (organ_id, feedback_id, seq);
alter table feedback_events add constraint feedback_events_seq_check CHECK ((seq > 0));
CREATE TRIGGER feedback_events_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.feedback_events FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER feedback_events_journal_1 AFTER INSERT ON public.feedback_events REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION journal_rows('organ_id', '', 'feedback_id', 'seq');
CREATE TRIGGER feedback_events_journal_2 AFTER UPDATE ON public.feedback_events REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION journal_rows('organ_id', '', 'feedback_id', 'seq');
CREATE TRIGGER feedback_events_journal_3 AFTER DELETE ON public.feedback_events REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION journal_rows('organ_id', '', 'feedback_id', 'seq');
policy own_organ on feedback_events: using (organ_id = current_organ()) check (organ_id = current_organ())
create table file_readings (
  organ_id integer not null,
  file_id uuid not null,
  outcome text not null,
  sealed text,
  read_at timestamp with time zone not null default now()
);
alter table file_readings add constraint file_readings_check CHECK (((outcome = 'failed'::text) = (sealed IS NULL)));
alter table file_readings add constraint file_readings_organ_id_file_id_fkey FOREIGN KEY (organ_id, file_id) REFERENCES files(organ_id, id) ON DELETE CASCADE;
alter table file_readings add constraint file_readings_outcome_check CHECK ((outcome = ANY (ARRAY['read'::text, 'unreadable'::text, 'failed'::text])));
alter table file_readings add constraint file_readings_pkey PRIMARY KEY (organ_id, file_id);
CREATE TRIGGER file_readings_journal_1 AFTER INSERT ON public.file_readings REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION journal_rows('organ_id', '', 'file_id');
CREATE TRIGGER file_readings_journal_2 AFTER UPDATE ON public.file_readings REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION journal_rows('organ_id', '', 'file_id');
CREATE TRIGGER file_readings_journal_3 AFTER DELETE ON public.file_readings REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION journal_rows('organ_id', '', 'file_id');
policy own_organ on file_readings: using (organ_id = current_organ()) check (organ_id = current_organ())
create table files (
  organ_id integer not null,
  id uuid not null default uuidv7(),
  name text not null,
  content_type text not null,
  size integer not null,
  sha256 text not null,
  sealed bytea not null,
  added_at timestamp with time zone not null default now(),
  expires_at timestamp with time zone
);
alter table files add constraint files_name_check CHECK ((name <> ''::text));
alter table files add constraint files_organ_id_fkey FOREIGN KEY (organ_id) REFERENCES organs(id);
alter table files add constraint files_pkey PRIMARY KEY (organ_id, id);
alter table files add constraint files_size_check CHECK ((size > 0));
CREATE INDEX files_to_remove ON public.files USING btree (expires_at) WHERE (expires_at IS NOT NULL);
CREATE TRIGGER files_journal_1 AFTER INSERT ON public.files REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION journal_rows('organ_id', 'sealed', 'id');
CREATE TRIGGER files_journal_2 AFTER UPDATE ON public.files REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION journal_rows('organ_id', 'sealed', 'id');
CREATE TRIGGER files_journal_3 AFTER DELETE ON public.files REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION journal_rows('organ_id', 'sealed', 'id');
policy own_organ on files: using (organ_id = current_organ()) check (organ_id = current_organ())
create table head_mappings (
  organ_id integer not null,
  ledger text not null,
  heads_sha256 text not null,
  mapping jsonb not null,
  saved_name text not null,
  saved_at timestamp with time zone not null default now()
);
alter table head_mappings add constraint head_mappings_heads_sha256_check CHECK ((heads_sha256 ~ '^[0-9a-f]{64}$'::text));
alter table head_mappings add constraint head_mappings_ledger_check CHECK ((ledger = ANY (ARRAY['requests'::text, 'remedies'::text, 'normativeDocuments'::text, 'administrativeDecisions'::text, 'administrativeFees'::text, 'channels'::text, 'publications'::text])));
alter table head_mappings add constraint head_mappings_organ_id_fkey FOREIGN KEY (organ_id) REFERENCES organs(id);
alter table head_mappings add constraint head_mappings_pkey PRIMARY KEY (organ_id, ledger, heads_sha256);
CREATE TRIGGER head_mappings_journal_1 AFTER INSERT ON public.head_mappings REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION journal_rows('organ_id', '', 'ledger', 'heads_sha256');
CREATE TRIGGER head_mappings_journal_2 AFTER UPDATE ON public.head_mappings REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION journal_rows('organ_id', '', 'ledger', 'heads_sha256');
CREATE TRIGGER head_mappings_journal_3 AFTER DELETE ON public.head_mappings REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION journal_rows('organ_id', '', 'ledger', 'heads_sha256');
policy own_organ on head_mappings: using (organ_id = current_organ()) check (organ_id = current_organ())
create table holiday_notices (
  year integer not null,
  notice jsonb not null,
  imported_at timestamp with time zone not null default now()
);
alter table holiday_notices add constraint holiday_notices_pkey PRIMARY KEY (year);
alter table holiday_notices add constraint holiday_notices_year_check CHECK (((year >= 2014) AND (year <= 2050)));
CREATE TRIGGER holiday_notices_journal_1 AFTER INSERT ON public.holiday_notices REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION journal_rows('', '', 'year');
CREATE TRIGGER holiday_notices_journal_2 AFTER UPDATE ON public.holiday_notices REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION journal_rows('', '', 'year');
CREATE TRIGGER holiday_notices_journal_3 AFTER DELETE ON public.holiday_notices REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION journal_rows('', '', 'year');
create table information_records (
  organ_id integer not null,
  id uuid not null default uuidv7(),
  type text not null,
  column_id text not null,
  unit_id uuid,
  begun_by uuid,
  begun_at timestamp with time zone not null default now()
);
alter table information_records add constraint information_records_organ_id_begun_by_fkey FOREIGN KEY (organ_id, begun_by) REFERENCES staff(organ_id, id);
alter table information_records add constraint information_records_organ_id_column_id_fkey FOREIGN KEY (organ_id, column_id) REFERENCES platform_columns(organ_id, id);
alter table information_records add constraint information_records_organ_id_fkey FOREIGN KEY (organ_id) REFERENCES organs(id);
alter table information_records add constraint information_records_organ_id_unit_id_fkey FOREIGN KEY (organ_id, unit_id) REFERENCES work_units(organ_id, id);
alter table information_records add constraint information_records_pkey PRIMARY KEY (organ_id, id);
alter table information_records add constraint information_records_type_check CHECK ((type <> ''::text));
CREATE TRIGGER information_records_journal_1 AFTER INSERT ON public.information_records REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION journal_rows('organ_id', '', 'id');
CREATE TRIGGER information_records_journal_2 AFTER UPDATE ON public.information_records REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION journal_rows('organ_id', '', 'id');
CREATE TRIGGER information_records_journal_3 AFTER DELETE ON public.information_records REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION journal_rows('organ_id', '', 'id');
policy own_organ on information_records: using (organ_id = current_organ()) check (organ_id = current_organ())
create table job_runs (
  name text not null,
  title text not null,
  cron text not null,
  started_at timestamp with time zone,
  succeeded_at timestamp with time zone,
  failed_at timestamp with time zone,
  fault text,
  succeeded bigint not null default 0,
  failed bigint not null default 0,
  failed_running integer not null default 0
);
alter table job_runs add constraint job_runs_pkey PRIMARY KEY (name);
create table kept_answers (
  organ_id integer not null,
  staff_id uuid not null,
  key text not null,
  digest bytea not null,
  sealed text,
  came_at timestamp with time zone not null default now()
);
alter table kept_answers add constraint kept_answers_key_check CHECK ((length(key) <= 200));
alter table kept_answers add constraint kept_answers_organ_id_staff_id_fkey FOREIGN KEY (organ_id, staff_id) REFERENCES staff(organ_id, id) ON DELETE CASCADE;
alter table kept_answers add constraint kept_answers_pkey PRIMARY KEY (organ_id, staff_id, key);
CREATE INDEX kept_answers_by_age ON public.kept_answers USING btree (organ_id, came_at);
policy own_organ on kept_answers: using (organ_id = current_organ()) check (organ_id = current_organ())
create table late_reasons (
  organ_id integer not null,
  record_id uuid not null,
  reason text not null,
  given_by uuid,
  given_name text not null,
  given_at timestamp with time zone not null default now()
);
alter table late_reasons add constraint late_reasons_organ_id_given_by_fkey FOREIGN KEY (organ_id, given_by) REFERENCES staff(organ_id, id);
alter table late_reasons add constraint late_reasons_organ_id_record_id_fkey FOREIGN KEY (organ_id, record_id) REFERENCES information_records(organ_id, id);
alter table late_reasons add constraint late_reasons_pkey PRIMARY KEY (organ_id, record_id);
alter table late_reasons add constraint late_reasons_reason_check CHECK ((reason <> ''::text));
CREATE TRIGGER late_reasons_journal_1 AFTER INSERT ON public.late_reasons REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION journal_rows('organ_id', '', 'record_id');
CREATE TRIGGER late_reasons_journal_2 AFTER UPDATE ON public.late_reasons REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION journal_rows('organ_id', '', 'record_id');
CREATE TRIGGER late_reasons_journal_3 AFTER DELETE ON public.late_reasons REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION journal_rows('organ_id', '', 'record_id');
policy own_organ on late_reasons: using (organ_id = current_organ()) check (organ_id = current_organ())
create table ledger_confirmations (
  organ_id integer not null,
  id uuid not null default uuidv7(),
  ledger text not null,
  year integer not null,
  row_count integer not null,
  standing_count integer,
  words text not null,
  confirmed_on date not null,
  confirmed_by uuid,
  confirmed_name text not null,
  ended_on date,
  ended_name text,
  end_reason text
);
alter table ledger_confirmations add constraint ledger_confirmations_check CHECK ((((ended_on IS NULL) = (end_reason IS NULL)) AND ((ended_on IS NULL) = (ended_name IS NULL))));
alter table ledger_confirmations add constraint ledger_confirmations_confirmed_name_check CHECK ((confirmed_name <> ''::text));
alter table ledger_confirmations add constraint ledger_confirmations_organ_id_confirmed_by_fkey FOREIGN KEY (organ_id, confirmed_by) REFERENCES staff(organ_id, id);
alter table ledger_confirmations add constraint ledger_confirmations_organ_id_fkey FOREIGN KEY (organ_id) REFERENCES organs(id);
alter table ledger_confirmations add constraint ledger_confirmations_pkey PRIMARY KEY (organ_id, id);
alter table ledger_confirmations add constraint ledger_confirmations_row_count_check CHECK ((row_count >= 0));
alter table ledger_confirmations add constraint ledger_confirmations_standing_count_check CHECK ((standing_count >= 0));
alter table ledger_confirmations add constraint ledger_confirmations_words_check CHECK ((words <> ''::text));
alter table ledger_confirmations add constraint ledger_confirmations_year_check CHECK (((year >= 1949) AND (year <= 2200)));
CREATE UNIQUE INDEX one_ledger_confirmation ON public.ledger_confirmations USING btree (organ_id, ledger, year) WHERE (ended_on IS NULL);
CREATE TRIGGER ledger_confirmations_journal_1 AFTER INSERT ON public.ledger_confirmations REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION journal_rows('organ_id', '', 'id');
CREATE TRIGGER ledger_confirmations_journal_2 AFTER UPDATE ON public.ledger_confirmations REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION journal_rows('organ_id', '', 'id');
CREATE TRIGGER ledger_confirmations_journal_3 AFTER DELETE ON public.ledger_confirmations REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION journal_rows('organ_id', '', 'id');
policy own_organ on ledger_confirmations: using (organ_id = current_organ()) check (organ_id = current_organ())
create table ledger_import_rows (
  organ_id integer not null,
  import_id uuid not null,
  ledger text not null,
  row_id uuid not null,
  before jsonb,
  after jsonb not null
);
alter table ledger_import_rows add constraint ledger_import_rows_organ_id_import_id_fkey FOREIGN KEY (organ_id, import_id) REFERENCES ledger_imports(organ_id, id);
alter table ledger_import_rows add constraint ledger_import_rows_pkey PRIMARY KEY (organ_id, import_id, ledger, row_id);
CREATE INDEX ledger_import_rows_by_row ON public.ledger_import_rows USING btree (organ_id, row_id);
CREATE TRIGGER ledger_import_rows_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.ledger_import_rows FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER ledger_import_rows_journal_1 AFTER INSERT ON public.ledger_import_rows REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION journal_rows('organ_id', '', 'import_id', 'ledger', 'row_id');
CREATE TRIGGER ledger_import_rows_journal_2 AFTER UPDATE ON public.ledger_import_rows REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION journal_rows('organ_id', '', 'import_id', 'ledger', 'row_id');
CREATE TRIGGER ledger_import_rows_journal_3 AFTER DELETE ON public.ledger_import_rows REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION journal_rows('organ_id', '', 'import_id', 'ledger', 'row_id');
policy own_organ on ledger_import_rows: using (organ_id = current_organ()) check (organ_id = current_organ())
create table ledger_import_years (
  organ_id integer not null,
  import_id uuid not null,
  ledger text not null,
  year integer not null,
  row_count integer not null
);
alter table ledger_import_years add constraint ledger_import_years_organ_id_import_id_fkey FOREIGN KEY (organ_id, import_id) REFERENCES ledger_imports(organ_id, id);
alter table ledger_import_years add constraint ledger_import_years_pkey PRIMARY KEY (organ_id, import_id, ledger, year);
alter table ledger_import_years add constraint ledger_import_years_row_count_check CHECK ((row_count > 0));
alter table ledger_import_years add constraint ledger_import_years_year_check CHECK (((year >= 1949) AND (year <= 2200)));
CREATE INDEX ledger_import_years_by_year ON public.ledger_import_years USING btree (organ_id, year);
CREATE TRIGGER ledger_import_years_journal_1 AFTER INSERT ON public.ledger_import_years REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION journal_rows('organ_id', '', 'import_id', 'ledger', 'year');
CREATE TRIGGER ledger_import_years_journal_2 AFTER UPDATE ON public.ledger_import_years REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION journal_rows('organ_id', '', 'import_id', 'ledger', 'year');
CREATE TRIGGER ledger_import_years_journal_3 AFTER DELETE ON public.ledger_import_years REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION journal_rows('organ_id', '', 'import_id', 'ledger', 'year');
policy own_organ on ledger_import_years: using (organ_id = current_organ()) check (organ_id = current_organ())
create table ledger_imports (
  organ_id integer not null,
  id uuid not null default uuidv7(),
  file_name text not null,
  sha256 text not null,
  added integer not null,
  changed integer not null,
  unchanged integer not null,
  imported_at timestamp with time zone not null default now(),
  imported_on date,
  imported_name text,
  act uuid,
  undone_at timestamp with time zone,
  undone_by text,
  undo_reason text
);
alter table ledger_imports add constraint ledger_imports_check CHECK (((undone_at IS NULL) = (COALESCE(undo_reason, ''::text) = ''::text)));
alter table ledger_imports add constraint ledger_imports_organ_id_fkey FOREIGN KEY (organ_id) REFERENCES organs(id);
alter table ledger_imports add constraint ledger_imports_pkey PRIMARY KEY (organ_id, id);
CREATE TRIGGER ledger_imports_journal_1 AFTER INSERT ON public.ledger_imports REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION journal_rows('organ_id', '', 'id');
CREATE TRIGGER ledger_imports_journal_2 AFTER UPDATE ON public.ledger_imports REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION journal_rows('organ_id', '', 'id');
CREATE TRIGGER ledger_imports_journal_3 AFTER DELETE ON public.ledger_imports REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION journal_rows('organ_id', '', 'id');
policy own_organ on ledger_imports: using (organ_id = current_organ()) check (organ_id = current_organ())
create table letter_files (
  organ_id integer not null,
  request_id uuid not null,
  seq integer not null,
  pdf_file_id uuid not null,
  docx_file_id uuid not null,
  made_at timestamp with time zone not null default now()
);
alter table letter_files add constraint letter_files_organ_id_docx_file_id_fkey FOREIGN KEY (organ_id, docx_file_id) REFERENCES files(organ_id, id);
alter table letter_files add constraint letter_files_organ_id_pdf_file_id_fkey FOREIGN KEY (organ_id, pdf_file_id) REFERENCES files(organ_id, id);
alter table letter_files add constraint letter_files_organ_id_request_id_seq_fkey FOREIGN KEY (organ_id, request_id, seq) REFERENCES request_letters(organ_id, request_id, seq);
alter table letter_files add constraint letter_files_pkey PRIMARY KEY (organ_id, request_id, seq);
CREATE TRIGGER letter_files_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.letter_files FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER letter_files_journal_1 AFTER INSERT ON public.letter_files REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION journal_rows('organ_id', '', 'request_id', 'seq');
CREATE TRIGGER letter_files_journal_2 AFTER UPDATE ON public.letter_files REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION journal_rows('organ_id', '', 'request_id', 'seq');
CREATE TRIGGER letter_files_journal_3 AFTER DELETE ON public.letter_files REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION journal_rows('organ_id', '', 'request_id', 'seq');
policy own_organ on letter_files: using (organ_id = current_organ()) check (organ_id = current_organ())
create table letter_seals (
  organ_id integer not null,
  request_id uuid not null,
  seq integer not null,
  kind text not null,
  certificate_id uuid,
  by_staff uuid,
  by_name text not null default ''::text,
  sealed_on date not null,
  sealed_at timestamp with time zone not null default now()
);
alter table letter_seals add constraint letter_seals_check CHECK (((kind = 'electronic'::text) = (certificate_id IS NOT NULL)));
alter table letter_seals add constraint letter_seals_kind_check CHECK ((kind = ANY (ARRAY['electronic'::text, 'paper'::text])));
alter table letter_seals add constraint letter_seals_organ_id_by_staff_fkey FOREIGN KEY (organ_id, by_staff) REFERENCES staff(organ_id, id);
alter table letter_seals add constraint letter_seals_organ_id_certificate_id_fkey FOREIGN KEY (organ_id, certificate_id) REFERENCES organ_certificates(organ_id, id);
alter table letter_seals add constraint letter_seals_organ_id_request_id_seq_fkey FOREIGN KEY (organ_id, request_id, seq) REFERENCES request_letters(organ_id, request_id, seq);
alter table letter_seals add constraint letter_seals_pkey PRIMARY KEY (organ_id, request_id, seq);
CREATE TRIGGER letter_seals_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.letter_seals FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER letter_seals_journal_1 AFTER INSERT ON public.letter_seals REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION journal_rows('organ_id', '', 'request_id', 'seq');
CREATE TRIGGER letter_seals_journal_2 AFTER UPDATE ON public.letter_seals REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION journal_rows('organ_id', '', 'request_id', 'seq');
CREATE TRIGGER letter_seals_journal_3 AFTER DELETE ON public.letter_seals REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION journal_rows('organ_id', '', 'request_id', 'seq');
policy own_organ on letter_seals: using (organ_id = current_organ()) check (organ_id = current_organ())
create table link_checks (
  organ_id integer not null,
  url text not null,
  url_hash text not null default md5(url),
  noted_at timestamp with time zone not null default now(),
  checked_at timestamp with time zone,
  problem text
);
alter table link_checks add constraint link_checks_organ_id_fkey FOREIGN KEY (organ_id) REFERENCES organs(id);
alter table link_checks add constraint link_checks_pkey PRIMARY KEY (organ_id, url_hash);
alter table link_checks add constraint link_checks_url_check CHECK ((char_length(url) <= 2000));
CREATE INDEX link_checks_waiting ON public.link_checks USING btree (organ_id, checked_at NULLS FIRST);
policy own_organ on link_checks: using (organ_id = current_organ()) check (organ_id = current_organ())
create table normative_documents (
  organ_id integer not null,
  id uuid not null default uuidv7(),
  kind text not null,
  title text not null,
  document_number text not null,
  issued_on date not null,
  effective_from date not null,
  valid_until date,
  repealed_on date,
  repealed_by text,
  record_id uuid,
  lapsed_by text
);
alter table normative_documents add constraint normative_documents_check CHECK ((valid_until >= effective_from));
alter table normative_documents add constraint normative_documents_check1 CHECK ((repealed_on >= issued_on));
alter table normative_documents add constraint normative_documents_document_number_check CHECK ((document_number <> ''::text));
alter table normative_documents add constraint normative_documents_kind_check CHECK ((kind = ANY (ARRAY['rules'::text, 'normativeDocuments'::text])));
alter table normative_documents add constraint normative_documents_organ_id_document_number_key UNIQUE (organ_id, document_number);
alter table normative_documents add constraint normative_documents_organ_id_fkey FOREIGN KEY (organ_id) REFERENCES organs(id);
alter table normative_documents add constraint normative_documents_organ_id_record_id_fkey FOREIGN KEY (organ_id, record_id) REFERENCES information_records(organ_id, id);
alter table normative_documents add constraint normative_documents_pkey PRIMARY KEY (organ_id, id);
alter table normative_documents add constraint normative_documents_title_check CHECK ((title <> ''::text));
CREATE TRIGGER normative_documents_journal_1 AFTER INSERT ON public.normative_documents REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION journal_rows('organ_id', '', 'id');
CREATE TRIGGER normative_documents_journal_2 AFTER UPDATE ON public.normative_documents REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION journal_rows('organ_id', '', 'id');
CREATE TRIGGER normative_documents_journal_3 AFTER DELETE ON public.normative_documents REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION journal_rows('organ_id', '', 'id');
CREATE TRIGGER normative_documents_notify_portal AFTER INSERT OR DELETE OR UPDATE ON public.normative_documents FOR EACH ROW EXECUTE FUNCTION notify_portal();
CREATE TRIGGER normative_documents_unfind AFTER DELETE OR UPDATE ON public.normative_documents FOR EACH ROW EXECUTE FUNCTION unfind_document();
policy own_organ on normative_documents: using (organ_id = current_organ()) check (organ_id = current_organ())
create table offices (
  organ_id integer not null,
  id uuid not null default uuidv7(),
  staff_id uuid not null,
  office text not null,
  from_on date not null,
  to_on date
);
alter table offices add constraint offices_check CHECK ((to_on >= from_on));
alter table offices add constraint offices_office_check CHECK ((office = ANY (ARRAY['groupHead'::text, 'groupDeputy'::text, 'groupMember'::text, 'designatedOfficer'::text])));
alter table offices add constraint offices_organ_id_staff_id_fkey FOREIGN KEY (organ_id, staff_id) REFERENCES staff(organ_id, id);
alter table offices add constraint offices_pkey PRIMARY KEY (organ_id, id);
CREATE TRIGGER offices_journal_1 AFTER INSERT ON public.offices REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION journal_rows('organ_id', '', 'id');
CREATE TRIGGER offices_journal_2 AFTER UPDATE ON public.offices REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION journal_rows('organ_id', '', 'id');
CREATE TRIGGER offices_journal_3 AFTER DELETE ON public.offices REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION journal_rows('organ_id', '', 'id');
policy own_organ on offices: using (organ_id = current_organ()) check (organ_id = current_organ())
create table organ_certificates (
  organ_id integer not null,
  id uuid not null default uuidv7(),
  name text not null,
  issuer text not null,
  serial text not null,
  fingerprint text not null,
  algorithm text not null,
  valid_from date not null,
  valid_to date not null,
  certificates text[] not null,
  sealed text,
  added_by uuid,
  added_name text not null default ''::text,
  added_at timestamp with time zone not null default now(),
  retired_at timestamp with time zone
);
alter table organ_certificates add constraint organ_certificates_certificates_check CHECK ((cardinality(certificates) > 0));
alter table organ_certificates add constraint organ_certificates_check CHECK (((retired_at IS NULL) = (sealed IS NOT NULL)));
alter table organ_certificates add constraint organ_certificates_fingerprint_check CHECK ((fingerprint ~ '^[0-9a-f]{64}$'::text));
alter table organ_certificates add constraint organ_certificates_organ_id_added_by_fkey FOREIGN KEY (organ_id, added_by) REFERENCES staff(organ_id, id);
alter table organ_certificates add constraint organ_certificates_organ_id_fkey FOREIGN KEY (organ_id) REFERENCES organs(id);
alter table organ_certificates add constraint organ_certificates_pkey PRIMARY KEY (organ_id, id);
CREATE UNIQUE INDEX organ_certificates_one ON public.organ_certificates USING btree (organ_id) WHERE (retired_at IS NULL);
CREATE TRIGGER organ_certificates_journal_1 AFTER INSERT ON public.organ_certificates REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION journal_rows('organ_id', '', 'id');
CREATE TRIGGER organ_certificates_journal_2 AFTER UPDATE ON public.organ_certificates REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION journal_rows('organ_id', '', 'id');
CREATE TRIGGER organ_certificates_journal_3 AFTER DELETE ON public.organ_certificates REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION journal_rows('organ_id', '', 'id');
policy own_organ on organ_certificates: using (organ_id = current_organ()) check (organ_id = current_organ())
create table organ_settings (
  organ_id integer not null,
  id text not null,
  value jsonb not null
);
alter table organ_settings add constraint organ_settings_id_check CHECK ((id <> ''::text));
alter table organ_settings add constraint organ_settings_organ_id_fkey FOREIGN KEY (organ_id) REFERENCES organs(id);
alter table organ_settings add constraint organ_settings_pkey PRIMARY KEY (organ_id, id);
CREATE TRIGGER organ_settings_journal_1 AFTER INSERT ON public.organ_settings REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION journal_rows('organ_id', '', 'id');
CREATE TRIGGER organ_settings_journal_2 AFTER UPDATE ON public.organ_settings REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION journal_rows('organ_id', '', 'id');
CREATE TRIGGER organ_settings_journal_3 AFTER DELETE ON public.organ_settings REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION journal_rows('organ_id', '', 'id');
CREATE TRIGGER organ_settings_notify_portal AFTER INSERT OR DELETE OR UPDATE ON public.organ_settings FOR EACH ROW EXECUTE FUNCTION notify_portal();
policy office_above on organ_settings: using ((id = ANY (ARRAY['localReportDueDate'::text, 'townshipReportDueDate'::text, 'governmentReportDueDate'::text])) AND (organ_id = ( SELECT organs.parent_id
   FROM organs
  WHERE (organs.id = current_organ())))) check -
policy own_organ on organ_settings: using (organ_id = current_organ()) check (organ_id = current_organ())
create table organs (
  id integer not null generated always as identity,
  slug text not null,
  name text not null,
  kind text not null,
  level text not null,
  parent_id integer,
  can_make_rules boolean not null default false,
  ogi_work_body text not null default ''::text,
  address text not null default ''::text,
  postcode text not null default ''::text,
  phone text not null default ''::text,
  email text not null default ''::text,
  site_code text not null default ''::text,
  is_demo boolean not null default false,
  credit_code text not null default ''::text,
  letter_code text not null default ''::text,
  undertaker text,
  icp_number text,
  police_number text,
  data_licence text,
  english_name text,
  english_address text
);
alter table organs add constraint organs_credit_code_check CHECK (((credit_code = ''::text) OR (credit_code ~ '^[0-9A-HJ-NPQRTUWXY]{18}$'::text)));
alter table organs add constraint organs_kind_check CHECK ((kind = ANY (ARRAY['government'::text, 'department'::text, 'township'::text])));
alter table organs add constraint organs_level_check CHECK ((level = ANY (ARRAY['national'::text, 'province'::text, 'city'::text, 'county'::text, 'township'::text])));
alter table organs add constraint organs_name_check CHECK ((name <> ''::text));
alter table organs add constraint organs_name_key UNIQUE (name);
alter table organs add constraint organs_parent_id_fkey FOREIGN KEY (parent_id) REFERENCES organs(id);
alter table organs add constraint organs_pkey PRIMARY KEY (id);
alter table organs add constraint organs_slug_check CHECK ((slug ~ '^[a-z][a-z0-9-]{1,39}$'::text));
alter table organs add constraint organs_slug_key UNIQUE (slug);
CREATE TRIGGER organs_journal_1 AFTER INSERT ON public.organs REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION journal_rows('id', '', 'id');
CREATE TRIGGER organs_journal_2 AFTER UPDATE ON public.organs REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION journal_rows('id', '', 'id');
CREATE TRIGGER organs_journal_3 AFTER DELETE ON public.organs REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION journal_rows('id', '', 'id');
CREATE TRIGGER organs_notify_portal AFTER INSERT OR DELETE OR UPDATE ON public.organs FOR EACH STATEMENT EXECUTE FUNCTION notify_portal_of_all();
create table organs_to_adopt (
  organ_id integer not null,
  seal bytea
);
alter table organs_to_adopt add constraint organs_to_adopt_organ_id_fkey FOREIGN KEY (organ_id) REFERENCES organs(id);
alter table organs_to_adopt add constraint organs_to_adopt_pkey PRIMARY KEY (organ_id);
policy own_organ on organs_to_adopt: using (organ_id = current_organ()) check (organ_id = current_organ())
create table originality_flags (
  organ_id integer not null,
  publication_id uuid not null,
  like_organ_id integer not null,
  like_record_id uuid not null,
  title_similarity real not null,
  text_similarity real,
  found_at timestamp with time zone not null default now(),
  settled_at timestamp with time zone,
  settled_as text,
  reason text not null default ''::text
);
alter table originality_flags add constraint originality_flags_check CHECK (((settled_at IS NULL) = (settled_as IS NULL)));
alter table originality_flags add constraint originality_flags_check1 CHECK (((settled_as IS DISTINCT FROM 'kept'::text) OR (reason <> ''::text)));
alter table originality_flags add constraint originality_flags_like_organ_id_like_record_id_fkey FOREIGN KEY (like_organ_id, like_record_id) REFERENCES published_records(organ_id, record_id);
alter table originality_flags add constraint originality_flags_organ_id_publication_id_fkey FOREIGN KEY (organ_id, publication_id) REFERENCES publications(organ_id, id);
alter table originality_flags add constraint originality_flags_pkey PRIMARY KEY (organ_id, publication_id);
alter table originality_flags add constraint originality_flags_settled_as_check CHECK ((settled_as = ANY (ARRAY['corrected'::text, 'kept'::text])));
CREATE TRIGGER originality_flags_journal_1 AFTER INSERT ON public.originality_flags REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION journal_rows('organ_id', '', 'publication_id');
CREATE TRIGGER originality_flags_journal_2 AFTER UPDATE ON public.originality_flags REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION journal_rows('organ_id', '', 'publication_id');
CREATE TRIGGER originality_flags_journal_3 AFTER DELETE ON public.originality_flags REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION journal_rows('organ_id', '', 'publication_id');
policy own_organ on originality_flags: using (organ_id = current_organ()) check (organ_id = current_organ())
create table outbox (
  organ_id integer not null,
  id uuid not null default uuidv7(),
  kind text not null,
  idempotency_key text not null,
  payload jsonb not null,
  queued_at timestamp with time zone not null default now(),
  attempts integer not null default 0,
  next_at timestamp with time zone not null default now(),
  locked_at timestamp with time zone,
  locked_by uuid,
  last_attempt_at timestamp with time zone,
  last_error text,
  done_at timestamp with time zone,
  outcome text
);
alter table outbox add constraint outbox_attempts_check CHECK ((attempts >= 0));
alter table outbox add constraint outbox_check CHECK (((locked_at IS NULL) = (locked_by IS NULL)));
alter table outbox add constraint outbox_check1 CHECK (((done_at IS NULL) = (outcome IS NULL)));
alter table outbox add constraint outbox_check2 CHECK (((done_at IS NULL) OR (locked_at IS NULL)));
alter table outbox add constraint outbox_idempotency_key_check CHECK ((idempotency_key <> ''::text));
alter table outbox add constraint outbox_kind_check CHECK ((kind <> ''::text));
alter table outbox add constraint outbox_organ_id_fkey FOREIGN KEY (organ_id) REFERENCES organs(id);
alter table outbox add constraint outbox_organ_id_kind_idempotency_key_key UNIQUE (organ_id, kind, idempotency_key);
alter table outbox add constraint outbox_outcome_check CHECK ((outcome = ANY (ARRAY['sent'::text, 'dropped'::text, 'givenUp'::text])));
alter table outbox add constraint outbox_pkey PRIMARY KEY (organ_id, id);
CREATE INDEX outbox_done ON public.outbox USING btree (organ_id, done_at) WHERE (done_at IS NOT NULL);
CREATE INDEX outbox_given_up ON public.outbox USING btree (kind) WHERE (outcome = 'givenUp'::text);
CREATE INDEX outbox_in_trouble ON public.outbox USING btree (organ_id, last_attempt_at) WHERE (last_error IS NOT NULL);
CREATE INDEX outbox_waiting ON public.outbox USING btree (organ_id, kind, next_at, id) WHERE (done_at IS NULL);
policy own_organ on outbox: using (organ_id = current_organ()) check (organ_id = current_organ())
create table paragraph_comments (
  organ_id integer not null,
  id uuid not null default uuidv7(),
  record_id uuid not null,
  edition integer not null,
  answers_id uuid,
  revision integer,
  paragraph integer,
  quoted text not null default ''::text,
  words text not null,
  said_at timestamp with time zone not null,
  said_by uuid not null,
  said_name text not null,
  resolved_at timestamp with time zone,
  resolved_name text
);
alter table paragraph_comments add constraint paragraph_comments_check CHECK ((((answers_id IS NULL) = (revision IS NOT NULL)) AND ((revision IS NULL) = (paragraph IS NULL))));
alter table paragraph_comments add constraint paragraph_comments_check1 CHECK (((resolved_at IS NULL) = (resolved_name IS NULL)));
alter table paragraph_comments add constraint paragraph_comments_organ_id_answers_id_fkey FOREIGN KEY (organ_id, answers_id) REFERENCES paragraph_comments(organ_id, id);
alter table paragraph_comments add constraint paragraph_comments_organ_id_record_id_edition_fkey FOREIGN KEY (organ_id, record_id, edition) REFERENCES editions(organ_id, record_id, edition);
alter table paragraph_comments add constraint paragraph_comments_organ_id_record_id_edition_revision_fkey FOREIGN KEY (organ_id, record_id, edition, revision) REFERENCES revisions(organ_id, record_id, edition, revision);
alter table paragraph_comments add constraint paragraph_comments_organ_id_said_by_fkey FOREIGN KEY (organ_id, said_by) REFERENCES staff(organ_id, id);
alter table paragraph_comments add constraint paragraph_comments_paragraph_check CHECK ((paragraph >= 0));
alter table paragraph_comments add constraint paragraph_comments_pkey PRIMARY KEY (organ_id, id);
alter table paragraph_comments add constraint paragraph_comments_said_name_check CHECK ((said_name <> ''::text));
alter table paragraph_comments add constraint paragraph_comments_words_check CHECK ((words <> ''::text));
CREATE INDEX comments_of_edition ON public.paragraph_comments USING btree (organ_id, record_id, edition);
CREATE TRIGGER paragraph_comments_journal_1 AFTER INSERT ON public.paragraph_comments REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION journal_rows('organ_id', '', 'id');
CREATE TRIGGER paragraph_comments_journal_2 AFTER UPDATE ON public.paragraph_comments REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION journal_rows('organ_id', '', 'id');
CREATE TRIGGER paragraph_comments_journal_3 AFTER DELETE ON public.paragraph_comments REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION journal_rows('organ_id', '', 'id');
policy own_organ on paragraph_comments: using (organ_id = current_organ()) check (organ_id = current_organ())
create table passkeys (
  organ_id integer not null,
  staff_id uuid not null,
  id uuid not null,
  name text not null,
  credential_hash bytea not null,
  sealed text not null,
  counter bigint not null,
  added_at timestamp with time zone not null,
  last_used_at timestamp with time zone
);
alter table passkeys add constraint passkeys_counter_check CHECK ((counter >= 0));
alter table passkeys add constraint passkeys_credential_hash_check CHECK ((octet_length(credential_hash) = 32));
alter table passkeys add constraint passkeys_name_check CHECK ((name <> ''::text));
alter table passkeys add constraint passkeys_organ_id_credential_hash_key UNIQUE (organ_id, credential_hash);
alter table passkeys add constraint passkeys_organ_id_staff_id_fkey FOREIGN KEY (organ_id, staff_id) REFERENCES staff(organ_id, id);
alter table passkeys add constraint passkeys_pkey PRIMARY KEY (organ_id, staff_id, id);
CREATE TRIGGER passkeys_journal_1 AFTER INSERT ON public.passkeys REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION journal_rows('organ_id', '', 'staff_id', 'id');
CREATE TRIGGER passkeys_journal_2 AFTER UPDATE ON public.passkeys REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION journal_rows('organ_id', '', 'staff_id', 'id');
CREATE TRIGGER passkeys_journal_3 AFTER DELETE ON public.passkeys REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION journal_rows('organ_id', '', 'staff_id', 'id');
policy own_organ on passkeys: using (organ_id = current_organ()) check (organ_id = current_organ())
create table platform_columns (
  organ_id integer not null,
  id text not null,
  parent_id text,
  position integer not null,
  name text not null,
  kind text not null,
  scope text not null default ''::text,
  content text not null default ''::text,
  form text not null default ''::text,
  update_days integer,
  unit_id uuid,
  art20_items integer[] not null default '{}'::integer[],
  art21_matters text[] not null default '{}'::text[],
  closed_on date,
  opened_on date not null default ((now() AT TIME ZONE 'Asia/Shanghai'::text))::date,
  closed_reason text not null default ''::text,
  successor_id text
);
alter table platform_columns add constraint platform_columns_check CHECK (((closed_on IS NULL) = (closed_reason = ''::text)));
alter table platform_columns add constraint platform_columns_check1 CHECK (((successor_id IS NULL) OR ((closed_on IS NOT NULL) AND (successor_id <> id))));
alter table platform_columns add constraint platform_columns_id_check CHECK ((id ~ '^[a-z][a-z0-9-]{1,39}$'::text));
alter table platform_columns add constraint platform_columns_kind_check CHECK ((kind = ANY (ARRAY['guide'::text, 'list'::text, 'reports'::text, 'requests'::text, 'library'::text, 'page'::text])));
alter table platform_columns add constraint platform_columns_name_check CHECK ((name <> ''::text));
alter table platform_columns add constraint platform_columns_organ_id_fkey FOREIGN KEY (organ_id) REFERENCES organs(id);
alter table platform_columns add constraint platform_columns_organ_id_parent_id_fkey FOREIGN KEY (organ_id, parent_id) REFERENCES platform_columns(organ_id, id);
alter table platform_columns add constraint platform_columns_organ_id_successor_id_fkey FOREIGN KEY (organ_id, successor_id) REFERENCES platform_columns(organ_id, id);
alter table platform_columns add constraint platform_columns_organ_id_unit_id_fkey FOREIGN KEY (organ_id, unit_id) REFERENCES work_units(organ_id, id);
alter table platform_columns add constraint platform_columns_pkey PRIMARY KEY (organ_id, id);
alter table platform_columns add constraint platform_columns_update_days_check CHECK ((update_days > 0));
CREATE TRIGGER platform_columns_journal_1 AFTER INSERT ON public.platform_columns REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION journal_rows('organ_id', '', 'id');
CREATE TRIGGER platform_columns_journal_2 AFTER UPDATE ON public.platform_columns REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION journal_rows('organ_id', '', 'id');
CREATE TRIGGER platform_columns_journal_3 AFTER DELETE ON public.platform_columns REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION journal_rows('organ_id', '', 'id');
CREATE TRIGGER platform_columns_notify_portal AFTER INSERT OR DELETE OR UPDATE ON public.platform_columns FOR EACH ROW EXECUTE FUNCTION notify_portal();
policy own_organ_adds on platform_columns: using - check (organ_id = current_organ())
policy own_organ_changes on platform_columns: using (organ_id = current_organ()) check -
policy published on platform_columns: using true check -
create table publications (
  organ_id integer not null,
  id uuid not null default uuidv7(),
  channel_id uuid not null,
  title text not null,
  url text not null default ''::text,
  kind text not null default 'other'::text,
  originality text not null,
  formed_on date,
  published_on date not null,
  withdrawn_on date,
  record_id uuid,
  hidden_on date,
  checked_at timestamp with time zone
);
alter table publications add constraint publications_check CHECK ((withdrawn_on >= published_on));
alter table publications add constraint publications_kind_check CHECK ((kind = ANY (ARRAY['policyInterpretation'::text, 'publicConcernResponse'::text, 'other'::text])));
alter table publications add constraint publications_organ_id_channel_id_fkey FOREIGN KEY (organ_id, channel_id) REFERENCES channels(organ_id, id);
alter table publications add constraint publications_organ_id_channel_id_published_on_title_url_key UNIQUE NULLS NOT DISTINCT (organ_id, channel_id, published_on, title, url);
alter table publications add constraint publications_organ_id_record_id_fkey FOREIGN KEY (organ_id, record_id) REFERENCES information_records(organ_id, id);
alter table publications add constraint publications_originality_check CHECK ((originality = ANY (ARRAY['original'::text, 'repost'::text, 'other'::text])));
alter table publications add constraint publications_pkey PRIMARY KEY (organ_id, id);
alter table publications add constraint publications_title_check CHECK ((title <> ''::text));
CREATE INDEX publications_by_day ON public.publications USING btree (organ_id, published_on);
CREATE INDEX publications_by_record ON public.publications USING btree (organ_id, record_id) WHERE (record_id IS NOT NULL);
CREATE INDEX publications_by_words ON public.publications USING gin (bigrams(title));
CREATE TRIGGER publications_journal_1 AFTER INSERT ON public.publications REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION journal_rows('organ_id', '', 'id');
CREATE TRIGGER publications_journal_2 AFTER UPDATE ON public.publications REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION journal_rows('organ_id', '', 'id');
CREATE TRIGGER publications_journal_3 AFTER DELETE ON public.publications REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION journal_rows('organ_id', '', 'id');
policy own_organ on publications: using (organ_id = current_organ()) check (organ_id = current_organ())
create table published_records (
  organ_id integer not null,
  record_id uuid not null,
  edition integer not null,
  number text not null,
  index_number text not null,
  hash text not null,
  type text not null,
  column_id text not null,
  title text not null,
  document_number text not null default ''::text,
  content jsonb not null,
  made_on date,
  effective_from date,
  valid_until date,
  repealed_on date,
  repealed_by text,
  repeal_reason text,
  interprets uuid,
  first_published_at timestamp with time zone not null default now(),
  changed_at timestamp with time zone not null default now(),
  withdrawn_at timestamp with time zone,
  art20_item integer default ((content ->> 'art20Item'::text))::integer,
  abstract text default "left"(COALESCE(NULLIF((content ->> 'summary'::text), ''::text), (jsonb_path_query_first(content, '$."text"."content"[*]."content"[*]."text"'::jsonpath) #>> '{}'::text[]), (content ->> 'title'::text)), 200),
  opening_sketch integer[] not null default text_sketch(record_opening(content)),
  seal bytea
);
alter table published_records add constraint published_records_number_check CHECK ((number ~ '^[0-9]{4}-[0-9]{5,}$'::text));
alter table published_records add constraint published_records_organ_id_column_id_fkey FOREIGN KEY (organ_id, column_id) REFERENCES platform_columns(organ_id, id);
alter table published_records add constraint published_records_organ_id_index_number_key UNIQUE (organ_id, index_number);
alter table published_records add constraint published_records_organ_id_number_key UNIQUE (organ_id, number);
alter table published_records add constraint published_records_organ_id_record_id_edition_fkey FOREIGN KEY (organ_id, record_id, edition) REFERENCES editions(organ_id, record_id, edition);
alter table published_records add constraint published_records_pkey PRIMARY KEY (organ_id, record_id);
alter table published_records add constraint published_records_title_check CHECK ((title <> ''::text));
CREATE INDEX published_by_column ON public.published_records USING btree (organ_id, column_id, first_published_at DESC, record_id) WHERE (withdrawn_at IS NULL);
CREATE INDEX published_by_day ON public.published_records USING btree (organ_id, first_published_at, record_id) WHERE (withdrawn_at IS NULL);
CREATE INDEX published_document_numbers ON public.published_records USING btree (organ_id, document_number) WHERE (document_number <> ''::text);
CREATE INDEX published_interpretations ON public.published_records USING btree (organ_id, interprets) WHERE (interprets IS NOT NULL);
CREATE INDEX published_newest ON public.published_records USING btree (organ_id, first_published_at DESC, record_id) WHERE (withdrawn_at IS NULL);
CREATE INDEX published_newest_of_all ON public.published_records USING btree (first_published_at DESC, organ_id, record_id) WHERE (withdrawn_at IS NULL);
CREATE INDEX published_repealed ON public.published_records USING btree (organ_id) WHERE (repealed_on IS NOT NULL);
CREATE INDEX published_titles_alike ON public.published_records USING gin (title gin_trgm_ops) WHERE (withdrawn_at IS NULL);
CREATE TRIGGER published_records_journal_1 AFTER INSERT ON public.published_records REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION journal_rows('organ_id', '', 'record_id');
CREATE TRIGGER published_records_journal_2 AFTER UPDATE ON public.published_records REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION journal_rows('organ_id', '', 'record_id');
CREATE TRIGGER published_records_journal_3 AFTER DELETE ON public.published_records REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION journal_rows('organ_id', '', 'record_id');
CREATE TRIGGER published_records_kept BEFORE DELETE OR TRUNCATE ON public.published_records FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER published_records_notify_portal AFTER INSERT OR UPDATE ON public.published_records FOR EACH ROW EXECUTE FUNCTION notify_portal();
CREATE TRIGGER published_records_notify_withdrawal AFTER UPDATE ON public.published_records FOR EACH ROW WHEN (((new.withdrawn_at IS NOT NULL) OR ((new.content -> 'act'::text) ? 'hideReason'::text))) EXECUTE FUNCTION notify_portal_of_withdrawal();
CREATE TRIGGER published_records_signed BEFORE INSERT OR UPDATE ON public.published_records FOR EACH ROW EXECUTE FUNCTION refuse_unsigned();
policy own_organ_adds on published_records: using - check (organ_id = current_organ())
policy own_organ_changes on published_records: using (organ_id = current_organ()) check -
policy published on published_records: using true check -
create table published_search (
  organ_id integer not null,
  subject_id uuid not null,
  place bigint not null default nextval('published_order'::regclass),
  tokens text[] not null,
  number_key text not null,
  title_key text not null,
  body_key text not null,
  body text not null,
  effective_from date,
  valid_until date,
  repealed_on date,
  kind text not null,
  part integer not null default 0,
  title text not null default ''::text,
  document_number text not null default ''::text,
  type text,
  column_id text,
  day date not null,
  made_by smallint not null
);
alter table published_search add constraint published_search_check CHECK (((kind = 'record'::text) OR (title <> ''::text)));
alter table published_search add constraint published_search_kind_check CHECK ((kind = ANY (ARRAY['record'::text, 'document'::text, 'report'::text])));
alter table published_search add constraint published_search_pkey PRIMARY KEY (organ_id, kind, subject_id, part);
CREATE INDEX published_search_older ON public.published_search USING btree (organ_id, kind, place DESC) WHERE (made_by < 2);
CREATE INDEX published_search_order ON public.published_search USING btree (place DESC);
CREATE INDEX published_search_tokens ON public.published_search USING gin (tokens) WITH (fastupdate=off);
policy own_organ_adds on published_search: using - check (organ_id = current_organ())
policy own_organ_changes on published_search: using (organ_id = current_organ()) check -
policy own_organ_removes on published_search: using (organ_id = current_organ()) check -
policy published on published_search: using true check -
create table record_copies (
  organ_id integer not null,
  record_id uuid not null,
  form text not null,
  edition integer not null,
  hash text not null,
  print text not null,
  bytes bytea not null,
  seal bytea not null,
  made_at timestamp with time zone not null default now()
);
alter table record_copies add constraint record_copies_form_check CHECK ((form = ANY (ARRAY['pdf'::text, 'docx'::text])));
alter table record_copies add constraint record_copies_organ_id_record_id_fkey FOREIGN KEY (organ_id, record_id) REFERENCES published_records(organ_id, record_id);
alter table record_copies add constraint record_copies_pkey PRIMARY KEY (organ_id, record_id, form);
CREATE TRIGGER record_copies_journal_1 AFTER INSERT ON public.record_copies REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION journal_rows('organ_id', 'bytes', 'record_id', 'form');
CREATE TRIGGER record_copies_journal_2 AFTER UPDATE ON public.record_copies REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION journal_rows('organ_id', 'bytes', 'record_id', 'form');
CREATE TRIGGER record_copies_journal_3 AFTER DELETE ON public.record_copies REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION journal_rows('organ_id', 'bytes', 'record_id', 'form');
policy own_organ on record_copies: using (organ_id = current_organ()) check (organ_id = current_organ())
create table record_files (
  organ_id integer not null,
  record_id uuid not null,
  file_id uuid not null
);
alter table record_files add constraint record_files_organ_id_file_id_fkey FOREIGN KEY (organ_id, file_id) REFERENCES files(organ_id, id);
alter table record_files add constraint record_files_organ_id_record_id_fkey FOREIGN KEY (organ_id, record_id) REFERENCES information_records(organ_id, id);
alter table record_files add constraint record_files_pkey PRIMARY KEY (organ_id, record_id, file_id);
CREATE TRIGGER record_files_journal_1 AFTER INSERT ON public.record_files REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION journal_rows('organ_id', '', 'record_id', 'file_id');
CREATE TRIGGER record_files_journal_2 AFTER UPDATE ON public.record_files REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION journal_rows('organ_id', '', 'record_id', 'file_id');
CREATE TRIGGER record_files_journal_3 AFTER DELETE ON public.record_files REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION journal_rows('organ_id', '', 'record_id', 'file_id');
policy own_organ on record_files: using (organ_id = current_organ()) check (organ_id = current_organ())
create table record_templates (
  organ_id integer not null,
  id uuid not null default uuidv7(),
  unit_id uuid,
  name text not null,
  type text not null,
  content jsonb not null,
  changed_at timestamp with time zone not null,
  changed_name text not null
);
alter table record_templates add constraint record_templates_changed_name_check CHECK ((changed_name <> ''::text));
alter table record_templates add constraint record_templates_name_check CHECK ((name <> ''::text));
alter table record_templates add constraint record_templates_organ_id_fkey FOREIGN KEY (organ_id) REFERENCES organs(id);
alter table record_templates add constraint record_templates_organ_id_unit_id_fkey FOREIGN KEY (organ_id, unit_id) REFERENCES work_units(organ_id, id);
alter table record_templates add constraint record_templates_organ_id_unit_id_name_key UNIQUE NULLS NOT DISTINCT (organ_id, unit_id, name);
alter table record_templates add constraint record_templates_pkey PRIMARY KEY (organ_id, id);
CREATE TRIGGER record_templates_journal_1 AFTER INSERT ON public.record_templates REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION journal_rows('organ_id', '', 'id');
CREATE TRIGGER record_templates_journal_2 AFTER UPDATE ON public.record_templates REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION journal_rows('organ_id', '', 'id');
CREATE TRIGGER record_templates_journal_3 AFTER DELETE ON public.record_templates REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION journal_rows('organ_id', '', 'id');
policy own_organ on record_templates: using (organ_id = current_organ()) check (organ_id = current_organ())
create table redactions (
  organ_id integer not null,
  id uuid not null default uuidv7(),
  request_id uuid not null,
  name text not null,
  source_file_id uuid not null,
  pages_file_id uuid not null,
  passages jsonb not null default '[]'::jsonb,
  version integer not null default 0,
  begun_by uuid,
  begun_at timestamp with time zone not null default now(),
  result_file_id uuid,
  result_version integer
);
alter table redactions add constraint redactions_check CHECK (((result_file_id IS NULL) OR (result_version IS NOT NULL)));
alter table redactions add constraint redactions_name_check CHECK ((name <> ''::text));
alter table redactions add constraint redactions_organ_id_begun_by_fkey FOREIGN KEY (organ_id, begun_by) REFERENCES staff(organ_id, id);
alter table redactions add constraint redactions_organ_id_fkey FOREIGN KEY (organ_id) REFERENCES organs(id);
alter table redactions add constraint redactions_organ_id_pages_file_id_fkey FOREIGN KEY (organ_id, pages_file_id) REFERENCES files(organ_id, id);
alter table redactions add constraint redactions_organ_id_request_id_fkey FOREIGN KEY (organ_id, request_id) REFERENCES requests(organ_id, id);
alter table redactions add constraint redactions_organ_id_result_file_id_fkey FOREIGN KEY (organ_id, result_file_id) REFERENCES files(organ_id, id) ON DELETE SET NULL (result_file_id);
alter table redactions add constraint redactions_organ_id_source_file_id_fkey FOREIGN KEY (organ_id, source_file_id) REFERENCES files(organ_id, id);
alter table redactions add constraint redactions_passages_check CHECK ((jsonb_typeof(passages) = 'array'::text));
alter table redactions add constraint redactions_pkey PRIMARY KEY (organ_id, id);
alter table redactions add constraint redactions_version_check CHECK ((version >= 0));
CREATE INDEX redactions_of_request ON public.redactions USING btree (organ_id, request_id);
CREATE TRIGGER redactions_journal_1 AFTER INSERT ON public.redactions REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION journal_rows('organ_id', '', 'id');
CREATE TRIGGER redactions_journal_2 AFTER UPDATE ON public.redactions REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION journal_rows('organ_id', '', 'id');
CREATE TRIGGER redactions_journal_3 AFTER DELETE ON public.redactions REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION journal_rows('organ_id', '', 'id');
policy own_organ on redactions: using (organ_id = current_organ()) check (organ_id = current_organ())
create table remedies (
  organ_id integer not null,
  id uuid not null default uuidv7(),
  number text not null,
  kind text not null,
  request_number text,
  filed_on date not null,
  result text,
  raw_result text,
  concluded_on date,
  is_co_defendant boolean not null default false
);
alter table remedies add constraint remedies_check CHECK (((result IS NULL) = (concluded_on IS NULL)));
alter table remedies add constraint remedies_check1 CHECK ((concluded_on >= filed_on));
alter table remedies add constraint remedies_kind_check CHECK ((kind = ANY (ARRAY['review'::text, 'suitDirect'::text, 'suitAfterReview'::text])));
alter table remedies add constraint remedies_number_check CHECK ((number <> ''::text));
alter table remedies add constraint remedies_organ_id_fkey FOREIGN KEY (organ_id) REFERENCES organs(id);
alter table remedies add constraint remedies_organ_id_number_key UNIQUE (organ_id, number);
alter table remedies add constraint remedies_pkey PRIMARY KEY (organ_id, id);
alter table remedies add constraint remedies_result_check CHECK ((result = ANY (ARRAY['upheld'::text, 'corrected'::text, 'otherResult'::text])));
CREATE TRIGGER remedies_journal_1 AFTER INSERT ON public.remedies REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION journal_rows('organ_id', '', 'id');
CREATE TRIGGER remedies_journal_2 AFTER UPDATE ON public.remedies REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION journal_rows('organ_id', '', 'id');
CREATE TRIGGER remedies_journal_3 AFTER DELETE ON public.remedies REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION journal_rows('organ_id', '', 'id');
policy own_organ on remedies: using (organ_id = current_organ()) check (organ_id = current_organ())
create table remedy_cases (
  organ_id integer not null,
  id uuid not null default uuidv7(),
  kind text not null,
  number text not null,
  numbers text[] not null,
  body text not null,
  procedure text not null,
  filed_on date not null,
  act text not null,
  request_id uuid,
  record_id uuid,
  follows_number text not null default ''::text,
  is_co_defendant boolean not null,
  status text not null,
  unit_id uuid,
  handler_id uuid,
  result text,
  raw_result text,
  concluded_on date,
  due_on date,
  due_what text not null default ''::text,
  last_seq integer not null default 0
);
alter table remedy_cases add constraint remedy_cases_act_check CHECK ((act = ANY (ARRAY['answer'::text, 'silence'::text, 'publication'::text, 'noPublication'::text, 'notice'::text, 'fee'::text, 'other'::text])));
alter table remedy_cases add constraint remedy_cases_body_check CHECK ((body <> ''::text));
alter table remedy_cases add constraint remedy_cases_check CHECK ((number = ANY (numbers)));
alter table remedy_cases add constraint remedy_cases_check1 CHECK (((result IS NULL) = (concluded_on IS NULL)));
alter table remedy_cases add constraint remedy_cases_check2 CHECK (((kind <> 'review'::text) OR (NOT is_co_defendant)));
alter table remedy_cases add constraint remedy_cases_kind_check CHECK ((kind = ANY (ARRAY['review'::text, 'suitDirect'::text, 'suitAfterReview'::text])));
alter table remedy_cases add constraint remedy_cases_number_check CHECK ((number <> ''::text));
alter table remedy_cases add constraint remedy_cases_organ_id_fkey FOREIGN KEY (organ_id) REFERENCES organs(id);
alter table remedy_cases add constraint remedy_cases_organ_id_handler_id_fkey FOREIGN KEY (organ_id, handler_id) REFERENCES staff(organ_id, id);
alter table remedy_cases add constraint remedy_cases_organ_id_record_id_fkey FOREIGN KEY (organ_id, record_id) REFERENCES information_records(organ_id, id);
alter table remedy_cases add constraint remedy_cases_organ_id_request_id_fkey FOREIGN KEY (organ_id, request_id) REFERENCES requests(organ_id, id);
alter table remedy_cases add constraint remedy_cases_organ_id_unit_id_fkey FOREIGN KEY (organ_id, unit_id) REFERENCES work_units(organ_id, id);
alter table remedy_cases add constraint remedy_cases_pkey PRIMARY KEY (organ_id, id);
alter table remedy_cases add constraint remedy_cases_procedure_check CHECK ((procedure = ANY (ARRAY['ordinary'::text, 'summary'::text])));
alter table remedy_cases add constraint remedy_cases_result_check CHECK ((result = ANY (ARRAY['upheld'::text, 'corrected'::text, 'otherResult'::text])));
alter table remedy_cases add constraint remedy_cases_status_check CHECK ((status = ANY (ARRAY['open'::text, 'suspended'::text, 'decided'::text, 'cancelled'::text])));
CREATE UNIQUE INDEX one_remedy_case_of_a_number ON public.remedy_cases USING btree (organ_id, number) WHERE (status <> 'cancelled'::text);
CREATE INDEX remedy_cases_of_request ON public.remedy_cases USING btree (organ_id, request_id) WHERE (request_id IS NOT NULL);
CREATE TRIGGER remedy_cases_journal_1 AFTER INSERT ON public.remedy_cases REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION journal_rows('organ_id', '', 'id');
CREATE TRIGGER remedy_cases_journal_2 AFTER UPDATE ON public.remedy_cases REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION journal_rows('organ_id', '', 'id');
CREATE TRIGGER remedy_cases_journal_3 AFTER DELETE ON public.remedy_cases REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION journal_rows('organ_id', '', 'id');
policy own_organ on remedy_cases: using (organ_id = current_organ()) check (organ_id = current_organ())
create table remedy_counts (
  organ_id integer not null,
  case_id uuid not null,
  place integer not null,
  part integer not null,
  opened_on date not null,
  concluded_on date,
  result text
);
alter table remedy_counts add constraint remedy_counts_check CHECK (((result IS NULL) = (concluded_on IS NULL)));
alter table remedy_counts add constraint remedy_counts_organ_id_case_id_fkey FOREIGN KEY (organ_id, case_id) REFERENCES remedy_cases(organ_id, id);
alter table remedy_counts add constraint remedy_counts_part_check CHECK ((part > 0));
alter table remedy_counts add constraint remedy_counts_pkey PRIMARY KEY (organ_id, case_id, place);
alter table remedy_counts add constraint remedy_counts_place_check CHECK ((place > 0));
alter table remedy_counts add constraint remedy_counts_result_check CHECK ((result = ANY (ARRAY['upheld'::text, 'corrected'::text, 'otherResult'::text])));
CREATE TRIGGER remedy_counts_journal_1 AFTER INSERT ON public.remedy_counts REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION journal_rows('organ_id', '', 'case_id', 'place');
CREATE TRIGGER remedy_counts_journal_2 AFTER UPDATE ON public.remedy_counts REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION journal_rows('organ_id', '', 'case_id', 'place');
CREATE TRIGGER remedy_counts_journal_3 AFTER DELETE ON public.remedy_counts REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION journal_rows('organ_id', '', 'case_id', 'place');
policy own_organ on remedy_counts: using (organ_id = current_organ()) check (organ_id = current_organ())
create table remedy_events (
  organ_id integer not null,
  case_id uuid not null,
  seq integer not null,
  kind text not null,
  happened_on date not null,
  recorded_at timestamp with time zone not null default now(),
  actor_kind text not null,
  actor_id uuid,
  actor_name text not null,
  sealed text not null
);
alter table remedy_events add constraint remedy_events_actor_kind_check CHECK ((actor_kind = ANY (ARRAY['staff'::text, 'system'::text, 'operator'::text])));
alter table remedy_events add constraint remedy_events_kind_check CHECK (((kind = ANY (ARRAY['opened'::text, 'corrected'::text, 'assigned'::text, 'procedureChanged'::text, 'replied'::text, 'heard'::text, 'suspended'::text, 'resumed'::text, 'extended'::text, 'decided'::text, 'tookEffect'::text, 'instanceOpened'::text, 'performed'::text, 'opinionReceived'::text, 'opinionAnswered'::text, 'classified'::text, 'noted'::text, 'reminded'::text, 'dueMoved'::text, 'voided'::text, 'cancelled'::text, 'evidenceListed'::text])) OR (kind = 'reanswerOpened'::text)));
alter table remedy_events add constraint remedy_events_organ_id_actor_id_fkey FOREIGN KEY (organ_id, actor_id) REFERENCES staff(organ_id, id);
alter table remedy_events add constraint remedy_events_organ_id_case_id_fkey FOREIGN KEY (organ_id, case_id) REFERENCES remedy_cases(organ_id, id);
alter table remedy_events add constraint remedy_events_pkey PRIMARY KEY (organ_id, case_id, seq);
alter table remedy_events add constraint remedy_events_seq_check CHECK ((seq > 0));
CREATE TRIGGER remedy_events_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.remedy_events FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER remedy_events_journal_1 AFTER INSERT ON public.remedy_events REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION journal_rows('organ_id', '', 'case_id', 'seq');
CREATE TRIGGER remedy_events_journal_2 AFTER UPDATE ON public.remedy_events REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION journal_rows('organ_id', '', 'case_id', 'seq');
CREATE TRIGGER remedy_events_journal_3 AFTER DELETE ON public.remedy_events REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION journal_rows('organ_id', '', 'case_id', 'seq');
policy own_organ on remedy_events: using (organ_id = current_organ()) check (organ_id = current_organ())
create table remedy_files (
  organ_id integer not null,
  case_id uuid not null,
  seq integer not null,
  file_id uuid not null
);
alter table remedy_files add constraint remedy_files_organ_id_case_id_seq_fkey FOREIGN KEY (organ_id, case_id, seq) REFERENCES remedy_events(organ_id, case_id, seq);
alter table remedy_files add constraint remedy_files_organ_id_file_id_fkey FOREIGN KEY (organ_id, file_id) REFERENCES files(organ_id, id);
alter table remedy_files add constraint remedy_files_pkey PRIMARY KEY (organ_id, case_id, file_id);
CREATE TRIGGER remedy_files_journal_1 AFTER INSERT ON public.remedy_files REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION journal_rows('organ_id', '', 'case_id', 'file_id');
CREATE TRIGGER remedy_files_journal_2 AFTER UPDATE ON public.remedy_files REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION journal_rows('organ_id', '', 'case_id', 'file_id');
CREATE TRIGGER remedy_files_journal_3 AFTER DELETE ON public.remedy_files REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION journal_rows('organ_id', '', 'case_id', 'file_id');
policy own_organ on remedy_files: using (organ_id = current_organ()) check (organ_id = current_organ())
create table reminders (
  organ_id integer not null,
  request_id uuid not null,
  kind text not null,
  due_on date not null,
  staff_id uuid not null,
  reminded_at timestamp with time zone not null default now(),
  seen_at timestamp with time zone
);
alter table reminders add constraint reminders_kind_check CHECK ((kind = ANY (ARRAY['threeDays'::text, 'oneDay'::text, 'dueToday'::text, 'overdue'::text])));
alter table reminders add constraint reminders_organ_id_request_id_fkey FOREIGN KEY (organ_id, request_id) REFERENCES requests(organ_id, id);
alter table reminders add constraint reminders_organ_id_staff_id_fkey FOREIGN KEY (organ_id, staff_id) REFERENCES staff(organ_id, id);
alter table reminders add constraint reminders_pkey PRIMARY KEY (organ_id, request_id, kind, due_on, staff_id);
policy own_organ on reminders: using (organ_id = current_organ()) check (organ_id = current_organ())
create table report_draft_contents (
  organ_id integer not null,
  draft_id uuid not null,
  seq integer not null,
  content jsonb not null
);
alter table report_draft_contents add constraint report_draft_contents_organ_id_draft_id_seq_fkey FOREIGN KEY (organ_id, draft_id, seq) REFERENCES report_draft_events(organ_id, draft_id, seq);
alter table report_draft_contents add constraint report_draft_contents_pkey PRIMARY KEY (organ_id, draft_id, seq);
CREATE TRIGGER report_draft_contents_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.report_draft_contents FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER report_draft_contents_journal_1 AFTER INSERT ON public.report_draft_contents REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION journal_rows('organ_id', '', 'draft_id', 'seq');
CREATE TRIGGER report_draft_contents_journal_2 AFTER UPDATE ON public.report_draft_contents REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION journal_rows('organ_id', '', 'draft_id', 'seq');
CREATE TRIGGER report_draft_contents_journal_3 AFTER DELETE ON public.report_draft_contents REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION journal_rows('organ_id', '', 'draft_id', 'seq');
policy own_organ on report_draft_contents: using (organ_id = current_organ()) check (organ_id = current_organ())
create table report_draft_events (
  organ_id integer not null,
  draft_id uuid not null,
  seq integer not null,
  kind text not null,
  at timestamp with time zone not null default clock_timestamp(),
  actor_kind text not null,
  actor_id uuid,
  actor_name text not null,
  data jsonb not null default '{}'::jsonb
);
alter table report_draft_events add constraint report_draft_events_actor_kind_check CHECK ((actor_kind = ANY (ARRAY['staff'::text, 'system'::text, 'operator'::text])));
alter table report_draft_events add constraint report_draft_events_kind_check CHECK ((kind = ANY (ARRAY['begun'::text, 'saved'::text, 'submitted'::text, 'signed'::text, 'sentBack'::text, 'recalled'::text, 'scheduled'::text, 'unscheduled'::text, 'published'::text, 'discarded'::text])));
alter table report_draft_events add constraint report_draft_events_organ_id_actor_id_fkey FOREIGN KEY (organ_id, actor_id) REFERENCES staff(organ_id, id);
alter table report_draft_events add constraint report_draft_events_organ_id_draft_id_fkey FOREIGN KEY (organ_id, draft_id) REFERENCES report_drafts(organ_id, id);
alter table report_draft_events add constraint report_draft_events_pkey PRIMARY KEY (organ_id, draft_id, seq);
alter table report_draft_events add constraint report_draft_events_seq_check CHECK ((seq > 0));
CREATE TRIGGER report_draft_events_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.report_draft_events FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER report_draft_events_journal_1 AFTER INSERT ON public.report_draft_events REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION journal_rows('organ_id', '', 'draft_id', 'seq');
CREATE TRIGGER report_draft_events_journal_2 AFTER UPDATE ON public.report_draft_events REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION journal_rows('organ_id', '', 'draft_id', 'seq');
CREATE TRIGGER report_draft_events_journal_3 AFTER DELETE ON public.report_draft_events REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION journal_rows('organ_id', '', 'draft_id', 'seq');
policy own_organ on report_draft_events: using (organ_id = current_organ()) check (organ_id = current_organ())
create table report_drafts (
  organ_id integer not null,
  id uuid not null default uuidv7(),
  year integer not null,
  status text not null default 'drafting'::text,
  last_seq integer not null default 0,
  scheduled_for date,
  revision integer
);
alter table report_drafts add constraint report_drafts_check CHECK (((status = 'scheduled'::text) = (scheduled_for IS NOT NULL)));
alter table report_drafts add constraint report_drafts_check1 CHECK (((status = 'published'::text) = (revision IS NOT NULL)));
alter table report_drafts add constraint report_drafts_organ_id_fkey FOREIGN KEY (organ_id) REFERENCES organs(id);
alter table report_drafts add constraint report_drafts_organ_id_year_revision_fkey FOREIGN KEY (organ_id, year, revision) REFERENCES annual_reports(organ_id, year, revision);
alter table report_drafts add constraint report_drafts_pkey PRIMARY KEY (organ_id, id);
alter table report_drafts add constraint report_drafts_status_check CHECK ((status = ANY (ARRAY['drafting'::text, 'reviewing'::text, 'signed'::text, 'scheduled'::text, 'published'::text, 'discarded'::text])));
alter table report_drafts add constraint report_drafts_year_check CHECK (((year >= 2008) AND (year <= 2200)));
CREATE UNIQUE INDEX one_open_report_draft ON public.report_drafts USING btree (organ_id, year) WHERE (status = ANY (ARRAY['drafting'::text, 'reviewing'::text, 'signed'::text, 'scheduled'::text]));
CREATE TRIGGER report_drafts_journal_1 AFTER INSERT ON public.report_drafts REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION journal_rows('organ_id', '', 'id');
CREATE TRIGGER report_drafts_journal_2 AFTER UPDATE ON public.report_drafts REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION journal_rows('organ_id', '', 'id');
CREATE TRIGGER report_drafts_journal_3 AFTER DELETE ON public.report_drafts REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION journal_rows('organ_id', '', 'id');
policy own_organ on report_drafts: using (organ_id = current_organ()) check (organ_id = current_organ())
create table report_filers (
  organ_id integer not null,
  id uuid not null default uuidv7(),
  name text not null,
  kind text not null,
  email text not null default ''::text,
  first_year integer not null,
  last_year integer
);
alter table report_filers add constraint report_filers_check CHECK (((last_year IS NULL) OR (last_year >= first_year)));
alter table report_filers add constraint report_filers_first_year_check CHECK (((first_year >= 2008) AND (first_year <= 2200)));
alter table report_filers add constraint report_filers_kind_check CHECK ((kind = ANY (ARRAY['government'::text, 'department'::text, 'township'::text])));
alter table report_filers add constraint report_filers_last_year_check CHECK (((last_year >= 2008) AND (last_year <= 2200)));
alter table report_filers add constraint report_filers_name_check CHECK ((name <> ''::text));
alter table report_filers add constraint report_filers_organ_id_fkey FOREIGN KEY (organ_id) REFERENCES organs(id);
alter table report_filers add constraint report_filers_pkey PRIMARY KEY (organ_id, id);
CREATE UNIQUE INDEX one_filer_of_a_name ON public.report_filers USING btree (organ_id, name) WHERE (last_year IS NULL);
CREATE TRIGGER report_filers_journal_1 AFTER INSERT ON public.report_filers REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION journal_rows('organ_id', '', 'id');
CREATE TRIGGER report_filers_journal_2 AFTER UPDATE ON public.report_filers REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION journal_rows('organ_id', '', 'id');
CREATE TRIGGER report_filers_journal_3 AFTER DELETE ON public.report_filers REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION journal_rows('organ_id', '', 'id');
policy own_organ on report_filers: using (organ_id = current_organ()) check (organ_id = current_organ())
create table report_filing_events (
  organ_id integer not null,
  filing_id uuid not null,
  seq integer not null,
  kind text not null,
  at timestamp with time zone not null default clock_timestamp(),
  actor_kind text not null,
  actor_organ_id integer not null,
  actor_id uuid,
  actor_name text not null,
  data jsonb not null default '{}'::jsonb,
  file_id uuid
);
alter table report_filing_events add constraint report_filing_events_actor_kind_check CHECK ((actor_kind = ANY (ARRAY['staff'::text, 'system'::text, 'operator'::text])));
alter table report_filing_events add constraint report_filing_events_actor_organ_id_actor_id_fkey FOREIGN KEY (actor_organ_id, actor_id) REFERENCES staff(organ_id, id);
alter table report_filing_events add constraint report_filing_events_actor_organ_id_fkey FOREIGN KEY (actor_organ_id) REFERENCES organs(id);
alter table report_filing_events add constraint report_filing_events_check CHECK (((kind = 'received'::text) = (file_id IS NOT NULL)));
alter table report_filing_events add constraint report_filing_events_kind_check CHECK ((kind = ANY (ARRAY['received'::text, 'filed'::text, 'withdrawn'::text, 'returned'::text, 'accepted'::text, 'excused'::text, 'expected'::text, 'reminded'::text, 'discarded'::text])));
alter table report_filing_events add constraint report_filing_events_organ_id_file_id_fkey FOREIGN KEY (organ_id, file_id) REFERENCES files(organ_id, id);
alter table report_filing_events add constraint report_filing_events_organ_id_filing_id_fkey FOREIGN KEY (organ_id, filing_id) REFERENCES report_filings(organ_id, id);
alter table report_filing_events add constraint report_filing_events_pkey PRIMARY KEY (organ_id, filing_id, seq);
alter table report_filing_events add constraint report_filing_events_seq_check CHECK ((seq > 0));
CREATE TRIGGER report_filing_events_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.report_filing_events FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER report_filing_events_journal_1 AFTER INSERT ON public.report_filing_events REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION journal_rows('organ_id', '', 'filing_id', 'seq');
CREATE TRIGGER report_filing_events_journal_2 AFTER UPDATE ON public.report_filing_events REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION journal_rows('organ_id', '', 'filing_id', 'seq');
CREATE TRIGGER report_filing_events_journal_3 AFTER DELETE ON public.report_filing_events REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION journal_rows('organ_id', '', 'filing_id', 'seq');
policy own_filing on report_filing_events: using (EXISTS ( SELECT
   FROM report_filings f
  WHERE ((f.organ_id = report_filing_events.organ_id) AND (f.id = report_filing_events.filing_id) AND (f.filer_organ_id = current_organ())))) check -
policy received on report_filing_events: using (organ_id = current_organ()) check (organ_id = current_organ())
create table report_filings (
  organ_id integer not null,
  id uuid not null default uuidv7(),
  year integer not null,
  filer_organ_id integer,
  filer_id uuid,
  status text not null default 'expected'::text,
  last_seq integer not null default 0,
  filed_on date,
  findings jsonb not null default '[]'::jsonb,
  accepted_seq integer,
  accepted_figures jsonb,
  accepted_findings jsonb not null default '[]'::jsonb,
  accepted_sentences text[] not null default '{}'::text[]
);
alter table report_filings add constraint report_filings_check CHECK ((num_nonnulls(filer_organ_id, filer_id) = 1));
alter table report_filings add constraint report_filings_check1 CHECK (((accepted_seq IS NULL) = (accepted_figures IS NULL)));
alter table report_filings add constraint report_filings_filer_organ_id_fkey FOREIGN KEY (filer_organ_id) REFERENCES organs(id);
alter table report_filings add constraint report_filings_organ_id_filer_id_fkey FOREIGN KEY (organ_id, filer_id) REFERENCES report_filers(organ_id, id);
alter table report_filings add constraint report_filings_organ_id_fkey FOREIGN KEY (organ_id) REFERENCES organs(id);
alter table report_filings add constraint report_filings_pkey PRIMARY KEY (organ_id, id);
alter table report_filings add constraint report_filings_status_check CHECK ((status = ANY (ARRAY['expected'::text, 'received'::text, 'filed'::text, 'returned'::text, 'withdrawn'::text, 'accepted'::text, 'excused'::text])));
alter table report_filings add constraint report_filings_year_check CHECK (((year >= 2008) AND (year <= 2200)));
CREATE UNIQUE INDEX one_filing_of_a_filer ON public.report_filings USING btree (organ_id, year, filer_id) WHERE (filer_id IS NOT NULL);
CREATE UNIQUE INDEX one_filing_of_an_organ ON public.report_filings USING btree (organ_id, year, filer_organ_id) WHERE (filer_organ_id IS NOT NULL);
CREATE INDEX report_filings_of_filer ON public.report_filings USING btree (filer_organ_id, year);
CREATE TRIGGER report_filings_journal_1 AFTER INSERT ON public.report_filings REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION journal_rows('organ_id', '', 'id');
CREATE TRIGGER report_filings_journal_2 AFTER UPDATE ON public.report_filings REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION journal_rows('organ_id', '', 'id');
CREATE TRIGGER report_filings_journal_3 AFTER DELETE ON public.report_filings REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION journal_rows('organ_id', '', 'id');
policy begun on report_filings: using - check ((organ_id = current_organ()) AND ((filer_organ_id IS NULL) OR (EXISTS ( SELECT
   FROM organs o
  WHERE ((o.id = report_filings.filer_organ_id) AND (o.parent_id = report_filings.organ_id))))))
policy decided on report_filings: using (organ_id = current_organ()) check (organ_id = current_organ())
policy own_filing on report_filings: using (filer_organ_id = current_organ()) check -
policy received on report_filings: using (organ_id = current_organ()) check -
create table request_applicants (
  organ_id integer not null,
  request_id uuid not null,
  sealed text not null
);
alter table request_applicants add constraint request_applicants_organ_id_request_id_fkey FOREIGN KEY (organ_id, request_id) REFERENCES requests(organ_id, id);
alter table request_applicants add constraint request_applicants_pkey PRIMARY KEY (organ_id, request_id);
CREATE TRIGGER request_applicants_journal_1 AFTER INSERT ON public.request_applicants REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION journal_rows('organ_id', '', 'request_id');
CREATE TRIGGER request_applicants_journal_2 AFTER UPDATE ON public.request_applicants REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION journal_rows('organ_id', '', 'request_id');
CREATE TRIGGER request_applicants_journal_3 AFTER DELETE ON public.request_applicants REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION journal_rows('organ_id', '', 'request_id');
policy own_organ on request_applicants: using (organ_id = current_organ()) check (organ_id = current_organ())
create table request_consultations (
  organ_id integer not null,
  request_id uuid not null,
  id integer not null,
  sealed text not null
);
alter table request_consultations add constraint request_consultations_organ_id_request_id_fkey FOREIGN KEY (organ_id, request_id) REFERENCES requests(organ_id, id);
alter table request_consultations add constraint request_consultations_pkey PRIMARY KEY (organ_id, request_id, id);
CREATE TRIGGER request_consultations_journal_1 AFTER INSERT ON public.request_consultations REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION journal_rows('organ_id', '', 'request_id', 'id');
CREATE TRIGGER request_consultations_journal_2 AFTER UPDATE ON public.request_consultations REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION journal_rows('organ_id', '', 'request_id', 'id');
CREATE TRIGGER request_consultations_journal_3 AFTER DELETE ON public.request_consultations REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION journal_rows('organ_id', '', 'request_id', 'id');
policy own_organ on request_consultations: using (organ_id = current_organ()) check (organ_id = current_organ())
create table request_drafts (
  organ_id integer not null,
  id bytea not null,
  sealed text not null,
  network bytea not null,
  bytes integer not null,
  saved_at timestamp with time zone not null default now(),
  expires_at timestamp with time zone not null
);
alter table request_drafts add constraint request_drafts_bytes_check CHECK ((bytes > 0));
alter table request_drafts add constraint request_drafts_id_check CHECK ((octet_length(id) = 32));
alter table request_drafts add constraint request_drafts_organ_id_fkey FOREIGN KEY (organ_id) REFERENCES organs(id);
alter table request_drafts add constraint request_drafts_pkey PRIMARY KEY (organ_id, id);
policy own_organ on request_drafts: using (organ_id = current_organ()) check (organ_id = current_organ())
create table request_events (
  organ_id integer not null,
  request_id uuid not null,
  seq integer not null,
  kind text not null,
  happened_on date not null,
  amount numeric(12,2),
  supersedes integer,
  recorded_at timestamp with time zone not null default now(),
  data jsonb not null default '{}'::jsonb,
  actor_kind text not null default 'operator'::text,
  actor_id uuid,
  actor_name text not null default ''::text
);
alter table request_events add constraint request_events_actor_kind_check CHECK ((actor_kind = ANY (ARRAY['staff'::text, 'applicant'::text, 'system'::text, 'operator'::text])));
alter table request_events add constraint request_events_amount_check CHECK ((amount >= (0)::numeric));
alter table request_events add constraint request_events_amount_of_fee CHECK (((amount IS NULL) = (kind <> ALL (ARRAY['feeNotified'::text, 'feePaid'::text, 'feeWaived'::text, 'feeRefunded'::text]))));
alter table request_events add constraint request_events_check CHECK ((supersedes < seq));
alter table request_events add constraint request_events_kind_check CHECK (((kind = ANY (ARRAY['arrived'::text, 'received'::text, 'assigned'::text, 'split'::text, 'supplementRequested'::text, 'supplementReceived'::text, 'reasonsRequested'::text, 'reasonsReceived'::text, 'delayed'::text, 'extensionProposed'::text, 'extended'::text, 'extensionDeclined'::text, 'consultationSent'::text, 'consultationDelivered'::text, 'consultationAnswered'::text, 'thirdPartyNotified'::text, 'feeNotified'::text, 'feePaid'::text, 'answerDrafted'::text, 'answerApproved'::text, 'answerReturned'::text, 'letterDrafted'::text, 'letterApproved'::text, 'letterReturned'::text, 'withdrawn'::text, 'withdrawalProposed'::text, 'withdrawalDeclined'::text, 'concluded'::text, 'dueMoved'::text, 'noted'::text, 'voided'::text, 'correctionProposed'::text, 'correctionDeclined'::text, 'registrationCorrected'::text])) OR (kind = 'letterCorrected'::text) OR (kind = 'receiptReissued'::text) OR (kind = ANY (ARRAY['feeDelivered'::text, 'feeWaived'::text, 'feeRefunded'::text])) OR (kind = ANY (ARRAY['reanswerOrdered'::text, 'reanswered'::text, 'reanswerCancelled'::text])) OR (kind = ANY (ARRAY['serviceAttempted'::text, 'serviceResult'::text])) OR (kind = ANY (ARRAY['handoverOffered'::text, 'handoverRefused'::text, 'coHandlingAsked'::text, 'coHandlingAnswered'::text, 'coHandlingEnded'::text, 'noteRead'::text, 'linked'::text, 'unlinked'::text])) OR (kind = 'publicationProposed'::text)));
alter table request_events add constraint request_events_organ_id_request_id_fkey FOREIGN KEY (organ_id, request_id) REFERENCES requests(organ_id, id);
alter table request_events add constraint request_events_organ_id_request_id_supersedes_fkey FOREIGN KEY (organ_id, request_id, supersedes) REFERENCES request_events(organ_id, request_id, seq);
alter table request_events add constraint request_events_pkey PRIMARY KEY (organ_id, request_id, seq);
alter table request_events add constraint request_events_seq_check CHECK ((seq > 0));
CREATE INDEX links_to_a_request ON public.request_events USING btree (organ_id, ((data ->> 'otherId'::text))) WHERE (kind = ANY (ARRAY['linked'::text, 'unlinked'::text]));
CREATE UNIQUE INDEX one_payment_of_a_receipt ON public.request_events USING btree (organ_id, ((data ->> 'receiptNumber'::text))) WHERE ((kind = 'feePaid'::text) AND (data ? 'receiptNumber'::text));
CREATE UNIQUE INDEX one_refund_of_a_voucher ON public.request_events USING btree (organ_id, ((data ->> 'voucherNumber'::text))) WHERE (kind = 'feeRefunded'::text);
CREATE INDEX request_courses ON public.request_events USING btree (organ_id, kind, happened_on) INCLUDE (request_id) WHERE (kind <> ALL (ARRAY['arrived'::text, 'received'::text, 'assigned'::text, 'concluded'::text, 'noted'::text, 'answerDrafted'::text, 'answerApproved'::text]));
CREATE TRIGGER request_events_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.request_events FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER request_events_journal_1 AFTER INSERT ON public.request_events REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION journal_rows('organ_id', '', 'request_id', 'seq');
CREATE TRIGGER request_events_journal_2 AFTER UPDATE ON public.request_events REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION journal_rows('organ_id', '', 'request_id', 'seq');
CREATE TRIGGER request_events_journal_3 AFTER DELETE ON public.request_events REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION journal_rows('organ_id', '', 'request_id', 'seq');
policy own_organ on request_events: using (organ_id = current_organ()) check (organ_id = current_organ())
create table request_files (
  organ_id integer not null,
  request_id uuid not null,
  file_id uuid not null,
  purpose text not null,
  seq integer not null
);
alter table request_files add constraint request_files_organ_id_file_id_fkey FOREIGN KEY (organ_id, file_id) REFERENCES files(organ_id, id);
alter table request_files add constraint request_files_organ_id_request_id_fkey FOREIGN KEY (organ_id, request_id) REFERENCES requests(organ_id, id);
alter table request_files add constraint request_files_pkey PRIMARY KEY (organ_id, request_id, file_id);
alter table request_files add constraint request_files_purpose_check CHECK ((purpose = ANY (ARRAY['identity'::text, 'powerOfAttorney'::text, 'attachment'::text, 'scan'::text, 'evidence'::text, 'answer'::text, 'letter'::text])));
CREATE TRIGGER request_files_journal_1 AFTER INSERT ON public.request_files REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION journal_rows('organ_id', '', 'request_id', 'file_id');
CREATE TRIGGER request_files_journal_2 AFTER UPDATE ON public.request_files REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION journal_rows('organ_id', '', 'request_id', 'file_id');
CREATE TRIGGER request_files_journal_3 AFTER DELETE ON public.request_files REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION journal_rows('organ_id', '', 'request_id', 'file_id');
policy own_organ on request_files: using (organ_id = current_organ()) check (organ_id = current_organ())
create table request_letters (
  organ_id integer not null,
  request_id uuid not null,
  seq integer not null,
  kind text not null,
  number text not null,
  issued_on date not null,
  template text not null,
  hash text not null,
  sealed text not null,
  pdf_file_id uuid,
  docx_file_id uuid
);
alter table request_letters add constraint request_letters_organ_id_docx_file_id_fkey FOREIGN KEY (organ_id, docx_file_id) REFERENCES files(organ_id, id);
alter table request_letters add constraint request_letters_organ_id_number_key UNIQUE (organ_id, number);
alter table request_letters add constraint request_letters_organ_id_pdf_file_id_fkey FOREIGN KEY (organ_id, pdf_file_id) REFERENCES files(organ_id, id);
alter table request_letters add constraint request_letters_organ_id_request_id_fkey FOREIGN KEY (organ_id, request_id) REFERENCES requests(organ_id, id);
alter table request_letters add constraint request_letters_pkey PRIMARY KEY (organ_id, request_id, seq);
CREATE TRIGGER request_letters_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.request_letters FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER request_letters_journal_1 AFTER INSERT ON public.request_letters REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION journal_rows('organ_id', '', 'request_id', 'seq');
CREATE TRIGGER request_letters_journal_2 AFTER UPDATE ON public.request_letters REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION journal_rows('organ_id', '', 'request_id', 'seq');
CREATE TRIGGER request_letters_journal_3 AFTER DELETE ON public.request_letters REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION journal_rows('organ_id', '', 'request_id', 'seq');
policy own_organ on request_letters: using (organ_id = current_organ()) check (organ_id = current_organ())
create table requests (
  organ_id integer not null,
  id uuid not null default uuidv7(),
  number text not null,
  channel text not null,
  applicant_kind text not null,
  summary text not null default ''::text,
  arrived_on date not null,
  received_on date,
  outcome text,
  concluded_on date,
  origin text not null default 'imported'::text,
  status text not null default 'processing'::text,
  last_seq integer not null default 0,
  split_from uuid,
  unit_id uuid,
  handler_id uuid,
  form_wanted text not null default ''::text,
  route_wanted text not null default ''::text,
  assistance text not null default ''::text,
  purpose text not null default ''::text,
  applicant_key bytea,
  applicant_name_key bytea,
  receipt_code_hash bytea,
  receipt_secret_hash bytea,
  due_on date,
  due_kind text,
  due_provisional boolean not null default false,
  calendar_version text,
  correction_waits boolean,
  applicant_phone_key bytea
);
alter table requests add constraint requests_applicant_kind_check CHECK ((applicant_kind = ANY (ARRAY['naturalPerson'::text, 'enterprise'::text, 'researchInstitution'::text, 'publicInterestOrg'::text, 'legalServiceOrg'::text, 'otherOrg'::text])));
alter table requests add constraint requests_channel_check CHECK ((channel = ANY (ARRAY['inPerson'::text, 'registeredMail'::text, 'ordinaryMail'::text, 'fax'::text, 'online'::text, 'oral'::text])));
alter table requests add constraint requests_check CHECK ((received_on >= arrived_on));
alter table requests add constraint requests_check1 CHECK (((outcome IS NULL) = (concluded_on IS NULL)));
alter table requests add constraint requests_check2 CHECK ((concluded_on >= received_on));
alter table requests add constraint requests_check3 CHECK (((status = 'arrived'::text) = (received_on IS NULL)));
alter table requests add constraint requests_check5 CHECK (((origin = 'imported'::text) = (receipt_code_hash IS NULL)));
alter table requests add constraint requests_correction_waits_check CHECK (correction_waits);
alter table requests add constraint requests_number_check CHECK ((number <> ''::text));
alter table requests add constraint requests_organ_id_fkey FOREIGN KEY (organ_id) REFERENCES organs(id);
alter table requests add constraint requests_organ_id_handler_id_fkey FOREIGN KEY (organ_id, handler_id) REFERENCES staff(organ_id, id);
alter table requests add constraint requests_organ_id_number_key UNIQUE (organ_id, number);
alter table requests add constraint requests_organ_id_split_from_fkey FOREIGN KEY (organ_id, split_from) REFERENCES requests(organ_id, id);
alter table requests add constraint requests_organ_id_unit_id_fkey FOREIGN KEY (organ_id, unit_id) REFERENCES work_units(organ_id, id);
alter table requests add constraint requests_origin_check CHECK ((origin = ANY (ARRAY['imported'::text, 'live'::text])));
alter table requests add constraint requests_pkey PRIMARY KEY (organ_id, id);
alter table requests add constraint requests_result_stands CHECK (((status = ANY (ARRAY['concluded'::text, 'reanswering'::text, 'reapproving'::text, 'reapproved'::text])) = (outcome IS NOT NULL)));
alter table requests add constraint requests_status_check CHECK ((status = ANY (ARRAY['arrived'::text, 'processing'::text, 'supplementing'::text, 'explaining'::text, 'awaitingPayment'::text, 'approving'::text, 'approved'::text, 'concluded'::text, 'reanswering'::text, 'reapproving'::text, 'reapproved'::text])));
CREATE INDEX requests_answered ON public.requests USING btree (organ_id, received_on, COALESCE(concluded_on, 'infinity'::date)) INCLUDE (id, concluded_on) WHERE (origin = 'live'::text);
CREATE INDEX requests_by_arrival ON public.requests USING btree (organ_id, arrived_on DESC, id DESC) INCLUDE (status, origin);
CREATE UNIQUE INDEX requests_by_code ON public.requests USING btree (organ_id, receipt_code_hash) WHERE (receipt_code_hash IS NOT NULL);
CREATE INDEX requests_by_likeness ON public.requests USING gin (summary gin_trgm_ops);
CREATE INDEX requests_by_name ON public.requests USING btree (organ_id, applicant_name_key) WHERE (applicant_name_key IS NOT NULL);
CREATE INDEX requests_by_phone ON public.requests USING btree (organ_id, applicant_phone_key) WHERE (applicant_phone_key IS NOT NULL);
CREATE INDEX requests_by_words ON public.requests USING gin (bigrams(((number || ' '::text) || summary)));
CREATE INDEX requests_by_year ON public.requests USING btree (organ_id, received_on) INCLUDE (applicant_kind, concluded_on, outcome);
CREATE INDEX requests_of_applicant ON public.requests USING btree (organ_id, applicant_key) WHERE (applicant_key IS NOT NULL);
CREATE INDEX requests_of_handler ON public.requests USING btree (organ_id, handler_id, arrived_on DESC, id DESC) WHERE (handler_id IS NOT NULL);
CREATE INDEX requests_of_unit ON public.requests USING btree (organ_id, unit_id, arrived_on DESC, id DESC) WHERE (unit_id IS NOT NULL);
CREATE INDEX requests_queue ON public.requests USING btree (organ_id, due_on, id) WHERE (status <> 'concluded'::text);
CREATE INDEX requests_with_correction ON public.requests USING btree (organ_id) WHERE correction_waits;
CREATE INDEX requests_without_phone_key ON public.requests USING btree (organ_id) WHERE ((applicant_phone_key IS NULL) AND (origin = 'live'::text));
CREATE TRIGGER requests_journal_1 AFTER INSERT ON public.requests REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION journal_rows('organ_id', '', 'id');
CREATE TRIGGER requests_journal_2 AFTER UPDATE ON public.requests REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION journal_rows('organ_id', '', 'id');
CREATE TRIGGER requests_journal_3 AFTER DELETE ON public.requests REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION journal_rows('organ_id', '', 'id');
policy own_organ on requests: using (organ_id = current_organ()) check (organ_id = current_organ())
create table revisions (
  organ_id integer not null,
  record_id uuid not null,
  edition integer not null,
  revision integer not null,
  based_on integer not null,
  hash text not null,
  content jsonb not null,
  saved_by uuid,
  saved_name text not null,
  saved_at timestamp with time zone not null default clock_timestamp(),
  is_aside boolean not null default false
);
alter table revisions add constraint revisions_hash_check CHECK ((hash ~ '^[0-9a-f]{64}$'::text));
alter table revisions add constraint revisions_organ_id_record_id_edition_fkey FOREIGN KEY (organ_id, record_id, edition) REFERENCES editions(organ_id, record_id, edition);
alter table revisions add constraint revisions_pkey PRIMARY KEY (organ_id, record_id, edition, revision);
alter table revisions add constraint revisions_revision_check CHECK ((revision > 0));
CREATE TRIGGER revisions_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.revisions FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER revisions_journal_1 AFTER INSERT ON public.revisions REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION journal_rows('organ_id', '', 'record_id', 'edition', 'revision');
CREATE TRIGGER revisions_journal_2 AFTER UPDATE ON public.revisions REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION journal_rows('organ_id', '', 'record_id', 'edition', 'revision');
CREATE TRIGGER revisions_journal_3 AFTER DELETE ON public.revisions REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION journal_rows('organ_id', '', 'record_id', 'edition', 'revision');
policy own_organ on revisions: using (organ_id = current_organ()) check (organ_id = current_organ())
create table row_changes (
  seq bigint not null generated always as identity,
  organ_id integer not null,
  act uuid,
  tab text not null,
  key text not null,
  hash bytea
);
CREATE INDEX row_changes_by_act_of_organ ON public.row_changes USING btree (act, organ_id, seq);
CREATE INDEX row_changes_by_table ON public.row_changes USING btree (organ_id, tab);
CREATE TRIGGER row_changes_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.row_changes FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
policy holidays on row_changes: using (tab = 'holiday_notices'::text) check -
policy own_organ on row_changes: using (organ_id = current_organ()) check (organ_id = current_organ())
create table row_corrections (
  organ_id integer not null,
  id uuid not null default uuidv7(),
  ledger text not null,
  row_id uuid not null,
  act text not null,
  before jsonb not null,
  changes jsonb not null,
  reason text not null,
  needs_second boolean not null,
  reports integer[] not null default '{}'::integer[],
  proposed_on date not null,
  proposed_at timestamp with time zone not null default now(),
  proposed_by uuid,
  proposed_name text not null,
  state text not null,
  decided_on date,
  decided_at timestamp with time zone,
  decided_by uuid,
  decided_name text,
  decision_reason text not null default ''::text,
  sealed text
);
alter table row_corrections add constraint row_corrections_act_check CHECK ((act = ANY (ARRAY['correct'::text, 'remove'::text])));
alter table row_corrections add constraint row_corrections_check CHECK (((act = 'correct'::text) OR needs_second));
alter table row_corrections add constraint row_corrections_check1 CHECK (((act = 'remove'::text) = (changes = '{}'::jsonb)));
alter table row_corrections add constraint row_corrections_check2 CHECK ((((state = 'waiting'::text) = (decided_at IS NULL)) AND ((decided_at IS NULL) = (decided_name IS NULL))));
alter table row_corrections add constraint row_corrections_check3 CHECK (((state <> 'done'::text) OR (NOT needs_second) OR (decided_by IS DISTINCT FROM proposed_by)));
alter table row_corrections add constraint row_corrections_ledger_check CHECK ((ledger = ANY (ARRAY['requests'::text, 'remedies'::text, 'normativeDocuments'::text, 'administrativeDecisions'::text, 'administrativeFees'::text, 'channels'::text, 'publications'::text])));
alter table row_corrections add constraint row_corrections_organ_id_decided_by_fkey FOREIGN KEY (organ_id, decided_by) REFERENCES staff(organ_id, id);
alter table row_corrections add constraint row_corrections_organ_id_fkey FOREIGN KEY (organ_id) REFERENCES organs(id);
alter table row_corrections add constraint row_corrections_organ_id_proposed_by_fkey FOREIGN KEY (organ_id, proposed_by) REFERENCES staff(organ_id, id);
alter table row_corrections add constraint row_corrections_pkey PRIMARY KEY (organ_id, id);
alter table row_corrections add constraint row_corrections_proposed_name_check CHECK ((proposed_name <> ''::text));
alter table row_corrections add constraint row_corrections_reason_check CHECK ((reason <> ''::text));
alter table row_corrections add constraint row_corrections_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'done'::text, 'declined'::text, 'takenBack'::text])));
CREATE UNIQUE INDEX one_waiting_row_correction ON public.row_corrections USING btree (organ_id, ledger, row_id) WHERE (state = 'waiting'::text);
CREATE INDEX row_corrections_by_row ON public.row_corrections USING btree (organ_id, row_id);
CREATE TRIGGER row_corrections_journal_1 AFTER INSERT ON public.row_corrections REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION journal_rows('organ_id', '', 'id');
CREATE TRIGGER row_corrections_journal_2 AFTER UPDATE ON public.row_corrections REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION journal_rows('organ_id', '', 'id');
CREATE TRIGGER row_corrections_journal_3 AFTER DELETE ON public.row_corrections REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION journal_rows('organ_id', '', 'id');
policy own_organ on row_corrections: using (organ_id = current_organ()) check (organ_id = current_organ())
create table saved_views (
  organ_id integer not null,
  id uuid not null default uuidv7(),
  staff_id uuid not null,
  list text not null,
  name text not null,
  query text not null,
  is_default boolean not null default false
);
alter table saved_views add constraint saved_views_list_check CHECK ((list <> ''::text));
alter table saved_views add constraint saved_views_name_check CHECK ((name <> ''::text));
alter table saved_views add constraint saved_views_organ_id_fkey FOREIGN KEY (organ_id) REFERENCES organs(id);
alter table saved_views add constraint saved_views_organ_id_staff_id_fkey FOREIGN KEY (organ_id, staff_id) REFERENCES staff(organ_id, id);
alter table saved_views add constraint saved_views_organ_id_staff_id_list_name_key UNIQUE (organ_id, staff_id, list, name);
alter table saved_views add constraint saved_views_pkey PRIMARY KEY (organ_id, id);
alter table saved_views add constraint saved_views_query_check CHECK ((length(query) <= 1000));
CREATE UNIQUE INDEX one_default_view ON public.saved_views USING btree (organ_id, staff_id, list) WHERE is_default;
policy own_organ on saved_views: using (organ_id = current_organ()) check (organ_id = current_organ())
create table sealing_key (
  id text not null,
  is_only boolean not null default true,
  first_used_at timestamp with time zone not null default now()
);
alter table sealing_key add constraint sealing_key_is_only_check CHECK (is_only);
alter table sealing_key add constraint sealing_key_pkey PRIMARY KEY (is_only);
create table sessions (
  organ_id integer not null,
  token_hash bytea not null,
  staff_id uuid not null,
  address text not null,
  began_at timestamp with time zone not null default now(),
  seen_at timestamp with time zone not null default now(),
  passed_second_factor boolean not null default false,
  ended_at timestamp with time zone,
  challenge bytea,
  challenge_until timestamp with time zone,
  proved_at timestamp with time zone,
  by_directory boolean not null default false
);
alter table sessions add constraint sessions_check CHECK (((challenge IS NULL) = (challenge_until IS NULL)));
alter table sessions add constraint sessions_organ_id_staff_id_fkey FOREIGN KEY (organ_id, staff_id) REFERENCES staff(organ_id, id);
alter table sessions add constraint sessions_pkey PRIMARY KEY (organ_id, token_hash);
CREATE INDEX sessions_of_staff ON public.sessions USING btree (organ_id, staff_id) WHERE (ended_at IS NULL);
policy own_organ on sessions: using (organ_id = current_organ()) check (organ_id = current_organ())
create table staff (
  organ_id integer not null,
  id uuid not null default uuidv7(),
  login text not null,
  name text not null,
  unit_id uuid,
  phone text not null default ''::text,
  email text not null default ''::text,
  password_hash text not null,
  password_changed_at timestamp with time zone not null default now(),
  must_change_password boolean not null default true,
  old_password_hashes text[] not null default '{}'::text[],
  totp_secret text,
  totp_last_step bigint not null default 0,
  disabled_at timestamp with time zone
);
alter table staff add constraint staff_login_check CHECK ((login ~ '^[a-z][a-z0-9._-]{1,31}$'::text));
alter table staff add constraint staff_login_key UNIQUE (login);
alter table staff add constraint staff_name_check CHECK ((name <> ''::text));
alter table staff add constraint staff_organ_id_fkey FOREIGN KEY (organ_id) REFERENCES organs(id);
alter table staff add constraint staff_organ_id_unit_id_fkey FOREIGN KEY (organ_id, unit_id) REFERENCES work_units(organ_id, id);
alter table staff add constraint staff_pkey PRIMARY KEY (organ_id, id);
CREATE TRIGGER staff_journal_1 AFTER INSERT ON public.staff REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION journal_rows('organ_id', '', 'id');
CREATE TRIGGER staff_journal_2 AFTER UPDATE ON public.staff REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION journal_rows('organ_id', '', 'id');
CREATE TRIGGER staff_journal_3 AFTER DELETE ON public.staff REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION journal_rows('organ_id', '', 'id');
policy own_organ on staff: using (organ_id = current_organ()) check (organ_id = current_organ())
create table staff_roles (
  organ_id integer not null,
  staff_id uuid not null,
  role text not null
);
alter table staff_roles add constraint staff_roles_organ_id_staff_id_fkey FOREIGN KEY (organ_id, staff_id) REFERENCES staff(organ_id, id);
alter table staff_roles add constraint staff_roles_pkey PRIMARY KEY (organ_id, staff_id, role);
alter table staff_roles add constraint staff_roles_role_check CHECK ((role = ANY (ARRAY['clerk'::text, 'unitHead'::text, 'ogiHead'::text, 'leader'::text, 'legalStaff'::text, 'systemAdmin'::text, 'securityAdmin'::text, 'auditAdmin'::text])));
CREATE UNIQUE INDEX one_administration_each ON public.staff_roles USING btree (organ_id, staff_id) WHERE (role = ANY (ARRAY['systemAdmin'::text, 'securityAdmin'::text, 'auditAdmin'::text]));
CREATE TRIGGER staff_roles_journal_1 AFTER INSERT ON public.staff_roles REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION journal_rows('organ_id', '', 'staff_id', 'role');
CREATE TRIGGER staff_roles_journal_2 AFTER UPDATE ON public.staff_roles REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION journal_rows('organ_id', '', 'staff_id', 'role');
CREATE TRIGGER staff_roles_journal_3 AFTER DELETE ON public.staff_roles REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION journal_rows('organ_id', '', 'staff_id', 'role');
policy own_organ on staff_roles: using (organ_id = current_organ()) check (organ_id = current_organ())
create table stand_ins (
  organ_id integer not null,
  id uuid not null default uuidv7(),
  absent_id uuid not null,
  stand_in_id uuid not null,
  from_on date not null,
  to_on date not null,
  reason text not null,
  ended_at timestamp with time zone
);
alter table stand_ins add constraint stand_ins_check CHECK ((to_on >= from_on));
alter table stand_ins add constraint stand_ins_check1 CHECK ((stand_in_id <> absent_id));
alter table stand_ins add constraint stand_ins_organ_id_absent_id_fkey FOREIGN KEY (organ_id, absent_id) REFERENCES staff(organ_id, id);
alter table stand_ins add constraint stand_ins_organ_id_fkey FOREIGN KEY (organ_id) REFERENCES organs(id);
alter table stand_ins add constraint stand_ins_organ_id_stand_in_id_fkey FOREIGN KEY (organ_id, stand_in_id) REFERENCES staff(organ_id, id);
alter table stand_ins add constraint stand_ins_pkey PRIMARY KEY (organ_id, id);
alter table stand_ins add constraint stand_ins_reason_check CHECK ((reason <> ''::text));
CREATE TRIGGER stand_ins_journal_1 AFTER INSERT ON public.stand_ins REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION journal_rows('organ_id', '', 'id');
CREATE TRIGGER stand_ins_journal_2 AFTER UPDATE ON public.stand_ins REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION journal_rows('organ_id', '', 'id');
CREATE TRIGGER stand_ins_journal_3 AFTER DELETE ON public.stand_ins REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION journal_rows('organ_id', '', 'id');
policy own_organ on stand_ins: using (organ_id = current_organ()) check (organ_id = current_organ())
create table submissions (
  organ_id integer not null,
  key uuid not null,
  request_id uuid not null,
  digest bytea not null,
  submitted_at timestamp with time zone not null default now()
);
alter table submissions add constraint submissions_organ_id_request_id_fkey FOREIGN KEY (organ_id, request_id) REFERENCES requests(organ_id, id) DEFERRABLE INITIALLY DEFERRED;
alter table submissions add constraint submissions_pkey PRIMARY KEY (organ_id, key);
CREATE TRIGGER submissions_journal_1 AFTER INSERT ON public.submissions REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION journal_rows('organ_id', '', 'key');
CREATE TRIGGER submissions_journal_2 AFTER UPDATE ON public.submissions REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION journal_rows('organ_id', '', 'key');
CREATE TRIGGER submissions_journal_3 AFTER DELETE ON public.submissions REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION journal_rows('organ_id', '', 'key');
policy own_organ on submissions: using (organ_id = current_organ()) check (organ_id = current_organ())
create table subscribers (
  organ_id integer not null,
  id uuid not null,
  address_hash bytea not null,
  code_hash bytea not null,
  sealed text not null,
  confirmed_at timestamp with time zone not null default now(),
  refusals integer not null default 0
);
alter table subscribers add constraint subscribers_address_hash_check CHECK ((octet_length(address_hash) = 32));
alter table subscribers add constraint subscribers_code_hash_check CHECK ((octet_length(code_hash) = 32));
alter table subscribers add constraint subscribers_organ_id_address_hash_key UNIQUE (organ_id, address_hash);
alter table subscribers add constraint subscribers_organ_id_code_hash_key UNIQUE (organ_id, code_hash);
alter table subscribers add constraint subscribers_organ_id_fkey FOREIGN KEY (organ_id) REFERENCES organs(id);
alter table subscribers add constraint subscribers_pkey PRIMARY KEY (organ_id, id);
alter table subscribers add constraint subscribers_refusals_check CHECK ((refusals >= 0));
policy own_organ on subscribers: using (organ_id = current_organ()) check (organ_id = current_organ())
create table subscription_requests (
  organ_id integer not null,
  id uuid not null,
  code_hash bytea not null,
  sealed text not null,
  kind text not null,
  subject text not null default ''::text,
  expires_at timestamp with time zone not null
);
alter table subscription_requests add constraint subscription_requests_check CHECK (((kind = 'organ'::text) = (subject = ''::text)));
alter table subscription_requests add constraint subscription_requests_code_hash_check CHECK ((octet_length(code_hash) = 32));
alter table subscription_requests add constraint subscription_requests_kind_check CHECK ((kind = ANY (ARRAY['organ'::text, 'column'::text, 'record'::text])));
alter table subscription_requests add constraint subscription_requests_organ_id_code_hash_key UNIQUE (organ_id, code_hash);
alter table subscription_requests add constraint subscription_requests_organ_id_fkey FOREIGN KEY (organ_id) REFERENCES organs(id);
alter table subscription_requests add constraint subscription_requests_pkey PRIMARY KEY (organ_id, id);
policy own_organ on subscription_requests: using (organ_id = current_organ()) check (organ_id = current_organ())
create table subscriptions (
  organ_id integer not null,
  subscriber_id uuid not null,
  kind text not null,
  subject text not null default ''::text
);
alter table subscriptions add constraint subscriptions_check CHECK (((kind = 'organ'::text) = (subject = ''::text)));
alter table subscriptions add constraint subscriptions_kind_check CHECK ((kind = ANY (ARRAY['organ'::text, 'column'::text, 'record'::text])));
alter table subscriptions add constraint subscriptions_organ_id_subscriber_id_fkey FOREIGN KEY (organ_id, subscriber_id) REFERENCES subscribers(organ_id, id) ON DELETE CASCADE;
alter table subscriptions add constraint subscriptions_pkey PRIMARY KEY (organ_id, subscriber_id, kind, subject);
policy own_organ on subscriptions: using (organ_id = current_organ()) check (organ_id = current_organ())
create table suggestion_uses (
  organ_id integer not null,
  id uuid not null default uuidv7(),
  shown_on date not null,
  helped boolean not null
);
alter table suggestion_uses add constraint suggestion_uses_organ_id_fkey FOREIGN KEY (organ_id) REFERENCES organs(id);
alter table suggestion_uses add constraint suggestion_uses_pkey PRIMARY KEY (organ_id, id);
CREATE TRIGGER suggestion_uses_journal_1 AFTER INSERT ON public.suggestion_uses REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION journal_rows('organ_id', '', 'id');
CREATE TRIGGER suggestion_uses_journal_2 AFTER UPDATE ON public.suggestion_uses REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION journal_rows('organ_id', '', 'id');
CREATE TRIGGER suggestion_uses_journal_3 AFTER DELETE ON public.suggestion_uses REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION journal_rows('organ_id', '', 'id');
policy own_organ on suggestion_uses: using (organ_id = current_organ()) check (organ_id = current_organ())
create table text_likenesses (
  organ_id integer not null,
  record_id uuid not null,
  text_hash text not null,
  like_organ_id integer not null,
  like_record_id uuid not null,
  title_similarity real not null,
  text_similarity real,
  found_at timestamp with time zone not null default now()
);
alter table text_likenesses add constraint text_likenesses_like_organ_id_like_record_id_fkey FOREIGN KEY (like_organ_id, like_record_id) REFERENCES published_records(organ_id, record_id);
alter table text_likenesses add constraint text_likenesses_organ_id_record_id_fkey FOREIGN KEY (organ_id, record_id) REFERENCES information_records(organ_id, id);
alter table text_likenesses add constraint text_likenesses_pkey PRIMARY KEY (organ_id, record_id, like_organ_id, like_record_id);
policy own_organ on text_likenesses: using (organ_id = current_organ()) check (organ_id = current_organ())
create table told_publications (
  organ_id integer not null,
  kind text not null,
  subject text not null,
  state text not null,
  digest_id uuid not null
);
alter table told_publications add constraint told_publications_kind_check CHECK ((kind = ANY (ARRAY['record'::text, 'report'::text])));
alter table told_publications add constraint told_publications_organ_id_fkey FOREIGN KEY (organ_id) REFERENCES organs(id);
alter table told_publications add constraint told_publications_pkey PRIMARY KEY (organ_id, kind, subject, state);
CREATE INDEX told_publications_of_digest ON public.told_publications USING btree (organ_id, digest_id);
policy own_organ on told_publications: using (organ_id = current_organ()) check (organ_id = current_organ())
create table top_places (
  organ_id integer not null,
  record_id uuid not null,
  last_day date not null,
  set_at timestamp with time zone not null,
  set_name text not null
);
alter table top_places add constraint top_places_organ_id_record_id_fkey FOREIGN KEY (organ_id, record_id) REFERENCES published_records(organ_id, record_id);
alter table top_places add constraint top_places_pkey PRIMARY KEY (organ_id, record_id);
alter table top_places add constraint top_places_set_name_check CHECK ((set_name <> ''::text));
CREATE TRIGGER top_places_journal_1 AFTER INSERT ON public.top_places REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION journal_rows('organ_id', '', 'record_id');
CREATE TRIGGER top_places_journal_2 AFTER UPDATE ON public.top_places REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION journal_rows('organ_id', '', 'record_id');
CREATE TRIGGER top_places_journal_3 AFTER DELETE ON public.top_places REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION journal_rows('organ_id', '', 'record_id');
CREATE TRIGGER top_places_notify_portal AFTER INSERT OR DELETE OR UPDATE ON public.top_places FOR EACH ROW EXECUTE FUNCTION notify_portal();
policy own_organ_adds on top_places: using - check (organ_id = current_organ())
policy own_organ_changes on top_places: using (organ_id = current_organ()) check -
policy own_organ_removes on top_places: using (organ_id = current_organ()) check -
policy published on top_places: using true check -
create table turns (
  organ_id integer not null,
  kind text not null,
  subject_id uuid not null,
  part integer not null default 0,
  what text not null,
  title text not null,
  roles text[] not null default '{}'::text[],
  unit_id uuid,
  staff_id uuid,
  not_by uuid[] not null default '{}'::uuid[],
  since date not null,
  due_on date
);
alter table turns add constraint turns_check CHECK (((staff_id IS NULL) = (roles <> '{}'::text[])));
alter table turns add constraint turns_kind_check CHECK ((kind = ANY (ARRAY['record'::text, 'request'::text, 'answer'::text, 'letter'::text, 'decision'::text, 'rowCorrection'::text, 'feedback'::text, 'report'::text, 'filing'::text, 'remedy'::text])));
alter table turns add constraint turns_organ_id_fkey FOREIGN KEY (organ_id) REFERENCES organs(id);
alter table turns add constraint turns_pkey PRIMARY KEY (organ_id, kind, subject_id, part);
alter table turns add constraint turns_what_check CHECK ((what <> ''::text));
CREATE INDEX turns_due ON public.turns USING btree (organ_id, due_on);
CREATE INDEX turns_of_roles ON public.turns USING gin (roles);
CREATE INDEX turns_of_staff ON public.turns USING btree (organ_id, staff_id) WHERE (staff_id IS NOT NULL);
policy own_organ on turns: using (organ_id = current_organ()) check (organ_id = current_organ())
create table waiting_files (
  organ_id integer not null,
  file_id uuid not null,
  network bytea not null,
  bytes integer not null,
  came_at timestamp with time zone not null default now(),
  expires_at timestamp with time zone not null
);
alter table waiting_files add constraint waiting_files_bytes_check CHECK ((bytes > 0));
alter table waiting_files add constraint waiting_files_organ_id_file_id_fkey FOREIGN KEY (organ_id, file_id) REFERENCES files(organ_id, id) ON DELETE CASCADE;
alter table waiting_files add constraint waiting_files_pkey PRIMARY KEY (organ_id, file_id);
policy own_organ on waiting_files: using (organ_id = current_organ()) check (organ_id = current_organ())
create table word_list_entries (
  organ_id integer not null,
  list_id uuid not null,
  position integer not null,
  word text not null,
  kind text not null,
  suggestion text not null default ''::text,
  severity text not null,
  since date
);
alter table word_list_entries add constraint word_list_entries_kind_check CHECK ((kind = ANY (ARRAY['error'::text, 'sensitive'::text, 'name'::text])));
alter table word_list_entries add constraint word_list_entries_organ_id_list_id_fkey FOREIGN KEY (organ_id, list_id) REFERENCES word_lists(organ_id, id) ON DELETE CASCADE;
alter table word_list_entries add constraint word_list_entries_pkey PRIMARY KEY (organ_id, list_id, "position");
alter table word_list_entries add constraint word_list_entries_severity_check CHECK ((severity = ANY (ARRAY['block'::text, 'confirm'::text, 'hint'::text])));
alter table word_list_entries add constraint word_list_entries_word_check CHECK (((char_length(word) >= 2) AND (char_length(word) <= 60)));
CREATE TRIGGER word_list_entries_journal_1 AFTER INSERT ON public.word_list_entries REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION journal_rows('organ_id', '', 'list_id', 'position');
CREATE TRIGGER word_list_entries_journal_2 AFTER UPDATE ON public.word_list_entries REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION journal_rows('organ_id', '', 'list_id', 'position');
CREATE TRIGGER word_list_entries_journal_3 AFTER DELETE ON public.word_list_entries REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION journal_rows('organ_id', '', 'list_id', 'position');
policy own_organ on word_list_entries: using (organ_id = current_organ()) check (organ_id = current_organ())
create table word_lists (
  organ_id integer not null,
  id uuid not null default uuidv7(),
  name text not null,
  source text not null default ''::text,
  changed_at timestamp with time zone not null default now(),
  changed_by text not null
);
alter table word_lists add constraint word_lists_name_check CHECK ((name <> ''::text));
alter table word_lists add constraint word_lists_organ_id_fkey FOREIGN KEY (organ_id) REFERENCES organs(id);
alter table word_lists add constraint word_lists_organ_id_name_key UNIQUE (organ_id, name);
alter table word_lists add constraint word_lists_pkey PRIMARY KEY (organ_id, id);
CREATE TRIGGER word_lists_journal_1 AFTER INSERT ON public.word_lists REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION journal_rows('organ_id', '', 'id');
CREATE TRIGGER word_lists_journal_2 AFTER UPDATE ON public.word_lists REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION journal_rows('organ_id', '', 'id');
CREATE TRIGGER word_lists_journal_3 AFTER DELETE ON public.word_lists REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION journal_rows('organ_id', '', 'id');
policy own_organ on word_lists: using (organ_id = current_organ()) check (organ_id = current_organ())
create table work_units (
  organ_id integer not null,
  id uuid not null default uuidv7(),
  name text not null,
  is_ogi_work_body boolean not null default false,
  phone text not null default ''::text,
  closed_on date
);
alter table work_units add constraint work_units_name_check CHECK ((name <> ''::text));
alter table work_units add constraint work_units_organ_id_fkey FOREIGN KEY (organ_id) REFERENCES organs(id);
alter table work_units add constraint work_units_organ_id_name_key UNIQUE (organ_id, name);
alter table work_units add constraint work_units_pkey PRIMARY KEY (organ_id, id);
CREATE UNIQUE INDEX one_ogi_work_body ON public.work_units USING btree (organ_id) WHERE (is_ogi_work_body AND (closed_on IS NULL));
CREATE TRIGGER work_units_journal_1 AFTER INSERT ON public.work_units REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION journal_rows('organ_id', '', 'id');
CREATE TRIGGER work_units_journal_2 AFTER UPDATE ON public.work_units REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION journal_rows('organ_id', '', 'id');
CREATE TRIGGER work_units_journal_3 AFTER DELETE ON public.work_units REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION journal_rows('organ_id', '', 'id');
CREATE TRIGGER work_units_notify_portal AFTER INSERT OR UPDATE ON public.work_units FOR EACH ROW EXECUTE FUNCTION notify_portal();
policy own_organ on work_units: using (organ_id = current_organ()) check (organ_id = current_organ())
CREATE OR REPLACE FUNCTION public.annual_report_print(annual_reports)
 RETURNS text
 LANGUAGE sql
 STABLE
 SET search_path TO 'public', 'pg_temp'
 SET "TimeZone" TO 'UTC'
AS $function$
  select encode(sha256(convert_to(jsonb_build_array($1.organ_id, $1.year, $1.revision, $1.format, $1.report, $1.findings,
    $1.calendar_version, $1.published_on, $1.revision_reason,
    (select jsonb_object_agg(f.form, f.sha256) from annual_report_files f
      where f.organ_id = $1.organ_id and f.year = $1.year and f.revision = $1.revision))::text, 'UTF8')), 'hex')
$function$
;
CREATE OR REPLACE FUNCTION public.bigrams(text)
 RETURNS text[]
 LANGUAGE plpgsql
 IMMUTABLE PARALLEL SAFE STRICT
AS $function$
declare
  plain text := lower(regexp_replace(normalize($1, NFKC), '[[:space:][:punct:]〔〕（）【】《》、，。；：“”‘’！？·—…]', '', 'g'));
  found text[] := '{}';
begin
  if plain <> '' then
    for place in 1 .. greatest(length(plain) - 1, 1) loop
      found := found || substr(plain, place, 2);
    end loop;
  end if;
  return found;
end $function$
;
CREATE OR REPLACE FUNCTION public.current_organ()
 RETURNS integer
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$
  select nullif(current_setting('kaicheng.organ', true), '')::integer
$function$
;
CREATE OR REPLACE FUNCTION public.earlier_alike(own_organ integer, own_record uuid, own_title text, own_opening text, since timestamp with time zone, days integer)
 RETURNS TABLE(organ_id integer, record_id uuid, title_similarity real, text_similarity real)
 LANGUAGE sql
 STABLE
 SET "pg_trgm.similarity_threshold" TO '0.6'
AS $function$
  with own as materialized (
    select text_sketch(own_opening) as sketch
  ), candidates as (
    select r.organ_id, r.record_id from published_records r
    where r.title % own_title and r.withdrawn_at is null and r.first_published_at < since
      and case when own_record is null then r.organ_id <> own_organ else r.record_id <> own_record end
    union (
      select r.organ_id, r.record_id from own, published_records r cross join lateral (
        select count(*) as shared from unnest(r.opening_sketch) part where part = any(own.sketch)) s
      where own_opening <> '' and r.record_id <> own_record and r.withdrawn_at is null
        and r.first_published_at < since and r.first_published_at > since - make_interval(days => days)
        and r.type not in ('licenceDecision', 'penaltyDecision')
        and s.shared > 0.35 * least(cardinality(own.sketch), cardinality(r.opening_sketch))
      order by s.shared desc, r.record_id limit 20
    )
  ), compared as (
    select r.organ_id, r.record_id, similarity(r.title, own_title) as by_title,
      case when own_opening <> '' then similarity(record_opening(r.content), own_opening) end as by_text
    from candidates c join published_records r on r.organ_id = c.organ_id and r.record_id = c.record_id
    where r.type not in ('licenceDecision', 'penaltyDecision')
  )
  select * from compared where coalesce(by_text, by_title) >= 0.6
  order by coalesce(by_text, by_title) desc, record_id limit 3
$function$
;
CREATE OR REPLACE FUNCTION public.journal_rows()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
 SET "TimeZone" TO 'UTC'
 SET bytea_output TO 'hex'
 SET extra_float_digits TO '1'
AS $function$
declare
  acting constant uuid := nullif(current_setting('kaicheng.act', true), '')::uuid;
  columns text;
begin
  if not exists (select from changed) then
    return null;
  end if;
  if acting is null and 'kaicheng_app' in (session_user, current_setting('role')) then
    raise exception '% was changed outside an act', tg_table_name using errcode = 'restrict_violation';
  end if;
  if tg_argv[1] = '' then
    insert into row_changes (organ_id, act, tab, key, hash)
    select coalesce((doc ->> tg_argv[0])::integer, current_organ(), 0), acting, tg_table_name,
      concat_ws('/', doc ->> tg_argv[2], doc ->> tg_argv[3], doc ->> tg_argv[4], doc ->> tg_argv[5]),
      case when tg_op <> 'DELETE' then sha256(convert_to((select jsonb_object_agg(f.key, f.value)
        from jsonb_each(doc) f where f.value <> 'null')::text, 'UTF8')) end
    -- offset: so that the row is printed once and not wherever it is read.
    from (select to_jsonb(r) as doc from changed r offset 0) c;
    return null;
  end if;
  select string_agg(case attname when tg_argv[1] then format('sha256(%1$I) as %1$I', attname) else quote_ident(attname) end, ', ')
    into columns from pg_attribute where attrelid = tg_relid and attnum > 0 and not attisdropped;
  execute format('insert into row_changes (organ_id, act, tab, key, hash)
    select coalesce((doc ->> $1[0])::integer, current_organ(), 0), $2, $3,
      concat_ws(''/'', doc ->> $1[2], doc ->> $1[3], doc ->> $1[4], doc ->> $1[5]),
      case when $4 then sha256(convert_to((select jsonb_object_agg(f.key, f.value)
        from jsonb_each(doc) f where f.value <> ''null'')::text, ''UTF8'')) end
    from (select to_jsonb(r) as doc from (select %s from changed) r offset 0) c', columns)
    using tg_argv, acting, tg_table_name, tg_op <> 'DELETE';
  return null;
end $function$
;
CREATE OR REPLACE FUNCTION public.lost_organs()
 RETURNS SETOF integer
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select organ_id from audit_heads union select distinct organ_id from row_changes where organ_id > 0
  except select id from organs
$function$
;
CREATE OR REPLACE FUNCTION public.make_draft_room(of_one double precision, of_all double precision)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  with kept as (
    select d.organ_id, d.id, d.network, d.bytes, sum(d.bytes) over (partition by d.network order by d.saved_at desc, d.id) as upto
    from request_drafts d where d.expires_at >= now()
  ), whole as (
    select coalesce(sum(bytes), 0) as bytes, greatest(count(distinct network), 1) as networks from kept
  ), over as (
    select organ_id, id from kept, whole
    where upto > of_one or (whole.bytes > of_all and upto > of_all / whole.networks)
    union all
    select organ_id, id from request_drafts where expires_at < now()
  ), going as (
    select d.organ_id, d.id from request_drafts d join over o using (organ_id, id) for update of d skip locked
  )
  delete from request_drafts d using going g where d.organ_id = g.organ_id and d.id = g.id
$function$
;
CREATE OR REPLACE FUNCTION public.normative_documents_with_words(words text[], said text[], most integer)
 RETURNS SETOF normative_documents
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select * from normative_documents
  where organ_id = current_organ() and (bigrams(title) && words or bigrams(document_number) <@ said)
  order by issued_on desc, id limit most
$function$
;
CREATE OR REPLACE FUNCTION public.notify_portal()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  perform pg_notify('portal_changed', coalesce(new.organ_id, old.organ_id)::text);
  if new.organ_id <> old.organ_id then
    perform pg_notify('portal_changed', old.organ_id::text);
  end if;
  return null;
end $function$
;
CREATE OR REPLACE FUNCTION public.notify_portal_of_all()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  notify portal_changed;
  return null;
end $function$
;
CREATE OR REPLACE FUNCTION public.notify_portal_of_withdrawal()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  perform pg_notify('portal_changed', 'withdrawn ' || new.organ_id);
  return null;
end $function$
;
CREATE OR REPLACE FUNCTION public.organ_of_login(wanted_login text)
 RETURNS integer
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$ select organ_id from staff where login = wanted_login $function$
;
CREATE OR REPLACE FUNCTION public.outbox_counts()
 RETURNS TABLE(kind text, waiting bigint, failing bigint, given_up bigint, oldest timestamp with time zone)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select o.kind, count(*) filter (where done_at is null), count(*) filter (where done_at is null and last_error is not null),
    count(*) filter (where outcome = 'givenUp'), min(queued_at) filter (where done_at is null)
  from outbox o where done_at is null or outcome = 'givenUp' group by o.kind
$function$
;
CREATE OR REPLACE FUNCTION public.publications_with_words(words text[], most integer)
 RETURNS SETOF publications
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select * from publications where organ_id = current_organ() and bigrams(title) && words and withdrawn_on is null
  order by published_on desc, id limit most
$function$
;
CREATE OR REPLACE FUNCTION public.record_opening(content jsonb)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
AS $function$
  select left(coalesce(string_agg(words #>> '{}', '' order by place), ''), 500)
  from jsonb_path_query(content -> 'text', 'strict $.**.text', '{}', true) with ordinality as found (words, place)
$function$
;
CREATE OR REPLACE FUNCTION public.refuse_change()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  raise exception '% is append-only', tg_table_name using errcode = 'restrict_violation';
end $function$
;
CREATE OR REPLACE FUNCTION public.refuse_unsigned()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
declare
  since integer;
  missing text[];
begin
  if tg_op = 'UPDATE' and (new.first_published_at <> old.first_published_at or new.number <> old.number
      or new.index_number <> old.index_number) then
    raise exception 'a publication keeps its number and its day' using errcode = 'restrict_violation';
  end if;
  if new.title is distinct from new.content ->> 'title' or new.type is distinct from new.content ->> 'type'
      or new.document_number is distinct from coalesce(new.content ->> 'documentNumber', '')
      or not exists (select from revisions v where v.organ_id = new.organ_id and v.record_id = new.record_id
        and v.edition = new.edition and v.hash = new.hash and v.content = new.content) then
    raise exception 'record % was not signed with this text', new.record_id using errcode = 'restrict_violation';
  end if;
  select max(seq) into since from edition_events where organ_id = new.organ_id and record_id = new.record_id
    and edition = new.edition and kind = 'submitted';
  select array(select unnest(e.levels) except select v.data ->> 'level' from edition_events v
      where v.organ_id = new.organ_id and v.record_id = new.record_id and v.edition = new.edition and v.kind = 'signed'
        and v.seq > since and v.data ->> 'hash' = new.hash)
    into missing from editions e
    where e.organ_id = new.organ_id and e.record_id = new.record_id and e.edition = new.edition and e.status = 'live'
      and e.hash = new.hash and not e.is_urgent;
  if missing is null and exists (select from editions e where e.organ_id = new.organ_id and e.record_id = new.record_id
      and e.edition = new.edition and e.status = 'live' and e.hash = new.hash and e.is_urgent) then
    return new;
  end if;
  if missing is null or missing <> '{}' then
    raise exception 'record % was not signed as it stands', new.record_id using errcode = 'restrict_violation';
  end if;
  return new;
end $function$
;
CREATE OR REPLACE FUNCTION public.report_is_signed()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
declare
  put_up report_draft_events;
  missing integer;
begin
  select e.* into put_up from report_drafts d join report_draft_events e on e.organ_id = d.organ_id and e.draft_id = d.id
    where d.organ_id = new.organ_id and d.year = new.year and d.status in ('signed', 'scheduled') and e.kind = 'submitted'
    order by e.seq desc limit 1;
  if put_up.data is null or put_up.data -> 'snapshot' -> 'report' is distinct from new.report then
    raise exception 'the report on % was not signed as it stands', new.year using errcode = 'restrict_violation';
  end if;
  select count(*) into missing from jsonb_array_elements(put_up.data -> 'levels') l
    where not exists (select from report_draft_events s where s.organ_id = put_up.organ_id and s.draft_id = put_up.draft_id
      and s.kind = 'signed' and s.seq > put_up.seq and s.data ->> 'level' = l ->> 'id'
      and s.data ->> 'hash' = put_up.data ->> 'hash');
  if missing > 0 or jsonb_array_length(put_up.data -> 'levels') = 0 then
    raise exception 'the report on % was not signed by all', new.year using errcode = 'restrict_violation';
  end if;
  return new;
end $function$
;
CREATE OR REPLACE FUNCTION public.requests_alike(text, likeness real, most integer)
 RETURNS TABLE(id uuid, likeness real)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
 SET "pg_trgm.similarity_threshold" TO '0.45'
AS $function$
  select r.id, similarity(r.summary, $1) from requests r
  where r.organ_id = current_organ() and r.summary % $1 and similarity(r.summary, $1) >= $2
  order by 2 desc limit $3
$function$
;
CREATE OR REPLACE FUNCTION public.requests_with_words(words text, pattern text)
 RETURNS SETOF uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select r.id from requests r
  where r.organ_id = current_organ() and bigrams(r.number || ' ' || r.summary) @> bigrams(words)
    and (r.number ilike pattern or r.summary ilike pattern)
$function$
;
CREATE OR REPLACE FUNCTION public.text_sketch(opening text)
 RETURNS integer[]
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
RETURN ARRAY(SELECT hashtext(part.part) AS hashtext FROM unnest(show_trgm(text_sketch.opening)) part(part) ORDER BY (hashtext(part.part)) LIMIT 32)
;
CREATE OR REPLACE FUNCTION public.unfind_document()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  delete from published_search where organ_id = old.organ_id and kind = 'document' and subject_id = old.id;
  return null;
end $function$
;
CREATE OR REPLACE FUNCTION public.unfind_report()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  delete from published_search where organ_id = new.organ_id and kind = 'report' and part = new.year;
  return null;
end $function$
;
CREATE OR REPLACE FUNCTION public.waiting_longest(than double precision)
 RETURNS TABLE(organ_id integer, file_id uuid)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select w.organ_id, w.file_id from waiting_files w
  where w.came_at < now() - interval '2 minutes' and w.network = (
    select h.network from waiting_files h where h.came_at < now() - interval '2 minutes'
    group by h.network having sum(h.bytes) > than order by sum(h.bytes) desc limit 1)
  order by w.came_at limit 1
$function$
;
CREATE OR REPLACE FUNCTION public.waiting_over()
 RETURNS SETOF integer
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select distinct organ_id from waiting_files where expires_at < now()
$function$
;
CREATE OR REPLACE FUNCTION public.waiting_sums(own bytea, OUT total double precision, OUT network double precision)
 RETURNS record
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select coalesce(sum(bytes), 0), coalesce(sum(bytes) filter (where w.network = own and came_at > now() - interval '1 hour'), 0)
  from waiting_files w
$function$
;
