-- Dumped from the migrated database; do not edit. `npm run db:schema` writes it.

create table administrative_decisions (
  organ_id integer not null,
  id uuid not null default uuidv7(),
  kind text not null,
  number text not null,
  subject text not null default ''::text,
  decided_on date not null,
  published_on date
);
alter table administrative_decisions add constraint administrative_decisions_check CHECK ((published_on >= decided_on));
alter table administrative_decisions add constraint administrative_decisions_kind_check CHECK ((kind = ANY (ARRAY['licensing'::text, 'penalty'::text, 'compulsion'::text])));
alter table administrative_decisions add constraint administrative_decisions_number_check CHECK ((number <> ''::text));
alter table administrative_decisions add constraint administrative_decisions_organ_id_fkey FOREIGN KEY (organ_id) REFERENCES organs(id);
alter table administrative_decisions add constraint administrative_decisions_organ_id_kind_number_key UNIQUE (organ_id, kind, number);
alter table administrative_decisions add constraint administrative_decisions_pkey PRIMARY KEY (organ_id, id);
CREATE INDEX administrative_decisions_by_day ON public.administrative_decisions USING btree (organ_id, decided_on) INCLUDE (kind);
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
CREATE TRIGGER annual_reports_notify_portal AFTER INSERT ON public.annual_reports FOR EACH STATEMENT EXECUTE FUNCTION notify_portal();
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
create table ledger_imports (
  organ_id integer not null,
  id uuid not null default uuidv7(),
  file_name text not null,
  sha256 text not null,
  added integer not null,
  changed integer not null,
  unchanged integer not null,
  imported_at timestamp with time zone not null default now()
);
alter table ledger_imports add constraint ledger_imports_organ_id_fkey FOREIGN KEY (organ_id) REFERENCES organs(id);
alter table ledger_imports add constraint ledger_imports_pkey PRIMARY KEY (organ_id, id);
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
  repealed_by text
);
alter table normative_documents add constraint normative_documents_check CHECK ((valid_until >= effective_from));
alter table normative_documents add constraint normative_documents_check1 CHECK ((repealed_on >= issued_on));
alter table normative_documents add constraint normative_documents_document_number_check CHECK ((document_number <> ''::text));
alter table normative_documents add constraint normative_documents_kind_check CHECK ((kind = ANY (ARRAY['rules'::text, 'normativeDocuments'::text])));
alter table normative_documents add constraint normative_documents_organ_id_document_number_key UNIQUE (organ_id, document_number);
alter table normative_documents add constraint normative_documents_organ_id_fkey FOREIGN KEY (organ_id) REFERENCES organs(id);
alter table normative_documents add constraint normative_documents_pkey PRIMARY KEY (organ_id, id);
alter table normative_documents add constraint normative_documents_title_check CHECK ((title <> ''::text));
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
  is_demo boolean not null default false
);
alter table organs add constraint organs_kind_check CHECK ((kind = ANY (ARRAY['government'::text, 'department'::text, 'township'::text])));
alter table organs add constraint organs_level_check CHECK ((level = ANY (ARRAY['national'::text, 'province'::text, 'city'::text, 'county'::text, 'township'::text])));
alter table organs add constraint organs_name_check CHECK ((name <> ''::text));
alter table organs add constraint organs_name_key UNIQUE (name);
alter table organs add constraint organs_parent_id_fkey FOREIGN KEY (parent_id) REFERENCES organs(id);
alter table organs add constraint organs_pkey PRIMARY KEY (id);
alter table organs add constraint organs_slug_check CHECK ((slug ~ '^[a-z][a-z0-9-]{1,39}$'::text));
alter table organs add constraint organs_slug_key UNIQUE (slug);
CREATE TRIGGER organs_notify_portal AFTER INSERT OR DELETE OR UPDATE ON public.organs FOR EACH STATEMENT EXECUTE FUNCTION notify_portal();
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
  withdrawn_on date
);
alter table publications add constraint publications_check CHECK ((withdrawn_on >= published_on));
alter table publications add constraint publications_kind_check CHECK ((kind = ANY (ARRAY['policyInterpretation'::text, 'publicConcernResponse'::text, 'other'::text])));
alter table publications add constraint publications_organ_id_channel_id_fkey FOREIGN KEY (organ_id, channel_id) REFERENCES channels(organ_id, id);
alter table publications add constraint publications_organ_id_channel_id_published_on_title_url_key UNIQUE NULLS NOT DISTINCT (organ_id, channel_id, published_on, title, url);
alter table publications add constraint publications_originality_check CHECK ((originality = ANY (ARRAY['original'::text, 'repost'::text, 'other'::text])));
alter table publications add constraint publications_pkey PRIMARY KEY (organ_id, id);
alter table publications add constraint publications_title_check CHECK ((title <> ''::text));
CREATE INDEX publications_by_day ON public.publications USING btree (organ_id, published_on);
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
create table request_events (
  organ_id integer not null,
  request_id uuid not null,
  seq integer not null,
  kind text not null,
  happened_on date not null,
  amount numeric(12,2),
  supersedes integer,
  recorded_at timestamp with time zone not null default now()
);
alter table request_events add constraint request_events_amount_check CHECK ((amount >= (0)::numeric));
alter table request_events add constraint request_events_check CHECK ((supersedes < seq));
alter table request_events add constraint request_events_check1 CHECK (((amount IS NULL) = (kind <> ALL (ARRAY['feeNotified'::text, 'feePaid'::text]))));
alter table request_events add constraint request_events_kind_check CHECK ((kind = ANY (ARRAY['received'::text, 'supplementRequested'::text, 'supplementReceived'::text, 'extended'::text, 'consultationSent'::text, 'consultationAnswered'::text, 'feeNotified'::text, 'feePaid'::text, 'concluded'::text, 'voided'::text])));
alter table request_events add constraint request_events_organ_id_request_id_fkey FOREIGN KEY (organ_id, request_id) REFERENCES requests(organ_id, id);
alter table request_events add constraint request_events_organ_id_request_id_supersedes_fkey FOREIGN KEY (organ_id, request_id, supersedes) REFERENCES request_events(organ_id, request_id, seq);
alter table request_events add constraint request_events_pkey PRIMARY KEY (organ_id, request_id, seq);
alter table request_events add constraint request_events_seq_check CHECK ((seq > 0));
CREATE INDEX request_fees ON public.request_events USING btree (organ_id, kind, happened_on) WHERE (kind = ANY (ARRAY['feeNotified'::text, 'feePaid'::text]));
CREATE TRIGGER request_events_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.request_events FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
create table requests (
  organ_id integer not null,
  id uuid not null default uuidv7(),
  number text not null,
  channel text not null,
  applicant_kind text not null,
  summary text not null default ''::text,
  arrived_on date not null,
  received_on date not null,
  outcome text,
  concluded_on date
);
alter table requests add constraint requests_applicant_kind_check CHECK ((applicant_kind = ANY (ARRAY['naturalPerson'::text, 'enterprise'::text, 'researchInstitution'::text, 'publicInterestOrg'::text, 'legalServiceOrg'::text, 'otherOrg'::text])));
alter table requests add constraint requests_channel_check CHECK ((channel = ANY (ARRAY['inPerson'::text, 'registeredMail'::text, 'ordinaryMail'::text, 'fax'::text, 'online'::text, 'oral'::text])));
alter table requests add constraint requests_check CHECK ((received_on >= arrived_on));
alter table requests add constraint requests_check1 CHECK (((outcome IS NULL) = (concluded_on IS NULL)));
alter table requests add constraint requests_check2 CHECK ((concluded_on >= received_on));
alter table requests add constraint requests_number_check CHECK ((number <> ''::text));
alter table requests add constraint requests_organ_id_fkey FOREIGN KEY (organ_id) REFERENCES organs(id);
alter table requests add constraint requests_organ_id_number_key UNIQUE (organ_id, number);
alter table requests add constraint requests_pkey PRIMARY KEY (organ_id, id);
CREATE INDEX requests_by_year ON public.requests USING btree (organ_id, received_on) INCLUDE (applicant_kind, concluded_on, outcome);
CREATE OR REPLACE FUNCTION public.notify_portal()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  notify portal_changed;
  return null;
end $function$
;
CREATE OR REPLACE FUNCTION public.refuse_change()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  raise exception '% is append-only', tg_table_name using errcode = 'restrict_violation';
end $function$
;
