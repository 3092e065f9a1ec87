import type { Database, Tx } from '../db/database.ts'
import { inOrgan } from '../db/organ.ts'
import { eachInTurn } from '../faults/each-in-turn.ts'
import * as organs from '../organs/store.ts'
import { findableOf } from '../search/findable.ts'
import { noId, saveFindable } from '../search/store.ts'
import { listUnfound } from './store/in-search.ts'
import { findStanding } from './store/published.ts'
import { titleOf } from './write/printed.ts'

const noRecord = { type: null, columnId: null, effectiveFrom: null, validUntil: null, repealedOn: null }

/** Lets the public find the annual reports by their titles and texts, each as its newest revision says. */
export const findReports = (db: Database, organId: number): Promise<void> =>
  inOrgan(db, organId, async (tx) => {
    const { name } = await organs.get(tx, organId)
    await eachInTurn(
      await listUnfound(tx, organId),
      (year) => findReport(tx, { organId, name, year }),
      'some reports are not found',
    )
  })

/** One that somebody else has changed is not shown, and so not found. */
async function findReport(
  tx: Tx,
  { organId, name, year }: { readonly organId: number; readonly name: string; readonly year: number },
): Promise<void> {
  const published = (await findStanding(tx, organId, year))?.published
  const newest = published?.revisions[0]
  if (!published || !newest) return
  const { publishedOn: day } = newest
  const title = titleOf({ title: null, organ: name, year })
  const findable = findableOf({
    organId,
    title,
    documentNumber: '',
    otherNumbers: [],
    text: published.report.sections.flatMap(({ heading, paragraphs }) => [heading, ...paragraphs]),
    day,
    facts: [],
  })
  const key = { organId, kind: 'report', subjectId: noId, part: year } as const
  await saveFindable(tx, key, findable, { ...noRecord, day }, { title, documentNumber: '' })
}
