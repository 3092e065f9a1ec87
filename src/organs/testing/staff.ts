import type { FastifyInstance, InjectOptions, LightMyRequestResponse } from 'fastify'
import { generateSync } from 'otplib'
import type { Database } from '../../db/database.ts'
import { inOrgan } from '../../db/organ.ts'
import { seal } from '../../db/sealed.ts'
import type { Role } from '../role.ts'
import { hashPassword } from '../session/password-hash.ts'
import * as sessions from '../session/store.ts'
import { newToken, tokenHash, writeToken } from '../session/token.ts'

export const aPassword = 'Jinzhong-2718-Lu'
/** Any 20 bytes; tests ask it for codes as an authenticator would. */
export const aSecret = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ'

const passwordHash = hashPassword(aPassword)

interface StaffFacts {
  readonly login: string
  readonly name?: string
  readonly roles?: readonly Role[]
  readonly unitId?: string
  readonly email?: string
  /** An authenticator's secret; null for who has not enrolled. */
  readonly secret?: string | null
  readonly mustChangePassword?: boolean
}

/** A member of staff who has signed in before, unless the test says otherwise. */
export async function addStaff(db: Database, organId: number, facts: StaffFacts): Promise<string> {
  const {
    login,
    name = `某${login}`,
    roles = [],
    unitId,
    email = '',
    secret = aSecret,
    mustChangePassword = false,
  } = facts
  return inOrgan(db, organId, async (tx) => {
    const { id } = await tx
      .insertInto('staff')
      .values({
        organId,
        login,
        name,
        unitId: unitId ?? null,
        email,
        passwordHash: await passwordHash,
        mustChangePassword,
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    if (secret)
      await tx
        .updateTable('staff')
        .set({ totpSecret: seal(secret, { table: 'staff', organId, id }) })
        .where('id', '=', id)
        .execute()
    for (const role of roles) await tx.insertInto('staffRoles').values({ organId, staffId: id, role }).execute()
    return id
  })
}

/** The cookie of somebody who has just signed in, or got only as far as the password. */
export async function sessionCookie(
  db: Database,
  organId: number,
  staffId: string,
  passedSecondFactor = true,
  now = new Date(),
): Promise<string> {
  const token = newToken(organId)
  const session = { organId, staffId, tokenHash: tokenHash(token), address: '10.1.1.1', now }
  await inOrgan(db, organId, async (tx) => {
    await sessions.add(tx, session)
    await sessions.renew(tx, organId, session.tokenHash, { tokenHash: session.tokenHash, passedSecondFactor })
  })
  return `kaicheng=${writeToken(token)}`
}

/** The six digits that an authenticator shows at that instant. */
export const codeAt = (at: Date, secret = aSecret): string =>
  generateSync({ secret, epoch: Math.floor(at.getTime() / 1000) })

/** A browser at the console: keeps its cookie and sends what our page sends. */
export class Browser {
  cookie = ''

  constructor(
    private readonly app: FastifyInstance,
    private readonly more: Record<string, string> = {},
  ) {}

  async send(
    method: 'GET' | 'POST' | 'PUT' | 'DELETE',
    path: string,
    body?: unknown,
    options: InjectOptions = {},
  ): Promise<LightMyRequestResponse> {
    const answer = await this.app.inject({
      method,
      url: `/api/console${path}`,
      remoteAddress: '10.1.1.1',
      ...(body === undefined ? {} : { payload: body as object }),
      ...options,
      headers: {
        host: '127.0.0.1',
        origin: 'http://127.0.0.1',
        'x-kaicheng': 'console',
        ...(this.cookie ? { cookie: this.cookie } : {}),
        ...this.more,
        ...options.headers,
      },
    })
    const set = [answer.headers['set-cookie']].flat().find((each) => each !== undefined)
    if (set) this.cookie = set.split(';', 1)[0] ?? ''
    return answer
  }

  /** Password and, where it is asked for, the code of that instant. */
  async signIn(login: string, at: Date, password = aPassword): Promise<LightMyRequestResponse> {
    const answer = await this.send('POST', '/session', { login, password })
    if (answer.statusCode !== 200 || answer.json().stage !== 'secondFactor') return answer
    return this.send('POST', '/session/second-factor', { code: codeAt(at) })
  }
}
