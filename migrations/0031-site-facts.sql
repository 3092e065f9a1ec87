-- What the footer of a site names beside its organiser, under which terms its data may be used, and organs in English.
alter table organs
  add column undertaker text,
  add column icp_number text,
  add column police_number text,
  add column data_licence text,
  add column english_name text,
  add column english_address text;
comment on column organs.undertaker is '承办单位 of the site; of the uppermost organ, as the two numbers and the licence below';
comment on column organs.icp_number is 'ICP备案号';
comment on column organs.police_number is '公安联网备案号';
comment on column organs.data_licence is 'Terms of reuse of the open data; empty: those that the program writes';
