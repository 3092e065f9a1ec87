import type { PlainDate } from '../../days/plain-date.ts'
import { chineseDate } from '../../days/plain-date.ts'
import type { Database } from '../../db/database.ts'
import { lookInOrgan } from '../../db/organ.ts'
import type { PublishedTitle } from '../../ledgers/published-titles.ts'
import type { Organ } from '../../organs/organ.ts'
import { listPublished } from '../../report/store/published.ts'
import { titleOf } from '../../report/write/printed.ts'
import { suggestPublished } from '../../requests/suggest.ts'
import { addressOf, countIn, type Platform, withDescendants } from '../disclosure/platform.ts'
import { addresses } from '../site.ts'

export interface Suggestion {
  readonly title: string
  /** Where it can be read; empty where it has no page. */
  readonly url: string
  /** What it is and where it stands. */
  readonly about: string
  readonly publishedOn: string
}

/** The columns that the wish names, with what stands in them. */
export function columnsNamed(platform: Platform, organ: Organ, wish: string): Suggestion[] {
  const named = platform.columns.filter(
    ({ closedOn, kind, name }) => closedOn === null && kind !== 'requests' && name.length > 2 && wish.includes(name),
  )
  return named.slice(0, 3).map((column) => {
    const count = countIn(platform, withDescendants(platform, column.id))
    const about = count > 0 ? `本机关的公开栏目，现有${count}条` : '本机关的公开栏目，目前还没有信息'
    return { title: `栏目：${column.name}`, url: addressOf(organ, column), about, publishedOn: '' }
  })
}

/** Art. 36(1): what is public already and may answer the wish. */
export const suggestionsFor = (db: Database, organ: Organ, wish: string, today: PlainDate): Promise<Suggestion[]> =>
  lookInOrgan(db, organ.id, async (tx) => {
    const published = await suggestPublished(tx, organ, wish, today)
    return [...reportsFor(organ, wish, await listPublished(tx, organ.id)), ...published.map(asSuggestion)]
  })

const openable = /^(?:https?:\/\/|\/(?!\/))/

function asSuggestion({ title, url, documentNumber, channel, publishedOn, isRepealed }: PublishedTitle): Suggestion {
  const document = documentNumber && `${documentNumber}，${isRepealed ? '已废止或者失效' : '现行有效'}`
  return {
    title,
    url: openable.test(url) ? url : '',
    about: document || (url ? channel : `${channel}，请在该渠道查阅`),
    publishedOn: chineseDate(publishedOn),
  }
}

type Published = Awaited<ReturnType<typeof listPublished>>

/** A wish that speaks of the annual report is shown the years it names, or else the latest. */
function reportsFor(organ: Organ, wish: string, published: Published): Suggestion[] {
  if (!/年报|年度报告|公开工作报告/.test(wish)) return []
  const named = published.filter(({ year }) => wish.includes(String(year)))
  return (named.length > 0 ? named : published.slice(0, 1)).slice(0, 3).map(({ year, publishedOn }) => ({
    title: titleOf({ title: null, organ: organ.name, year }),
    url: addresses.report(organ, year),
    about: '政府信息公开工作年度报告',
    publishedOn: chineseDate(publishedOn),
  }))
}
