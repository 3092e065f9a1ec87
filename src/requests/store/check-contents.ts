import { sql } from 'kysely'
import type { ContentCheck, RowFault } from '../../audit/deep.ts'
import type { Tx } from '../../db/database.ts'
import { eachRow } from '../../db/keyset.ts'
import { unseal } from '../../db/sealed.ts'
import { foldHistory } from '../history.ts'
import { isHashOf } from '../letters/letter-hash.ts'
import { countsFrom } from '../refold.ts'
import { Request } from '../request.ts'
import { readApplicant } from './applicants.ts'
import { fromRow } from './event-rows.ts'
import { placeOfConsulted, placeOfLetter } from './places.ts'

const pageSize = 200

/** Who asks and who is consulted, letters and events: they open where they stand, have their hashes, and lead to what the request's row says. */
export const requestContents: ContentCheck = {
  label: '申请、文书',
  run: async (tx, organId, report) => {
    await checkPeople(tx, organId, report)
    await checkLetters(tx, organId, report)
    await checkFolds(tx, organId, report)
  },
}

type Report = (fault: RowFault) => void

/** False where something does not open or cannot be read any more. */
function holds(work: () => boolean): boolean {
  try {
    return work()
  } catch {
    return false
  }
}

async function checkPeople(tx: Tx, organId: number, report: Report): Promise<void> {
  const applicants = async (after: string) =>
    (
      await sql<{ id: string; number: string; sealed: string }>`
        select a.request_id as id, r.number, a.sealed from request_applicants a
          left join requests r on r.organ_id = a.organ_id and r.id = a.request_id
        where a.organ_id = ${organId} and a.request_id > ${after}::uuid order by a.request_id limit ${pageSize}`.execute(
        tx,
      )
    ).rows
  await eachRow(applicants, ({ id, number, sealed }) => {
    if (holds(() => readApplicant(organId, id, sealed).name !== '')) return
    report({
      table: 'request_applicants',
      key: id,
      message: `申请人 ${number}（request_applicants ${id}）：加密内容不能解开，被改动或者不是这件申请的`,
    })
  })
  const { rows } = await sql<{ requestId: string; id: number; sealed: string }>`
    select request_id, id, sealed from request_consultations where organ_id = ${organId} order by request_id, id`.execute(
    tx,
  )
  for (const { requestId, id, sealed } of rows) {
    if (holds(() => unseal(sealed, placeOfConsulted(organId, requestId, id)) !== '')) continue
    const key = `${requestId}/${id}`
    report({
      table: 'request_consultations',
      key,
      message: `征求意见的第三方（request_consultations ${key}）：加密内容不能解开，被改动或者不是这一件的`,
    })
  }
}

async function checkLetters(tx: Tx, organId: number, report: Report): Promise<void> {
  const ids = async (after: string) =>
    (
      await sql<{ id: string }>`
        select distinct request_id as id from request_letters where organ_id = ${organId} and request_id > ${after}::uuid
        order by request_id limit ${pageSize}`.execute(tx)
    ).rows
  await eachRow(ids, async ({ id }) => {
    const { rows } = await sql<{ seq: number; number: string; hash: string; sealed: string }>`
      select seq, number, hash, sealed from request_letters where organ_id = ${organId} and request_id = ${id}`.execute(
      tx,
    )
    for (const { seq, number, hash, sealed } of rows) {
      const letter = () => JSON.parse(unseal(sealed, placeOfLetter(organId, id, seq)))
      if (holds(() => isHashOf(hash, letter()) && letter().number === number)) continue
      const key = `${id}/${seq}`
      report({ table: 'request_letters', key, message: `文书 ${number}（request_letters ${key}）：内容与校验码不符` })
    }
  })
}

/** Imported requests have no events that their rows come from. */
async function checkFolds(tx: Tx, organId: number, report: Report): Promise<void> {
  const requests = (after: string) =>
    tx
      .selectFrom('requests')
      .selectAll()
      .where('organId', '=', organId)
      .where('origin', '=', 'live')
      .where('id', '>', after)
      .orderBy('id')
      .limit(pageSize)
      .execute()
  await eachRow(requests, async (row) => {
    const events = await tx
      .selectFrom('requestEvents')
      .selectAll()
      .where('organId', '=', organId)
      .where('requestId', '=', row.id)
      .orderBy('seq')
      .execute()
    if (holds(() => isFoldOf(Request.parse(row), events.map(fromRow)))) return
    report({
      table: 'requests',
      key: row.id,
      message: `申请 ${row.number}（requests ${row.id}）：状态与它的办理记录不符，或者办理记录不能读出`,
    })
  })
}

/** But the due date, which depends on the day on which it was reckoned. */
function isFoldOf(request: Request, events: Parameters<typeof foldHistory>[0]): boolean {
  const history = foldHistory(events)
  const { status, lastSeq, assignment, conclusion } = history
  return (
    request.status === status &&
    request.lastSeq === lastSeq &&
    request.receivedOn === countsFrom(history) &&
    request.unitId === (assignment?.unitId ?? null) &&
    request.handlerId === (assignment?.staffId ?? null) &&
    request.outcome === (conclusion?.outcome ?? null) &&
    request.concludedOn === (conclusion?.on ?? null)
  )
}
