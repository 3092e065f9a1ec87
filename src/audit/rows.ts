import { type RawBuilder, sql } from 'kysely'
import type { Tx } from '../db/database.ts'
import { rowsDigest } from './act.ts'
import { type AnchorSource, listAnchoredOrgans } from './anchors.ts'
import { type ProtectedTable, protectedTables } from './tables.ts'
import { waitsForAdoption } from './waiting.ts'

/** One thing that is not as the program left it, in words, and the row that it is about. */
export interface RowFault {
  readonly table: string
  readonly key: string
  readonly message: string
}

export interface Faults {
  readonly listed: readonly RowFault[]
  readonly count: number
}

/** So many are listed of one kind in one table; all are counted. */
const mostListed = 20
/** More rows than these that rest on an unsound act are said in one line. */
const mostResting = 3

interface BrokenAct {
  readonly act: string
  readonly seq: number | null
  readonly count: number | null
  /** What was sealed is there. */
  readonly isHeld: boolean
  readonly added: readonly number[] | null
}

/**
 * Compares every row of business of the organ with the journal, and the journal with what the audit chain has sealed.
 * In one snapshot, since others go on writing; the chain itself is `verifyAudit`'s.
 */
export async function verifyRows(tx: Tx, organId: number): Promise<Faults> {
  await sql`select set_config('timezone', 'UTC', true), set_config('bytea_output', 'hex', true),
    set_config('extra_float_digits', '1', true)`.execute(tx)
  const acts = await brokenActs(tx, organId)
  const changed = acts.filter(({ seq, isHeld }) => seq !== null && !isHeld)
  const listed: RowFault[] = [
    ...(await unfinishedAdoption(tx, organId)),
    ...(await stoppedTriggers(tx)),
    ...(await secondAdoptions(tx, organId)),
  ]
  let count = listed.length + changed.length
  for (const { seq, count: sealed } of changed.slice(0, mostListed))
    listed.push({
      table: 'row_changes',
      key: String(seq),
      message: `第${seq}条审计记录封存的${sealed}处改动与改动登记（row_changes）不符，登记被删改`,
    })
  const unsound = {
    acts: acts.filter(({ isHeld }) => !isHeld).map(({ act }) => act),
    changed: changed.map(({ act }) => act),
    rows: acts.flatMap(({ added }) => added ?? []),
  }
  const resting: RowFault[] = []
  for (const [table, known] of Object.entries(protectedTables)) {
    const faults = await faultyRows(tx, organId, table, known, unsound)
    count += faults[0]?.total ?? 0
    const many = (faults[0]?.resting ?? 0) > mostResting ? faults.find(({ rests }) => rests) : undefined
    for (const each of faults)
      if (!each.rests) listed.push(described(table, known, each.key, each.name, each.fault))
      else if (!many) resting.push(described(table, known, each.key, each.name, each.fault))
    if (many) resting.push(manyResting(table, known, many))
  }
  return { listed: [...listed, ...resting], count }
}

/**
 * Acts of the journal that no audit entry has sealed as they are (`seq` null: not at all), and sealed ones without rows.
 * What was added to an act after it was sealed is apart: `added`.
 */
async function brokenActs(tx: Tx, organId: number): Promise<BrokenAct[]> {
  const { rows } = await sql<BrokenAct>`
    with sealed as (
      select act, seq, rows_count, rows_digest from audit_entries where organ_id = ${organId} and act is not null
    ), numbered as (
      select c.act, c.seq, c.tab, c.key, c.hash, row_number() over (partition by c.act order by c.seq) as place
      from row_changes c where c.organ_id = ${organId} and c.act is not null
    ), held as (
      select n.act, ${rowsDigest(sql`n.seq`)} as digest
      from numbered n join sealed s on s.act = n.act and n.place <= s.rows_count group by n.act
    ), added as (
      select n.act, array_agg(n.seq) as added
      from numbered n left join sealed s using (act) where n.place > coalesce(s.rows_count, 0) group by n.act
    )
    select act, s.seq, s.rows_count as count, coalesce(h.digest = s.rows_digest, false) as is_held, a.added
    from sealed s full join held h using (act) full join added a using (act)
    where h.digest is distinct from s.rows_digest or a.added is not null
    order by s.seq nulls last limit 10000`.execute(tx)
  return rows
}

