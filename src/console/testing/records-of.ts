import type { BrowserContextOptions, Page } from 'playwright-core'
import { editor } from '../../../tests/journeys/records.ts'
import { inOrgan, lookInOrgan } from '../../db/organ.ts'
import { beginRecord } from '../../disclosure/actions/begin.ts'
import { saveRevision } from '../../disclosure/actions/save.ts'
import { takeStep } from '../../disclosure/actions/take-step.ts'
import type { Content } from '../../disclosure/content.ts'
import { foldEdition } from '../../disclosure/edition.ts'
import type { Confirmation } from '../../disclosure/edition-event.ts'
import { openEdition } from '../../disclosure/prepare.ts'
import type { EditionKey } from '../../disclosure/store/editions.ts'
import { aContent, aSignedRecord, type Reviewers, submitAndSign } from '../../disclosure/testing/a-record.ts'
import type { Actor } from '../../organs/actor.ts'
import { openPlatform } from '../../platform/columns/standing.ts'
import type { openConsole } from './open-console.ts'

export const pathOf = ({ recordId, edition }: EditionKey): string => `/records/${recordId}/editions/${edition}`

/** Records of the office, whose platform is open, brought into any state by its people behind the browser's back. */
export async function recordsOf({ db, organ, officer, now, open }: Awaited<ReturnType<typeof openConsole>>) {
  const work = <T>(doing: Parameters<typeof inOrgan<T>>[2]) => inOrgan(db, organ.id, doing)
  await work((tx) => openPlatform(tx, organ.id))
  const people = async (): Promise<Reviewers> => ({
    clerk: await officer(['clerk']),
    unitHead: await officer(['unitHead']),
    ogiHead: await officer(['ogiHead']),
    leader: await officer(['leader']),
  })
  const save = (key: EditionKey, facts: Partial<Content>, by: Actor) =>
    work(async (tx) => {
      const { content, events } = await openEdition(tx, key)
      const { revision } = foldEdition(events)
      return saveRevision(tx, by, now(), key, { content: { ...content, ...facts }, basedOn: revision })
    })
  /** What all have signed is published. */
  const letOut = async (key: EditionKey, confirmations: readonly Confirmation[] = []): Promise<void> => {
    const { clerk } = await people()
    await work(async (tx) => {
      const { hash } = foldEdition((await openEdition(tx, key)).events)
      await takeStep(tx, clerk, now(), key, 'publish', { hash, confirmations })
    })
  }
  return {
    /** A notice that the clerk has begun and saved, unless the facts say otherwise. */
    draft: async (facts: Partial<Content> = {}): Promise<EditionKey> => {
      const { clerk } = await people()
      const content = aContent(facts)
      const key = await work((tx) => beginRecord(tx, clerk, now(), content.type))
      await save(key, content, clerk)
      return key
    },
    /** Saves over what stands. */
    save,
    /** Put up by the clerk and signed by so many levels. */
    putUp: async (facts: Partial<Content> = {}, levels = 0): Promise<EditionKey> =>
      (await aSignedRecord(db, await people(), aContent(facts), levels, now())).key,
    /** What stands is put up and signed by so many levels. */
    submit: async (key: EditionKey, levels = 0): Promise<void> => submitAndSign(db, await people(), key, levels, now()),
    letOut,
    publish: async (facts: Partial<Content> = {}, confirmations: readonly Confirmation[] = []): Promise<EditionKey> => {
      const { key } = await aSignedRecord(db, await people(), aContent(facts), 3, now())
      await letOut(key, confirmations)
      return key
    },
    /** The page on which this person writes an edition; its clock can be wound. */
    write: async (who: Actor, key: EditionKey, options: BrowserContextOptions = {}): Promise<Page> => {
      const page = await open(who, pathOf(key), options)
      await page.clock.install()
      await editor(page).waitFor()
      return page
    },
    /** What the server has of an edition. */
    saved: (key: EditionKey): Promise<Content> =>
      lookInOrgan(db, organ.id, async (tx) => (await openEdition(tx, key)).content),
  }
}

/** How far what was typed has come, as the page says. */
export const keeping = (page: Page, state: string, words: string | RegExp = '') =>
  page.locator(`.keeping[data-state="${state}"]`).filter({ hasText: words }).waitFor()

/** Two seconds pass without a key, after which the page saves; its clock is installed. */
export async function settle(page: Page): Promise<void> {
  await page.clock.fastForward(2000)
  await keeping(page, 'kept', '已于')
}

/** Comes back to the page after a while: it asks what others have done meanwhile. Its clock is installed. */
export async function comeBack(page: Page): Promise<void> {
  await page.clock.fastForward(20_000)
  await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange', { bubbles: true })))
}
