import { afterAll, describe, expect, test } from 'vitest'
import { buildApp } from '../app/build-app.ts'
import { inActs } from '../db/organ.ts'
import { testDatabase } from '../db/testing/database.ts'
import { administrations, type Role, roleIds } from '../organs/role.ts'
import * as organs from '../organs/store.ts'
import { anOrgan } from '../organs/testing/organ.ts'
import { addStaff, sessionCookie } from '../organs/testing/staff.ts'
import type { Access } from './access.ts'
import { createServer, type DeclaredRoute } from './server.ts'

const { db, url } = await testDatabase()
const app = await buildApp({ db, url }, {})
afterAll(() => app.close())
await app.ready()

const organ = await inActs(db, (tx) => organs.add(tx, anOrgan()))

interface Visitor {
  readonly who: string
  readonly roles: readonly Role[]
  readonly has: 'nothing' | 'password' | 'both'
}

/** Nobody, who has only given a password, who holds no role, and every role alone. */
const visitors: readonly Visitor[] = [
  { who: 'anonymous', roles: [], has: 'nothing' },
  { who: 'half signed in', roles: roleIds.filter((role) => !administrations.includes(role)), has: 'password' },
  { who: 'staff without a role', roles: [], has: 'both' },
  ...roleIds.map((role): Visitor => ({ who: role, roles: [role], has: 'both' })),
]
const ids = new Map<Visitor, string>()
for (const [index, visitor] of visitors.entries())
  ids.set(visitor, await addStaff(db, organ.id, { login: `visitor${index}`, roles: visitor.roles }))

/** What the declaration means, said once more and otherwise than the guard says it. */
function isAdmitted(access: Access, { has, roles }: Visitor): boolean {
  if (typeof access === 'object')
    return has === 'both' && access.roles.filter((role) => roles.includes(role)).length > 0
  return { public: true, signingIn: has !== 'nothing', signedIn: has === 'both' }[access]
}

/** The guard's own refusals; a handler may still refuse with 403 what only it can judge. */
const refusedByGuard = new Set(['signed_out', 'signing_in', 'not_yours', 'foreign_page'])

async function call({ method, url: pattern }: DeclaredRoute, visitor: Visitor) {
  const address = pattern
    .replace(/:(\w+)/g, (_, name: string) => (/id$/i.test(name) ? '01a20c4d-0000-7000-8000-000000000000' : '1'))
    .replace('*', 'x')
  const staffId = ids.get(visitor) ?? ''
  const cookie = visitor.has === 'nothing' ? '' : await sessionCookie(db, organ.id, staffId, visitor.has === 'both')
  const ours = { origin: 'http://127.0.0.1', 'x-kaicheng': 'console' }
  return app.inject({ method: method as 'GET', url: address, headers: { host: '127.0.0.1', cookie, ...ours } })
}

describe('a closed world', () => {
  test.for(app.declaredRoutes.map((route) => ({ route, name: `${route.method} ${route.url}` })))(
    '$name is open to whom it says and to nobody else',
    async ({ route }) => {
      for (const visitor of visitors) {
        const { statusCode, body } = await call(route, visitor)
        const wasRefused = [401, 403].includes(statusCode) && (body === '' || refusedByGuard.has(JSON.parse(body).code))
        expect(wasRefused, `${visitor.who} got ${statusCode} ${body.slice(0, 200)}`).toBe(
          !isAdmitted(route.access, visitor),
        )
      }
    },
  )

  test('a route that does not say who may call it stops the start', () => {
    const clock = { now: () => new Date(), today: () => '2026-11-24' as never }
    const bare = createServer({ db, hosts: ['127.0.0.1'], clock, renderProblem: () => '' })
    expect(() => bare.get('/forgotten', async () => 'open')).toThrow('does not say who may call it')
  })

  test('of the console only the ways in are open to the public', () => {
    const open = app.declaredRoutes.filter(
      ({ method, url, access }) => method !== 'HEAD' && url.startsWith('/api/console') && access === 'public',
    )
    expect(open.map(({ method, url }) => `${method} ${url}`)).toEqual([
      'GET /api/console/setup',
      // By the key that an empty house has printed.
      'GET /api/console/setup/progress',
      'POST /api/console/setup',
      'POST /api/console/setup/enrolment',
      'POST /api/console/setup/enrolment/confirm',
      'POST /api/console/session',
      'GET /api/console/session/directory',
    ])
  })

  test('each administrator has his own work (GB/T 22239-2019 8.1.5): reviewed by hand', () => {
    const changing = app.declaredRoutes.filter(
      ({ method, url, access }) =>
        method !== 'HEAD' &&
        typeof access === 'object' &&
        /console\/(units|staff|offices|organ|settings|audit)\b/.test(url),
    )
    const work = Map.groupBy(changing, ({ access }) => (typeof access === 'object' ? access.roles.join(' ') : ''))
    const named = [...work].map(([roles, routes]) => [
      roles,
      routes.map(({ method, url }) => `${method} ${url.slice(12)}`),
    ])
    expect(Object.fromEntries(named)).toEqual({
      systemAdmin: [
        'POST /units',
        'PUT /units/:id',
        'POST /staff',
        'PUT /staff/:id',
        'POST /staff/:id/disable',
        'POST /staff/:id/enable',
        'POST /offices',
        'POST /offices/:id/end',
        'PUT /settings/:id',
        'PUT /organ',
        'PUT /organ/site',
      ],
      securityAdmin: [
        'PUT /staff/:id/roles',
        'POST /staff/:id/password-reset',
        'POST /staff/:id/second-factor-reset',
        'POST /staff/:id/unlock',
      ],
      auditAdmin: ['GET /audit', 'POST /audit/verify', 'POST /audit/verify-deep'],
    })
  })

  test('who administers the system never reaches what people ask for', () => {
    const ofBusiness = app.declaredRoutes.filter(({ url }) =>
      /^\/api\/console\/(requests|files|reminders|find|records|ledgers|channels|timeliness)\b/.test(url),
    )
    const admits = (access: Access) =>
      typeof access !== 'object' || access.roles.some((role) => administrations.includes(role))
    expect(ofBusiness.filter(({ access }) => admits(access)).map(({ method, url }) => `${method} ${url}`)).toEqual([])
  })
})
