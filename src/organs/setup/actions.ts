import { record } from '../../audit/record.ts'
import type { Tx } from '../../db/database.ts'
import { enterOrgan } from '../../db/organ.ts'
import { refusals } from '../../refusal.ts'
import { type Actor, operatorActor } from '../actor.ts'
import type { Organ } from '../organ.ts'
import { hashPassword } from '../session/password-hash.ts'
import { randomPassword } from '../session/random-password.ts'
import * as staff from '../staff/store.ts'
import * as store from '../store.ts'
import * as units from '../units/store.ts'
import { onSetUp } from './on-set-up.ts'
import { type FirstAdministrator, firstAdministrations, type Passwords, type SetUp } from './set-up.ts'

export interface MadeBureau {
  readonly organ: Organ
  readonly administrators: readonly FirstAdministrator[]
  /** By the administration; known to nobody else and never shown again. */
  readonly passwords: Passwords
}

/** How a bureau is set up. */
interface Occasion {
  readonly today: Actor['today']
  /** What the administrators have chosen themselves; left out, they get first passwords to be changed at once. */
  readonly chosen?: Passwords
  /** From where; empty on the command line. */
  readonly address?: string
  /** Only where there is no organ yet. */
  readonly onlyFirst?: boolean
}

/**
 * Starts a real bureau, empty; one after the other, whoever asks. Refuses beside demo data; and, with its field, a slug, name
 * or login that is taken, a parent that is not here.
 */
export async function setUpOrgan(
  tx: Tx,
  setUp: SetUp,
  { today, chosen, address = '', onlyFirst = false }: Occasion,
): Promise<MadeBureau> {
  const { parent, unit, systemAdmin, securityAdmin, auditAdmin, ...facts } = setUp
  const people = { systemAdmin, securityAdmin, auditAdmin }
  const known = await store.listForAdding(tx)
  if (onlyFirst && known.length > 0) throw refusals.setUpAlready()
  if (known.some(({ isDemo }) => isDemo)) throw refusals.demoHere()
  const taken = known.find(({ slug, name }) => slug === facts.slug || name === facts.name)
  if (taken) throw refusals.organTaken(taken.name, taken.slug, taken.slug === facts.slug ? 'slug' : 'name')
  const above = known.find(({ slug }) => slug === parent)
  if (parent !== '' && !above) throw refusals.unknownOrgan(parent, 'parent')
  const organ = await store.add(tx, { ...facts, parentId: above?.id ?? null, isDemo: false })
  await enterOrgan(tx, organ.id)
  const { id: unitId } = await units.add(tx, organ.id, { name: unit, isOgiWorkBody: true, phone: facts.phone })
  const passwords = chosen ?? firstPasswords()
  const administrators: FirstAdministrator[] = []
  for (const role of firstAdministrations) {
    const { login, name } = people[role]
    const id = await addAdministrator(tx, organ.id, { role, login, name, unitId, password: passwords[role] })
    if (chosen) await staff.keepPassword(tx, organ.id, id)
    administrators.push({ id, role, login, name })
  }
  for (const bring of onSetUp.all()) await bring(tx, organ.id, today)
  const detail = { unit, administrators: administrators.map(({ role, login }) => ({ role, login })) }
  const operator = { ...operatorActor(organ.id, today), address }
  await record(tx, operator, 'organ.setUp', { subject: organ.slug, detail })
  return { organ, administrators, passwords }
}

const firstPasswords = (): Passwords => ({
  systemAdmin: randomPassword(),
  securityAdmin: randomPassword(),
  auditAdmin: randomPassword(),
})

async function addAdministrator(
  tx: Tx,
  organId: number,
  { role, login, name, unitId, password }: Omit<FirstAdministrator, 'id'> & { unitId: string; password: string },
): Promise<string> {
  if (await staff.isLoginTaken(tx, login)) throw refusals.loginTaken(login, role)
  const passwordHash = await hashPassword(password)
  const id = await staff.add(tx, organId, { login, name, unitId, phone: '', email: '', passwordHash })
  await staff.saveRoles(tx, organId, id, [role])
  return id
}
