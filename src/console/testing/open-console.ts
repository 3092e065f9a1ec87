import type { BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, onTestFinished } from 'vitest'
import { openBrowser } from '../../../tests/journeys/browser.ts'
import { buildApp } from '../../app/build-app.ts'
import { officeDay } from '../../days/plain-date.ts'
import { testDatabase } from '../../db/testing/database.ts'
import type { Actor } from '../../organs/actor.ts'
import type { Organ } from '../../organs/organ.ts'
import type { Role } from '../../organs/role.ts'
import { anOffice } from '../../organs/testing/officers.ts'
import { sessionCookie } from '../../organs/testing/staff.ts'

/** What a phone is wide and high. */
export const phone = { width: 390, height: 844 }

/**
 * The built console on a database of the test file's own, with an office whose people are signed in by cookie: one server and one
 * browser for the file. It is nine o'clock of `day` in Beijing until `dawn` says otherwise; the browser's own clock runs.
 */
export async function openConsole(day = '2026-03-02', facts: Partial<Organ> = {}) {
  const { db, owner, url } = await testDatabase()
  const { open } = openBrowser()
  const clock = { at: morningOf(day) }
  const app = await buildApp({ db, url }, {}, () => new Date(clock.at))
  const { organ, unitId, officer } = await anOffice(db, facts)
  let site = ''
  beforeAll(async () => {
    site = await app.listen({ port: 0, host: '127.0.0.1' })
  })
  afterAll(() => app.close())
  const cookieOf = ({ id }: Actor) => sessionCookie(db, organ.id, id ?? '', true, clock.at)

  return {
    db,
    /** Whoever owns the database, and can change it behind the program's back. */
    owner,
    organ,
    /** The one unit of the office, in which everybody works. */
    unitId,
    /** From now on it is nine o'clock of that day; who was signed in the day before no longer is. */
    dawn: (next: string): void => {
      clock.at = morningOf(next)
    },
    now: (): Date => new Date(clock.at),
    /** Somebody of the office with these roles, today; the same login is the same person. */
    officer: (roles: readonly Role[], login?: string): Promise<Actor> => officer(officeDay(clock.at), roles, login),
    /** A fresh browser at a path below /console, in which this person is signed in; closed with the test, which fails if a script on the page did. */
    open: async (who: Actor | undefined, path: string, options: BrowserContextOptions = {}): Promise<Page> => {
      const cookie = who && (await cookieOf(who))
      const page = await open(`${site}/console${path}`, {
        viewport: { width: 1280, height: 900 },
        ...options,
        ...(cookie ? { cookie } : {}),
      })
      const failed: string[] = []
      page.on('pageerror', ({ message }) => failed.push(message))
      onTestFinished(async () => {
        await page.context().close()
        expect(failed, 'script errors on the page').toEqual([])
      })
      return page
    },
    /** From the next page that this browser opens it is this person who is signed in. */
    signInTo: async (page: Page, who: Actor): Promise<void> => {
      const [name = '', value = ''] = (await cookieOf(who)).split('=')
      await page.context().addCookies([{ name, value, url: site }])
    },
  }
}

const morningOf = (day: string) => new Date(`${day}T01:00:00Z`)
