import type { FastifyInstance } from 'fastify'
import { officeTime, plainDate } from '../../days/plain-date.ts'
import type { Database } from '../../db/database.ts'
import { inOrgan } from '../../db/organ.ts'
import type { Organ } from '../../organs/organ.ts'
import type { Role } from '../../organs/role.ts'
import { anOffice } from '../../organs/testing/officers.ts'
import { Browser, sessionCookie } from '../../organs/testing/staff.ts'
import { openPlatform } from '../../platform/columns/standing.ts'
import { takeStep } from '../actions/take-step.ts'
import type { Content } from '../content.ts'
import type { EditionKey } from '../store/editions.ts'
import { aContent, aSignedRecord, type Reviewers } from './a-record.ts'

/** An office whose platform is open, on one day, with people who are signed in and records as they are asked for. */
export async function aPlatform(db: Database, app: FastifyInstance, day: string, facts: Partial<Organ> = {}) {
  const office = await anOffice(db, facts)
  const { organ, officer } = office
  const now = officeTime(plainDate(day), '10:00')
  const work = <T>(doing: Parameters<typeof inOrgan<T>>[2]) => inOrgan(db, organ.id, doing)
  await work((tx) => openPlatform(tx, organ.id))
  const people: Reviewers = {
    clerk: await officer(day, ['clerk']),
    unitHead: await officer(day, ['unitHead']),
    ogiHead: await officer(day, ['ogiHead']),
    leader: await officer(day, ['leader']),
  }
  return {
    ...office,
    work,
    people,
    now,
    /** Somebody with this role, signed in; the same login is the same person. */
    signedIn: async (role: Role, login?: string, on = app) => {
      const { id } = await officer(day, [role], login)
      const browser = new Browser(on)
      browser.cookie = await sessionCookie(db, organ.id, id ?? '')
      return { id: id ?? '', browser }
    },
    publish: async (content: Partial<Content>): Promise<EditionKey> => {
      const { key, hash } = await aSignedRecord(db, people, aContent(content), 3, now)
      await work((tx) => takeStep(tx, people.clerk, now, key, 'publish', { hash }))
      return key
    },
  }
}