/** Tables whose changes are not written down any more. */
async function stoppedTriggers(tx: Tx): Promise<RowFault[]> {
  const { rows } = await sql<{ name: string }>`
    select name from unnest(${Object.keys(protectedTables)}::text[]) with ordinality as known (name, place)
    where (select count(*) from pg_trigger t where t.tgrelid = to_regclass(name) and t.tgenabled in ('O', 'A')
      and t.tgfoid = to_regproc('journal_rows')) < 3 order by place`.execute(tx)
  return rows.map(({ name }) => ({
    table: name,
    key: '',
    message: `${protectedTables[name]?.label}（${name}）：改动登记的触发器被停用或删除，之后的改动不再登记`,
  }))
}

/** Before the first start has written down what was there, the journal knows nothing of it. */
async function unfinishedAdoption(tx: Tx, organId: number): Promise<RowFault[]> {
  if (!(await waitsForAdoption(tx, organId))) return []
  const message = '升级后已有的数据还没有建立改动登记，以下各行因此不符；请先启动一次系统（kaicheng serve），再核验'
  return [{ table: 'organs_to_adopt', key: String(organId), message }]
}

/** Rows are adopted once, before anything else is sealed; later it would make forged rows look right. */
async function secondAdoptions(tx: Tx, organId: number): Promise<RowFault[]> {
  const { rows } = await sql<{ seq: number }>`
    select seq from audit_entries where organ_id = ${organId} and action = 'rows.adopted' and seq > (
      select min(seq) from audit_entries where organ_id = ${organId} and act is not null
        and action not in ('rows.adopted', 'rows.resealed'))
    order by seq limit ${mostListed}`.execute(tx)
  return rows.map(({ seq }) => ({
    table: 'row_changes',
    key: String(seq),
    message: `第${seq}条审计记录把已有的数据重新登记了一遍（rows.adopted），此前未经系统办理的改动可能被掩盖`,
  }))
}

type Fault = 'missing' | 'extra' | 'changed' | 'stray'

interface FaultyRow {
  readonly key: string
  readonly name: string | null
  readonly fault: Fault
  readonly total: number
  /** It is as the journal has it, but the act that says so is not as it was sealed. */
  readonly rests: boolean
  readonly resting: number
}

/** Rows that are not as the last sealed act left them, and rows that were changed outside the program. */
async function faultyRows(
  tx: Tx,
  organId: number,
  table: string,
  known: ProtectedTable,
  unsound: { readonly acts: readonly string[]; readonly changed: readonly string[]; readonly rows: readonly number[] },
): Promise<FaultyRow[]> {
  const { rows } = await sql<FaultyRow>`
    with said as (
      select c.key, c.hash, c.seq, c.act, c.act is not null and case
          when c.organ_id = ${organId} then c.act <> all (${unsound.acts}::uuid[]) and c.seq <> all (${unsound.rows}::bigint[]) and e.act is not null
          else exists (select from organs o where o.id = c.organ_id) end as is_sealed
      from row_changes c left join audit_entries e on e.organ_id = ${organId} and e.act = c.act
      where c.tab = ${table} and (c.organ_id = ${organId} or ${sql.lit(known.organ === null)})
    ), last as (
      select distinct on (key) key, hash from said where is_sealed order by key, seq desc
    ), stray as (
      select distinct on (key) key, hash as said_hash, act = any (${unsound.changed}::uuid[]) as is_changed
      from said where not is_sealed order by key, seq desc
    ), now as (
      ${await stateOf(tx, organId, table)}
    ), faulty as (
      select key, case when now.key is null and last.hash is not null then 'missing'
          when now.key is not null and last.hash is null then 'extra'
          when now.hash is distinct from last.hash then 'changed' else 'stray' end as fault,
        last.key is null and coalesce(stray.is_changed and now.hash is not distinct from stray.said_hash, false) as rests
      from last full join now using (key) full join stray using (key)
      where now.hash is distinct from last.hash or stray.key is not null
    ), ranked as (
      select *, count(*) over () as total, count(*) filter (where rests) over () as resting,
        row_number() over (partition by rests order by key) as place from faulty
    )
    select faulty.*, ${nameOf(organId, table, known)} as name from ranked faulty
    where place <= case when rests then ${mostResting}::int else ${mostListed}::int end order by rests, key`.execute(tx)
  return rows
}

