import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll } from 'vitest'
import { buildApp } from '../../app/build-app.ts'
import { testDatabase } from '../../db/testing/database.ts'
import { inOrganWithFiles } from '../../files/readings.ts'
import type { Role } from '../../organs/role.ts'
import { anOffice } from '../../organs/testing/officers.ts'
import { takeStep } from '../../requests/actions/take-step.ts'
import type { StepName } from '../../requests/step-inputs.ts'
import { aFilledForm } from '../../requests/testing/a-submission.ts'
import { letOut } from '../../requests/testing/let-out.ts'
import { aVisitor, hiddenField } from './forms.ts'

export const today = '2026-11-24'
export const pdf = Buffer.from(
  '%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF',
)

export interface Asked {
  readonly id: string
  readonly code: string
  readonly secret: string
}

/** A form as filled in by an invented citizen, with a key of its own. */
export const aForm = (facts: Record<string, string> = {}) => ({ key: randomUUID(), ...aFilledForm(facts) })

/** A server with one bureau that can be asked, and its visitors, each from an address of their own. */
export async function aSiteToAsk() {
  const { db, url, owner } = await testDatabase()
  let passedMs = 0
  const clock = () => {
    const now = new Date()
    now.setTime(now.getTime() + passedMs)
    return now
  }
  const app = await buildApp({ db, url }, { KAICHENG_TODAY: today }, clock)
  afterAll(() => app.close())
  const { organ, officer } = await anOffice(db)
  const path = `/${organ.slug}/requests`
  let visitors = 0
  const visitor = () => {
    visitors += 1
    return aVisitor(app, `192.0.${visitors >> 8}.${visitors & 255}`)
  }
  return {
    db,
    url,
    owner,
    app,
    organ,
    officer,
    path,
    casePath: `${path}/follow/case`,
    visitor,
    passHour: () => {
      passedMs += 3_601_000
    },
    count: async (table: 'requests' | 'requestFiles') => {
      const { rows } = await sql<{ n: number }>`select count(*) as n from ${sql.table(table)}`.execute(owner)
      return Number(rows[0]?.n)
    },
    /** Asks, and keeps what the receipt says. */
    ask: async (facts: Record<string, string> = {}): Promise<Asked> => {
      const { body } = await visitor().upload(`${path}/submit`, aForm(facts))
      const [code = '', secret = ''] = [...body.matchAll(/<dd class="code">([^<]+)<\/dd>/g)].map(
        ([, text]) => text ?? '',
      )
      const number = onReceipt(body, '申请编号') ?? ''
      const { id } = await owner
        .selectFrom('requests')
        .select('id')
        .where('number', '=', number)
        .executeTakeFirstOrThrow()
      return { id, code, secret }
    },
    /** A member of staff takes a step; a letter that it puts up is approved and leaves. */
    step: async (id: string, role: Role, name: StepName, input: unknown) => {
      const actor = await officer(today, [role])
      const { request } = await inOrganWithFiles(db, organ.id, (tx) => takeStep(tx, actor, id, name, input))
      return (await letOut(db, request, (level) => officer(today, [level])))?.request ?? request
    },
    /** Somebody who has given code and secret. */
    follow: async ({ code, secret }: Pick<Asked, 'code' | 'secret'>) => {
      const who = visitor()
      const answer = await who.send(`${path}/follow`, { code, secret })
      const cookie = String(answer.headers['set-cookie']).split(';')[0] ?? ''
      const get = (at = `${path}/follow/case`) => who.get(at, { cookie })
      const seen = async (at?: string) => (await get(at)).body
      const fill = async (at: string, texts: Record<string, string>) =>
        who.send(`${path}/follow/case/${at}`, { seq: hiddenField(await seen(), 'seq') || '1', ...texts }, { cookie })
      return { who, cookie, get, seen, fill }
    },
  }
}

export const onReceipt = (page: string, name: string): string | undefined =>
  new RegExp(`<dt>${name}</dt><dd[^>]*>([^<]+)</dd>`).exec(page)?.[1]
