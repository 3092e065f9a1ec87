import { sql } from 'kysely'
import type { Database, Tx } from '../db/database.ts'
import { sealAdoption } from './chain.ts'

/** Whether the rows of the organ wait for their adoption, and who asked for it. */
async function readWaiting(db: Database | Tx, organId: number) {
  const { rows } = await sql<{ seal: Buffer | null; hasActed: boolean }>`
    select w.seal, exists (select from audit_entries e where e.organ_id = w.organ_id and e.act is not null
      and e.action not in ('rows.adopted', 'rows.resealed')) as has_acted
    from organs_to_adopt w where w.organ_id = ${organId}`.execute(db)
  return rows[0]
}

/** What is wrong where somebody else than the program asks for the rows of this organ to be adopted; else null. */
export async function falseAdoption(db: Database | Tx, organId: number): Promise<string | null> {
  const waiting = await readWaiting(db, organId)
  if (!waiting || (!waiting.hasActed && waiting.seal?.equals(sealAdoption(organId)))) return null
  return '有人绕过系统要求把已有的数据重新登记（organs_to_adopt），系统没有照办；请保全现场并执行 kaicheng audit verify --deep'
}

/** True where the first start after the upgrade has still to write the rows of this organ into the journal. */
export const waitsForAdoption = async (tx: Tx, organId: number): Promise<boolean> =>
  (await readWaiting(tx, organId)) !== undefined && (await falseAdoption(tx, organId)) === null
