import type { FastifyInstance } from 'fastify'
import type { Database } from '../../db/database.ts'
import { inActs } from '../../db/organ.ts'
import type { Role } from '../role.ts'
import * as organs from '../store.ts'
import { anOrgan } from './organ.ts'
import { addStaff, Browser, sessionCookie } from './staff.ts'

let count = 0

/** An organ with its three administrators and a clerk, everybody signed in; more come with `someone`. */
export async function aStaffedOrgan(db: Database, app: FastifyInstance) {
  count += 1
  let made = 0
  const facts = anOrgan({ slug: `shili-${count}`, name: `示例市第${count}局` })
  const organ = await inActs(db, (tx) => organs.add(tx, facts))
  const someone = async (role: Role | undefined, on = app) => {
    made += 1
    const id = await addStaff(db, organ.id, { login: `s${organ.id}.${made}`, roles: role ? [role] : [] })
    const browser = new Browser(on)
    browser.cookie = await sessionCookie(db, organ.id, id)
    return { id, browser }
  }
  return {
    organ,
    someone,
    system: await someone('systemAdmin'),
    security: await someone('securityAdmin'),
    audit: await someone('auditAdmin'),
    clerk: await someone('clerk'),
  }
}
export type StaffedOrgan = Awaited<ReturnType<typeof aStaffedOrgan>>
