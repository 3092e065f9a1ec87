import { type RawBuilder, type Selectable, sql } from 'kysely'
import { z } from 'zod'
import type { PlainDate } from '../../days/plain-date.ts'
import type { Tx } from '../../db/database.ts'
import type { DB } from '../../db/schema.ts'
import { Role } from '../../organs/role.ts'
import { standingInOn } from '../stand-ins/store.ts'
import { type Turn, TurnKind, turnOf, turnOfRoles } from './turn.ts'

/** A row as the noun: one person's turn, or that of whoever holds one of the roles. */
function turnFrom({ organId: _, kind, staffId, roles, unitId, notBy, ...about }: Selectable<DB['turns']>): Turn {
  const turn = { ...about, kind: TurnKind.parse(kind) }
  return staffId === null ? turnOfRoles(turn, z.array(Role).parse(roles), { unitId, notBy }) : turnOf(turn, staffId)
}

interface Subject {
  readonly organId: number
  readonly subjectId: string
  readonly kinds: readonly TurnKind[]
  /** Of the case only this part. */
  readonly part?: number
}

/** Puts these in the place of what waited in the case before. Answers with those that are new or somebody else's now. */
export async function replaceTurns(
  tx: Tx,
  { organId, subjectId, kinds, part }: Subject,
  turns: readonly Turn[],
): Promise<Turn[]> {
  const before = await tx
    .deleteFrom('turns')
    .where('organId', '=', organId)
    .where('subjectId', '=', subjectId)
    .where('kind', 'in', kinds)
    .$if(part !== undefined, (query) => query.where('part', '=', part ?? 0))
    .returning(['kind', 'part', 'what', 'roles', 'unitId', 'staffId'])
    .execute()
  if (turns.length === 0) return []
  await tx
    .insertInto('turns')
    .values(turns.map((turn) => ({ ...turn, organId, roles: [...turn.roles], notBy: [...turn.notBy] })))
    .execute()
  const known = new Set(before.map(whose))
  return turns.filter((turn) => !known.has(whose(turn)))
}

const whose = ({
  kind,
  part,
  what,
  roles,
  unitId,
  staffId,
}: {
  readonly [Key in 'kind' | 'part' | 'what' | 'roles' | 'unitId' | 'staffId']: unknown
}): string => JSON.stringify([kind, part, what, roles, unitId, staffId])

/** Somebody looking for what waits. */
export interface Waited {
  readonly organId: number
  readonly id: string
  readonly roles: readonly Role[]
  readonly unitId: string | null
}

const theirs = (person: Waited): RawBuilder<unknown> => sql`(t.staff_id = ${person.id}
  or (t.roles && ${person.roles}::text[] and (t.unit_id is null or t.unit_id = ${person.unitId})))`

/** What nobody is left to take up: its handler is gone, its unit has no clerk, or whoever could sign it left or moved. */
const isNobodys = sql`not exists (
  select from staff s join staff_roles r on r.organ_id = s.organ_id and r.staff_id = s.id
  where s.organ_id = t.organ_id and s.disabled_at is null and not s.id = any(t.not_by)
    and case when t.staff_id is not null then s.id = t.staff_id and r.role = 'clerk'
      else r.role = any(t.roles) and (t.unit_id is null or t.unit_id = s.unit_id) end)`

/** Who can free an answer or a letter that nobody can sign sends it back; of all else a clerk of the work body hands it on. */
const freedBy = sql`case when t.kind in ('answer', 'letter') then 'ogiHead' when t.kind in ('request', 'record', 'feedback', 'remedy') then 'clerk' end`

/** Such a turn falls to the work body. */
const fallenTo = (person: Waited): RawBuilder<unknown> => sql`(${freedBy} = any(${person.roles}::text[])
  and (${freedBy} = 'ogiHead' or exists (
    select from work_units u where u.organ_id = t.organ_id and u.id = ${person.unitId} and u.is_ogi_work_body))
  and ${isNobodys})`

const mine = (person: Waited, day: PlainDate): RawBuilder<unknown> => sql`
  with standing_in as (${standingInOn(person.organId, day)})
  select t.kind, t.subject_id, t.part, t.what, t.title, t.since, t.due_on,
    case when ${theirs(person)} then null else p.name end as stands_in_for
  from turns t left join lateral (select i.name from standing_in i
    where i.stand_in_id = ${person.id} and t.kind <> 'rowCorrection' and i.role = any(t.roles)
      and (t.unit_id is null or t.unit_id = i.unit_id) and not i.absent_id = any(t.not_by)
    order by i.name, i.absent_id limit 1) p on true
  where t.organ_id = ${person.organId} and not ${person.id} = any(t.not_by) and (${theirs(person)} or p.name is not null or ${fallenTo(person)})`

