import { z } from 'zod'
import { record } from '../audit/record.ts'
import type { Tx } from '../db/database.ts'
import { enterOrgan } from '../db/organ.ts'
import { refusals } from '../refusal.ts'
import { type Actor, operatorActor } from './actor.ts'
import { Organ, OrganChange } from './organ.ts'
import type { Role } from './role.ts'
import { LoginName } from './session/login-name.ts'
import { hashPassword } from './session/password-hash.ts'
import { randomPassword } from './session/random-password.ts'
import * as staff from './staff/store.ts'
import * as store from './store.ts'
import { required } from './text.ts'
import * as units from './units/store.ts'

const Administrator = z.strictObject({ login: LoginName, name: required('请填写管理员姓名', 40) })

const firstAdministrations = ['systemAdmin', 'securityAdmin', 'auditAdmin'] as const
const threePeople = '系统管理员、安全管理员、审计管理员应当是三个人'

/** First parts of the site's own addresses. */
const reserved = new Set(
  'about accessibility annual-reports api assets console data display en follow healthz metrics open-data privacy readyz requests search sitemap'.split(
    ' ',
  ),
)

/** What a bureau must say before it can work here: who it is, which unit does the work (art. 4), and its three administrators. */
export const SetUp = z
  .strictObject({
    ...OrganChange.shape,
    slug: Organ.shape.slug,
    kind: z.enum(Organ.shape.kind.options, '请填政府、部门、乡镇街道之一'),
    level: z.enum(Organ.shape.level.options, '请填国家、省、市、县、乡之一'),
    /** The slug of the organ above; empty where that one is not here. */
    parent: z.string(),
    unit: required('请填写承担政府信息公开工作的科室', 40),
    systemAdmin: Administrator,
    securityAdmin: Administrator,
    auditAdmin: Administrator,
  })
  .refine(({ slug }) => !reserved.has(slug), { path: ['slug'], error: '这个代号是系统自用的，请换一个' })
  .refine(({ name }) => [...name].length >= 4, { path: ['name'], error: '请填写机关全称' })
  .superRefine((setUp, { addIssue }) => {
    for (const [at, id] of firstAdministrations.entries()) {
      const before = firstAdministrations.slice(0, at).map((each) => setUp[each])
      if (before.some(({ login }) => login === setUp[id].login))
        addIssue({ code: 'custom', path: [id], message: `${threePeople}，登录名不能相同` })
      else if (before.some(({ name }) => name === setUp[id].name))
        addIssue({ code: 'custom', path: [id], message: `${threePeople}，姓名相同的请加以区别` })
    }
  })
export type SetUp = z.infer<typeof SetUp>

export interface FirstAdministrator {
  readonly role: Role
  readonly login: string
  readonly name: string
  /** Known to nobody else and never shown again. */
  readonly password: string
}

/** Starts a real bureau, empty. Refuses beside demo data; and, with its field, a slug, name or login that is taken, a parent that is not here. */
export async function setUpOrgan(
  tx: Tx,
  setUp: SetUp,
  today: Actor['today'],
): Promise<{ readonly organ: Organ; readonly administrators: readonly FirstAdministrator[] }> {
  const { parent, unit, systemAdmin, securityAdmin, auditAdmin, ...facts } = setUp
  const known = await store.list(tx)
  if (known.some(({ isDemo }) => isDemo)) throw refusals.demoHere()
  const taken = known.find(({ slug, name }) => slug === facts.slug || name === facts.name)
  if (taken) throw refusals.organTaken(taken.name, taken.slug, taken.slug === facts.slug ? 'slug' : 'name')
  const above = known.find(({ slug }) => slug === parent)
  if (parent !== '' && !above) throw refusals.unknownOrgan(parent, 'parent')
  const organ = await store.add(tx, { ...facts, parentId: above?.id ?? null, isDemo: false })
  await enterOrgan(tx, organ.id)
  const { id: unitId } = await units.add(tx, organ.id, { name: unit, isOgiWorkBody: true, phone: facts.phone })
  const administrators = [
    await addAdministrator(tx, organ, unitId, 'systemAdmin', systemAdmin),
    await addAdministrator(tx, organ, unitId, 'securityAdmin', securityAdmin),
    await addAdministrator(tx, organ, unitId, 'auditAdmin', auditAdmin),
  ]
  const detail = { unit, administrators: administrators.map(({ role, login }) => ({ role, login })) }
  await record(tx, operatorActor(organ.id, today), 'organ.setUp', { subject: organ.slug, detail })
  return { organ, administrators }
}

async function addAdministrator(
  tx: Tx,
  organ: Organ,
  unitId: string,
  role: Role,
  { login, name }: z.infer<typeof Administrator>,
): Promise<FirstAdministrator> {
  if (await staff.isLoginTaken(tx, login)) throw refusals.loginTaken(login, role)
  const password = randomPassword()
  const passwordHash = await hashPassword(password)
  const id = await staff.add(tx, organ.id, { login, name, unitId, phone: '', email: '', passwordHash })
  await staff.saveRoles(tx, organ.id, id, [role])
  return { role, login, name, password }
}
