import { sql } from 'kysely'
import type { Database, Tx } from '../db/database.ts'
import { enterOrgan, inActs } from '../db/organ.ts'
import { sealAdoption } from './chain.ts'
import { record } from './record.ts'
import { resealPage, sealedColumns, sealPublishedPage, sealReports } from './reseal.ts'
import { stateOf } from './rows.ts'
import { protectedTables } from './tables.ts'
import { falseAdoption } from './waiting.ts'

/** Rows written into the journal by one act. */
const pageSize = 20_000

/**
 * After the upgrade from a version without a journal: seals anew what was not bound to its row, and writes the states of
 * all rows down as sealed acts. Once per organ, as the owner, before anything else works; a start that is cut off goes on
 * at the next one. Nothing where there is nothing to adopt; what others ask to be adopted is only named.
 */
export async function adoptRows(owner: Database, say: (line: string) => void, mayAdopt = true): Promise<void> {
  const asked = await owner.selectFrom('organsToAdopt').select('organId').orderBy('organId').execute()
  const waiting: typeof asked = []
  for (const each of asked) {
    const fault = await falseAdoption(owner, each.organId)
    if (fault) say(`编号为${each.organId}的机关（organs ${each.organId}）：${fault}`)
    else waiting.push(each)
  }
  if (waiting.length === 0 || !mayAdopt) return
  say(
    `正在为${waiting.length}个机关的${await countRows(owner)}行已有数据建立改动登记（只在升级后首次启动时进行，中断后可以继续）……`,
  )
  for (const { organId } of waiting) {
    await inAdoption(owner, organId, forgetMigrations)
    for (const column of sealedColumns)
      while ((await inAdoption(owner, organId, (tx) => resealPage(tx, organId, column))) > 0);
    while ((await inAdoption(owner, organId, sealPublishedPage)) > 0);
    for (const table of Object.keys(protectedTables))
      while ((await inAdoption(owner, organId, (tx) => adoptPage(tx, organId, table))) === pageSize);
    await inAdoption(owner, organId, async (tx) => {
      await tx.deleteFrom('organsToAdopt').where('organId', '=', organId).execute()
      return 1
    })
  }
  say('改动登记已建立。')
}

/** In the transaction of the migration that made the journal, and at no other time. */
export async function sealAdoptions(tx: Database | Tx): Promise<void> {
  const { rows } = await sql<{ organId: number }>`select organ_id from organs_to_adopt`.execute(tx)
  for (const { organId } of rows)
    await sql`update organs_to_adopt set seal = ${sealAdoption(organId)} where organ_id = ${organId}`.execute(tx)
}

/** By the end of a migration's name: what of the rows of before is to be sealed with it, and whether there are any. */
const sealings: Readonly<Record<string, { readonly table: string; readonly seal: (tx: Tx) => Promise<void> }>> = {
  'row-journal.sql': { table: 'organs_to_adopt', seal: sealAdoptions },
  'report-seals.sql': { table: 'annual_reports', seal: sealReports },
}

/** For `migrate`: seals the rows of before where their seals were made room for just now, with the keys that `prepare` sets. */
export const sealingAdoptions =
  (prepare: (tx: Tx) => Promise<void> = async () => {}) =>
  async (tx: Tx, migration: string): Promise<void> => {
    const [, sealing] = Object.entries(sealings).find(([name]) => migration.endsWith(name)) ?? []
    if (!sealing) return
    const { rows } = await sql`select from ${sql.table(sealing.table)} limit 1`.execute(tx)
    if (rows.length === 0) return
    await prepare(tx)
    await sealing.seal(tx)
  }

async function countRows(owner: Database): Promise<number> {
  let count = 0
  for (const table of Object.keys(protectedTables)) {
    const { rows } = await sql<{ count: number }>`select count(*) as count from ${sql.table(table)}`.execute(owner)
    count += rows[0]?.count ?? 0
  }
  return count
}

/** One act of the adoption; nothing where another start has just finished it. Answers with what `work` did. */
const inAdoption = (owner: Database, organId: number, work: (tx: Tx, organId: number) => Promise<number>) =>
  inActs(owner, async (tx) => {
    await enterOrgan(tx, organId)
    await sql`select set_config('timezone', 'UTC', true), set_config('bytea_output', 'hex', true),
      set_config('extra_float_digits', '1', true)`.execute(tx)
    const { rows } = await sql`select from organs_to_adopt where organ_id = ${organId} for update`.execute(tx)
    return rows.length === 0 ? 0 : work(tx, organId)
  })

/** What the migrations of the same upgrade changed belongs to what is adopted. */
async function forgetMigrations(tx: Tx, organId: number): Promise<number> {
  await sql`alter table row_changes disable trigger row_changes_append_only`.execute(tx)
  await sql`delete from row_changes where act is null and organ_id in (${organId}, 0)`.execute(tx)
  await sql`alter table row_changes enable trigger row_changes_append_only`.execute(tx)
  return 0
}

async function adoptPage(tx: Tx, organId: number, table: string): Promise<number> {
  const { key = [], organ = null } = protectedTables[table] ?? {}
  const unknown = sql`(select n.* from ${sql.table(table)} n
    where ${organ ? sql`${sql.ref(`n.${organ}`)} = ${organId} and` : sql``} not exists (select from row_changes c
      where c.tab = ${table} and c.key = concat_ws('/', ${sql.join(key.map((column) => sql.ref(`n.${column}`)))})
        and ${organ ? sql`c.organ_id = ${organId}` : sql`true`})
    limit ${pageSize})`
  const { rows } = await sql<{ count: number }>`
    with added as (
      insert into row_changes (organ_id, act, tab, key, hash)
      select ${organId}, current_setting('kaicheng.act')::uuid, ${table}, now.key, now.hash
      from (${await stateOf(tx, organId, table, unknown)}) now returning 1)
    select count(*)::int as count from added`.execute(tx)
  const count = rows[0]?.count ?? 0
  const actor = { kind: 'system', id: null, address: '', organId } as const
  if (count > 0) await record(tx, actor, 'rows.adopted', { subject: table, detail: { rows: count } })
  return count
}