/** Key and hash of every row of a table that is the organ's, as `journal_rows` writes them down. */
export async function stateOf(
  tx: Tx,
  organId: number,
  table: string,
  rows: RawBuilder<unknown> = sql.table(table),
): Promise<RawBuilder<unknown>> {
  const known = protectedTables[table]
  if (!known) throw new Error(`${table} is not in the journal`)
  return sql`select concat_ws('/', ${sql.join(known.key.map((column) => sql.ref(`r.${column}`)))}) as key,
      sha256(convert_to((select jsonb_object_agg(f.key, f.value) from jsonb_each(d.doc) f
        where f.value <> 'null')::text, 'UTF8')) as hash
    from ${rows} r cross join lateral (${await printed(tx, table, known)} offset 0) d
    where ${known.organ ? sql`${sql.ref(`r.${known.organ}`)} = ${organId}` : sql`true`}`
}

/** The row as the journal prints it. */
async function printed(tx: Tx, table: string, { large }: ProtectedTable): Promise<RawBuilder<unknown>> {
  if (!large) return sql`select to_jsonb(r) as doc`
  const { rows } = await sql<{ name: string }>`
    select attname as name from pg_attribute where attrelid = ${table}::regclass and attnum > 0 and not attisdropped
    order by attnum`.execute(tx)
  const columns = rows.map(({ name }) =>
    name === large ? sql`sha256(${sql.ref(`r.${name}`)}) as ${sql.ref(name)}` : sql.ref(`r.${name}`),
  )
  return sql`select to_jsonb(p) as doc from (select ${sql.join(columns)}) p`
}

const parents = {
  remedy_cases: { key: 'id', name: 'number' },
  requests: { name: 'number', key: 'id' },
  published_records: { name: 'number', key: 'record_id' },
  staff: { name: 'login', key: 'id' },
} as const

/** What people call the row, or the one that it belongs to. */
function nameOf(organId: number, table: string, { name, key, organ, of }: ProtectedTable): RawBuilder<unknown> {
  const first = sql`split_part(faulty.key, '/', 1)`
  if (of) {
    const parent = parents[of]
    return sql`(select ${sql.ref(`n.${parent.name}`)} from ${sql.table(of)} n
      where n.organ_id = ${organId} and ${sql.ref(`n.${parent.key}`)}::text = ${first})`
  }
  if (!name) return sql`null`
  const columns = sql.join(key.map((column) => sql.ref(`n.${column}`)))
  return sql`(select ${sql.ref(`n.${name}`)}::text from ${sql.table(table)} n
    where ${organ ? sql`${sql.ref(`n.${organ}`)} = ${organId} and ` : sql``} concat_ws('/', ${columns}) = faulty.key limit 1)`
}

const faults = {
  missing: '记录不在了（未经系统办理被删除）',
  extra: '记录不是系统办理产生的（被插入）',
  changed: '内容与登记不符（未经系统办理被改动、退回或调换）',
  stray: '有未经系统办理的改动',
} as const satisfies Record<Fault, string>

/** 申请 2026-00012（requests …）：…… */
function described(table: string, known: ProtectedTable, key: string, name: string | null, fault: Fault): RowFault {
  const rest = known.of ? key.split('/').slice(1).join('/') : ''
  const called = name ? ` ${name}${rest && ` / ${rest}`}` : ''
  return { table, key, message: `${known.label}${called}（${table} ${key}）：${faults[fault]}` }
}

const manyResting = (table: string, { label }: ProtectedTable, { key, resting }: FaultyRow): RowFault => ({
  table,
  key,
  message: `${label}（${table}）：另有${resting}行只登记在上述被删改的登记中，无从核对`,
})

/** Organs that the register does not have any more although something of them is on record, here or in the anchors. */
export async function listLostOrgans(tx: Tx, anchors: AnchorSource): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`
    select id from (select id from lost_organs() id union select unnest(${listAnchoredOrgans(anchors)}::int[])) known
    where id not in (select id from organs) order by id`.execute(tx)
  return rows.map(({ id }) => id)
}
