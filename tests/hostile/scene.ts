import { sql } from 'kysely'
import { buildApp } from '../../src/app/build-app.ts'
import { inOrgan } from '../../src/db/organ.ts'
import { testDatabase } from '../../src/db/testing/database.ts'
import { type Role, roleIds } from '../../src/organs/role.ts'
import { anOffice, type Office } from '../../src/organs/testing/officers.ts'
import { addStaff, Browser, sessionCookie } from '../../src/organs/testing/staff.ts'
import { aVisitor } from '../../src/portal/testing/forms.ts'
import { registerIntake } from '../../src/requests/actions/register-intake.ts'
import type { Intake } from '../../src/requests/intake.ts'
import { anIntake } from '../../src/requests/testing/an-intake.ts'

export const today = '2026-11-24'
export type Scene = Awaited<ReturnType<typeof openScene>>

/** What grows by being asked: tries are counted, refusals are noted, visits begin and end. */
const mayGrow = ['attempts', 'audit_entries', 'audit_heads', 'sessions']

/** Two organs with their people and requests, behind the whole application on a real database. */
export async function openScene() {
  const { db, url, owner, ownerUrl } = await testDatabase()
  const clock = { at: new Date('2026-11-24T02:00:00Z') }
  const app = await buildApp({ db, url }, { KAICHENG_TODAY: today }, () => new Date(clock.at))
  await app.ready()
  const mine = await anOffice(db)
  const other = await anOffice(db, { slug: 'shili-daj', name: '示例市档案局', letterCode: '示档' })
  let visitors = 0
  let logins = 0
  const { rows: tables } = await sql<{ name: string }>`
    select c.relname as name from pg_class c where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace
    order by 1`.execute(owner)
  const counted = tables.filter(({ name }) => !mayGrow.includes(name))
  const counting = `select ${counted.map(({ name }) => `(select count(*) from "${name}") as "${name}"`).join(', ')}`
  const nextAddress = () => `10.${(++visitors >> 16) & 255}.${(visitors >> 8) & 255}.${visitors & 255}`

  /** Somebody new who has signed in and may do this. */
  async function staff(roles: readonly Role[], office: Office = mine) {
    logins += 1
    const login = `hostile${logins}`
    const { organ, unitId } = office
    const id = await addStaff(db, organ.id, { login, roles, unitId })
    const browser = new Browser(app)
    browser.cookie = await sessionCookie(db, organ.id, id, true, clock.at)
    return { id, login, browser, organ }
  }

  const browsers = new Map<Role, Browser>()
  for (const role of roleIds) browsers.set(role, (await staff([role])).browser)
  return {
    app,
    db,
    url,
    owner,
    ownerUrl,
    clock,
    mine,
    other,
    staff,
    nextAddress,
    /** Everybody comes from another address. */
    visitor: () => aVisitor(app, nextAddress()),
    visitorAt: (elsewhere: typeof app) => aVisitor(elsewhere, nextAddress()),
    /** The one who always does this here. */
    browser: (role: Role): Browser => browsers.get(role) ?? new Browser(app),
    /** A request that a clerk has taken down. */
    register: async (office: Office = mine, facts: Partial<Intake> = {}) => {
      const actor = await office.officer(today, ['clerk'])
      const [one] = await inOrgan(db, office.organ.id, (tx) =>
        registerIntake(tx, actor, anIntake(today, { isDayConfirmed: true, ...facts })),
      )
      if (!one) throw new Error('nothing registered')
      return one.request
    },
    /** How much is kept, table by table. */
    census: async (): Promise<unknown> => {
      const { rows } = await sql.raw(counting).execute(owner)
      return rows[0]
    },
    close: () => app.close(),
  }
}
