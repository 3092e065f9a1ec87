import { z } from 'zod'
import { Organ, OrganChange } from '../organ.ts'
import type { Role } from '../role.ts'
import { LoginName } from '../session/login-name.ts'
import { whyNotPassword } from '../session/password.ts'
import { required } from '../text.ts'

const Administrator = z.strictObject({ login: LoginName, name: required('请填写管理员姓名', 40) })

/** Whom a bureau has from its first day, in the order in which they are asked for. */
export const firstAdministrations = ['systemAdmin', 'securityAdmin', 'auditAdmin'] as const satisfies readonly Role[]
const threePeople = '系统管理员、安全管理员、审计管理员应当是三个人'

/** First parts of the site's own addresses. */
const reserved = new Set(
  'about accessibility annual-reports api assets console data display en follow healthz metrics open-data privacy readyz requests search sitemap subscribe'.split(
    ' ',
  ),
)

const TypedPerson = z.object({ login: z.string(), name: z.string() })
const Typed = z.object({
  slug: z.string(),
  name: z.string(),
  systemAdmin: TypedPerson,
  securityAdmin: TypedPerson,
  auditAdmin: TypedPerson,
})

/** What answers make together is judged beside the faults of each, so that all are told at once. */
const together = { when: ({ value }: { value: unknown }) => Typed.safeParse(value).success }

/** What a bureau must say before it can work here: who it is, which unit does the work (art. 4), and its three administrators. */
export const SetUp = z
  .strictObject({
    slug: Organ.shape.slug,
    ...OrganChange.shape,
    kind: z.enum(Organ.shape.kind.options, '请填政府、部门、乡镇街道之一'),
    level: z.enum(Organ.shape.level.options, '请填国家、省、市、县、乡之一'),
    /** The slug of the organ above; empty where that one is not here. */
    parent: z.string(),
    unit: required('请填写承担政府信息公开工作的科室', 40),
    systemAdmin: Administrator,
    securityAdmin: Administrator,
    auditAdmin: Administrator,
  })
  .superRefine(({ slug, name }, { addIssue }) => {
    if (reserved.has(slug)) addIssue({ code: 'custom', path: ['slug'], message: '这个代号是系统自用的，请换一个' })
    if (name !== '' && [...name].length < 4) addIssue({ code: 'custom', path: ['name'], message: '请填写机关全称' })
  }, together)
  .superRefine((setUp, { addIssue }) => {
    for (const [at, id] of firstAdministrations.entries()) {
      const before = firstAdministrations.slice(0, at).map((each) => setUp[each])
      const isSame = (part: 'login' | 'name') =>
        setUp[id][part] !== '' && before.some((each) => each[part] === setUp[id][part])
      if (isSame('login')) addIssue({ code: 'custom', path: [id, 'login'], message: `${threePeople}，登录名不能相同` })
      else if (isSame('name'))
        addIssue({ code: 'custom', path: [id, 'name'], message: `${threePeople}，姓名相同的请加以区别` })
    }
  }, together)
export type SetUp = z.infer<typeof SetUp>

const typedPassword = z.string('请填写密码').max(1000, '密码过长')

/** The same with the passwords that the three have chosen themselves, each typed by its owner. */
export const SetUpWithPasswords = z
  .strictObject({
    setUp: SetUp,
    passwords: z.strictObject({ systemAdmin: typedPassword, securityAdmin: typedPassword, auditAdmin: typedPassword }),
  })
  .superRefine(
    ({ setUp, passwords }, { addIssue }) => {
      for (const id of firstAdministrations) {
        const { login, name } = setUp[id]
        const why = whyNotPassword(passwords[id], { login, name, organName: setUp.name, organSlug: setUp.slug })
        const isShared = firstAdministrations.some((each) => each !== id && passwords[each] === passwords[id])
        const message = passwords[id] === '' ? '请填写密码' : (why ?? (isShared ? '三个人的密码不能相同' : undefined))
        if (message !== undefined) addIssue({ code: 'custom', path: ['passwords', id], message })
      }
    },
    {
      when: ({ value }) =>
        z.object({ setUp: Typed, passwords: z.record(z.string(), z.string()) }).safeParse(value).success,
    },
  )
export type SetUpWithPasswords = z.infer<typeof SetUpWithPasswords>
export type Passwords = SetUpWithPasswords['passwords']

export interface FirstAdministrator {
  readonly id: string
  readonly role: (typeof firstAdministrations)[number]
  readonly login: string
  readonly name: string
}

/** How far somebody has come who sets a bureau up in the browser. */
export interface SetupProgress {
  readonly stage: 'questions' | 'authenticators'
  /** Empty before it is made. */
  readonly organName: string
  readonly administrators: readonly (Omit<FirstAdministrator, 'id'> & { readonly isBound: boolean })[]
}