export interface WaitingTurn extends Omit<Turn, 'staffId' | 'roles' | 'unitId' | 'notBy'> {
  readonly standsInFor: string | null
}

/** What waits for the person on the day, what is due first. */
export async function listTurns(tx: Tx, person: Waited, day: PlainDate, most: number): Promise<WaitingTurn[]> {
  const { rows } = await sql<WaitingTurn>`${mine(person, day)}
    order by t.due_on nulls last, t.since, t.subject_id, t.part limit ${most}`.execute(tx)
  return rows
}

/** What of these kinds waits for the person on the day, all of it. */
export async function listTurnsOf(
  tx: Tx,
  person: Waited,
  day: PlainDate,
  kinds: readonly TurnKind[],
): Promise<Pick<WaitingTurn, 'subjectId' | 'part' | 'standsInFor'>[]> {
  const { rows } = await sql<Pick<WaitingTurn, 'subjectId' | 'part' | 'standsInFor'>>`
    select subject_id, part, stands_in_for from (${mine(person, day)}) m where kind = any(${[...kinds]})`.execute(tx)
  return rows
}

export async function countTurns(tx: Tx, person: Waited, day: PlainDate): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*)::int as count from (${mine(person, day)}) m`.execute(tx)
  return rows[0]?.count ?? 0
}

/**
 * Who could take the turn on the day and has a mail address: in their own right, whoever stands in for them, and the
 * work body where nobody is left. Nobody who is kept from it, nor in their place.
 */
export async function addressesOf(
  tx: Tx,
  organId: number,
  turn: Turn,
  day: PlainDate,
  but: string | null = null,
): Promise<string[]> {
  // What the absent person decides on registers passes to nobody.
  const passing = turn.kind === 'rowCorrection' ? [] : [...turn.roles]
  const { rows } = await sql<{ email: string }>`/* planned once */
    with holders as (
      select s.id, s.email from staff s where s.organ_id = ${organId} and s.disabled_at is null
        and not s.id = any(${[...turn.notBy]}::uuid[])
        and (s.id = ${turn.staffId} or ((${turn.unitId}::uuid is null or s.unit_id = ${turn.unitId}::uuid) and exists (
          select from staff_roles r where r.organ_id = s.organ_id and r.staff_id = s.id and r.role = any(${[...turn.roles]}))))
    )
    select distinct email from (
      select id, email from holders
      union select s.id, s.email from holders h
        join (${standingInOn(organId, day)}) i on i.absent_id = h.id and i.role = any(${passing})
        join staff s on s.organ_id = ${organId} and s.id = i.stand_in_id and s.disabled_at is null
      union select s.id, s.email from turns t
        join staff s on s.organ_id = t.organ_id and s.disabled_at is null
        join staff_roles r on r.organ_id = s.organ_id and r.staff_id = s.id and r.role = ${freedBy}
        left join work_units u on u.organ_id = s.organ_id and u.id = s.unit_id
      where (r.role = 'ogiHead' or u.is_ogi_work_body) and t.organ_id = ${organId} and t.kind = ${turn.kind} and t.subject_id = ${turn.subjectId} and t.part = ${turn.part}
        and ${isNobodys}
    ) e where email <> '' and id is distinct from ${but}::uuid and not id = any(${[...turn.notBy]}::uuid[]) order by email`.execute(
    tx,
  )
  return rows.map(({ email }) => email)
}

/** A turn as it stands; undefined when nobody waits for it any more. */
export async function findTurn(
  tx: Tx,
  organId: number,
  { kind, subjectId, part }: Pick<Turn, 'kind' | 'subjectId' | 'part'>,
): Promise<Turn | undefined> {
  const row = await tx
    .selectFrom('turns')
    .selectAll()
    .where('organId', '=', organId)
    .where('kind', '=', kind)
    .where('subjectId', '=', subjectId)
    .where('part', '=', part)
    .executeTakeFirst()
  return row && turnFrom(row)
}

/** Turns of the organ whose day is between these two, both included. */
export async function listDue(tx: Tx, organId: number, from: PlainDate, to: PlainDate): Promise<Turn[]> {
  const rows = await tx
    .selectFrom('turns')
    .selectAll()
    .where('organId', '=', organId)
    .where('dueOn', '>=', from)
    .where('dueOn', '<=', to)
    .orderBy('dueOn')
    .execute()
  return rows.map(turnFrom)
}
