import { type PlainDate, plainDate } from '../../days/plain-date.ts'
import type { Tx } from '../../db/database.ts'
import type { Actor } from '../../organs/actor.ts'
import * as offices from '../../organs/offices/store.ts'
import type { Organ } from '../../organs/organ.ts'
import type { Role } from '../../organs/role.ts'
import { hashPassword } from '../../organs/session/password-hash.ts'
import * as staff from '../../organs/staff/store.ts'
import * as units from '../../organs/units/store.ts'

/** The password of every demo account; a real organ never has them. */
export const demoPassword = 'Kaicheng-Demo-2026'

interface DemoPerson {
  readonly login: string
  readonly name: string
  readonly roles: readonly Role[]
  readonly unit: 'ogi' | 'business' | null
  readonly office?: 'groupHead' | 'groupDeputy' | 'groupMember' | 'designatedOfficer'
}

/** Who works at a demo organ; the names are invented. */
export const demoPeople: readonly DemoPerson[] = [
  { login: 'jingban', name: '李文', roles: ['clerk'], unit: 'business', office: 'designatedOfficer' },
  { login: 'jingban2', name: '王静', roles: ['clerk'], unit: 'ogi' },
  { login: 'kezhang', name: '陈卫国', roles: ['unitHead'], unit: 'business', office: 'groupMember' },
  { login: 'fuzhuren', name: '孙丽', roles: ['unitHead'], unit: 'ogi' },
  { login: 'fazhi', name: '周明', roles: ['legalStaff'], unit: 'ogi' },
  { login: 'zhuren', name: '刘芳', roles: ['ogiHead'], unit: 'ogi', office: 'groupMember' },
  { login: 'juzhang', name: '马建军', roles: ['leader'], unit: null, office: 'groupHead' },
  { login: 'xitong', name: '高翔', roles: ['systemAdmin'], unit: null },
  { login: 'anquan', name: '林涛', roles: ['securityAdmin'], unit: null },
  { login: 'shenji', name: '何敏', roles: ['auditAdmin'], unit: null },
]

/** `ysj.jingban`: logins are one of a kind over all organs. */
export const demoLogin = (organ: Pick<Organ, 'slug'>, { login }: Pick<DemoPerson, 'login'>): string =>
  `${organ.slug.split('-').at(-1)}.${login}`

export interface DemoOffice {
  readonly unitId: string
  readonly clerkId: string
  readonly actor: (role: Role, today: PlainDate) => Actor
}

let hashed: Promise<string> | undefined

/** Units, accounts and offices held of a demo organ. */
export async function addOffice(tx: Tx, organ: Organ): Promise<DemoOffice> {
  hashed ??= hashPassword(demoPassword)
  const passwordHash = await hashed
  const ogi = await units.add(tx, organ.id, { name: '办公室', isOgiWorkBody: true, phone: organ.phone })
  const business = await units.add(tx, organ.id, { name: '业务科', isOgiWorkBody: false, phone: '' })
  const unitIds = { ogi: ogi.id, business: business.id }
  const known = new Map<Role, { id: string; name: string; unitId: string | null }>()
  for (const person of demoPeople) {
    const unitId = person.unit && unitIds[person.unit]
    const login = demoLogin(organ, person)
    const contact = { phone: '', email: `${login}@shili.invalid` }
    const id = await staff.add(tx, organ.id, { login, name: person.name, unitId, ...contact, passwordHash })
    await staff.keepPassword(tx, organ.id, id)
    await staff.saveRoles(tx, organ.id, id, person.roles)
    if (person.office)
      await offices.add(tx, organ.id, { staffId: id, office: person.office, fromOn: plainDate('2024-01-01') })
    for (const role of person.roles) if (!known.has(role)) known.set(role, { id, name: person.name, unitId })
  }
  const holder = (role: Role) => {
    const found = known.get(role)
    if (!found) throw new RangeError(`nobody is ${role}`)
    return found
  }
  return {
    unitId: business.id,
    clerkId: holder('clerk').id,
    actor: (role, today) => ({
      kind: 'staff',
      organId: organ.id,
      address: '',
      today,
      ...holder(role),
      roles: [role],
    }),
  }
}
