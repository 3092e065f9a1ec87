import { sql } from 'kysely'
import type { ContentCheck } from '../../audit/deep.ts'
import type { Tx } from '../../db/database.ts'
import { opens } from '../../db/sealed.ts'
import { refusals } from '../../refusal.ts'
import { removeAll } from '../passkeys/store.ts'
import { administrations, Role } from '../role.ts'
import { hasSecondFactor } from '../session/store.ts'
import { type NewStaff, type StaffChange, StaffMember } from './staff.ts'

const members = (tx: Tx, organId: number) =>
  tx
    .selectFrom('staff')
    .leftJoin('workUnits', (join) =>
      join.onRef('workUnits.organId', '=', 'staff.organId').onRef('workUnits.id', '=', 'staff.unitId'),
    )
    .select(['staff.id', 'staff.name', 'staff.login', 'unitId', 'workUnits.name as unitName', 'staff.phone', 'email'])
    .where('staff.organId', '=', organId)
    .select(['mustChangePassword', hasSecondFactor.as('hasSecondFactor')])
    .select(({ eb, selectFrom }) => [
      eb('disabledAt', 'is not', null).as('isDisabled'),
      selectFrom('sessions')
        .select(({ fn }) => fn.max('seenAt').as('seenAt'))
        .whereRef('sessions.organId', '=', 'staff.organId')
        .whereRef('sessions.staffId', '=', 'staff.id')
        .as('lastSeenAt'),
      sql<string[]>`array(select role from staff_roles r
        where r.organ_id = staff.organ_id and r.staff_id = staff.id order by role)`.as('roles'),
    ])

/** The staff of an organ, the disabled last. */
export async function list(tx: Tx, organId: number): Promise<StaffMember[]> {
  const rows = await members(tx, organId)
    .orderBy((eb) => eb('disabledAt', 'is not', null))
    .orderBy('staff.id')
    .execute()
  return rows.map((row) => StaffMember.parse(row))
}

/** Locks the account until the transaction ends. */
export async function getForChange(tx: Tx, organId: number, id: string): Promise<StaffMember> {
  const row = await members(tx, organId).where('staff.id', '=', id).forUpdate('staff').executeTakeFirst()
  if (!row) throw refusals.unknownStaff()
  return StaffMember.parse(row)
}

export async function isLoginTaken(tx: Tx, login: string): Promise<boolean> {
  const { rows } = await sql<{ taken: boolean }>`select organ_of_login(${login}) is not null as taken`.execute(tx)
  return rows[0]?.taken === true
}

export async function add(tx: Tx, organId: number, staff: NewStaff & { passwordHash: string }): Promise<string> {
  const { id } = await tx
    .insertInto('staff')
    .values({ organId, ...staff })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** The first password stays: of a demo account, or of who has chosen it. */
export async function keepPassword(tx: Tx, organId: number, id: string): Promise<void> {
  await tx
    .updateTable('staff')
    .set({ mustChangePassword: false })
    .where('organId', '=', organId)
    .where('id', '=', id)
    .execute()
}

export async function save(tx: Tx, organId: number, id: string, change: StaffChange): Promise<void> {
  await tx.updateTable('staff').set(change).where('organId', '=', organId).where('id', '=', id).execute()
}

export async function saveRoles(tx: Tx, organId: number, staffId: string, roles: readonly Role[]): Promise<void> {
  await tx.deleteFrom('staffRoles').where('organId', '=', organId).where('staffId', '=', staffId).execute()
  if (roles.length === 0) return
  await tx
    .insertInto('staffRoles')
    .values(roles.map((role) => ({ organId, staffId, role })))
    .execute()
}

/** The administrations that this person alone still holds. */
export async function listOnlyHeldBy(tx: Tx, organId: number, staffId: string): Promise<Role[]> {
  const rows = await tx
    .selectFrom('staffRoles')
    .innerJoin('staff', (join) =>
      join.onRef('staff.organId', '=', 'staffRoles.organId').onRef('staff.id', '=', 'staffRoles.staffId'),
    )
    .select('role')
    .where('staffRoles.organId', '=', organId)
    .where('disabledAt', 'is', null)
    .where('role', 'in', administrations)
    .groupBy('role')
    .having(({ fn }) => fn.countAll(), '=', 1)
    .having(({ fn, eb, val }) => fn.agg<boolean>('bool_or', [eb('staffId', '=', val(staffId))]), '=', true)
    .execute()
  return rows.map(({ role }) => Role.parse(role))
}

export async function disable(tx: Tx, organId: number, id: string, now: Date): Promise<void> {
  await tx.updateTable('staff').set({ disabledAt: now }).where('organId', '=', organId).where('id', '=', id).execute()
}

export async function enable(tx: Tx, organId: number, id: string): Promise<void> {
  await tx.updateTable('staff').set({ disabledAt: null }).where('organId', '=', organId).where('id', '=', id).execute()
}

/** Takes away authenticator and passkeys; answers how many passkeys there were. */
export async function forgetSecondFactor(tx: Tx, organId: number, id: string): Promise<number> {
  await tx
    .updateTable('staff')
    .set({ totpSecret: null, totpLastStep: 0 })
    .where('organId', '=', organId)
    .where('id', '=', id)
    .execute()
  return removeAll(tx, { organId, staffId: id })
}

/** Who they are, of these ids: name and login. */
export async function namesOf(tx: Tx, organId: number, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const rows = await tx
    .selectFrom('staff')
    .select(['id', 'name', 'login'])
    .where('organId', '=', organId)
    .where('id', 'in', ids)
    .execute()
  return new Map(rows.map(({ id, name, login }) => [id, `${name} ${login}`]))
}

/** The secrets of the authenticators open where they stand. */
export const staffContents: ContentCheck = {
  label: '账户',
  run: async (tx, organId, report) => {
    const rows = await tx
      .selectFrom('staff')
      .select(['id', 'login', 'totpSecret'])
      .where('organId', '=', organId)
      .execute()
    for (const { id, login, totpSecret } of rows) {
      if (totpSecret === null || opens(totpSecret, { table: 'staff', organId, id })) continue
      report({
        table: 'staff',
        key: id,
        message: `账户 ${login}（staff ${id}）：动态口令的密钥不能解开，被改动或者不是这个账户的`,
      })
    }
  },
}
